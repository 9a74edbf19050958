import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf, sourceOffset, type DataNode, type MapNode, type ScalarNode } from '../../../src/load/node.js';
import { parseYaml } from '../../../src/load/parse.js';

const encoder = new TextEncoder();

function parse(text: string) {
  return parseYaml(encoder.encode(text), 'a.yaml');
}

function rootOf(text: string): MapNode {
  const { value, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  if (value?.root.type !== 'map') throw new Error('no map');
  return value.root;
}

function scalarOf(text: string, key: string): ScalarNode {
  const node = entryOf(rootOf(text), key)?.value;
  if (node?.type !== 'scalar') throw new Error('no scalar');
  return node;
}

describe('values as typed', () => {
  it.each(['0632', '27.60', '12345678901234567890', '2024-01-20', 'no', '0x1F', '1e3', 'true'])(
    'R-03: %s stays text',
    (text) => {
      expect(scalarOf(`a: ${text}\n`, 'a')).toMatchObject({ text, style: 'plain', empty: false });
    },
  );

  it.each(['', '~', 'null'])('takes %j as nothing', (text) => {
    expect(scalarOf(`a: ${text}\n`, 'a')).toMatchObject({ text: '', empty: true });
  });

  it('tells quotes and blocks apart from plain text', () => {
    expect(scalarOf('a: "~"\n', 'a')).toMatchObject({ text: '~', style: 'quoted', empty: false });
    expect(scalarOf('a: ""\n', 'a')).toMatchObject({ text: '', style: 'quoted', empty: false });
    expect(scalarOf('a: |\n  b\n', 'a')).toMatchObject({ text: 'b\n', style: 'block' });
  });

  it('notes the byte order mark and leaves it out of the text', () => {
    const { value } = parse('\ufeffa: 1\r\nb: 2\r\n');
    expect(value?.encoding).toBe('utf-8-bom');
    expect(value?.source.text).toBe('a: 1\r\nb: 2\r\n');
  });
});

describe('offsets', () => {
  const texts: readonly (readonly [string, string])[] = [
    ['plain', 'a: 甲乙丙\n'],
    ['plain over two lines', 'a: 甲乙\n  丙丁\n'],
    ['single quotes', "a: '甲''乙'\n"],
    ['double quotes with escapes', 'a: "甲\\u4e59\\"丙\\\n   丁"\n'],
    ['literal block', 'k:\n  a: |\n    甲 乙\n      丙\n\n    丁\n'],
    ['literal block with CRLF', 'a: |-\r\n  甲\r\n  乙\r\n'],
    ['folded block', 'a: >\n  甲\n  乙\n\n  丙\n'],
  ];
  it.each(texts)('map each character into the source: %s', (_, text) => {
    const root = rootOf(text);
    const inner = entryOf(root, 'k')?.value;
    const node = entryOf(inner?.type === 'map' ? inner : root, 'a')?.value as ScalarNode;
    const han = [...node.text].filter((character) => /[甲丙丁]/u.test(character));
    expect(han.length).toBeGreaterThan(0);
    for (const character of han) expect(sourceOffset(node, node.text.indexOf(character))).toBe(text.indexOf(character));
    expect(node.offsets === undefined || node.offsets.length === node.text.length + 1).toBe(true);
  });

  it('points an escape at its backslash', () => {
    const text = 'a: "甲\\u4e59丙"\n';
    expect(sourceOffset(scalarOf(text, 'a'), 1)).toBe(text.indexOf('\\'));
  });
});

describe('insertion point of a map', () => {
  it.each([
    ['k:\n  a: 1\n  b: 2 # note\nz: 1\n', 2],
    ['k:\n  a: |\n    text\nz: 1\n', 2],
    ['k:\n  a:\nz: 1\n', 2],
    ['k:\r\n   a: {b: 1}\r\nz: 1\r\n', 3],
  ])('%j', (text, indent) => {
    const offset = text.indexOf('z:');
    const inner = entryOf(rootOf(text), 'k')?.value as MapNode;
    expect(inner.insertion).toEqual({ offset, indent });
    const added = `${text.slice(0, offset)}${' '.repeat(indent)}neu: 9\n${text.slice(offset)}`;
    const again = entryOf(rootOf(added), 'k')?.value as MapNode;
    expect(again.entries.at(-1)?.key.text).toBe('neu');
  });

  it('is the end of the file when the last line has no line end, and absent in braces', () => {
    expect(rootOf('a: 1').insertion).toEqual({ offset: 4, indent: 0 });
    const inner = entryOf(rootOf('a: {b: 1}\n'), 'a')?.value;
    expect(inner?.type).toBe('map');
    expect(inner).not.toHaveProperty('insertion');
  });
});

describe('R-02: duplicate keys', () => {
  it('names both lines, also with and without quotes, and keeps the first', () => {
    const { value, diagnostics } = parse('1100: 5\n"1100": 6\n');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ code: 'load/duplicate-key', severity: 'error' });
    expect(diagnostics[0]?.message.zh).toContain('第 1 行和第 2 行');
    expect(value?.root.type === 'map' ? value.root.entries : []).toHaveLength(1);
  });

  it('looks at 20,000 keys in one pass', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `k${index}: ${index}`).join('\n');
    const start = performance.now();
    rootOf(text);
    expect(performance.now() - start).toBeLessThan(5_000);
  }, 30_000);

  it.each(['constructor', '__proto__', 'toString'])('takes %s as an ordinary key', (key) => {
    expect(scalarOf(`${key}: 1\n`, key).text).toBe('1');
  });
});

describe('untrusted input', () => {
  const bomb = `a: &a [x, x]\n${Array.from({ length: 20 }, (_, i) => `b${i}: &b${i} [*a, *a]`).join('\n')}\n`;
  it.each([
    ['a bomb of aliases', bomb, 'load/anchor'],
    ['a hundred thousand brackets', '['.repeat(100_000), 'load/too-deep'],
    ['a thousand closed brackets', '['.repeat(1_000) + ']'.repeat(1_000), 'load/too-deep'],
    ['a thousand dashes', `${'- '.repeat(1_000)}a`, 'load/too-deep'],
    ['two megabytes', `a: ${'x'.repeat(2 * 1024 * 1024)}`, 'load/too-large'],
    ['more items than any report', `a: [${'1,'.repeat(60_000)}]`, 'load/too-large'],
  ])(
    'refuses %s',
    (_, text, code) => {
      const { value, diagnostics } = parse(text);
      expect(value).toBeUndefined();
      expect(diagnostics[0]?.code).toBe(code);
    },
    30_000,
  );

  const valid = `nianbao: 1
模板: cn-2021
年度: 2023
单位: {名称: "某某局", 曾用名: ['甲', 乙]}
章节:
  总体情况: |
    2023年，收到申请 3 件。

    （一）主动公开。“好”
表格:
  表三:
    r1: [1, 0, 0, 0, 0, ~]
    不予公开: {属于国家秘密: {自然人: 1}} # 说明
`;
  const pieces = [
    '：',
    ':',
    ' ',
    '\t',
    '　',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '|',
    '>',
    '*',
    '&',
    '!',
    '%',
    '@',
    '#',
    '-',
    '\n',
    '\r',
    '\u0000',
    '---\n',
    '? ',
  ];

  it('gives diagnostics and never an exception for any cut or change of a valid file', () => {
    const mutation = fc.record({
      from: fc.nat(valid.length),
      length: fc.nat(12),
      put: fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 6 })),
    });
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        let text = valid;
        for (const { from, length, put } of mutations) text = text.slice(0, from) + put + text.slice(from + length);
        const { value, source, diagnostics } = parse(text);
        expect(value !== undefined || diagnostics.some((diagnostic) => diagnostic.severity === 'error')).toBe(true);
        for (const { range, message } of diagnostics) {
          expect(message.zh.length).toBeGreaterThan(0);
          expect(range === undefined || (range.start <= range.end && range.end <= (source?.text.length ?? 0))).toBe(
            true,
          );
        }
        if (value !== undefined) checkRanges(value.root, value.source.text.length);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it('gives diagnostics and never an exception for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { value, diagnostics } = parseYaml(bytes, 'a.yaml');
        expect(value !== undefined || diagnostics.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  }, 60_000);
});

function checkRanges(node: DataNode, length: number): void {
  expect(node.range.start).toBeLessThanOrEqual(node.range.end);
  expect(node.range.end).toBeLessThanOrEqual(length);
  if (node.type === 'list') for (const item of node.items) checkRanges(item, length);
  if (node.type === 'map') {
    for (const { key, value } of node.entries) {
      checkRanges(key, length);
      checkRanges(value, length);
    }
  }
}
