/** How many parts a sentence names: 由总体情况，主动公开政府信息情况，…组成. */

/** Smallest and largest number the list can be read as. */
export interface CountRange {
  readonly least: number;
  readonly most: number;
}

/**
 * Names listed before the number (由A，B，C六部分组成) or after it (包括六个部分：A、B、C。). Undefined where there is no list,
 * or where it is open (等). `known` are names that hold 、 or 和 themselves: headings of the report and of the form.
 */
export function nameCount(before: string, after: string, known: readonly string[]): CountRange | undefined {
  const ahead = /(?:由|包括|包含|涵盖|分为|为)[：:]?([^。；]*)$/u.exec(before)?.[1] ?? '';
  const behind = /^[^：:。；]{0,12}[：:]([^。；]*)/u.exec(after)?.[1] ?? '';
  const list = count(ahead, known) === undefined ? behind : ahead;
  return count(list, known);
}

const mark = '■';

function count(list: string, known: readonly string[]): CountRange | undefined {
  const text = replaceKnown(
    list.replace(/[等共]\s*$/u, (end) => (end.startsWith('等') ? '等' : '')),
    known,
  );
  if (/等\s*$|以及其他/u.test(text) || !/[，,、]/u.test(text)) return undefined;
  const byComma = /[，,]/u.test(text);
  const pieces = named(text.split(byComma ? /[，,]/u : /、/u));
  const finest = named(text.split(/[，,、和及与]|以及/u));
  if (pieces.length < 2) return undefined;
  // Split at 、 alone, a piece without the ending of a heading may be half a name: 行政复议、诉讼和申诉情况.
  const least = byComma ? pieces.length : pieces.filter((piece) => piece.includes(mark) || ending.test(piece)).length;
  return { least, most: Math.max(finest.length, pieces.length) };
}

const ending = /(?:情况|概况|概述|说明|引言|问题|措施|事项|附表|附件|方向|打算|意见|表)$/u;

function named(pieces: readonly string[]): readonly string[] {
  return pieces.map((piece) => piece.replace(/^(?:以及|及|和|与)/u, '').trim()).filter((piece) => piece !== '');
}

/** Known names become one mark each, the longest first; numbers before them go with them. */
function replaceKnown(list: string, known: readonly string[]): string {
  const names = [...new Set(known.map((name) => name.replace(/^[一二三四五六七八九十]{1,3}、/u, '')))]
    .filter((name) => name.length >= 2)
    .toSorted((a, b) => b.length - a.length);
  return names.reduce(
    (text, name) => text.replaceAll(name, mark),
    list.replace(/(?:^|(?<=[，,、；]))[“"]?[一二三四五六七八九十]{1,3}、/gu, ''),
  );
}
