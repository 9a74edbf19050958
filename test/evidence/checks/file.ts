/** ISO 19005-3 clause 6.1: the file's structure. What `PdfFile` cannot follow at all is thrown there. */
import { latin1 } from '../../support/pdf-read.js';
import type { OpenedPdf } from '../../support/pdf-open.js';
import { isArray, isDictionary, isName, isString, type PdfValue } from '../../support/pdf-syntax.js';
import { Findings, type Finding } from './finding.js';

const FILTERS = new Set(['FlateDecode', 'DCTDecode']);
/** ISO 19005-3 6.1.13. */
const LONGEST_STRING = 32767;
const LONGEST_NAME = 127;
const LARGEST_INTEGER = 2147483647;
const DEEPEST_STATE = 28;
const [LEAST_PAGE, GREATEST_PAGE] = [3, 14400];

export function checkFile({ file, pages }: OpenedPdf): readonly Finding[] {
  const found = new Findings();
  const head = latin1(file.bytes.subarray(0, 15));
  found.expect(/^%PDF-1\.7\n%[\u0080-\u00ff]{4}/u.test(head), 'A 6.1.2', `the header is ${JSON.stringify(head)}`);
  const id = file.get(file.trailer, 'ID');
  const isIdentified = isArray(id) && id.length === 2 && id.every((part) => isString(part) && part.bytes.length > 0);
  found.expect(isIdentified, 'A 6.1.3', 'the trailer has no ID of two strings');
  found.expect(!file.trailer.entries.has('Encrypt'), 'A 6.1.3', 'the file is encrypted');
  found.expect(file.name(file.root, 'Type') === 'Catalog', 'A 6.1.3', 'Root is no catalogue');
  for (const [number, object] of file.objects) {
    checkLimits(object.value, number, found);
    if (object.stream === undefined || !isDictionary(object.value)) continue;
    const filter = object.value.entries.get('Filter');
    const isKnown = filter === undefined || (isName(filter) && FILTERS.has(filter.value));
    found.expect(isKnown, 'A 6.1.7.2', `stream ${number} is packed by another filter`);
    for (const key of ['F', 'FFilter', 'FDecodeParms']) {
      found.expect(!object.value.entries.has(key), 'A 6.1.7.1', `stream ${number} has the key ${key}`);
    }
  }
  pages.forEach(({ width, height, depth }, i) => {
    const isSized = [width, height].every((side) => side >= LEAST_PAGE && side <= GREATEST_PAGE);
    found.expect(isSized, 'A 6.1.13', `page ${i + 1} is ${width} by ${height}`);
    found.expect(depth <= DEEPEST_STATE, 'A 6.1.13', `page ${i + 1} saves ${depth} graphics states`);
  });
  return found.list;
}

function checkLimits(value: PdfValue, number: number, found: Findings): void {
  if (typeof value === 'number' && Number.isInteger(value)) {
    found.expect(Math.abs(value) <= LARGEST_INTEGER, 'A 6.1.13', `object ${number} holds ${value}`);
  } else if (isString(value)) {
    found.expect(value.bytes.length <= LONGEST_STRING, 'A 6.1.13', `object ${number} holds too long a string`);
  } else if (isName(value)) {
    found.expect(value.value.length <= LONGEST_NAME, 'A 6.1.13', `object ${number} holds too long a name`);
    // Names of ASCII are UTF-8 (6.1.8).
    found.expect(/^[\u0021-\u007e]*$/u.test(value.value), 'A 6.1.8', `object ${number} has the name ${value.value}`);
  } else if (isArray(value)) {
    for (const item of value) checkLimits(item, number, found);
  } else if (isDictionary(value)) {
    for (const item of value.entries.values()) checkLimits(item, number, found);
  }
}
