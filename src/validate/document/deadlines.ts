/**
 * Terms by kind of agency, as packs (options of a rule) and profiles state them.
 */
import type { Agency } from '../../data/types.js';
import type { MonthDay } from '../../profile/types.js';

/** A day of the calendar. */
export interface CalendarDay extends MonthDay {
  readonly year: number;
}

/** A term of a rule's options; empty lists mean every kind, every level. */
export interface PublicationTerm {
  readonly kinds: readonly string[];
  readonly levels: readonly string[];
  readonly publishBy: MonthDay;
}

/** True when an entry binds the agency: each list it gives must name the agency's own kind or level. */
export function fitsAgency(
  { kinds, levels }: { readonly kinds: readonly string[]; readonly levels: readonly string[] },
  agency: Agency,
): boolean {
  const names = (list: readonly string[], own: string | undefined): boolean =>
    list.length === 0 || (own !== undefined && list.includes(own));
  return names(kinds, agency.kind?.value) && names(levels, agency.level?.value);
}

/** True when a day comes later than the other. */
export function isAfter(day: CalendarDay, other: CalendarDay): boolean {
  const ordinal = ({ year, month, day }: CalendarDay): number => (year * 12 + month) * 31 + day;
  return ordinal(day) > ordinal(other);
}

/** Reads `deadlines: [{kinds: [政府], levels: [], publish_by: "03-31"}]`; entries without a readable day are left out. */
export function readDeadlines(option: unknown): readonly PublicationTerm[] {
  if (!Array.isArray(option)) return [];
  return option.flatMap((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return [];
    const fields = new Map<string, unknown>(Object.entries(entry));
    const publishBy = monthDay(fields.get('publish_by'));
    if (publishBy === undefined) return [];
    return [{ kinds: textList(fields.get('kinds')), levels: textList(fields.get('levels')), publishBy }];
  });
}

function monthDay(option: unknown): MonthDay | undefined {
  const match = typeof option === 'string' ? /^(\d{1,2})-(\d{1,2})$/u.exec(option.trim()) : null;
  return match === null ? undefined : { month: Number(match[1]), day: Number(match[2]) };
}

function textList(option: unknown): readonly string[] {
  return Array.isArray(option) ? option.filter((item: unknown) => typeof item === 'string') : [];
}
