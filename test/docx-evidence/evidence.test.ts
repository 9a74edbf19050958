import { beforeAll, describe, expect, it } from 'vitest';
import { docxWriter } from '../../src/write/docx/docx-writer.js';
import { exampleNames, openExample, writeOutput } from '../support/examples.js';
import { docxStyle, fullReport } from '../support/docx-fixtures.js';
import { env } from '../unit/docx/build.js';
import { checkDocx, partsOfFile } from './checks.js';
import type { Parts } from './finding.js';

describe('R-30 to R-41, by a reader of our own that shares no code with the writer', () => {
  it.each(exampleNames)('finds nothing wrong in the DOCX of %s', async (name) => {
    expect(checkDocx(partsOfFile(await writeOutput(openExample(name).open, 'docx')))).toEqual([]);
  });
});

let good: Parts;

beforeAll(async () => {
  // Of two tables with one id Word keeps one bookmark, so each gets an id of its own.
  const report = fullReport();
  const children = report.children.map((block, index) =>
    block.type === 'table' ? { ...block, id: `${block.id}-${index}` } : block,
  );
  const { value } = await docxWriter.write({ ...report, children }, docxStyle, env);
  good = partsOfFile(value ?? new Uint8Array());
});

/** A file with one part changed; the change must be one. */
function broken(path: string, from: string | RegExp, to: string): Parts {
  const part = good[path] ?? '';
  const changed = part.replace(from, to);
  if (changed === part) throw new Error(`${path} does not hold ${String(from)}`);
  return { ...good, [path]: changed };
}

function without(path: string): Parts {
  return Object.fromEntries(Object.entries(good).filter(([name]) => name !== path));
}

const body = 'word/document.xml';
const styles = 'word/styles.xml';
const core = 'docProps/core.xml';

/** What is done to a sound file, and the finding it must give. */
const faults: readonly (readonly [requirement: string, text: string, make: () => Parts])[] = [
  [
    'R-39',
    'a part has no content type',
    () => broken('[Content_Types].xml', /<Override[^>]*styles[^>]*\/>(?=.*)|<Default[^>]*"xml"[^>]*\/>/gu, ''),
  ],
  ['R-39', 'a content type has no part', () => without('docProps/app.xml')],
  [
    'R-39',
    'relationships and parts are not the same',
    () => broken('word/_rels/document.xml.rels', 'fontTable.xml', 'fonts.xml'),
  ],
  ['R-39', 'a relationship that is used is not there', () => broken(body, /r:embed="rId\d+"/u, 'r:embed="rId99"')],
  [
    'R-40',
    'relationships are not numbered from 1',
    () => broken('word/_rels/document.xml.rels', 'Id="rId1"', 'Id="rIdq8x"'),
  ],
  ['R-39', 'styleNames: </w:p> closes w:r', () => broken(body, '</w:r>', '</w:p>')],
  ['R-37', 'a built-in style has not the name Word knows', () => broken(styles, '"heading 1"', '"标题 1"')],
  [
    'R-37',
    'a style that is used is not defined',
    () => broken(body, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Titel"/>'),
  ],
  ['R-37', 'two styles have one id or name', () => broken(styles, '"heading 2"', '"heading 1"')],
  [
    'R-37',
    'a heading has not its level or does not keep with its text',
    () => broken(styles, '<w:outlineLvl w:val="1"/>', ''),
  ],
  [
    'R-37',
    'a heading or list is numbered by Word',
    () => broken(body, '<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading1"/><w:numPr/>'),
  ],
  [
    'R-30',
    'Chinese quotes, dashes or dots are in the Western font',
    () => broken(body, /<w:rPr><w:rFonts[^>]*hint="eastAsia"\/><\/w:rPr>/u, ''),
  ],
  [
    'R-30',
    'Chinese quotes, dashes or dots are in the Western font',
    () => broken(body, /w:hAnsi="仿宋_GB2312"/u, 'w:hAnsi="Times New Roman"'),
  ],
  [
    'R-30',
    'Normal does not name both fonts',
    () => broken(styles, /(styleId="Normal".*?)w:eastAsia="[^"]*"/u, '$1w:eastAsia="Times New Roman"'),
  ],
  [
    'R-31',
    'a font is used that the font table does not list',
    () => broken(styles, 'w:eastAsia="黑体"', 'w:eastAsia="等线"'),
  ],
  [
    'R-31',
    'a font has no other name or no character set',
    () => broken('word/fontTable.xml', /<w:altName[^>]*\/>/u, ''),
  ],
  ['R-31', 'a theme font is asked for', () => broken(styles, '<w:rFonts ', '<w:rFonts w:asciiTheme="minorHAnsi" ')],
  [
    'R-31',
    'the theme holds a font of its own',
    () => broken('word/theme/theme1.xml', /<a:latin typeface="[^"]*"\/>/u, '<a:latin typeface="Calibri"/>'),
  ],
  [
    'R-32',
    'page, margins or line grid are not those of the standard',
    () => broken(body, 'w:linePitch="579"', 'w:linePitch="312"'),
  ],
  [
    'R-32',
    'page, margins or line grid are not those of the standard',
    () => broken(body, 'w:top="2098"', 'w:top="1440"'),
  ],
  [
    'R-38',
    'odd and even pages have not their own footers',
    () => broken(body, /<w:footerReference[^>]*w:type="even"[^>]*\/>/u, ''),
  ],
  ['R-38', 'odd and even footers are switched off', () => broken('word/settings.xml', '<w:evenAndOddHeaders/>', '')],
  ['R-38', 'a footer is not — 1 —', () => broken('word/footer2.xml', '— ', '- ')],
  [
    'R-39',
    'Word would ask to update fields',
    () => broken('word/settings.xml', '<w:evenAndOddHeaders/>', '<w:evenAndOddHeaders/><w:updateFields/>'),
  ],
  [
    'R-33',
    'a first line is indented by another length than by characters',
    () => broken(styles, 'w:firstLine="640"', 'w:firstLine="480"'),
  ],
  [
    'R-33',
    'a line is indented by spaces',
    () => broken(body, /(<w:p><w:r><w:t xml:space="preserve">)/u, '$1\u3000\u3000'),
  ],
  [
    'R-35',
    'two tables touch, or one ends the text',
    () => broken(body, /<\/w:tbl><w:p>.*?<\/w:p>/u, '</w:tbl><w:tbl></w:tbl>'),
  ],
  [
    'R-35',
    'widths of table, grid and cells differ',
    () => broken(body, /<w:gridCol w:w="(\d)/u, '<w:gridCol w:w="$19'),
  ],
  ['R-35', 'a row has more or fewer columns than the grid', () => broken(body, /<w:gridSpan w:val="\d+"\/>/u, '')],
  ['R-35', 'a merged cell goes on below nothing', () => broken(body, /<w:vMerge w:val="restart"\/>/u, '')],
  ['R-36', 'a row may split', () => broken(body, '<w:cantSplit/>', '')],
  ['R-36', 'a head row is not first', () => broken(body, /<w:tblHeader\/>(?=(?:(?!<\/w:tbl>).)*<w:tblHeader\/>)/u, '')],
  ['R-34', 'a cell has an exact line height', () => broken(styles, 'w:lineRule="atLeast"', 'w:lineRule="exact"')],
  ['R-41', 'a table has no name', () => broken(body, /<w:tblCaption[^>]*\/>/u, '')],
  ['R-41', 'a table has no description', () => broken(body, /<w:tblDescription[^>]*\/>/u, '')],
  ['R-41', 'title or subject is missing', () => broken(core, /<dc:title>.*<\/dc:title>/u, '')],
  ['R-41', 'the language is not Chinese', () => broken(core, 'zh-CN', 'en-US')],
  ['R-41', 'agency or year is missing', () => broken('docProps/custom.xml', 'name="year"', 'name="jahr"')],
  ['R-41', 'a picture has no alternative text', () => broken(body, / descr="[^"]*"/u, '')],
  ['R-40', 'a date is not a day of the report', () => broken(core, 'T00:00:00Z', 'T08:31:07Z')],
  ['R-41', 'bookmarks do not pair up', () => broken(body, /<w:bookmarkEnd[^>]*\/>/u, '')],
  [
    'R-41',
    'a heading has no bookmark',
    () => broken(body, /(<w:pStyle w:val="Heading1"\/><\/w:pPr>)<w:bookmarkStart[^>]*\/>/u, '$1'),
  ],
  ['R-41', 'a table has no bookmark', () => broken(body, /<w:bookmarkStart w:name="t3_\d+"[^>]*\/>/u, '')],
  ['R-39', 'the text holds words of the program', () => broken(body, /(<w:t xml:space="preserve">)/u, '$1undefined')],
  [
    'R-39',
    'the text holds characters that are no words',
    () => broken(body, /(<w:t xml:space="preserve">)/u, '$1\uE001'),
  ],
];

describe('each check, on a file broken for it', () => {
  it('a file with every kind of node has no finding', () => {
    expect(checkDocx(good)).toEqual([]);
  });

  it.each(faults)('%s: %s', (requirement, text, make) => {
    expect(checkDocx(make())).toContainEqual({ requirement, text });
  });
});
