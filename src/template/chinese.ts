/** Chinese numerals and dates as official texts print them. */

const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const places = ['', '十', '百', '千'];
const groups = ['', '万', '亿'];

/**
 * A whole number from 0 below 10^12 in Chinese numerals: 11 → 十一, 105 → 一百零五, 10010 → 一万零一十. Undefined for
 * anything else. 二 is used throughout (两 is a matter of the noun that follows).
 */
export function chineseNumeral(text: string): string | undefined {
  if (!/^\d{1,12}$/u.test(text)) return undefined;
  const plain = text.replace(/^0+(?=\d)/u, '');
  if (plain === '0') return digits[0];
  const count = Math.ceil(plain.length / 4);
  const padded = plain.padStart(count * 4, '0');
  let out = '';
  let gap = false;
  for (let group = 0; group < count; group++) {
    const part = padded.slice(group * 4, group * 4 + 4);
    if (Number(part) === 0) {
      gap = true;
      continue;
    }
    if (out !== '' && (gap || part.startsWith('0'))) out += '零';
    out += belowTenThousand(part) + (groups[count - 1 - group] ?? '');
    gap = false;
  }
  return out.startsWith('一十') ? out.slice(1) : out;
}

/** Four digits, leading zeros allowed; inner runs of zeros read as one 零. */
function belowTenThousand(four: string): string {
  let out = '';
  let gap = false;
  for (const [index, character] of [...four].entries()) {
    const digit = Number(character);
    if (digit === 0) {
      gap = out !== '';
      continue;
    }
    out += (gap ? '零' : '') + (digits[digit] ?? '') + (places[3 - index] ?? '');
    gap = false;
  }
  return out;
}

/** A day as year, month, day; undefined when it is not one. Takes 2024-01-20, 2024/1/20, 2024.1.20 and 2024年1月20日. */
export function readDay(
  text: string,
): { readonly year: number; readonly month: number; readonly day: number } | undefined {
  const match = /^\s*(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?\s*$/u.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return length !== undefined && day >= 1 && day <= length ? { year, month, day } : undefined;
}

/** 2024年1月20日: no leading zeros (GB/T 9704-2012, 7.3.5.4). */
export function chineseDay(day: { readonly year: number; readonly month: number; readonly day: number }): string {
  return `${day.year}年${day.month}月${day.day}日`;
}
