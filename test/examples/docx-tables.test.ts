import { describe, expect, it } from 'vitest';
import { exampleNames, expectedTables, openExample, withoutSpace, writeOutput } from '../support/examples.js';
import { readDocx } from '../support/read-docx.js';

describe('every cell of every example in DOCX, read back by its XML', () => {
  it('covers the seven examples', () => {
    expect(exampleNames).toHaveLength(7);
  });

  it.each(exampleNames)('%s', async (name) => {
    const { open } = openExample(name);
    const read = readDocx(await writeOutput(open, 'docx'));
    const expected = expectedTables(name);
    expect(read.tables).toHaveLength(expected.length);
    expected.forEach((table, index) => {
      const clean = read.tables[index]?.map((row) => row.map((cell) => (cell === null ? null : withoutSpace(cell))));
      const wanted = table.cells.map((row) => row.map((cell) => (cell === null ? null : withoutSpace(cell))));
      expect(clean, `${name} ${table.name}`).toEqual(wanted);
    });
  });
});
