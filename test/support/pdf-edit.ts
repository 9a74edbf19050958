/** Breaks PDF files on purpose, for tests of the checks: edits objects as text and writes the file anew, unpacked. */
import { PdfFile } from './pdf-file.js';
import { latin1 } from './pdf-read.js';
import { isDictionary } from './pdf-syntax.js';

/** Text of an object between `obj` and `endobj` (without its stream), and of its unpacked stream. */
export interface EditedObject {
  readonly text: string;
  readonly stream?: string;
}

/** The file with every object passed through `edit`; a stream comes and goes as text of one byte a character. */
export function editPdf(bytes: Uint8Array, edit: (object: EditedObject, number: number) => EditedObject): Uint8Array {
  const file = new PdfFile(bytes);
  let out = '%PDF-1.7\n%\u00ff\u00ff\u00ff\u00ff\n';
  const offsets: number[] = [];
  for (const [number, object] of [...file.objects].sort(([a], [b]) => a - b)) {
    const source = latin1(bytes.subarray(object.start, object.end));
    let text = source.slice(source.indexOf('obj\n') + 4, -'\nendobj'.length);
    let stream: string | undefined;
    if (object.stream !== undefined) {
      stream = latin1(file.stream({ type: 'reference', number }));
      text = text.slice(0, text.indexOf('\nstream\n'));
      const isPacked = isDictionary(object.value) && file.name(object.value, 'Filter') === 'FlateDecode';
      if (isPacked) text = text.replace('/Filter /FlateDecode', '');
    }
    const edited = edit(stream === undefined ? { text } : { text, stream }, number);
    offsets[number] = out.length;
    const length = edited.stream?.length ?? 0;
    const body =
      edited.stream === undefined
        ? edited.text
        : `${edited.text.replace(/\/Length \d+/u, `/Length ${length}`)}\nstream\n${edited.stream}\nendstream`;
    out += `${number} 0 obj\n${body}\nendobj\n`;
  }
  const start = out.length;
  const entries = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const trailer = latin1(bytes.subarray(file.tableStart)).replace(/^[\s\S]*trailer/u, 'trailer');
  out += `xref\n0 ${offsets.length}\n0000000000 65535 f \n${entries.join('')}${trailer.replace(/startxref\n\d+/u, `startxref\n${start}`)}`;
  return Uint8Array.from(out, (character) => character.charCodeAt(0));
}

/**
 * The file with the first match of `pattern` replaced, in objects whose text matches `where`: in the object's text, or in its
 * stream when that matches. Throws when nothing matched.
 */
export function breakPdf(bytes: Uint8Array, pattern: RegExp, replacement: string, where = /(?:)/u): Uint8Array {
  let done = false;
  const edited = editPdf(bytes, (object) => {
    if (done || !where.test(object.text)) return object;
    const text = object.text.replace(pattern, replacement);
    const stream = object.stream?.replace(pattern, replacement);
    done = text !== object.text || stream !== object.stream;
    return stream === undefined ? { text } : { text, stream };
  });
  if (!done) throw new Error(`nothing matches ${String(pattern)}`);
  return edited;
}
