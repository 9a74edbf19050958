import { beforeAll, describe, expect, it } from 'vitest';
import { pdfWriter } from '../../src/write/pdf/pdf-writer.js';
import { breakPdf, editPdf } from '../support/pdf-edit.js';
import { embeddedData, smallPng } from '../support/pdf-everything.js';
import {
  body,
  builtInFonts,
  fullReport,
  heading,
  report,
  tableThree,
  tableTwo,
  text,
} from '../support/pdf-fixtures.js';
import { sourcePrograms } from '../support/pdf-sources.js';
import { officialStyle } from '../support/page-style.js';
import { checkPdf } from './checks/all.js';

let good: Uint8Array;

beforeAll(async () => {
  const list = fullReport().children.find((block) => block.type === 'list');
  const tree = report(
    [
      { type: 'title', lines: [text('青山县人民政府'), text('2023年政府信息公开工作年度报告')] },
      heading(1, '一、', '总体情况', 's1'),
      body('根据《条例》（2019年修订），现公布本报告。'),
      heading(2, '（一）', '平台', 's2'),
      {
        type: 'paragraph',
        role: 'body',
        children: [...text('见'), { type: 'link', href: 'https://a.cn/', children: [{ type: 'text', value: '网站' }] }],
      },
      ...(list === undefined ? [] : [list]),
      {
        type: 'figure',
        image: smallPng(2),
        mediaType: 'image/png',
        pixels: { width: 2, height: 2 },
        alt: '示意图',
        caption: text('图1'),
      },
      tableTwo(),
      tableThree(),
    ],
    { draftMark: '草稿' },
  );
  const { value, diagnostics } = await pdfWriter.write(tree, officialStyle, {
    fonts: builtInFonts(),
    generator: 'test',
    embedded: embeddedData,
  });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics));
  good = value;
});

function clausesOf(bytes: Uint8Array): readonly string[] {
  return [...new Set(checkPdf(bytes, sourcePrograms()).map((finding) => finding.clause))];
}

it('the file that is broken below is good, also when it was unpacked and written anew', () => {
  expect(checkPdf(good, sourcePrograms())).toEqual([]);
  expect(
    checkPdf(
      editPdf(good, (object) => object),
      sourcePrograms(),
    ),
  ).toEqual([]);
});

/** What is done to the file, the clause that then must be reported, what is replaced by what, and in which objects. */
const FAULTS: readonly (readonly [
  name: string,
  clause: string,
  pattern: RegExp,
  replacement: string,
  where?: RegExp,
])[] = [
  ['a stream packed by LZW', 'A 6.1.7.2', /\/Length/u, '/Filter /LZWDecode\n/Length', /\/N 3/u],
  ['a stream kept in another file', 'A 6.1.7.1', /\/Length/u, '/F (x)\n/Length', /\/N 3/u],
  ['a name that is not UTF-8', 'A 6.1.8', /\/PageMode \/UseOutlines/u, '/PageMode /Use#ff'],
  ['an operator that is not in the list', 'A 6.2.2', /\bBT\b/u, '/Sh1 sh\nBT'],
  ['a graphics state left open', 'A 6.2.2', /\bBT\b/u, 'q\nBT'],
  ['marked content left open', 'A 6.2.2', /\bEMC\b(?![\s\S]*EMC)/u, ''],
  ['text outside marked content', 'UA 7.1', /\/P <<\s*\/MCID \d+\s*>> BDC([\s\S]*?)EMC/u, '$1'],
  ['text tagged by another role than its element', 'UA 7.1', /\/P (<<\s*\/MCID \d+\s*>> BDC)/u, '/H1 $1'],
  [
    'text inside an artifact inside text',
    'UA 7.1',
    /(\/P <<\s*\/MCID \d+\s*>> BDC)/u,
    '/Artifact <</Type /Layout>> BDC $1',
  ],
  ['two texts of one number', 'A 6.7.3', /(\/P <<\s*\/MCID )\d+(\s*>> BDC[\s\S]*?\/P <<\s*\/MCID )(\d+)/u, '$1$3$2$3'],
  ['a page number tagged as content', 'UA 7.8', /\/Subtype \/Footer/u, '/Subtype /Header'],
  ['transparency', 'A 6.2.5', /\/CA 1\b/u, '/CA 0.5'],
  ['a transparency group', 'A 6.2.10', /\/Type \/Page\n/u, '/Type /Page\n/Group <</S /Transparency>>\n'],
  ['a font without subset tag', 'A 6.2.11.4', /[A-Z]{6}\+/u, '', /\/Type0/u],
  ['a font that is not embedded', 'A 6.1', /\/FontFile2 \d+ 0 R/u, ''],
  ['a CIDSet', 'A 6.2.11.4', /\/FontFile2/u, '/CIDSet 1 0 R\n/FontFile2'],
  ['an encoding of its own', 'A 6.2.11.3', /\/Identity-H/u, '/GBK-EUC-H'],
  ['a map of glyphs', 'A 6.2.11.3', /\/CIDToGIDMap \/Identity/u, ''],
  ['another character collection', 'A 6.2.11.3', /\(Identity\)/u, '(GB1)'],
  ['a wrong width', 'A 6.2.11.5', /(\/W \[\d+ \[\d+ )(\d)/u, '$177$2'],
  ['the font names disagree', 'A 6.2.11.2', /\/FontName \/[A-Z]/u, '/FontName /'],
  ['a font that is not symbolic', 'A 6.2.11.6', /\/Flags \d+/u, '/Flags 32'],
  ['no map to Unicode', 'A 6.1', /\/ToUnicode \d+ 0 R/u, ''],
  ['a character missing from the map to Unicode', 'A 6.2.11.7', /(\[<0000> )<[0-9a-f]{4}>/u, '$1<>', /\/Length/u],
  ['a wrong character in the map to Unicode', 'R-50', /(\[<0000> )<[0-9a-f]{4}>/u, '$1<4e59>', /\/Length/u],
  ['a radical in the map to Unicode', 'R-51', /(\[<0000> )<[0-9a-f]{4}>/u, '$1<2f00>', /\/Length/u],
  ['a glyph that is .notdef', 'A 6.2.11.8', /<[0-9a-f]{4}([0-9a-f]*)> Tj/u, '<0000$1> Tj'],
  ['no output intent', 'A 6.2.3', /\/OutputIntents \[\d+ 0 R\]/u, ''],
  ['a profile of another space', 'A 6.2.3', /mntrRGB /u, 'mntrCMYK'],
  ['an image in CMYK', 'A 6.2.4.3', /\/ColorSpace \/DeviceRGB/u, '/ColorSpace /DeviceCMYK', /\/Image/u],
  ['an interpolated image', 'A 6.2.8', /\/Subtype \/Image/u, '/Subtype /Image\n/Interpolate true'],
  ['an image that is no figure', 'UA 7.3', /\/Figure (<<\s*\/MCID)/u, '/P $1'],
  ['another title in the XMP', 'A 6.1.5', /(<dc:title><rdf:Alt><rdf:li xml:lang="x-default">)/u, '$1x'],
  ['XMP that is not well-formed', 'A 6.1', /<\/dc:title>/u, ''],
  ['a property nobody describes', 'A 6.6.2', /<dc:format>/u, '<xmp:Rating>1</xmp:Rating><dc:format>'],
  ['a property of the wrong type', 'A 6.6.2', /<rdf:Seq>([\s\S]*?)<\/rdf:Seq>/u, '<rdf:Bag>$1</rdf:Bag>'],
  ['the extension schema taken out', 'A 6.6.2', /<pdfaProperty:name>part</u, '<pdfaProperty:name>rev<'],
  ['another part of PDF/A', 'A 6.6.4', /<pdfaid:part>3/u, '<pdfaid:part>2'],
  ['another level', 'A 6.6.4', /conformance>A/u, 'conformance>B'],
  ['no PDF/UA mark', 'UA 5', /<pdfuaid:part>1/u, '<pdfuaid:part>2'],
  ['no language', 'UA 7.2', /\/Lang \([^)]*\)/u, ''],
  ['the title not shown', 'UA 7.1', /\/DisplayDocTitle true/u, '/DisplayDocTitle false'],
  ['not marked', 'A 6.7.2', /\/Marked true/u, '/Marked false'],
  ['suspects', 'UA 7.1', /\/Marked true/u, '/Marked true\n/Suspects true'],
  ['a role map', 'UA 7.1', /\/Type \/StructTreeRoot/u, '/Type /StructTreeRoot\n/RoleMap <</P /Span>>'],
  ['a role of our own', 'UA 7.1', /\/S \/BlockText|\/S \/Caption/u, '/S /Legend'],
  ['an element with another parent', 'A 6.7.3', /(\/S \/THead[\s\S]*?\/P )\d+/u, '$11'],
  ['content the tree does not hold', 'UA 7.1', /(\/S \/P[\s\S]*?\/K \[)\d+/u, '$1'],
  ['content of the tree that no page has', 'A 6.7.3', /(\/S \/P[\s\S]*?\/K \[)(\d+)/u, '$1$2 999'],
  ['another order in the tree', 'UA 7.2', /(\/S \/TR[\s\S]*?\/K \[)(\d+ 0 R) (\d+ 0 R)/u, '$1$3 $2'],
  ['the ParentTree shifted', 'A 6.7.3', /\/Nums \[\s*0 \[(\d+ 0 R)/u, '/Nums [0 [null $1'],
  ['a heading level skipped', 'UA 7.4.2', /\/S \/H2/u, '/S /H4'],
  ['two titles', 'UA 7.4', /\/S \/H2/u, '/S /H1'],
  ['a figure without alternative text', 'UA 7.3', /\/Alt (?:\([^)]*\)|<[^>]*>)/u, '/Alt ( )'],
  ['a list item without body', 'UA 7.6', /\/S \/LBody/u, '/S /Lbl'],
  ['text straight in a list', 'UA 7.2', /\/S \/LI/u, '/S /P'],
  ['a row outside a table part', 'UA 7.2', /\/S \/THead/u, '/S /TR'],
  ['a head without scope', 'UA 7.5', /\/Scope \/Row/u, ''],
  ['a value without head', 'UA 7.5', /\/S \/TH\n([\s\S]*?)\/Scope \/Column\s*/gu, '/S /TD\n$1'],
  ['a span that is too wide', 'UA 7.5', /\/ColSpan 5/u, '/ColSpan 6'],
  ['a span that is too deep', 'UA 7.5', /\/RowSpan 2/u, '/RowSpan 3'],
  ['a link without description', 'UA 7.18.5', /\/Contents \([^)]*\)/u, '/Contents ()'],
  ['a link that runs a script', 'A 6.5.1', /\/S \/URI/u, '/S /JavaScript'],
  ['a hidden link', 'A 6.3.2', /\/F 4/u, '/F 2'],
  ['an annotation of another kind', 'A 6.3.1', /\/Subtype \/Link/u, '/Subtype /Text'],
  ['an annotation outside the tree', 'UA 7.18.5', /\/Type \/OBJR\s*\/Obj \d+/u, '/Type /OBJR\n/Obj 1'],
  ['an annotation with another parent', 'UA 7.18.1', /\/StructParent (\d+)/u, '/StructParent 0'],
  ['an embedded file without media type', 'A 6.8', /\/Subtype \/application#2Fjson/u, ''],
  ['an embedded file without date', 'A 6.8', /\/ModDate \([^)]*\)/u, ''],
  ['an embedded file of another size', 'A 6.8', /\/Size \d+(?=[\s\S]*\/ModDate)/u, '/Size 1'],
  ['an embedded file that is not associated', 'A 6.8', /\/AF \[\d+ 0 R\]/u, ''],
  ['an embedded file of no known relationship', 'A 6.8', /\/AFRelationship \/Source/u, '/AFRelationship /Master'],
  ['an embedded file without Unicode name', 'UA 7.11', /\/UF \([^)]*\)/u, ''],
  ['a page not tabbed by structure', 'UA 7.18.3', /\/Tabs \/S/u, '/Tabs /R', /\/Annots/u],
];

describe('the checks fail on', () => {
  it.each(FAULTS.map((fault) => [fault[0], fault[1], fault] as const))('%s (%s)', (_, clause, fault) => {
    const [, , pattern, replacement, where] = fault;
    expect(clausesOf(breakPdf(good, pattern, replacement, where))).toContain(clause);
  });

  it('a file that goes on after its end, has no ID, is encrypted or has another header', () => {
    const latin = Buffer.from(good).toString('latin1');
    const broken = (change: (file: string) => string): readonly string[] =>
      clausesOf(new Uint8Array(Buffer.from(change(latin), 'latin1')));
    expect(broken((file) => `${file}more`)).toContain('A 6.1');
    expect(broken((file) => file.replace(/\/ID \[[^\]]*\]/u, ''))).toContain('A 6.1.3');
    expect(broken((file) => file.replace('/ID [', '/Encrypt <<>>\n/ID ['))).toContain('A 6.1.3');
    expect(broken((file) => file.replace('%PDF-1.7', '%PDF-2.0'))).toContain('A 6.1.2');
  });

  it('offsets, lengths and object ends that are wrong by one', () => {
    const latin = Buffer.from(good).toString('latin1');
    const broken = (change: (file: string) => string): readonly string[] =>
      clausesOf(new Uint8Array(Buffer.from(change(latin), 'latin1')));
    expect(
      broken((file) =>
        file.replace(
          /(\d{9})(\d)( 00000 n)/u,
          (_, a: string, b: string, c: string) => `${a}${(Number(b) + 1) % 10}${c}`,
        ),
      ),
    ).toContain('A 6.1');
    expect(
      broken((file) =>
        file.replace(/\/Length (\d+)(\d)/u, (_, a: string, b: string) => `/Length ${a}${(Number(b) + 1) % 10}`),
      ),
    ).toContain('A 6.1');
    expect(broken((file) => file.replace('\nendobj', ' endobj'))).toContain('A 6.1');
  });
});
