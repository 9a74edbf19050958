/**
 * A saved copy of the published web page against the report. A page has much around the report, so every table is looked for
 * among the page's rows, and every paragraph among its words.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { TemplatePack } from '../pack/types.js';
import { differs as differsOf } from '../output/verify-output.js';
import { expectedText, type ExpectedRow } from '../readback/expected.js';
import { comparable } from '../readback/model.js';
import { readHtml } from '../readback/read-html.js';
import type { Report } from '../report/tree.js';
import * as findings from './findings.js';

/** Paragraphs missing from a page that are told one by one. */
const MOST_PARAGRAPHS = 20;
const LONGEST_SHOWN = 60;

/** Empty when the page shows every table cell and every sentence of the report. */
export function pageFindings(
  page: Uint8Array,
  name: string,
  report: Report,
  pack: TemplatePack,
): readonly Diagnostic[] {
  const shown = readHtml(page);
  const expected = expectedText(report);
  const rows = shown.rows.map((row) => row.map(comparable));
  return [...tableFindings(expected.rows, rows, name, pack), ...textFindings(expected.text, shown.text)];
}

function tableFindings(
  expected: readonly ExpectedRow[],
  rows: readonly (readonly string[])[],
  name: string,
  pack: TemplatePack,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  let from = 0;
  for (const table of byTable(expected)) {
    const start = bestStart(table, rows, from);
    if (start === undefined) {
      found.push(findings.pageTable(table[0]?.table ?? ''));
      continue;
    }
    from = start + table.length;
    for (const [index, row] of table.entries()) {
      for (const [place, cell] of row.cells.entries()) {
        const shown = rows[start + index]?.[place] ?? '';
        if (comparable(cell.text) === shown) continue;
        found.push(
          findings.differs(
            differsOf(
              name,
              {
                kind: 'cell',
                table: row.table,
                row: row.label,
                expected: cell.text,
                found: shown,
                ...(cell.address === undefined ? {} : { address: cell.address }),
              },
              pack,
            ),
          ),
        );
      }
    }
  }
  return found;
}

function byTable(rows: readonly ExpectedRow[]): readonly (readonly ExpectedRow[])[] {
  const tables: ExpectedRow[][] = [];
  for (const row of rows) {
    const last = tables.at(-1);
    if (last?.[0]?.table === row.table) last.push(row);
    else tables.push([row]);
  }
  return tables;
}

/** Where the rows have the table's shape and most of its cells agree; a table is found in spite of a few changed figures. */
function bestStart(
  table: readonly ExpectedRow[],
  rows: readonly (readonly string[])[],
  from: number,
): number | undefined {
  let best: { readonly start: number; readonly score: number } | undefined;
  const cells = table.reduce((sum, row) => sum + row.cells.length, 0);
  for (let start = from; start + table.length <= rows.length; start++) {
    if (!table.every((row, index) => rows[start + index]?.length === row.cells.length)) continue;
    const score = table.reduce(
      (sum, row, index) =>
        sum + row.cells.filter((cell, place) => comparable(cell.text) === rows[start + index]?.[place]).length,
      0,
    );
    if (score * 2 > cells && (best === undefined || score > best.score)) best = { start, score };
  }
  return best?.start;
}

function textFindings(expected: string, shown: string): readonly Diagnostic[] {
  const page = comparable(shown);
  return expected
    .split('\n')
    .flatMap((paragraph) => paragraph.split(/(?<=[。；])/u))
    .map(comparable)
    .filter((sentence) => sentence !== '' && !page.includes(sentence))
    .slice(0, MOST_PARAGRAPHS)
    .map((sentence) =>
      findings.pageLacks(sentence.length <= LONGEST_SHOWN ? sentence : `${sentence.slice(0, LONGEST_SHOWN)}……`),
    );
}
