/** Small whole numbers as they stand in a sentence: 六, 十一, 两, 7. */

const digits = '一二三四五六七八九';

/** 1 to 99; undefined for anything else. */
export function chineseNumber(text: string): number | undefined {
  const plain = text.trim();
  if (/^\d{1,2}$/u.test(plain)) return Number(plain) || undefined;
  const match = /^([二两三四五六七八九一])?(十)?([一二三四五六七八九])?$/u.exec(plain);
  if (match === null || plain === '') return undefined;
  const [, first, ten, last] = match;
  const value = (digit: string | undefined): number =>
    digit === undefined ? 0 : digit === '两' ? 2 : digits.indexOf(digit) + 1;
  if (ten === undefined) return last === undefined || first === undefined ? value(first ?? last) : undefined;
  return (first === undefined ? 1 : value(first)) * 10 + value(last);
}
