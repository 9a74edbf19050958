/** Whether a data file speaks of the report that was filed: another office, year or form is no correction of it. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Agency } from '../data/types.js';
import { cellSpecs } from '../pack/cells.js';
import type { OpenReport } from '../pipeline.js';
import { otherAgency, otherForm, otherYear } from './findings.js';

/** Gives `correct/other-agency`, `correct/other-year`, `correct/other-form`; empty for one and the same report. */
export function notTheSame(filed: OpenReport, now: OpenReport): readonly Diagnostic[] {
  const [was, is] = [filed.data, now.data];
  return [
    ...(isSameAgency(was.agency, is.agency)
      ? []
      : [otherAgency(told(was.agency, is.agency), told(is.agency, was.agency), is.agency.name.range)]),
    ...(was.year.value === is.year.value ? [] : [otherYear(was.year.value, is.year.value, is.year.range)]),
    ...(isSameForm(filed, now) ? [] : [otherForm(filed.pack.name, now.pack.name, now.file.pack?.range)]),
  ];
}

/** By the code where both have one: names change. A wrong name is corrected by naming the old one among the former ones. */
function isSameAgency(was: Agency, is: Agency): boolean {
  if (was.creditCode !== undefined && is.creditCode !== undefined) {
    return was.creditCode.value.toUpperCase() === is.creditCode.value.toUpperCase();
  }
  const names = [is.name, ...is.formerNames.map(({ name }) => name)].map(({ value }) => plain(value));
  return names.includes(plain(was.name.value));
}

/** The name, with the code where the names alone do not tell the two apart. */
function told({ name, creditCode }: Agency, other: Agency): string {
  const isSameName = plain(name.value) === plain(other.name.value);
  return isSameName && creditCode !== undefined ? `${name.value}（${creditCode.value}）` : name.value;
}

function plain(name: string): string {
  return name.normalize('NFKC').replace(/\s/gu, '');
}

/** The same form by name, or a local one with the very same cells. */
function isSameForm({ pack: was }: OpenReport, { pack: is }: OpenReport): boolean {
  if (was.id === is.id) return true;
  const [old, now] = [cellSpecs(was).byAddress, cellSpecs(is).byAddress];
  return old.size === now.size && [...old.keys()].every((address) => now.has(address));
}
