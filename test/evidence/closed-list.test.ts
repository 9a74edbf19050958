import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { createFontSet, FONT_FILES } from '../../src/fonts/fonts.js';
import { pdfWriter } from '../../src/write/pdf/pdf-writer.js';
import { exampleNames, openExample, writeOutput } from '../support/examples.js';
import { officialStyle } from '../support/page-style.js';
import { breakPdf } from '../support/pdf-edit.js';
import { embeddedData, everything, tinted } from '../support/pdf-everything.js';
import { body, builtInFonts, report } from '../support/pdf-fixtures.js';
import { openWhole } from '../support/pdf-open.js';
import { latin1 } from '../support/pdf-read.js';
import { inventoryOf, type Inventory } from './checks/inventory.js';

/** Rows of the tables under a heading of the document, as the code spans of each cell. */
function listed(title: string): string[][][] {
  const text = readFileSync('docs/pdf-evidence.md', 'utf8');
  const section = text.split(/^## /mu).find((part) => part.startsWith(`${title}\n`));
  if (section === undefined) throw new Error(`the list has no section ${title}`);
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => [...cell.matchAll(/`([^`]+)`/gu)].map(([, code]) => code ?? '')),
  );
}

function firstCells(title: string): string[] {
  return listed(title)
    .flatMap(([first]) => first ?? [])
    .sort();
}

/** All there is, in the form of the list. */
function asList(inventories: readonly Inventory[]): Readonly<Record<string, string[]>> {
  const all = (of: (inventory: Inventory) => Iterable<string>): string[] =>
    [...new Set(inventories.flatMap((inventory) => [...of(inventory)]))].sort();
  return {
    操作符: all(({ operators }) => operators),
    字典与键: all(({ keys }) =>
      [...keys].flatMap(([kind, own]) => [kind, ...[...own].map((key) => `${kind} / ${key}`)]),
    ),
    取值: all(({ values }) => [...values].filter((value) => !value.startsWith('StructElem.S = '))),
    结构类型: all(({ roles }) => roles),
    人工制品: all(({ artifacts }) => artifacts),
    'XMP 属性': all(({ properties }) => properties),
  };
}

function documented(): Readonly<Record<string, string[]>> {
  const keys = listed('字典与键').flatMap(([kind, own]) => [
    ...(kind ?? []),
    ...(own ?? []).map((key) => `${kind?.[0]} / ${key}`),
  ]);
  const titles = ['操作符', '取值', '结构类型', '人工制品', 'XMP 属性'];
  return { ...Object.fromEntries(titles.map((title) => [title, firstCells(title)])), 字典与键: keys.sort() };
}

let whole: Uint8Array;

beforeAll(async () => {
  const { value } = await pdfWriter.write(everything(), tinted(officialStyle), {
    fonts: builtInFonts(),
    generator: 'test',
    embedded: embeddedData,
  });
  whole = value ?? new Uint8Array();
});

describe('R-57: the closed list of docs/pdf-evidence.md', () => {
  it('holds all that is in any example and in a report with everything, and nothing else', async () => {
    const inventories = [inventoryOf(openWhole(whole))];
    for (const name of exampleNames) {
      inventories.push(inventoryOf(openWhole(await writeOutput(openExample(name).open, 'pdf'))));
    }
    expect(asList(inventories)).toEqual(documented());
    expect(inventories.flatMap(({ unreached }) => unreached)).toEqual([]);
  });

  it.each([
    ['操作符', /\bBT\b/u, '0 Tw BT', 'Tw'],
    ['字典与键', /\/PageMode/u, '/OpenAction [1 0 R]\n/PageMode', 'Catalog / OpenAction'],
    ['取值', /\/PageMode \/UseOutlines/u, '/PageMode /FullScreen', 'Catalog.PageMode = FullScreen'],
    ['结构类型', /\/S \/BlockQuote/u, '/S /Quote', 'Quote'],
    ['人工制品', /\/Artifact <<\/Type \/Layout>>/u, '/Artifact <</Type /Page>>', 'Page'],
    ['XMP 属性', /<dc:format>/u, '<dc:source>x</dc:source><dc:format>', 'dc:source'],
  ] as const)('sees what is new among %s', (title, pattern, replacement, item) => {
    const broken = inventoryOf(openWhole(breakPdf(whole, pattern, replacement)));
    expect(asList([broken])[title]).toContain(item);
    expect(documented()[title]).not.toContain(item);
  });

  it('claims PDF/A-3b alone when a font of the user has outlines that the list does not cover', async () => {
    const folder = new URL('../../fonts/', import.meta.url);
    const files = Object.fromEntries(
      FONT_FILES.map((name) => [name, new Uint8Array(readFileSync(new URL(name, folder)))]),
    );
    const bytes = new Uint8Array(readFileSync('test/fixtures/evidence/boxes.otf'));
    const { value: fonts } = createFontSet(files, [{ role: 'latin', origin: 'user', bytes }]);
    if (fonts === undefined) throw new Error('no fonts');
    const claims = async (text: string): Promise<readonly [string | undefined, boolean]> => {
      const { value } = await pdfWriter.write(report([body(text)]), officialStyle, { fonts, generator: 'test' });
      const file = latin1(value ?? new Uint8Array());
      return [/<pdfaid:conformance>(.)/u.exec(file)?.[1], file.includes('pdfuaid')];
    };
    expect(await claims('公开 Latin 2023')).toEqual(['B', false]);
    expect(await claims('公开')).toEqual(['A', true]);
  });
});
