/** What a search for leftovers gives. */
import type { Bilingual } from '../../../diagnostic/diagnostic.js';
import type { RuleSpec } from '../../../pack/types.js';
import type { DocumentContext } from '../context.js';
import type { TextPlace } from '../text-places.js';

/** Something in the text that does not belong there. */
export interface Leftover {
  readonly place: TextPlace;
  /** The sentence it stands in. */
  readonly sentence: string;
  readonly message: Bilingual;
  readonly hint: Bilingual;
  /** Further places of the same thing. */
  readonly others?: readonly TextPlace[];
}

/** Looks for one kind; the word lists are options of the rule. */
export type LeftoverSearch = (context: DocumentContext, rule: RuleSpec) => readonly Leftover[];
