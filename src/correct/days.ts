/** Days of the public data as lines print them. */
import { chineseDay } from '../template/chinese.js';

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/u;

/** 2024-01-20 as 2024年1月20日; any other text as it is. */
export function printedDay(text: string): string {
  const [, year, month, day] = ISO_DAY.exec(text) ?? [];
  return year === undefined ? text : chineseDay({ year: Number(year), month: Number(month), day: Number(day) });
}
