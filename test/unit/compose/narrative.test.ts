import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf, textsOf } from '../../../src/report/walk.js';
import type { Block, Inline } from '../../../src/report/tree.js';
import { composeSectionText, composeYaml } from './composing.js';

const figures = '表格:\n  表三:\n    一、本年新收政府信息公开申请数量: [0, 0, 0, 0, 0, 0]\n';

function texts(text: string, rest = ''): readonly string[] {
  return composeSectionText(text, {}, rest).blocks.map(textOf);
}

function inlines(block: Block | undefined): readonly Inline[] {
  return block?.type === 'paragraph' || block?.type === 'heading' ? block.children : [];
}

describe('narrative: user text stays text', () => {
  it.each([
    '甲*乙',
    '甲 * 乙 * 丙',
    'a|b',
    '<b>粗</b>',
    '3 < 5 & 7 > 2',
    '#1泵站',
    '#话题#',
    'constructor hasOwnProperty a__b__c',
    '&lt;',
    '![',
    '[x]',
    '~~x~~',
    '5_6_7',
    '>3件',
    '3*5*2米',
    '`代码`',
  ])('prints %s as typed', (text) => {
    expect(texts(`开头${text}`)).toEqual([`开头${text}`]);
    expect(texts(text)).toEqual([text]);
  });

  it('R-21: a figure of 0 prints as 0 and carries its address', () => {
    const { blocks } = composeSectionText('收到{{值 "t3/r1/total"}}件。', {}, figures);
    expect(textsOf(inlines(blocks[0])).map(({ value, address }) => [value, address])).toEqual([
      ['收到', undefined],
      ['0', 't3/r1/total'],
      ['件。', undefined],
    ]);
  });

  it('R-21: a value is never read as markup', () => {
    const { report } = composeYaml(
      'nianbao: 1\n模板: cn-2021\n年度: 2023\n单位: "某**市**|局_a_`b`"\n章节:\n  一、总体情况: |\n    | 单位 | 件 |\n    |---|---|\n    | {{单位}} | {{值 "t3/r1/total"}} |\n\n    # {{单位}}\n表格:\n  表三:\n    一、本年新收政府信息公开申请数量: [0, 0, 0, 0, 0, 0]\n',
    );
    const [, table, heading] = report.children.slice(
      report.children.findIndex((b) => b.type === 'heading' && b.id === 's1'),
    );
    expect(table === undefined ? '' : textOf(table)).toBe('单位\t件\n某**市**|局_a_`b`\t0');
    expect(heading === undefined ? '' : textOf(heading)).toBe('（一）某**市**|局_a_`b`');
  });

  it('keeps references whole beside emphasis and inside tables', () => {
    const text = '共**{{值 "t3/r1/total"}}**件，**总数：**{{值 "t3/r1/total"}}件，*{{值  "t3/r1/total"}}*';
    expect(texts(text, figures)).toEqual(['共0件，总数：0件，0']);
    expect(texts('| a | b |\n|---|---|\n| {{值 "t3/r1/total"}} | x |', figures)).toEqual(['a\tb\n0\tx']);
  });

  it('keeps a text with a faulty reference as typed, with a finding', () => {
    const { blocks, diagnostics } = composeSectionText('收到{{不知道}}件，**甲**。');
    expect(blocks.map(textOf)).toEqual(['收到{{不知道}}件，甲。']);
    expect(diagnostics.map((d) => d.code)).toContain('template/unknown-name');
  });

  it('sets **“重点”** beside Chinese bold', () => {
    const { blocks } = composeSectionText('推进**“重点”**工作，**注意：**请看。');
    expect(
      textsOf(inlines(blocks[0]))
        .filter((t) => t.strong)
        .map((t) => t.value),
    ).toEqual(['“重点”', '注意：']);
  });
});

describe('narrative: paragraphs', () => {
  it('joins Chinese lines without a space and Latin ones with one', () => {
    expect(texts('政府信\n息公开\nOpen\nData\n“引号”\n5件\n{{年}}\n年')).toEqual([
      '政府信息公开Open Data“引号”5件2023年',
    ]);
  });

  it('starts paragraphs at ideographic spaces and four spaces', () => {
    expect(texts('　　甲。\n　　乙\n丙。\n      丁。')).toEqual(['甲。', '乙丙。', '丁。']);
  });

  it('starts a paragraph at a number only where the line before ends a sentence', () => {
    expect(texts('甲：\n（一）乙；\n（二）丙，见第二十条第\n（一）项。\n一是丁。')).toEqual([
      '甲：',
      '（一）乙；',
      '（二）丙，见第二十条第（一）项。',
      '一是丁。',
    ]);
  });

  it('splits a heading line from the text under it', () => {
    const { blocks } = composeSectionText('(一)主动公开情况\n2023年，公开131条。');
    expect(blocks.map((b) => (b.type === 'heading' ? `${b.level}${b.number}` : b.type))).toEqual([
      '2(一)',
      'paragraph',
    ]);
  });

  it('says once that lines were joined', () => {
    const { diagnostics, source } = composeSectionText('第一句。\n第二句。\n第三句。');
    const joined = diagnostics.filter((d) => d.code === 'compose/lines-joined');
    expect(joined.map((d) => source.slice(d.range?.start, d.range?.end))).toEqual(['第']);
  });

  it('gives every text node its place in the data file', () => {
    const { blocks, source } = composeSectionText('　　甲**乙**丙\n丁{{值 "t3/r1/total"}}戊', {}, figures);
    const slices = textsOf(inlines(blocks[0])).map((t) => source.slice(t.origin?.start, t.origin?.end));
    expect(slices).toEqual(['甲', '乙', '丙\n    丁', '{{值 "t3/r1/total"}}', '戊']);
  });

  it('reads a line of ten thousand characters', () => {
    const long = '信息公开'.repeat(2500);
    expect(texts(long)).toEqual([long]);
  });
});

describe('narrative: headings', () => {
  const shapeOf = (text: string): readonly string[] =>
    composeSectionText(text).blocks.map((b) => {
      if (b.type === 'heading') return `${b.level} ${b.number}|${textOf(b).slice(b.number.length)} #${b.id}`;
      if (b.type === 'paragraph' && b.runIn !== undefined)
        return `${b.runIn.level}r ${b.runIn.number}|${textOf(b).slice(b.runIn.number.length)}`;
      return textOf(b);
    });

  it('numbers untyped headings and does not double typed numbers', () => {
    expect(shapeOf('## 甲\n### 乙\n### 丙\n#### 丁\n## （二）戊\n## 己\n### （一）庚')).toEqual([
      '2 （一）|甲 #s1-1',
      '3 1.|乙 #s1-1-1',
      '3 2.|丙 #s1-1-2',
      '4 （1）|丁 #s1-1-2-1',
      '2 （二）|戊 #s1-2',
      '2 （三）|己 #s1-3',
      '2 （一）|庚 #s1-4',
    ]);
  });

  it('counts past ten in Chinese numerals', () => {
    const last = shapeOf(Array.from({ length: 21 }, () => '## 甲').join('\n')).at(-1);
    expect(last).toBe('2 （二十一）|甲 #s1-21');
  });

  it('counts on from a typed number', () => {
    expect(shapeOf('（三）甲\n\n## 乙')).toEqual(['2 （三）|甲 #s1-1', '2 （四）|乙 #s1-2']);
  });

  it('sees run-in headings, bold or not, and leaves sentences alone', () => {
    expect(
      shapeOf(
        '（一）主动公开方面。正文。\n\n**（二）依申请公开方面。**正文。\n\n（三）2023年收到3件。办结3件。\n\n1.制度。正文。\n\n1.5万件。办结。\n\n一、二季度公开5件。好。',
      ),
    ).toEqual([
      '2r （一）|主动公开方面。正文。',
      '2r （二）|依申请公开方面。正文。',
      '（三）2023年收到3件。办结3件。',
      '3r 1.|制度。正文。',
      '1.5万件。办结。',
      '一、二季度公开5件。好。',
    ]);
    const { blocks } = composeSectionText('**（二）依申请公开方面。**正文。');
    expect(
      blocks[0]?.type === 'paragraph' ? textsOf(blocks[0].runIn?.children ?? [])[0]?.strong : 'none',
    ).toBeUndefined();
  });

  it('warns of # and #####, and of ## without a space', () => {
    const { diagnostics } = composeSectionText('# 甲\n##### 乙\n##丙');
    expect(diagnostics.filter((d) => d.code === 'compose/heading-level').length).toBe(3);
  });

  it('does not print the section heading twice', () => {
    expect(texts('## **总体情况**\n正文。')).toEqual(['正文。']);
    expect(texts('总体情况良好。')).toEqual(['总体情况良好。']);
  });
});

describe('narrative: characters', () => {
  it('R-52: normalises radicals, compatibility ideographs and invisible characters with one notice', () => {
    const { blocks, diagnostics, source } = composeSectionText('甲\u2f08\u2ea0\u200b\uf900e\u0301\u00a0乙\u00ad\ufb01');
    expect(blocks.map(textOf)).toEqual(['甲人民豈é 乙fi']);
    const notices = diagnostics.filter((d) => d.code === 'compose/cleaned-characters');
    expect(notices.map((d) => source.slice(d.range?.start, d.range?.end))).toEqual(['\u2f08']);
    expect(notices[0]?.facts).toEqual({ count: '8' });
  });

  it('reports characters that cannot be printed, each with its place', () => {
    const { diagnostics, source } = composeSectionText('甲\ue123乙\ufffd');
    const found = diagnostics.filter((d) => d.code === 'compose/unprintable-character');
    expect(found.map((d) => [d.severity, source.slice(d.range?.start, d.range?.end)])).toEqual([
      ['error', '\ue123'],
      ['error', '\ufffd'],
    ]);
  });
});

describe('narrative: laws', () => {
  /** Letters and digits, however they are ordered; what becomes a literal number, marker or address counts too. */
  const marks = fc.constantFrom(
    '*',
    '**',
    '_',
    '`',
    '#',
    '## ',
    '- ',
    '1. ',
    '> ',
    '|',
    '\n',
    '\n\n',
    ' ',
    '　　',
    '（一）',
    '1.',
    '。',
    '[',
    '](',
    ')',
    '!',
    '<',
    '>',
    '\\',
    '~~~',
    '```',
    '---',
    '\t',
    '    ',
    '：',
    '|---|',
  );
  const word = fc.stringMatching(/^[a-z0-9一-龥]{1,6}$/u);
  const text = fc.array(fc.oneof(marks, word), { maxLength: 40 }).map((parts) => parts.join(''));

  const letters = (value: string): string => [...value.replace(/[^\p{L}\p{N}]/gu, '')].sort().join('');

  it('never throws and loses no letter and no digit', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { blocks, diagnostics } = composeSectionText(`开头\n\n${value}`);
        if (diagnostics.some((d) => d.code === 'compose/heading-repeated')) return;
        const hidden = blocks.flatMap(linksOf).join('');
        const printed = letters(blocks.map(textOf).join('') + hidden);
        for (const letter of new Set(letters(value))) {
          expect(count(printed, letter), `${letter} in ${JSON.stringify(value)}`).toBeGreaterThanOrEqual(
            count(letters(value), letter),
          );
        }
      }),
      { numRuns: 150 },
    );
  });

  it('never throws on any text', () => {
    // The stages before composing may refuse the file; then the helper throws their findings.
    const refused = /^(?:\[|no )/u;
    const thrownBy = (value: string): string => {
      try {
        composeYaml(
          `nianbao: 1\n模板: cn-2021\n年度: 2023\n单位: 某局\n章节:\n  一、总体情况: ${JSON.stringify(value)}\n`,
        );
        return '';
      } catch (error) {
        return error instanceof Error && refused.test(error.message) ? '' : String(error);
      }
    };
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (value) => {
        expect(thrownBy(value)).toBe('');
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['stars', '*a '.repeat(8000)],
    ['brackets', '['.repeat(8000)],
    ['quotes', '> '.repeat(4000)],
    ['items', '- '.repeat(4000)],
    ['ticks', '`a'.repeat(4000)],
    ['images', '![a]('.repeat(2000)],
  ])('reads hostile %s in time', (_, value) => {
    const start = performance.now();
    composeSectionText(value);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  function count(of: string, letter: string): number {
    return [...of].filter((other) => other === letter).length;
  }

  function linksOf(block: Block): readonly string[] {
    const own = (nodes: readonly Inline[]): readonly string[] =>
      nodes.flatMap((n) => (n.type === 'link' ? [n.href] : []));
    if (block.type === 'list') return block.items.flatMap((item) => item.children.flatMap((child) => linksOf(child)));
    if (block.type === 'table')
      return [...block.head, ...block.body].flatMap((row) => row.cells.flatMap((c) => own(c.children)));
    if (block.type === 'paragraph') return [...own(block.children), ...own(block.runIn?.children ?? [])];
    return block.type === 'heading' ? own(block.children) : [];
  }
});
