/**
 * Where a line may be broken, and where it may be stretched. Sources: GB/T 15834-2011 5.1 (marks at line start and end),
 * GB/T 15835-2011 (Arabic numbers are not broken), GB/T 9704-2012 7.3.3 (numbers and years are not parted).
 */
import { isNarrow } from './characters.js';
import type { SetCharacter } from './set-text.js';

/** Cost of breaking a line at a place; `NEVER` forbids it. The unit is that of a line's looseness (see `break-lines`). */
export const NEVER = Infinity;
const FREE = 0;
const IN_RANGE = 0.5;
const IN_DATE = 0.5;
const IN_ADDRESS = 0.3;
const IN_ADDRESS_LETTER_TO_DIGIT = 1;
const IN_ADDRESS_AFTER_SOLIDUS = 4;
const IN_ADDRESS_ANYWHERE = 25;
const IN_LONG_WORD = 400;

export interface BreakTable {
  /** `cost[i]`: of a line break before character `i`. */
  readonly cost: readonly number[];
  /** `stretch[i]`: white may be put between characters `i - 1` and `i`. */
  readonly stretch: readonly boolean[];
  /** `edge[i]`: an ideograph on one side, a Latin word or number on the other. White shows least there. */
  readonly edge: readonly boolean[];
  /** `inAddress[i]`: both are parts of one web address, which may be spaced out where nothing else can be. */
  readonly inAddress: readonly boolean[];
  /** `halved[i]`: character `i` takes half its cell because of the mark beside it. */
  readonly halved: readonly boolean[];
}

/** Break table of a paragraph's characters. A word longer than `longWord` points may be broken as a last resort. */
export function breakTable(characters: readonly SetCharacter[], longWord: number): BreakTable {
  const cost = characters.map((_, i) => (i === 0 ? NEVER : pairCost(characters, i)));
  const stretch = characters.map((_, i) => i > 0 && mayStretch(characters[i - 1], characters[i]));
  const edge = stretch.map((open, i) => open && isEdge(characters[i - 1], characters[i]));
  const inAddress = characters.map(() => false);
  const halved = characters.map(() => false);
  for (let i = 1; i < characters.length; i++) {
    const first = characters[i - 1];
    const second = characters[i];
    if (first === undefined || second === undefined || !isSqueezable(first) || !isSqueezable(second)) continue;
    // （《: the blank left half of the second goes; 。” and 》、 and ，“: the blank right half of the first.
    if (first.kind === 'closing') halved[i - 1] = true;
    else if (second.kind === 'opening') halved[i] = true;
  }
  keepUnits(characters, cost);
  openWords(characters, cost, inAddress, longWord);
  return { cost, stretch, edge, inAddress, halved };
}

/** Full-width marks whose cell is half blank. */
export function isSqueezable(character: SetCharacter): boolean {
  return (
    !character.latin &&
    (character.kind === 'opening' || character.kind === 'closing') &&
    character.width > character.size * 0.9
  );
}

function pairCost(characters: readonly SetCharacter[], at: number): number {
  const before = characters[at - 1];
  const after = characters[at];
  if (before === undefined || after === undefined) return NEVER;
  if (before.kind === 'fixedSpace' || after.kind === 'fixedSpace' || after.kind === 'space') return NEVER;
  if (after.kind === 'closing' || after.kind === 'trailing') return NEVER;
  if (before.kind === 'opening' || before.kind === 'leading') return NEVER;
  if (before.kind === 'space') return FREE;
  if (before.text === '/' || after.text === '/') return NEVER;
  if (before.kind === after.kind && (before.kind === 'dash' || before.kind === 'ellipsis')) return NEVER;
  if (narrow(before) && narrow(after)) return NEVER;
  // 9：00 and 3：2.
  if (before.text === '：' && after.kind === 'digit' && characters[at - 2]?.kind === 'digit') return NEVER;
  // 第3条, 〔2014〕32号; ranges (2019—2023年, 20～40) may be parted after their sign, if need be.
  if (after.kind === 'digit' && '第〕＋－±×'.includes(before.text)) return NEVER;
  if (after.kind === 'digit' && (before.text === '～' || before.kind === 'dash')) return IN_RANGE;
  if (after.kind === 'digit' && isInDate(characters, at)) return IN_DATE;
  if (before.kind === 'digit' && after.kind === 'dash' && characters[at + 1]?.kind !== 'dash') return NEVER;
  // A single connecting dash does not begin a line.
  if (after.kind === 'dash' && characters[at + 1]?.kind !== 'dash') return NEVER;
  return FREE;
}

/** 2024年|1月|15日: the parts of a date stay together where that leaves no wide gaps. */
function isInDate(characters: readonly SetCharacter[], at: number): boolean {
  const before = characters[at - 1]?.text;
  if ((before !== '年' && before !== '月') || characters[at - 2]?.kind !== 'digit') return false;
  let end = at;
  while (characters[end]?.kind === 'digit') end++;
  return characters[end]?.text === (before === '年' ? '月' : '日');
}

function mayStretch(before: SetCharacter | undefined, after: SetCharacter | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  if (before.kind === after.kind && (before.kind === 'dash' || before.kind === 'ellipsis')) return false;
  return !(narrow(before) && narrow(after));
}

function isEdge(before: SetCharacter | undefined, after: SetCharacter | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  return (before.kind === 'ideograph' && narrow(after)) || (narrow(before) && after.kind === 'ideograph');
}

function narrow(character: SetCharacter): boolean {
  return isNarrow(character.kind, character.latin);
}

/** Measure words of more than one character; any single ideograph after a number counts as its unit. */
const LONG_UNITS =
  /^(?:[万亿千百]{1,2}余?(?:元|件|条|人次|人|篇|个|次|户|份|吨|亩|字|平方米)?|个(?:百分点|月|小时)|人次|件次|场次|篇次|小时|分钟|公里|千米|厘米|毫米|平方(?:公里|米)|立方米|公斤|公顷|余[件条人次篇个份项元户场]|多[件条人次篇个份项元户场])/u;

/** Forbids breaks between a number and its unit: 12件, 6.58万元, 20个工作日. */
function keepUnits(characters: readonly SetCharacter[], cost: number[]): void {
  for (let i = 1; i < characters.length; i++) {
    const before = characters[i - 1];
    const after = characters[i];
    if (before === undefined || after === undefined || before.kind !== 'digit' || after.kind !== 'ideograph') continue;
    const following = characters
      .slice(i, i + 7)
      .map((character) => character.text)
      .join('');
    const length = Array.from(LONG_UNITS.exec(following)?.[0] ?? following.slice(0, 1)).length;
    for (let k = i; k < i + length; k++) cost[k] = NEVER;
  }
}

const ADDRESS = /^(?:https?:\/\/|www\.)|@|\.(?:cn|com|org|net)\b/iu;

/** Opens web addresses at their marks, and words that no line can hold anywhere. */
function openWords(characters: readonly SetCharacter[], cost: number[], inAddress: boolean[], longWord: number): void {
  let start = 0;
  while (start < characters.length) {
    let end = start;
    let width = 0;
    for (; end < characters.length; end++) {
      const character = characters[end];
      if (character === undefined || !narrow(character)) break;
      width += character.width;
    }
    if (end === start) {
      start++;
      continue;
    }
    const word = characters.slice(start, end);
    const isAddress = ADDRESS.test(word.map((character) => character.text).join(''));
    for (let i = 1; i < word.length; i++) {
      const opened = isAddress ? addressCost(word, i) : width > longWord ? IN_LONG_WORD : NEVER;
      if (opened < NEVER) cost[start + i] = opened;
      inAddress[start + i] = isAddress;
    }
    start = end;
  }
}

function addressCost(word: readonly SetCharacter[], at: number): number {
  const before = word[at - 1];
  const after = word[at];
  if (before === undefined || after === undefined || after.text === '/') return NEVER;
  if (after.kind === 'trailing' || before.kind === 'leading') return NEVER;
  if (before.text === '/') return IN_ADDRESS_AFTER_SOLIDUS;
  if ('.-?&=_#@~%:'.includes(before.text)) {
    return before.text === '.' && after.kind === 'digit' ? IN_ADDRESS_ANYWHERE : IN_ADDRESS;
  }
  const mixed =
    (before.kind === 'letter' && after.kind === 'digit') || (before.kind === 'digit' && after.kind === 'letter');
  return mixed ? IN_ADDRESS_LETTER_TO_DIGIT : IN_ADDRESS_ANYWHERE;
}
