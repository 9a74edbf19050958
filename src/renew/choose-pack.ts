/**
 * Which form a new year's report takes.
 */
import type { TemplatePack } from '../pack/types.js';

/** The form, or those between which the clerk must choose (none where no form holds for the year). */
export type PackChoice = { readonly pack: TemplatePack } | { readonly candidates: readonly TemplatePack[] };

/**
 * Last year's form while it holds; else the form in force that shares most of its family. `known` are the packs of the
 * program; common ground is no form.
 */
export function choosePack(last: TemplatePack, known: readonly TemplatePack[], year: number): PackChoice {
  if (holdsIn(last, year)) return { pack: last };
  const forms = known.filter((pack) => pack.abstract !== true && holdsIn(pack, year));
  const shared = (pack: TemplatePack): number => pack.chain.filter((id) => last.chain.includes(id)).length;
  const most = Math.max(0, ...forms.map(shared));
  const nearest = forms.filter((pack) => shared(pack) === most);
  const [only] = nearest;
  return only !== undefined && nearest.length === 1 ? { pack: only } : { candidates: nearest };
}

function holdsIn({ years }: TemplatePack, year: number): boolean {
  return year >= years.from && (years.until === undefined || year <= years.until);
}
