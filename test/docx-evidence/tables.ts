/** Tables of a Word file: widths, spans, merges, head rows, names. */
import { all, at, children, type Element, val } from '../support/docx-xml.js';
import { type Check, type Finding, unless } from './finding.js';

export const tables: Check = (_, root) => {
  const exact = new Set(
    all(root('word/styles.xml'), 'w:style')
      .filter((e) => at(e, 'w:pPr', 'w:spacing')?.attributes['w:lineRule'] === 'exact')
      .map((e) => e.attributes['w:styleId'] ?? ''),
  );
  const body = at(root('word/document.xml'), 'w:body');
  const blocks = (body?.children ?? []).filter((child) => typeof child !== 'string');
  const touching = blocks.some((block, i) => block.name === 'w:tbl' && blocks[i + 1]?.name !== 'w:p');
  return [
    ...unless(!touching, 'R-35', 'two tables touch, or one ends the text'),
    ...all(root('word/document.xml'), 'w:tbl').flatMap((table) => tableFindings(table, exact)),
  ];
};

function tableFindings(table: Element, exact: ReadonlySet<string>): readonly Finding[] {
  const grid = all(table, 'w:gridCol').map((e) => Number(e.attributes['w:w']));
  const width = grid.reduce((a, b) => a + b, 0);
  const rows = children(table, 'w:tr');
  const spanOf = (tc: Element): number => Number(val(tc, 'w:tcPr', 'w:gridSpan') ?? '1');
  const sizes = rows.map((row) =>
    children(row, 'w:tc').reduce((sum, tc) => sum + Number(at(tc, 'w:tcPr', 'w:tcW')?.attributes['w:w']), 0),
  );
  const spans = rows.map((row) => children(row, 'w:tc').reduce((sum, tc) => sum + spanOf(tc), 0));
  const heads = rows.map((row) => at(row, 'w:trPr', 'w:tblHeader') !== undefined);
  const paragraphs = all(table, 'w:p');
  const isExact = (p: Element): boolean =>
    exact.has(val(p, 'w:pPr', 'w:pStyle') ?? 'Normal') ||
    at(p, 'w:pPr', 'w:spacing')?.attributes['w:lineRule'] === 'exact';
  const own = at(table, 'w:tblPr');
  return [
    ...unless(
      at(own, 'w:tblW')?.attributes['w:w'] === String(width) && sizes.every((size) => size === width),
      'R-35',
      'widths of table, grid and cells differ',
    ),
    ...unless(
      spans.every((span) => span === grid.length),
      'R-35',
      'a row has more or fewer columns than the grid',
    ),
    ...unless(mergesHold(rows, spanOf), 'R-35', 'a merged cell goes on below nothing'),
    ...unless(
      rows.every((row) => at(row, 'w:trPr', 'w:cantSplit') !== undefined),
      'R-36',
      'a row may split',
    ),
    ...unless(
      !heads.includes(false) || !heads.slice(heads.indexOf(false)).includes(true),
      'R-36',
      'a head row is not first',
    ),
    ...unless(!paragraphs.some(isExact), 'R-34', 'a cell has an exact line height'),
    ...unless((val(own, 'w:tblCaption') ?? '') !== '', 'R-41', 'a table has no name'),
    ...unless((val(own, 'w:tblDescription') ?? '') !== '', 'R-41', 'a table has no description'),
  ];
}

/** Whether each continued cell stands under a cell of the same columns that began or went on. */
function mergesHold(rows: readonly Element[], spanOf: (tc: Element) => number): boolean {
  let open = new Map<string, boolean>();
  return rows.every((row) => {
    const next = new Map<string, boolean>();
    let column = 0;
    const holds = children(row, 'w:tc').every((tc) => {
      const key = `${column}+${spanOf(tc)}`;
      column += spanOf(tc);
      const merge = at(tc, 'w:tcPr', 'w:vMerge');
      if (merge === undefined) return true;
      next.set(key, true);
      return merge.attributes['w:val'] === 'restart' || open.has(key);
    });
    open = next;
    return holds;
  });
}
