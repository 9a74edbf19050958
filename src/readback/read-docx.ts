/** Reads a Word file by its XML: words and tables of the main document as Word shows them (ECMA-376 part 1, 17.3 and 17.4). */
import { safeUnzip } from '../archive/zip-read.js';
import type { Outcome } from '../diagnostic/diagnostic.js';
import { attribute, readXml } from '../sheet/xml-events.js';
import { unreadable } from './findings.js';
import type { ReadBack, ReadRow } from './model.js';

/** Gives the findings of opening the archive, and `readback/unreadable` when its document is not there or not well formed. */
export function readDocx(bytes: Uint8Array, name: string): Outcome<ReadBack> {
  const parts = safeUnzip(bytes, name);
  if (parts.value === undefined) return { diagnostics: parts.diagnostics };
  const document = parts.value.get('word/document.xml');
  const read = document === undefined ? undefined : wordsOf(document);
  return read === undefined ? { diagnostics: [unreadable(name)] } : { value: read, diagnostics: [] };
}

/** Elements with text that the page does not show. */
const HIDDEN = new Set(['delText', 'instrText', 'delInstrText']);

/** Tag of content controls that hold what an office's Word template says, which is no part of the report (docs/word.md). */
const OFFICE_TAG = 'nianbao-template';

function wordsOf(document: Uint8Array): ReadBack | undefined {
  const rows: ReadRow[] = [];
  const words: string[] = [];
  let row: string[] = [];
  let cell: string[] | undefined;
  let continues = false;
  let depth = 0;
  let inText = false;
  let controls = 0;
  // Depth of the content control that is being passed over; 0 outside one.
  let officeControl = 0;
  const put = (text: string): void => {
    (cell ?? words).push(text);
  };
  const isWellFormed = readXml(document, {
    open: (name, attributes) => {
      if (name === 'sdt') controls += 1;
      else if (name === 'tag' && officeControl === 0 && attribute(attributes, 'val') === OFFICE_TAG)
        officeControl = controls;
      if (officeControl > 0) return;
      if (name === 'tbl') depth += 1;
      else if (depth <= 1 && name === 'tr') row = [];
      else if (depth <= 1 && name === 'tc') {
        cell = [];
        continues = false;
      } else if (depth <= 1 && name === 'vMerge') continues = attribute(attributes, 'val') !== 'restart';
      else if (name === 't') inText = true;
      else if (HIDDEN.has(name)) inText = false;
      else if (name === 'br' || name === 'cr' || name === 'tab') put('\n');
      else if (name === 'noBreakHyphen') put('-');
    },
    close: (name) => {
      if (name === 'sdt') {
        if (controls === officeControl) officeControl = 0;
        controls -= 1;
      }
      if (officeControl > 0) return;
      if (name === 't') inText = false;
      else if (name === 'p') put('\n');
      else if (name === 'tc' && depth <= 1) {
        if (!continues && cell !== undefined) row.push(cell.join(''));
        cell = undefined;
      } else if (name === 'tr' && depth <= 1) rows.push(row);
      else if (name === 'tbl') depth -= 1;
    },
    text: (text) => {
      if (inText) put(text);
    },
  });
  return isWellFormed ? { rows, text: words.join('') } : undefined;
}
