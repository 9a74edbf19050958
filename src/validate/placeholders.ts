/**
 * Places that a new data file leaves for the clerk to fill, `○○○`, and that nobody filled.
 */
import type { ReportData } from '../data/types.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceRange } from '../source/source.js';

const PLACEHOLDER = /[○◯]{3,}(?!年)/gu;

/**
 * One `report/placeholder` for all circles left in the name of the agency and in the sections; each place is in `related`.
 * Circles of 签署 are let stand: offices hide names with them.
 */
export function checkPlaceholders(data: ReportData): readonly Diagnostic[] {
  const name = data.agency.name;
  const places: SourceRange[] = /[○◯]{3,}(?!年)/u.test(name.value) ? [name.range] : [];
  for (const { text, heading } of data.sections.values()) {
    if (heading !== undefined && /[○◯]{3,}(?!年)/u.test(heading.value)) places.push(heading.range);
    for (const match of text?.text.matchAll(PLACEHOLDER) ?? []) {
      if (text === undefined) continue;
      const at = (offset: number): number => text.offsets?.[offset] ?? text.range.start + offset;
      places.push({ file: text.range.file, start: at(match.index), end: at(match.index + match[0].length) });
    }
  }
  const [first, ...others] = places.sort((a, b) => a.start - b.start);
  if (first === undefined) return [];
  return [
    {
      code: 'report/placeholder',
      severity: 'error',
      message: {
        zh: `还有 ${places.length} 处“○○○”没有填写。`,
        en: `${places.length} of the places marked "○○○" are not filled in.`,
      },
      hint: {
        zh: '换成实际内容；没有这方面内容的，删去那一句。',
        en: 'Put in what belongs there, or delete the sentence.',
      },
      range: first,
      related: others.map((range) => ({ range, message: { zh: '“○○○”没有填写', en: 'not filled in' } })),
    },
  ];
}
