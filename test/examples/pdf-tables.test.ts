import { describe, expect, it } from 'vitest';
import { exampleNames, expectedTables, openExample, withoutSpace, writeOutput } from '../support/examples.js';
import { readPdf, taggedWith, textOfTagged } from '../support/read-pdf.js';

describe('every cell of every example in PDF, read back by its structure tree', () => {
  it.each(exampleNames)('%s', async (name) => {
    const { open } = openExample(name);
    const read = await readPdf(await writeOutput(open, 'pdf'));
    const rows = taggedWith(read.tree, 'TR').map((row) =>
      row.children.filter((cell) => cell.role === 'TH' || cell.role === 'TD').map((cell) => withoutSpace(textOfTagged(cell))),
    );
    const expected = expectedTables(name).flatMap((table) =>
      table.cells.map((row) => row.filter((cell): cell is string => cell !== null).map(withoutSpace)),
    );
    // pdf.js gives the whole tree of a table for each of its pages, with text only for what stands on that page.
    expect(rows.filter((row) => row.some((cell) => cell !== ''))).toEqual(expected);
  });
});
