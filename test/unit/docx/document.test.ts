import { describe, expect, test } from 'vitest';
import { body, docxStyle, fullReport, reportOf, tableFour, text } from '../../support/docx-fixtures.js';
import { all, at, children, type Element, ownText, textIn, val } from '../../support/docx-xml.js';
import { build } from './build.js';

const built = await build(fullReport());
const bodyElement = at(built.document, 'w:body') as Element;

function paragraphOf(start: string): Element {
  const found = all(built.document, 'w:p').find((paragraph) => textIn(paragraph).startsWith(start));
  if (found === undefined) throw new Error(`no paragraph ${start}`);
  return found;
}

function bookmarkOf(paragraph: Element): string | undefined {
  return at(paragraph, 'w:bookmarkStart')?.attributes['w:name'];
}

describe('text', () => {
  test('R-30: each run of quotes, dashes and dots names the Chinese font of its place in every slot', () => {
    const expected: Record<string, string> = {
      '“': '仿宋_GB2312',
      '”——': '仿宋_GB2312',
      '……': '仿宋_GB2312',
      '·': '仿宋_GB2312',
    };
    const runs = all(paragraphOf('（一）主动公开'), 'w:r');
    for (const [mark, font] of Object.entries(expected)) {
      const run = runs.find((r) => textIn(r) === mark);
      expect(run, mark).toBeDefined();
      expect(run && at(run, 'w:rPr', 'w:rFonts')?.attributes, mark).toEqual({
        'w:ascii': font,
        'w:hAnsi': font,
        'w:eastAsia': font,
        'w:cs': font,
        'w:hint': 'eastAsia',
      });
    }
    const tableRun = all(paragraphOf('3.危及'), 'w:r').find((r) => textIn(r) === '“');
    expect(tableRun && at(tableRun, 'w:rPr', 'w:rFonts')?.attributes['w:hAnsi']).toBe('宋体');
  });

  test('R-30: no run mixes such marks with letters or digits, in any part', () => {
    const runs = all(built.document, 'w:r');
    const marked = runs.filter((run) => /[“”‘’…—·]/u.test(textIn(run)));
    const plain = runs.filter((run) => !/[“”‘’…—·\u2150-\u2BFF]/u.test(textIn(run)));
    expect(marked.length).toBeGreaterThan(0);
    expect(plain.length).toBeGreaterThan(0);
    for (const run of marked) expect(textIn(run)).not.toMatch(/[A-Za-z0-9\u4E00-\u9FFF]/u);
    for (const run of plain) expect(at(run, 'w:rPr', 'w:rFonts')).toBeUndefined();
  });

  test('heading numbers and list markers are literal text; no numbering part exists', () => {
    expect(textIn(paragraphOf('一、'))).toBe('一、总体情况');
    expect(textIn(paragraphOf('（1）网上'))).toBe('（1）网上受理');
    expect(val(paragraphOf('2.加强'), 'w:pPr', 'w:pStyle')).toBe('ListParagraph');
    expect(textIn(paragraphOf('①'))).toMatch(/^①线上培训/u);
    expect(built.parts['word/numbering.xml']).toBeUndefined();
    expect(all(built.document, 'w:numPr')).toEqual([]);
  });

  test('the title is one paragraph of style Title with a break between its lines', () => {
    const titles = all(built.document, 'w:p').filter((p) => val(p, 'w:pPr', 'w:pStyle') === 'Title');
    expect(titles.map(textIn)).toEqual(['示例市人民政府办公室\n2023年政府信息公开工作年度报告']);
  });

  test('a run-in heading has the heading’s character style in a paragraph of the body', () => {
    const paragraph = paragraphOf('（一）主动公开');
    expect(at(paragraph, 'w:pPr', 'w:pStyle')).toBeUndefined();
    const [first] = all(paragraph, 'w:r');
    expect(val(first, 'w:rPr', 'w:rStyle')).toBe('Heading2Char');
    expect(bookmarkOf(paragraph)).toBe('s1_1');
  });

  test('sections and tables are bookmarked, each name and id once', () => {
    const starts = all(built.document, 'w:bookmarkStart');
    const names = starts.map((e) => e.attributes['w:name']);
    expect(names).toEqual(expect.arrayContaining(['title', 's1', 's1_2', 's2', 't2', 's3', 't3', 't4', 't1', 'n1']));
    expect(new Set(names).size).toBe(names.length);
    expect(starts.map((e) => e.attributes['w:id'])).toEqual(starts.map((_, index) => String(index + 1)));
  });

  test('strong and emphasised text and links have character styles; the link goes where it says', () => {
    const runs = all(paragraphOf('（一）主动公开'), 'w:r');
    const styleOf = (content: string) =>
      val(
        runs.find((r) => textIn(r) === content),
        'w:rPr',
        'w:rStyle',
      );
    expect(styleOf('重点')).toBe('Strong');
    expect(styleOf('强调')).toBe('Emphasis');
    expect(styleOf('政府网站')).toBe('Hyperlink');
    const id = all(built.document, 'w:hyperlink')[0]?.attributes['r:id'];
    const target = all(built.part('word/_rels/document.xml.rels'), 'Relationship').find(
      (r) => r.attributes['Id'] === id,
    );
    expect(target?.attributes).toMatchObject({
      Target: 'https://www.example.gov.cn/%E5%85%AC%E5%BC%80?a=1&b=2',
      TargetMode: 'External',
    });
  });

  test('R-41: a figure has its alternative text and stays with its caption', () => {
    expect(all(built.document, 'wp:docPr').map((e) => e.attributes['descr'])).toEqual(['公开渠道柱状图']);
    expect(val(paragraphOf('图1'), 'w:pPr', 'w:pStyle')).toBe('Caption');
  });
});

describe('pages', () => {
  test('R-38: odd and even footers, the number between em dashes, right and left, one character in', () => {
    expect(at(built.part('word/settings.xml'), 'w:evenAndOddHeaders')).toBeDefined();
    const references = all(built.document, 'w:footerReference').map((e) => e.attributes['w:type']);
    expect(references).toEqual(['default', 'even']);
    [
      ['word/footer1.xml', 'right'],
      ['word/footer2.xml', 'left'],
    ].forEach(([path, side]) => {
      const footer = built.part(path ?? '');
      expect(textIn(footer)).toBe('—  —');
      expect(all(footer, 'w:instrText').map(ownText)).toEqual(['PAGE']);
      const properties = at(footer, 'w:p', 'w:pPr');
      expect(val(properties, 'w:jc')).toBe(side);
      expect(at(properties, 'w:ind')?.attributes).toEqual({ [`w:${side ?? ''}`]: '280' });
    });
  });

  test('R-38: a style may put the number in the middle and in another form', async () => {
    const pageNumber = { ...docxStyle.pageNumber, position: 'center', form: '第#页' } as const;
    const centred = await build(reportOf([body('正文')]), { ...docxStyle, pageNumber });
    const footer = centred.part('word/footer2.xml');
    expect(textIn(footer)).toBe('第页');
    expect(val(footer, 'w:p', 'w:pPr', 'w:jc')).toBe('center');
    expect(at(footer, 'w:p', 'w:pPr', 'w:ind')).toBeUndefined();
  });

  test('a page break is said of the next paragraph; before a table, of an unseen one', () => {
    const starting = children(bodyElement, 'w:p').filter((p) => at(p, 'w:pPr', 'w:pageBreakBefore') !== undefined);
    expect(starting.map(textIn)).toEqual(['附件', '']);
    expect(val(starting[1], 'w:pPr', 'w:pStyle')).toBe('TableSpacer');
  });

  test('a sideways table takes its heading and its note onto its own pages', () => {
    const sections: string[][] = [[]];
    for (const child of bodyElement.children) {
      if (typeof child === 'string') continue;
      sections.at(-1)?.push(child.name === 'w:tbl' ? '[table]' : textIn(child));
      if (all(child, 'w:sectPr').length > 0) sections.push([]);
    }
    expect(sections[1]).toEqual(['四、政府信息公开行政复议、行政诉讼情况', '[table]', '注：本表为横排。']);
    expect(all(built.document, 'w:type').map((e) => e.attributes['w:val'])).toEqual([
      'nextPage',
      'nextPage',
      'nextPage',
    ]);
  });

  test('tables never touch, and no section ends with one', async () => {
    const { document } = await build(reportOf([tableFour('landscape'), tableFour('landscape'), tableFour()]));
    for (const part of [bodyElement, at(document, 'w:body') as Element]) {
      const names = part.children.map((child) => (typeof child === 'string' ? '' : child.name));
      expect(names.join(' ')).not.toMatch(/w:tbl w:tbl|w:tbl w:sectPr/u);
    }
  });

  test('a draft shows its mark in grey on odd and even pages, a final report has no header', async () => {
    const draft = await build(fullReport({ draftMark: '草稿' }));
    expect(all(draft.document, 'w:headerReference').map((e) => e.attributes['w:type'])).toEqual(['default', 'even']);
    for (const path of ['word/header1.xml', 'word/header2.xml']) {
      const [shape] = all(draft.part(path), 'v:shape');
      expect(shape?.attributes['fillcolor']).toBe('#D9D9D9');
      expect(shape && all(shape, 'v:textpath')[0]?.attributes['string']).toBe('草稿');
    }
    expect(draft.parts['docProps/core.xml']).toContain('<cp:contentStatus>草稿</cp:contentStatus>');
    expect(all(built.document, 'w:headerReference')).toEqual([]);
  });

  test('an empty report is still a sound file with page numbers', async () => {
    const { document, diagnostics } = await build(reportOf([]));
    expect(all(document, 'w:footerReference')).toHaveLength(2);
    expect(diagnostics).toEqual([]);
  });
});

describe('properties', () => {
  test('R-41: title, subject, agency, year and language', () => {
    const core = built.part('docProps/core.xml');
    const value = (name: string) => all(core, name).map(ownText).join('');
    expect(value('dc:title')).toBe('示例市人民政府办公室2023年政府信息公开工作年度报告');
    expect(value('dc:subject')).toBe('政府信息公开工作年度报告');
    expect(value('dc:creator')).toBe('示例市人民政府办公室');
    expect(value('dc:language')).toBe('zh-CN');
    const custom = all(built.part('docProps/custom.xml'), 'property').map((p) => [
      p.attributes['name'],
      all(p, 'vt:lpwstr').map(ownText).join(''),
    ]);
    expect(Object.fromEntries(custom)).toEqual({ agency: '示例市人民政府办公室', year: '2023' });
    expect(at(built.part('word/settings.xml'), 'w:themeFontLang')?.attributes['w:eastAsia']).toBe('zh-CN');
    expect(all(built.styles, 'w:lang')[0]?.attributes['w:eastAsia']).toBe('zh-CN');
  });

  test('R-39: nothing asks Word to update fields', () => {
    expect(built.parts['word/settings.xml']).not.toContain('updateFields');
    expect(built.parts['word/document.xml']).not.toContain('w:dirty');
  });
});

describe('what cannot be shown', () => {
  test('R-39: a control character is left out and reported with its place, never written', async () => {
    const origin = { file: 'report.yaml', start: 5, end: 9 };
    const { diagnostics, parts } = await build(
      reportOf([{ type: 'paragraph', role: 'body', children: [{ type: 'text', value: '甲\u0007乙', origin }] }]),
    );
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'docx/character', facts: { characters: 'U+0007' }, range: origin });
    expect(parts['word/document.xml']).toContain('甲乙');
  });

  test('a broken address keeps its text and is named', async () => {
    const link = { type: 'link', href: 'javascript:alert(1)', children: [{ type: 'text', value: '点此' }] } as const;
    const { diagnostics, document } = await build(reportOf([{ type: 'paragraph', role: 'body', children: [link] }]));
    expect(diagnostics.map((d) => d.code)).toEqual(['docx/not-rendered']);
    expect(all(document, 'w:hyperlink')).toEqual([]);
    expect(textIn(document)).toBe('点此');
  });

  test('an empty picture and a table without rows are named, and the rest is written', async () => {
    const { diagnostics, document } = await build(
      reportOf([
        {
          type: 'figure',
          image: new Uint8Array(),
          mediaType: 'image/png',
          pixels: { width: 0, height: 0 },
          alt: '空图',
          caption: [text('图1')],
        },
        { ...tableFour(), head: [], body: [] },
        body('其余'),
      ]),
    );
    expect(diagnostics.map((d) => d.message.zh)).toEqual([
      '图“空图”未能写入 Word 文件：图片是空的。',
      '表四 政府信息公开行政复议、行政诉讼情况未能写入 Word 文件：表中没有行。',
    ]);
    expect(textIn(document)).toBe('图1其余');
  });
});
