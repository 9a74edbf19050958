import { describe, expect, it } from 'vitest';
import { docxWriter } from '../../../src/write/docx/docx-writer.js';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import type { WordTemplate } from '../../../src/report/style.js';
import { differencesOf } from '../../../src/readback/compare.js';
import { expectedText } from '../../../src/readback/expected.js';
import { readDocx } from '../../../src/readback/read-docx.js';
import { checkDocx, partsOfFile } from '../../docx-evidence/checks.js';
import { docxStyle, fullReport } from '../../support/docx-fixtures.js';
import { all, at, type Element, parseXml, textIn, val } from '../../support/docx-xml.js';
import * as word from '../../support/word-template.js';
import { env } from './build.js';

interface Outcome {
  readonly bytes: Uint8Array;
  readonly parts: Readonly<Record<string, string>>;
  readonly codes: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  readonly root: (path: string) => Element;
}

const report = (() => {
  const made = fullReport();
  // Of two tables with one id Word keeps one bookmark, so each gets an id of its own.
  const children = made.children.map((block, index) =>
    block.type === 'table' ? { ...block, id: `${block.id}-${index}` } : block,
  );
  return { ...made, children };
})();

async function build(bytes: Uint8Array, styles: WordTemplate['styles'] = {}, given = report): Promise<Outcome> {
  const { value, diagnostics } = await docxWriter.write(given, word.templateStyle(bytes, styles), env);
  if (value === undefined) throw new Error(diagnostics.map(({ message }) => message.zh).join('\n'));
  const parts = partsOfFile(value);
  const own = diagnostics.filter(({ code }) => code.startsWith('docx/template-'));
  return {
    bytes: value,
    parts,
    diagnostics: own,
    codes: own.map(({ code }) => code),
    root: (path) => parseXml(parts[path] ?? ''),
  };
}

const sentence = ({ diagnostics }: Outcome, code: string): string =>
  diagnostics.find((one) => one.code === code)?.message.zh ?? '';

const careful = await build(word.officeTemplate());
const document = careful.root('word/document.xml');
const styleOf = (outcome: Outcome, name: string): Element | undefined =>
  all(outcome.root('word/styles.xml'), 'w:style').find((e) => val(e, 'w:name') === name);
const withBody = (blocks: string, section?: string) =>
  word.officeTemplate({ 'word/document.xml': word.documentPart(blocks, section) });
const withStyles = (change: Readonly<Record<string, string>>) =>
  word.officeTemplate({ 'word/styles.xml': word.stylesPart({ ...word.officeStyleParts, ...change }) });

describe("an office's own Word file: styles", () => {
  it('keeps its styles as they are, and the text uses them by their ids', () => {
    expect(val(styleOf(careful, 'Title'), 'w:rPr', 'w:sz')).toBe('40');
    const used = new Set(all(document, 'w:pStyle').map((e) => e.attributes['w:val']));
    expect([...used]).toEqual(expect.arrayContaining(['a3', '1', '2']));
    expect(used.has('Title')).toBe(false);
    expect(all(document, 'w:tblStyle').every((e) => e.attributes['w:val'] === 'ab')).toBe(true);
  });

  it('R-37: takes automatic numbers off the styles it uses, and says so', () => {
    expect(all(careful.root('word/styles.xml'), 'w:numPr')).toEqual([]);
    expect(sentence(careful, 'docx/template-numbering')).toContain('样式“标题 1”带自动编号');
  });

  it('says nothing of numbers that show nothing, as LibreOffice writes them', async () => {
    const level = '<w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl>';
    const made = await build(
      word.officeTemplate({
        'word/numbering.xml': word.numberingPart(level),
        'word/_rels/document.xml.rels': word.relationsPart(...word.documentRelations, [
          'rId4',
          'numbering',
          'numbering.xml',
        ]),
      }),
    );
    expect(made.codes).not.toContain('docx/template-numbering');
    expect(Object.keys(made.parts)).not.toContain('word/numbering.xml');
  });

  it('makes Normal the style of text that names none where the office says none', async () => {
    const made = await build(
      withStyles({ normal: word.officeStyleParts['normal']?.replace(' w:default="1"', '') ?? '' }),
    );
    expect(styleOf(made, 'Normal')?.attributes['w:default']).toBe('1');
  });

  it('names in one warning the headings it lacks, and in one note what it added', () => {
    expect(sentence(careful, 'docx/template-style-missing')).toMatch(/没有样式“标题 3”/u);
    expect(sentence(careful, 'docx/template-style-added')).toContain('“表注”');
    expect(sentence(careful, 'docx/template-style-added')).not.toContain('标题 3');
  });

  it('adds its own after the body: only the place of the lines differs', () => {
    const note = styleOf(careful, 'Table Note');
    expect(val(note, 'w:basedOn')).toBe('a');
    expect(at(note, 'w:rPr', 'w:sz')).toBeUndefined();
  });

  it('gives a heading that runs into its text the face of the heading at the size of the body', () => {
    const runIn = styleOf(careful, 'Run-in Heading 2');
    expect(at(runIn, 'w:rPr', 'w:rFonts')?.attributes['w:eastAsia']).toBe('楷体');
    expect(at(runIn, 'w:rPr', 'w:b')).toBeDefined();
    expect(at(runIn, 'w:rPr', 'w:sz')).toBeUndefined();
  });

  it('leaves lines of tables and fonts of marks to the styles', () => {
    expect(all(document, 'w:tblBorders')).toEqual([]);
    const runs = all(document, 'w:r').flatMap((run) => {
      const own = at(run, 'w:rPr', 'w:rFonts')?.attributes;
      return own === undefined ? [] : [Object.keys(own).join()];
    });
    expect(runs.length).toBeGreaterThan(0);
    expect(new Set(runs)).toEqual(new Set(['w:hint']));
  });

  it('draws the lines of tables itself where no style of the office does', async () => {
    const made = await build(withStyles({ others: '' }));
    expect(all(made.root('word/document.xml'), 'w:tblBorders').length).toBeGreaterThan(0);
  });

  it('R-33: adds a first-line indent where the body style sets none, in a style that does nothing else', async () => {
    const plain = word.officeStyleParts['normal']?.replace(/<w:ind [^>]*\/>/u, '') ?? '';
    const made = await build(withStyles({ normal: plain }));
    const own = styleOf(made, 'Report Body');
    expect(at(own, 'w:pPr', 'w:ind')?.attributes).toEqual({ 'w:firstLineChars': '200', 'w:firstLine': '560' });
    expect(made.codes).toContain('docx/template-body-indent');
    const bodies = all(made.root('word/document.xml'), 'w:pStyle').filter(
      (e) => e.attributes['w:val'] === 'ReportBody',
    );
    expect(bodies.length).toBeGreaterThan(2);
    expect(careful.codes).not.toContain('docx/template-body-indent');
  });

  it('takes the styles that the pack names, and says which it cannot find', async () => {
    const body = (word.officeStyleParts['letterhead'] ?? '').replaceAll('红头', '公文正文').replace('"ac"', '"ad"');
    const bytes = withStyles({ extra: body });
    const made = await build(bytes, { body: '公文正文', tableNote: '没有的样式' });
    const texts = all(made.root('word/document.xml'), 'w:pStyle').map((e) => e.attributes['w:val']);
    expect(texts.filter((id) => id === 'ad').length).toBeGreaterThan(2);
    expect(sentence(made, 'docx/template-style-unknown')).toContain('table_note 写的样式“没有的样式”');
    expect(made.diagnostics.find(({ code }) => code === 'docx/template-style-unknown')?.hint?.zh).toContain('公文正文');
  });

  it('finds styles by the names that Chinese programs write', async () => {
    const renamed = word.officeStyleParts['heading1']?.replace('"heading 1"', '"标题 1"') ?? '';
    const made = await build(withStyles({ heading1: renamed }));
    expect(all(made.root('word/document.xml'), 'w:pStyle').some((e) => e.attributes['w:val'] === '1')).toBe(true);
    expect(sentence(made, 'docx/template-style-missing')).not.toContain('标题 1');
  });

  it('puts its own beside a style of the same id', async () => {
    const other = word.officeStyleParts['letterhead']?.replace('"ac"', '"TableText"').replace('红头', '别的') ?? '';
    const made = await build(withStyles({ extra: other }));
    const ids = all(made.root('word/styles.xml'), 'w:style').map((e) => e.attributes['w:styleId']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('TableText2');
  });

  it('a table text of its own is not shrunk to fit a page', async () => {
    const own = word.officeStyleParts['footer']?.replace('"a7"', '"ae"').replace('"footer"', '"表格文字"') ?? '';
    const made = await build(withStyles({ extra: own }));
    const cells = all(made.root('word/document.xml'), 'w:tc').flatMap((cell) => all(cell, 'w:sz'));
    expect(cells).toEqual([]);
  });
});

describe("an office's own Word file: pages", () => {
  it('has its paper and margins on every upright page, turned on sideways ones', () => {
    const sections = all(document, 'w:sectPr');
    expect(sections.map((e) => at(e, 'w:pgSz')?.attributes['w:orient'])).toContain('landscape');
    for (const section of sections) {
      const wide = at(section, 'w:pgSz')?.attributes['w:orient'] === 'landscape';
      const { 'w:top': top, 'w:left': left, 'w:right': right } = at(section, 'w:pgMar')?.attributes ?? {};
      expect([top, left, right]).toEqual(wide ? ['1701', '1417', '1701'] : ['1701', '1701', '1417']);
    }
  });

  it('says paper and margins where the office does not, so that sideways pages stay sideways', async () => {
    const made = await build(withBody(word.mark, ''));
    const sizes = all(made.root('word/document.xml'), 'w:pgSz').map((e) => e.attributes['w:w']);
    expect(new Set(sizes)).toEqual(new Set(['11906', '16838']));
  });

  it('keeps the lines of its own headings apart on a narrow grid', () => {
    expect(at(styleOf(careful, 'heading 3'), 'w:pPr', 'w:spacing')?.attributes['w:line']).toBe('579');
  });

  it('makes tables as wide as its text', () => {
    const widths = all(document, 'w:tblW').map((e) => Number(e.attributes['w:w']));
    expect(new Set(widths)).toEqual(new Set([11906 - 1701 - 1417, 16838 - 1701 - 1417]));
  });

  it('carries header, logo and both footers, each once, with names of our own', () => {
    const names = Object.keys(careful.parts).filter((path) => /header|footer|media/u.test(path));
    expect(names.filter((path) => !path.includes('image'))).toEqual(
      expect.arrayContaining(['word/footer1.xml', 'word/footer2.xml', 'word/header1.xml', 'word/media/office1.png']),
    );
    expect(names).not.toContain('word/header2.xml');
    expect(all(careful.root('word/settings.xml'), 'w:evenAndOddHeaders').length).toBe(1);
    expect(all(careful.root('word/settings.xml'), 'w:attachedTemplate')).toEqual([]);
  });

  it('fills in the facts of the report, also where Word has parted a name into runs', () => {
    const header = textIn(careful.root('word/header1.xml'));
    expect(header).toContain(report.meta.agency);
    expect(header).not.toContain('{{');
  });

  it('says which placeholder it does not know', async () => {
    const made = await build(withBody(`${word.paragraph('{{局长}}')}${word.mark}`));
    expect(sentence(made, 'docx/template-placeholder')).toContain('{{局长}}');
  });

  it('R-38: numbers the pages itself where the office has no footer, and says so', async () => {
    const section = word.sectionProperties.replace(/<w:footerReference[^>]*\/>/gu, '');
    const made = await build(withBody(word.mark, section));
    expect(made.codes).toContain('docx/template-page-number');
    expect(Object.values(made.parts).some((xml) => xml.includes('— '))).toBe(true);
    expect(careful.codes).not.toContain('docx/template-page-number');
  });

  it('keeps its own page where the office has measures that make none', async () => {
    const made = await build(withBody(word.mark, word.sectionProperties.replace('w:left="1701"', 'w:left="11000"')));
    expect(made.codes).toContain('docx/template-page');
    const margins = all(made.root('word/document.xml'), 'w:pgMar').map((e) => e.attributes['w:left']);
    expect(margins).not.toContain('11000');
  });

  it('shows a first page of its own once only', async () => {
    const made = await build(
      withBody(word.mark, word.sectionProperties.replace('<w:titlePg w:val="0"/>', '<w:titlePg/>')),
    );
    expect(all(made.root('word/document.xml'), 'w:titlePg').length).toBe(1);
  });

  it('puts the draft mark into its header', async () => {
    const draft = { ...report, meta: { ...report.meta, draftMark: '草稿' } };
    const made = await build(word.officeTemplate(), {}, draft);
    const header = made.parts['word/header1.xml'] ?? '';
    expect(header).toContain('string="草稿"');
    expect(header).toContain(report.meta.agency);
    expect(careful.parts['word/header1.xml']).not.toContain('草稿');
  });

  it('has text in one column', async () => {
    const made = await build(withBody(word.mark, word.sectionProperties.replace('<w:cols ', '<w:cols w:num="2" ')));
    expect(all(made.root('word/document.xml'), 'w:cols').map((e) => e.attributes['w:num'])).not.toContain('2');
    expect(sentence(made, 'docx/template-dropped')).toContain('分栏');
  });
});

describe("an office's own Word file: the place of the report", () => {
  it('stands between letterhead and imprint', () => {
    const text = textIn(document);
    expect(text.indexOf('青山县人民政府')).toBe(0);
    expect(text.endsWith('抄送：县政府办公室。')).toBe(true);
    expect(text).not.toContain('正文}}');
  });

  it('R-62: says what the tree says, read by an independent reader that leaves the office aside', () => {
    const read = readDocx(careful.bytes, 'x.docx').value;
    expect(read === undefined ? ['unread'] : differencesOf(expectedText(report), read)).toEqual([]);
    expect(read?.text).not.toContain('抄送');
  });

  it.each([
    ['bookmark', '<w:p><w:bookmarkStart w:id="3" w:name="正文"/><w:bookmarkEnd w:id="3"/></w:p>'],
    [
      'content control',
      `<w:sdt><w:sdtPr><w:alias w:val="正文"/></w:sdtPr><w:sdtContent>${word.paragraph('在此')}</w:sdtContent></w:sdt>`,
    ],
    ['wide brackets in two runs', '<w:p><w:r><w:t>｛｛正</w:t></w:r><w:r><w:t>文｝｝</w:t></w:r></w:p>'],
  ])('may be marked by a %s', async (_name, place) => {
    const made = await build(withBody(`${word.letterhead}${place}${word.imprint}`));
    const text = textIn(made.root('word/document.xml'));
    expect(text.startsWith('青山县人民政府')).toBe(true);
    expect(text).not.toContain('在此');
    expect(made.codes).not.toContain('docx/template-body');
  });

  it('without a mark takes the look only, and names the text left out', async () => {
    const made = await build(withBody(word.letterhead));
    expect(textIn(made.root('word/document.xml'))).not.toContain('青山县人民政府');
    expect(sentence(made, 'docx/template-body')).toContain('青山县人民政府');
  });

  it('does not use a mark in a table', async () => {
    const table = `<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/>${word.mark}</w:tc></w:tr></w:tbl>`;
    const made = await build(withBody(table));
    expect(made.codes).toContain('docx/template-mark');
  });

  it('keeps a cover of its own section before it', async () => {
    const section = word.sectionProperties.replace('w:top="1701"', 'w:top="999"');
    const cover = `<w:p><w:pPr>${section}</w:pPr><w:r><w:t>封面</w:t></w:r></w:p>`;
    const made = await build(withBody(`${cover}${word.mark}`));
    const root = made.root('word/document.xml');
    expect(at(all(root, 'w:sectPr')[0], 'w:pgMar')?.attributes['w:top']).toBe('999');
    expect(textIn(root).startsWith('封面')).toBe(true);
  });
});

describe("an office's own Word file that nobody vouches for", () => {
  const refused = async (bytes: Uint8Array): Promise<readonly string[]> => {
    const { value, diagnostics } = await docxWriter.write(report, word.templateStyle(bytes), env);
    expect(value).toBeUndefined();
    return diagnostics.map(({ code }) => code);
  };

  it.each([
    ['of the old form', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['without a document', word.officeTemplate({ '_rels/.rels': word.relationsPart() })],
    [
      'with a document type',
      word.officeTemplate({
        'word/document.xml': `<!DOCTYPE x [<!ENTITY a "b">]>${word.documentPart(word.mark).replace(/<\?.*?\?>/u, '')}`,
      }),
    ],
    ['with broken styles', word.officeTemplate({ 'word/styles.xml': '<w:styles' })],
    [
      'saved as strict',
      word.officeTemplate({
        'word/document.xml':
          '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>',
      }),
    ],
  ])('is refused when it is %s', async (_name, bytes) => {
    expect(await refused(bytes)).toEqual(['docx/template-unreadable']);
  });

  it('says how a strict file can be used', async () => {
    const strict = '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>';
    const style = word.templateStyle(word.officeTemplate({ 'word/document.xml': strict }));
    const { diagnostics } = await docxWriter.write(report, style, env);
    expect(diagnostics[0]?.message.zh).toContain('存成了“严格 Open XML”格式');
  });

  it('gives up a picture that is none', async () => {
    const made = await build(word.officeTemplate({ 'word/media/logo.png': new TextEncoder().encode('<svg/>') }));
    expect(sentence(made, 'docx/template-dropped')).toContain('不认识的图片格式');
    expect(Object.keys(made.parts).filter((path) => path.includes('office'))).toEqual([]);
  });

  it('leaves nothing that speaks of namespaces it does not declare', () => {
    for (const path of ['word/styles.xml', 'word/settings.xml', 'word/fontTable.xml', 'word/header1.xml']) {
      expect(careful.parts[path]).not.toMatch(/\bmc:|\bw14:/u);
    }
  });

  it('is refused when it is no archive', async () => {
    expect(await refused(new TextEncoder().encode('not a file of Word'))).toEqual(['archive/damaged']);
  });

  const remote = 'https://example.org/logo.png';
  const header = (content: string, ...relations: readonly (readonly [string, string, string])[]) =>
    word.officeTemplate({
      'word/header1.xml': word.headerPart(content),
      'word/_rels/header1.xml.rels': word.relationsPart(...relations),
    });

  it.each([
    ['宏', word.officeTemplate({ 'word/vbaProject.bin': new Uint8Array([1]) }), /vba/iu],
    [
      '指向别处的模板链接',
      word.officeTemplate({
        'word/_rels/settings.xml.rels': word.relationsPart(['rId1', 'attachedTemplate', 'https://example.org/a.dotm']),
      }),
      /example\.org/u,
    ],
    ['存在别处的图片', header(word.picture('rId1', 'r:link'), ['rId1', 'image', remote]), /example\.org|<w:drawing>/u],
    ['存在别处的图片', header(word.picture('rId1'), ['rId1', 'image', remote]), /example\.org|<w:drawing>/u],
    ['存在别处的图片', header(word.picture('rId1'), ['rId1', 'image', '../../../etc/passwd']), /passwd|<w:drawing>/u],
    ['嵌入的对象', header('<w:r><w:object><w:t>x</w:t></w:object></w:r>'), /w:object/u],
    [
      '窗体控件',
      header('<w:r><w:control r:id="rId1"/></w:r>', ['rId1', 'control', 'activeX/activeX1.xml']),
      /w:control|activeX/u,
    ],
    ['不认识的图片格式', header(word.picture('rId1'), ['rId1', 'image', 'styles.xml']), /<w:drawing>/u],
    [
      '会读取别处内容的域',
      header(word.field('INCLUDEPICTURE "https://example.org/x.png"', '旧')),
      /INCLUDEPICTURE|example\.org/u,
    ],
    [
      '会读取别处内容的域',
      header('<w:fldSimple w:instr="DDEAUTO cmd"><w:r><w:t>旧</w:t></w:r></w:fldSimple>'),
      /DDEAUTO/u,
    ],
    [
      '图形、图表或文本框',
      header(
        '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="x"/></a:graphic></wp:inline></w:drawing></w:r>',
      ),
      /graphicData uri="x"/u,
    ],
    [
      '批注、脚注和尾注',
      withBody(`<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>${word.mark}`),
      /footnoteReference/u,
    ],
    ['嵌入的字体', word.officeTemplate({ 'word/fonts/font1.odttf': new Uint8Array([1]) }), /font1|embedRegular/u],
  ])('gives up %s and says so', async (thing, bytes, trace) => {
    const made = await build(bytes);
    expect(sentence(made, 'docx/template-dropped')).toContain(thing);
    const inHeaders = Object.entries(made.parts).filter(
      ([path]) => !path.endsWith('document.xml') || thing.startsWith('批注'),
    );
    expect(inHeaders.map(([path, xml]) => `${path} ${xml}`).filter((text) => trace.test(text))).toEqual([]);
  });

  it('says nothing of what every Word file has', () => {
    expect(careful.codes).not.toContain('docx/template-dropped');
  });

  it('takes what all programs can read instead of what new ones alone can', async () => {
    const both =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:r><w:t>新</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>旧</w:t></w:r></mc:Fallback></mc:AlternateContent>';
    const made = await build(header(both));
    expect(textIn(made.root('word/header1.xml'))).toContain('旧');
    expect(made.parts['word/header1.xml']).not.toMatch(/新|mc:|w14:|rsid/u);
  });

  it('takes no longer than its size, whatever is in it', async () => {
    const many = `<w:p><w:r><w:t>${'{{年}}'.repeat(60_000)}${`{{${' '.repeat(3000)}`.repeat(100)}</w:t></w:r></w:p>`;
    const started = performance.now();
    const made = await build(withBody(`${many}${word.mark}`));
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(textIn(made.root('word/document.xml')).startsWith(String(report.meta.year).repeat(60_000))).toBe(true);
  });

  it('is refused when a part of it is too large', async () => {
    const blown = word.documentPart(`<w:p/>${' '.repeat(5 * 1024 * 1024)}`);
    expect(await refused(word.officeTemplate({ 'word/document.xml': blown }))).toEqual(['archive/too-large']);
  });

  it('a template that lacks everything still makes a report', async () => {
    const poor = word.officeTemplate({
      'word/document.xml': word.documentPart('<w:p/>', ''),
      'word/_rels/document.xml.rels': word.relationsPart(),
    });
    const made = await build(poor);
    expect(made.codes).toEqual(expect.arrayContaining(['docx/template-style-missing', 'docx/template-page-number']));
    expect(sentence(made, 'docx/template-style-missing')).toContain('“正文”“标题”');
    const read = readDocx(made.bytes, 'x.docx').value;
    expect(read === undefined ? ['unread'] : differencesOf(expectedText(report), read)).toEqual([]);
  });
});

describe("an office's own Word file: the package", () => {
  /** Fonts, page and footers are the office's; heads and spacing are judged by its styles. */
  const offices = /^R-3[0-4]$|^R-37$|^R-38$/u;

  it.each([
    ['careful', word.officeTemplate()],
    ['without a footer', withBody(word.mark, '')],
  ])('R-39: holds together, %s', async (_name, bytes) => {
    const made = await build(bytes);
    const findings = checkDocx(made.parts);
    expect(findings.filter(({ requirement }) => !offices.test(requirement))).toEqual([]);
    const ids = new Set(all(made.root('word/styles.xml'), 'w:style').map((e) => e.attributes['w:styleId']));
    const used = Object.keys(made.parts)
      .filter((path) => /^word\/(?:document|header|footer)\w*\.xml$/u.test(path))
      .flatMap((path) =>
        ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((key) =>
          all(made.root(path), key).map((e) => e.attributes['w:val']),
        ),
      );
    expect(used.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('R-39: a logo without its relationship would be found', () => {
    const without = Object.fromEntries(
      Object.entries(careful.parts).filter(([path]) => !path.includes('header1.xml.rels')),
    );
    expect(checkDocx(without)).toContainEqual({
      requirement: 'R-39',
      text: 'a relationship that is used is not there',
    });
  });

  it('R-39: gives no two drawings of the whole file one id', () => {
    const ids = Object.values(careful.parts).flatMap((xml) =>
      [...xml.matchAll(/<wp:docPr[^>]*? id="(\d+)"/gu)].map(([, id]) => id),
    );
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('R-40: is the same to the byte when it is made again', async () => {
    expect((await build(word.officeTemplate())).bytes).toEqual(careful.bytes);
  });

  it('is not touched by a style without a template', async () => {
    const { value } = await docxWriter.write(report, docxStyle, env);
    expect(Object.keys(partsOfFile(value ?? new Uint8Array()))).not.toContain('word/media/office1.png');
  });
});
