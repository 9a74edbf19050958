/** Reads an output back and says where it differs from the report (design section 8, `--verify`). */
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { cellSpecs } from '../pack/cells.js';
import type { TemplatePack } from '../pack/types.js';
import { differencesOf, type Difference } from '../readback/compare.js';
import { expectedText } from '../readback/expected.js';
import type { ReadBack } from '../readback/model.js';
import { readDocx } from '../readback/read-docx.js';
import { readHtml } from '../readback/read-html.js';
import { readPdf } from '../readback/read-pdf.js';
import { readSheets } from '../readback/read-sheets.js';
import type { Report } from '../report/tree.js';
import { expectedSheets } from './expected-sheets.js';

interface WrittenFile {
  readonly format: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Differences as errors `output/differs`; empty when the file says what the tree says. */
export async function verifyOutput(
  file: WrittenFile,
  report: Report,
  pack: TemplatePack,
): Promise<readonly Diagnostic[]> {
  const read = await readOutput(file);
  if (read.value === undefined) return read.diagnostics;
  const expected = file.format === 'xlsx' ? expectedSheets(report, pack) : expectedText(report);
  return differencesOf(expected, read.value).map((difference) => differs(file.name, difference, pack));
}

/** An output as its independent reader sees it. */
export async function readOutput({ format, name, bytes }: WrittenFile): Promise<Outcome<ReadBack>> {
  switch (format) {
    case 'docx':
      return readDocx(bytes, name);
    case 'pdf':
      return readPdf(bytes, name);
    case 'xlsx':
      return readSheets(bytes, name);
    default:
      return { value: readHtml(bytes), diagnostics: [] };
  }
}

/** A difference as a sentence: the cell by its official name, both figures. */
export function differs(name: string, difference: Difference, pack: TemplatePack): Diagnostic {
  const hint = {
    zh: '不要使用这份文件，重新生成；仍有不同时，请报告给开发者。',
    en: 'Do not use this file; build again, and report it if it stays.',
  };
  const shown = (text: string): string => (text.trim() === '' ? '（空白）' : `“${text.trim()}”`);
  const base = { code: 'output/differs', severity: 'error' as const, hint };
  switch (difference.kind) {
    case 'cell': {
      const { address, table, row, expected, found } = difference;
      const cell =
        (address === undefined ? undefined : cellSpecs(pack).byAddress.get(address)?.name) ?? `${table}“${row}”行`;
      return {
        ...base,
        message: {
          zh: `“${name}”里${cell}是${shown(found)}，数据是${shown(expected)}。`,
          en: `In "${name}" ${cell} is ${shown(found)}, and the data say ${shown(expected)}.`,
        },
        facts: { expected, actual: found },
        ...(address === undefined ? {} : { cells: [address] }),
      };
    }
    case 'shape': {
      const { table, row, expected, found } = difference;
      const what =
        row === '' ? { zh: '行数', en: 'rows' } : { zh: `“${row}”行的格数`, en: `cells in the row "${row}"` };
      return {
        ...base,
        message: {
          zh: `“${name}”里${table}的${what.zh}是 ${found}，应为 ${expected}。`,
          en: `In "${name}" ${table} has ${found} ${what.en}, and should have ${expected}.`,
        },
        facts: { expected: String(expected), actual: String(found) },
      };
    }
    case 'text':
      return {
        ...base,
        message: {
          zh: `“${name}”的正文与数据不同：文件里是${shown(difference.found)}，数据是${shown(difference.expected)}。`,
          en: `The text of "${name}" differs: the file says ${shown(difference.found)}, the data say ${shown(difference.expected)}.`,
        },
        facts: { expected: difference.expected, actual: difference.found },
      };
  }
}
