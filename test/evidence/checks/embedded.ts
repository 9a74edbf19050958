/** ISO 19005-3 6.8 and ISO 14289-1 7.11: files inside the PDF, and that they are named as what the PDF was made from. */
import type { OpenedPdf } from '../../support/pdf-open.js';
import type { PdfFile } from '../../support/pdf-file.js';
import { isArray, isReference, isString, textOfString, type PdfValue } from '../../support/pdf-syntax.js';
import { Findings, type Finding } from './finding.js';

const RELATIONSHIPS = new Set(['Source', 'Data', 'Alternative', 'Supplement', 'Unspecified']);

export function checkEmbedded({ file }: OpenedPdf): readonly Finding[] {
  const found = new Findings();
  const named = namedFiles(file);
  const associated = file.get(file.root, 'AF');
  const list = isArray(associated) ? associated.filter(isReference).map(({ number }) => number) : [];
  for (const { name, specification } of named) {
    checkSpecification(file, name, specification, found);
    const isAssociated = isReference(specification) && list.includes(specification.number);
    found.expect(isAssociated, 'A 6.8', `${name} is not in the list of associated files`);
  }
  const isComplete = list.length === named.length;
  found.expect(isComplete, 'A 6.8', `${list.length} associated files, ${named.length} embedded ones`);
  return found.list;
}

function checkSpecification(file: PdfFile, name: string, specification: PdfValue | undefined, found: Findings): void {
  const names = ['F', 'UF'].map((key) => textOfString(file.get(specification, key)));
  const isNamed = names.every((own) => own === name && own !== '');
  found.expect(isNamed, 'A 6.8', `${name} is called ${names.join(' and ')} in its specification`);
  found.expect(isNamed, 'UA 7.11', `${name} is called ${names.join(' and ')} in its specification`);
  const relationship = file.name(specification, 'AFRelationship') ?? 'none';
  found.expect(RELATIONSHIPS.has(relationship), 'A 6.8', `the relationship of ${name} is ${relationship}`);
  const stream = file.get(specification, 'EF', 'F');
  const mediaType = file.name(stream, 'Subtype') ?? '';
  found.expect(/^[a-z]+\/[a-z0-9.+-]+$/u.test(mediaType), 'A 6.8', `the media type of ${name} is ${mediaType}`);
  const date = file.get(stream, 'Params', 'ModDate');
  found.expect(isString(date), 'A 6.8', `${name} has no date of modification`);
  const size = file.get(stream, 'Params', 'Size');
  const reference = file.dictionary(file.get(specification, 'EF'))?.entries.get('F');
  const bytes = isReference(reference) ? file.stream(reference).length : -1;
  found.expect(size === bytes, 'A 6.8', `${name} says ${JSON.stringify(size)} bytes and holds ${bytes}`);
}

function namedFiles(file: PdfFile): readonly { readonly name: string; readonly specification: PdfValue | undefined }[] {
  const out: { name: string; specification: PdfValue | undefined }[] = [];
  const visit = (node: PdfValue | undefined): void => {
    const names = file.get(node, 'Names');
    if (isArray(names)) {
      for (let i = 0; i + 1 < names.length; i += 2) {
        out.push({ name: textOfString(names[i]) ?? '', specification: names[i + 1] });
      }
    }
    const kids = file.get(node, 'Kids');
    if (isArray(kids)) kids.forEach(visit);
  };
  visit(file.get(file.root, 'Names', 'EmbeddedFiles'));
  return out;
}
