/**
 * A file inside the PDF as the source of what it shows: ISO 19005-3 6.8 (embedded files, AFRelationship) and ISO 32000-1
 * 7.11.4. Without the optional checksum, which is MD5 and proves nothing.
 */
import type { EmbeddedData } from '../writer.js';
import type { OfficialDocument } from './pdfmake-internals.js';

/** Embeds `file` and names it in the document's list of associated files. `date` is the file's only date. */
export function embedFile(document: OfficialDocument, file: EmbeddedData, date: Date): void {
  const stream = document.ref({
    Type: 'EmbeddedFile',
    Subtype: pdfName(file.mediaType),
    Params: { Size: file.bytes.length, CreationDate: date, ModDate: date },
  });
  stream.end(file.bytes);
  const specification = document.ref({
    Type: 'Filespec',
    AFRelationship: 'Source',
    F: new String(file.name),
    UF: new String(file.name),
    Desc: new String(file.description),
    EF: { F: stream, UF: stream },
  });
  specification.end();
  document.associate(file.name, specification);
}

/** A media type as a name object: the solidus is a delimiter and is written by its code (ISO 32000-1 7.3.5). */
function pdfName(mediaType: string): string {
  return mediaType.replaceAll('/', '#2F');
}
