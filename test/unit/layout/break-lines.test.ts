import { describe, expect, it } from 'vitest';
import { breakLines, type BrokenText } from '../../../src/layout/break-lines.js';
import { lineWidth, runsOf } from '../../../src/layout/runs.js';
import { TextSetter, type SetCharacter } from '../../../src/layout/set-text.js';
import { builtInFonts, text } from '../../support/pdf-fixtures.js';

const SIZE = 15.75;
const CELL = 442.2 / 28;

function setIn(value: string): SetCharacter[] {
  const setter = new TextSetter(builtInFonts());
  const setting = { role: 'fangsong', size: SIZE, bold: false, tracking: CELL - SIZE } as const;
  return setter.set(text(value), setting, { name: '正文' });
}

/** Lines of a paragraph set `cells` characters wide, as text. */
function linesOf(
  value: string,
  cells = 28,
  justify = true,
): { lines: string[]; broken: BrokenText; characters: SetCharacter[] } {
  const characters = setIn(value);
  const broken = breakLines(characters, { first: cells * CELL, rest: cells * CELL, justify });
  const lines = broken.lines.map((line) =>
    characters
      .slice(line.start, line.end)
      .map((character) => character.text)
      .join(''),
  );
  return { lines, broken, characters };
}

const SAMPLE =
  '2023年，全县各级行政机关坚持以习近平新时代中国特色社会主义思想为指导，“以公开促落实、以公开促规范、以公开促服务”，全年主动公开政府信息12,345条，比上年增加1,068条，增长9.5%；其中规范性文件18件、重大决策预公开23项（含《条例》第二十条第（一）项），公开率达100%，涉及资金6.58万元——较上年翻了一番……国办公开办函〔2021〕30号文件要求2024年1月31日前发布。';

describe('line breaking', () => {
  it('R-32: sets 28 ideographs on a line, each in its cell of the grid', () => {
    const { lines, broken, characters } = linesOf('政'.repeat(60));
    expect(lines.map((line) => line.length)).toEqual([28, 28, 4]);
    const [first] = broken.lines;
    if (first === undefined) throw new Error('no line');
    const [run, ...others] = runsOf(characters, broken, first, 0);
    expect(others).toEqual([]);
    expect((run?.spacing ?? 0) + SIZE).toBeCloseTo(CELL, 6);
  });

  it.each([9, 11, 14, 17, 20, 23, 28])(
    'R-55: keeps marks, numbers and units in their places at %i characters',
    (cells) => {
      const { lines } = linesOf(SAMPLE, cells);
      expect(lines.join('')).toBe(SAMPLE);
      const turns = lines.slice(1).map((line, i) => `${(lines[i] ?? '').slice(-2)}|${line.slice(0, 2)}`);
      for (const turn of turns) {
        expect(turn).not.toMatch(/\|[，。、；：？！）》〉」』】〕”’％%·]/u);
        expect(turn).not.toMatch(/[（《〈「『【〔“‘]\|/u);
        expect(turn).not.toMatch(/[\d.,]\|[\d.,%]|—\|—|…\|…/u);
        expect(turn).not.toMatch(/\d\|[条件项万号年月日]|万\|元/u);
      }
    },
  );

  it.each([11, 14, 17, 20, 23, 28])(
    'R-55: ends every line but the last within 0.5 pt of the edge at %i characters',
    (cells) => {
      const { broken, characters } = linesOf(SAMPLE, cells);
      for (const line of broken.lines.slice(0, -1)) {
        expect(Math.abs(lineWidth(characters, broken, line) - cells * CELL)).toBeLessThan(0.5);
      }
    },
  );

  it('breaks web addresses at their marks and spreads the white over the whole line', () => {
    const value =
      '报告全文可在门户网站（https://www.qingshan.gov.cn/zwgk/xxgknb/2024/202401/t20240120_5566778.html?channel=nb&year=2023&from=portal）查阅。';
    const { lines, broken, characters } = linesOf(value);
    expect(lines.length).toBeGreaterThan(2);
    broken.lines.slice(0, -1).forEach((line) => {
      expect(Math.abs(lineWidth(characters, broken, line) - 28 * CELL)).toBeLessThan(0.5);
      expect(line.stretch).toBeLessThan(SIZE * 0.2);
    });
    for (const [i, line] of lines.slice(0, -1).entries()) {
      expect(`${line.slice(-1)}|${(lines[i + 1] ?? '').slice(0, 1)}`).not.toMatch(/^(?:[a-z]\|[a-z]|\d\|\d|.*\/$)/u);
    }
  });

  it('never spaces out the characters of a number or a Latin word', () => {
    const { broken, characters } = linesOf(SAMPLE, 17);
    const figures = broken.lines
      .flatMap((line) => runsOf(characters, broken, line, 0))
      .filter((run) => /^[\d.,%]{2,}$/u.test(run.text));
    expect(figures.length).toBeGreaterThan(5);
    for (const figure of figures) expect(figure.spacing).toBeCloseTo(0, 6);
  });

  it.each([
    ['》（', 1],
    ['。”', 1],
    ['，“', 1],
    ['》、', 1],
    ['（“', 1],
    ['”）。', 2],
    ['（）', 0],
  ])('squeezes %s: %i marks take half a cell', (marks, halves) => {
    const { broken, characters } = linesOf(`政府${marks}信息`);
    const [line] = broken.lines;
    if (line === undefined) throw new Error('no line');
    expect(runsOf(characters, broken, line, 0).filter((run) => run.half)).toHaveLength(halves);
    expect(lineWidth(characters, broken, line)).toBeCloseTo(
      (4 + marks.length) * CELL - (halves * SIZE) / 2 - (CELL - SIZE),
      3,
    );
  });

  it('keeps forced line ends and does not stretch the line before them', () => {
    const setter = new TextSetter(builtInFonts());
    const characters = setter.set(
      [...text('政府信息'), { type: 'lineBreak' }, ...text('公开')],
      { role: 'fangsong', size: SIZE, bold: false, tracking: 0 },
      { name: '正文' },
    );
    const broken = breakLines(characters, { first: 400, rest: 400, justify: true });
    expect(broken.lines.map((line) => [line.start, line.end, line.stretch])).toEqual([
      [0, 4, 0],
      [4, 6, 0],
    ]);
  });

  it('breaks a word no line can hold, and says when even that is not possible', () => {
    expect(linesOf('a'.repeat(200)).broken.overfull).toBe(false);
    expect(linesOf('（政）', 2).broken.overfull).toBe(true);
  });
});

describe('faces', () => {
  it('R-30: takes digits and letters from the Latin face, all marks from the Chinese one', () => {
    const characters = setIn('表3“A”—·…don’t');
    const latin = characters.filter((character) => character.latin).map((character) => character.text);
    expect(latin.join('')).toBe('3Adon’t');
    for (const character of characters) expect(character.face.id === 'latin').toBe(character.latin);
  });

  it('R-53: names a character that no face has, once, with its code point', () => {
    const setter = new TextSetter(builtInFonts());
    const setting = { role: 'fangsong', size: 16, bold: false, tracking: 0 } as const;
    setter.set(text('政\u{10ffff}府\u{10ffff}'), setting, { name: '正文' });
    expect(setter.diagnostics.map((d) => [d.code, d.severity, d.facts?.['codePoint']])).toEqual([
      ['layout/no-glyph', 'error', 'U+10FFFF'],
    ]);
  });

  it('R-51: drops characters that print nothing', () => {
    expect(setIn('政\u200b\u2060\ufeff府\u00ad').map((character) => character.text)).toEqual(['政', '府']);
  });
});
