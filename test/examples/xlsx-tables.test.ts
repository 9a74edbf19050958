import { describe, expect, it } from 'vitest';
import { builtInFonts, createFontSet, type OpenReport } from '../../src/index.js';
import { writeOutputs } from '../../src/output/outputs.js';
import { exampleNames, expectedTables, openExample, withoutSpace } from '../support/examples.js';
import { gridFrom, sheetsOf, shownText } from '../support/read-sheets.js';

const fonts = createFontSet(builtInFonts()).value;
if (fonts === undefined) throw new Error('no fonts');
const env = { fonts, generator: 'nianbao test' };

async function workbookOf(open: OpenReport): Promise<Uint8Array> {
  const written = await writeOutputs(open, { formats: ['xlsx'], env, embed: true, verify: true });
  const [file] = written.value ?? [];
  if (file === undefined) throw new Error(JSON.stringify(written.diagnostics));
  return file.bytes;
}

/** Tables of the form; those of the narrative are not in a workbook. */
function statutoryTables(name: string): ReturnType<typeof expectedTables> {
  return expectedTables(name).filter((table) => !table.name.startsWith('n'));
}

describe('every cell of every example in XLSX, numbers as numbers', () => {
  it.each(exampleNames)('%s', async (name) => {
    const { open } = openExample(name);
    const sheets = sheetsOf(await workbookOf(open));
    const expected = statutoryTables(name);
    expect(sheets).toHaveLength(expected.length);
    expected.forEach((table, index) => {
      const sheet = sheets[index];
      if (sheet === undefined) throw new Error('no sheet');
      const first = withoutSpace(table.cells[0]?.[0] ?? '');
      const top = [...sheet.rows].find(
        ([, row]) => withoutSpace(shownText(row.get(0) ?? { kind: 'blank' })) === first,
      )?.[0];
      const grid = gridFrom(sheet, top ?? 0, table.cells.length);
      const shown = grid.map((row) => row.map((cell) => (cell === null ? null : withoutSpace(shownText(cell)))));
      const wanted = table.cells.map((row) => row.map((cell) => (cell === null ? null : withoutSpace(cell))));
      expect(shown, `${name} ${table.name}`).toEqual(wanted);
      const figures = grid.flatMap((row, r) =>
        row.flatMap((cell, c) => {
          const text = table.cells[r]?.[c] ?? '';
          // Codes of rows are four digits as well, but names and no figures.
          return r < table.headerRows || c === 0 || !/^-?\d+(?:\.\d+)?$/u.test(text) || isCode(table.cells, c)
            ? []
            : [cell?.kind];
        }),
      );
      expect(new Set(figures), `${name} ${table.name}`).toEqual(new Set(['number']));
    });
  });
});

function isCode(cells: readonly (readonly (string | null)[])[], column: number): boolean {
  return cells[0]?.[column] === '代码';
}
