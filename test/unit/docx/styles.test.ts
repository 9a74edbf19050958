import { describe, expect, test } from 'vitest';
import { all, at, children, type Element, textIn, val } from '../../support/docx-xml.js';
import { docxStyle, fullReport } from '../../support/docx-fixtures.js';
import { build } from './build.js';

const built = await build(fullReport());

function style(id: string): Element {
  const found = children(built.styles, 'w:style').find((element) => element.attributes['w:styleId'] === id);
  if (found === undefined) throw new Error(`no style ${id}`);
  return found;
}

function fontsOf(id: string) {
  return at(style(id), 'w:rPr', 'w:rFonts')?.attributes;
}

describe('styles', () => {
  test('R-37: Word’s built-in styles carry the names Word knows', () => {
    const names = Object.fromEntries(
      children(built.styles, 'w:style').map((element) => [element.attributes['w:styleId'], val(element, 'w:name')]),
    );
    expect(names).toMatchObject({
      Normal: 'Normal',
      Title: 'Title',
      Heading1: 'heading 1',
      Heading2: 'heading 2',
      Heading3: 'heading 3',
      Heading4: 'heading 4',
      Caption: 'caption',
      TableGrid: 'Table Grid',
      Footer: 'footer',
      Hyperlink: 'Hyperlink',
    });
    expect(val(style('TableText'), 'w:aliases')).toBe('表格文字');
  });

  test('R-37: every style used is defined, and of the right kind', () => {
    const kinds = { 'w:pStyle': 'paragraph', 'w:rStyle': 'character', 'w:tblStyle': 'table' };
    const parts = ['word/document.xml', 'word/footer1.xml', 'word/footer2.xml'].map((path) => built.part(path));
    for (const [element, kind] of Object.entries(kinds)) {
      const used = new Set(parts.flatMap((part) => all(part, element).map((e) => e.attributes['w:val'] ?? '')));
      expect(used.size).toBeGreaterThan(0);
      for (const id of used) expect(style(id).attributes['w:type']).toBe(kind);
    }
  });

  test('R-37: headings keep with their text and have their level; the title is not indented', () => {
    [1, 2, 3, 4].forEach((level) => {
      const properties = at(style(`Heading${level}`), 'w:pPr');
      expect(val(properties, 'w:outlineLvl')).toBe(String(level - 1));
      expect(at(properties, 'w:keepNext')?.attributes).toEqual({});
    });
    expect(at(style('Title'), 'w:pPr', 'w:ind')?.attributes).toMatchObject({
      'w:firstLine': '0',
      'w:firstLineChars': '0',
    });
  });

  test('R-30: fonts and size stand in Normal, Western letters in the Western font', () => {
    expect(fontsOf('Normal')).toEqual({
      'w:ascii': 'Times New Roman',
      'w:hAnsi': 'Times New Roman',
      'w:eastAsia': '仿宋_GB2312',
      'w:cs': 'Times New Roman',
    });
    expect(val(style('Normal'), 'w:rPr', 'w:sz')).toBe('32');
    expect(fontsOf('Heading1')?.['w:eastAsia']).toBe('黑体');
    expect(fontsOf('Heading2Char')?.['w:eastAsia']).toBe('楷体_GB2312');
    expect(fontsOf('TableHead')?.['w:eastAsia']).toBe('黑体');
    expect(fontsOf('TableCellNote')?.['w:eastAsia']).toBe('楷体_GB2312');
  });

  test('R-31: no theme font is asked for, and the theme holds the style’s own fonts only', () => {
    for (const [path, xml] of Object.entries(built.parts)) expect(xml, path).not.toMatch(/\w+Theme="/u);
    const typefaces = all(built.part('word/theme/theme1.xml'), 'a:fontScheme').flatMap((scheme) =>
      ['a:latin', 'a:ea', 'a:cs', 'a:font'].flatMap((name) => all(scheme, name).map((e) => e.attributes['typeface'])),
    );
    expect(new Set(typefaces)).toEqual(new Set(['Times New Roman', '黑体', '仿宋_GB2312', '']));
  });

  test('R-32: a grid of 22 lines, and characters drawn together to 28 a line', () => {
    const grids = all(built.document, 'w:docGrid').map((grid) => grid.attributes);
    expect(grids).toHaveLength(3);
    for (const grid of grids) expect(grid).toEqual({ 'w:type': 'lines', 'w:linePitch': '579' });
    expect(val(style('Normal'), 'w:rPr', 'w:spacing')).toBe('-5');
    expect(at(style('Normal'), 'w:pPr', 'w:spacing')?.attributes).toMatchObject({
      'w:line': '579',
      'w:lineRule': 'exact',
    });
    expect(22 * 579).toBeLessThanOrEqual(12756);
    expect(28 * (320 - 5)).toBeLessThanOrEqual(8845);
  });

  test('R-32: the text block is 156 × 225 mm on A4', () => {
    const [upright, sideways] = all(built.document, 'w:sectPr');
    expect(at(upright, 'w:pgSz')?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' });
    expect(at(upright, 'w:pgMar')?.attributes).toMatchObject({
      'w:top': '2098',
      'w:left': '1587',
      'w:right': '1471',
      'w:bottom': '1984',
    });
    expect(Math.abs(Number(at(upright, 'w:pgMar')?.attributes['w:footer']) - 1451)).toBeLessThan(10);
    // Turned: the binding edge is the head.
    expect(at(sideways, 'w:pgSz')?.attributes).toEqual({ 'w:w': '16838', 'w:h': '11906', 'w:orient': 'landscape' });
    expect(at(sideways, 'w:pgMar')?.attributes).toMatchObject({
      'w:top': '1587',
      'w:right': '2098',
      'w:bottom': '1471',
      'w:left': '1984',
    });
  });

  test('R-33: first lines are indented by property, both in characters and in length', () => {
    expect(at(style('Normal'), 'w:pPr', 'w:ind')?.attributes).toMatchObject({
      'w:firstLine': '640',
      'w:firstLineChars': '200',
    });
    const texts = all(built.document, 'w:p').map(textIn);
    expect(texts.filter((text) => /^[ \u3000]/u.test(text))).toEqual([]);
  });

  test('R-34: no paragraph of a table has an exact line height', () => {
    for (const look of Object.keys(docxStyle.tables)) {
      const tail = look === 'statutory' ? '' : `-${look}`;
      for (const kind of ['TableText', 'TableHead', 'TableCellNote']) {
        expect(at(style(kind + tail), 'w:pPr', 'w:spacing')?.attributes['w:lineRule']).toBe('atLeast');
        expect(val(style(kind + tail), 'w:pPr', 'w:snapToGrid')).toBe('0');
      }
    }
    for (const table of all(built.document, 'w:tbl')) {
      for (const paragraph of all(table, 'w:p')) {
        expect(val(paragraph, 'w:pPr', 'w:pStyle')).toMatch(/^Table(?:Text|Head|CellNote)/u);
        expect(at(paragraph, 'w:pPr', 'w:spacing')?.attributes['w:lineRule']).not.toBe('exact');
      }
    }
  });

  test('the font table lists every font with its other names and character set', () => {
    const rows = children(built.part('word/fontTable.xml'), 'w:font');
    const body = rows.find((row) => row.attributes['w:name'] === '仿宋_GB2312');
    expect(val(body, 'w:altName')).toBe('FangSong_GB2312,仿宋,FangSong,华文仿宋,STFangsong');
    expect(val(body, 'w:charset')).toBe('86');
    const listed = new Set(rows.map((row) => row.attributes['w:name']));
    const named = Object.entries(built.parts)
      .filter(([path]) => path.startsWith('word/') && path.endsWith('.xml'))
      .flatMap(([path]) => all(built.part(path), 'w:rFonts'))
      .flatMap((fonts) => ['w:ascii', 'w:hAnsi', 'w:eastAsia', 'w:cs'].map((slot) => fonts.attributes[slot]));
    for (const name of new Set(named)) expect(listed).toContain(name);
  });
});
