/**
 * References of last year's text that the new form cannot follow.
 */
import { cellDirectory } from '../pack/names.js';
import type { TemplatePack } from '../pack/types.js';
import { compileTemplate, hasReferences, type TemplateReference } from '../template/template.js';
import { mappedAddresses } from '../validate/previous.js';

/** A text with its dead references replaced. */
export interface FollowedText {
  readonly text: string;
  /** Official names, in last year's form, of the cells that are no more. */
  readonly lost: readonly string[];
}

/**
 * The text with every reference to a cell that the new form does not have, or that means something else there, replaced by a
 * note in circles (○○○), which stops `build` until it is rewritten. A text whose references cannot be read is left as it is:
 * its errors stop `build` too.
 */
export function followReferences(text: string, from: TemplatePack, pack: TemplatePack): FollowedText {
  if (!hasReferences(text)) return { text, lost: [] };
  const { value } = compileTemplate(text, { kind: 'narrative', file: '' });
  if (value === undefined) return { text, lost: [] };
  const lost: string[] = [];
  let out = text;
  // From the end, so that the places before stay true.
  for (const reference of [...value.references].reverse()) {
    const names = lostCells(reference, from, pack);
    // Without its opening a block would not close; with it the unknown cell is an error of its own.
    if (names.length === 0 || reference.helper === 'zero' || reference.helper === 'nonzero') continue;
    lost.unshift(...names);
    const { start, end } = reference.place;
    out = `${out.slice(0, start)}○○○（上年此处用的${names.join('、')}，今年的表式里没有，请改写）${out.slice(end)}`;
  }
  return { text: out, lost };
}

function lostCells(reference: TemplateReference, from: TemplatePack, pack: TemplatePack): readonly string[] {
  const before = cellDirectory(from);
  const now = cellDirectory(pack);
  return reference.addresses.flatMap((written) => {
    const old = before.resolve(written);
    // Wrong already last year: told by its own check.
    if (old.kind !== 'cell') return [];
    const cell = now.resolve(written);
    const same = cell.kind === 'cell' && mappedAddresses(cell.address, from, pack).join(' ') === old.address;
    return same ? [] : [before.nameOf(old.address)];
  });
}
