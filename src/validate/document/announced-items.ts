/** Points a sentence announces by number (做好以下四项工作：) and the points that follow it. */
import { chineseNumber } from './chinese-number.js';
import { lastOrdinal, numberMark } from './number-marks.js';
import type { Passage } from './passages.js';

/** An announcement: `[start, end)` in its passage, the points follow at `end`. */
export interface AnnouncedItems {
  readonly said: number;
  readonly start: number;
  readonly end: number;
}

const announcement =
  /(?<![第\d一二三四五六七八九十])([二两三四五六七八九十]{1,3}|[2-9]|1\d)\s*(?:个|大)?(?:方面|项|点)(?!例)[^，。；：:\n\d]{0,24}[：:。]/gu;

/** Announcements of a passage that end in a colon, or in a full stop right before 一是. */
export function announcedItems({ role, text }: Passage): readonly AnnouncedItems[] {
  if (!announcing.has(role) || !/方面|项|点/u.test(text)) return [];
  return [...text.matchAll(announcement)].flatMap((match): readonly AnnouncedItems[] => {
    const said = chineseNumber(match[1] ?? '');
    const end = match.index + match[0].length;
    if (said === undefined || (match[0].endsWith('。') && !/^\s*一是/u.test(text.slice(end, end + 8)))) return [];
    return [{ said, start: clauseStart(text, match.index), end }];
  });
}

/** Where the clause begins that holds an offset. */
function clauseStart(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - longestClause), offset);
  return offset - (/[^。；：:\n]*$/u.exec(before)?.[0].length ?? 0);
}

const longestClause = 80;

const announcing: ReadonlySet<Passage['role']> = new Set(['body', 'item', 'quote']);

/**
 * How many points follow: 一是…二是… in the same passage or the next ones, or numbered lines. `next` is the place of the
 * passage after the announcing one. Undefined unless the first point stands right after the announcement.
 */
export function countedItems({ end }: AnnouncedItems, passages: readonly Passage[], next: number): number | undefined {
  const rest = passages[next - 1]?.text.slice(end) ?? '';
  if (/^\s*一是/u.test(rest)) return spokenItems([rest, ...sameSection(passages, next)]);
  if (rest.trim() !== '') {
    const mark = numberMark(rest);
    // Numbers inside one line only: （1）…；（2）…
    return mark?.ordinal === 1 && mark.level >= 2 && numberMark(passages[next]?.text ?? '')?.level !== mark.level
      ? certain(lastOrdinal(rest, mark))
      : undefined;
  }
  const [following = ''] = sameSection(passages, next);
  if (/^\s*一是/u.test(following)) return spokenItems(sameSection(passages, next));
  const mark = numberMark(following);
  return mark?.ordinal === 1 ? numberedItems(passages, next, mark.level) : undefined;
}

/** Texts up to the next section. */
function sameSection(passages: readonly Passage[], next: number): readonly string[] {
  const texts: string[] = [];
  for (const { role, text } of passages.slice(next, next + farthest)) {
    if (role === 'heading' && numberMark(text)?.level === 1) break;
    texts.push(text);
  }
  return texts;
}

/** Points further away than this belong to another announcement. */
const farthest = 60;
const ordinals = '一二三四五六七八九十';

/** 一是, 二是 … in turn, up to the first that is missing or to another 一是. */
function spokenItems(texts: readonly string[]): number | undefined {
  const said = texts.join('\n').matchAll(/(?<![\p{Script=Han}\d])([一二三四五六七八九十])是/gu);
  let last = 0;
  for (const [, ordinal = ''] of said) {
    const value = ordinals.indexOf(ordinal) + 1;
    if (value === 1 && last > 0) break;
    // A point left out is a matter of numbering, and what was meant is not certain.
    if (value !== last + 1) return undefined;
    last = value;
  }
  return certain(last);
}

function numberedItems(passages: readonly Passage[], next: number, level: number): number | undefined {
  let last = 0;
  for (const { text } of passages.slice(next, next + farthest)) {
    const mark = numberMark(text);
    if (mark === undefined || mark.level > level) continue;
    // A higher level, or the same one beginning anew, ends the run.
    if (mark.level < level || mark.ordinal <= last) break;
    if (mark.ordinal > last + 1) return undefined;
    last = lastOrdinal(text, mark);
  }
  return certain(last);
}

/** A single point is no enumeration. */
function certain(count: number): number | undefined {
  return count >= 2 ? count : undefined;
}
