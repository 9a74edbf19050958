/**
 * Templates of packs and references in narrative text, behind one door. Comes in: text with `{{…}}` and a scope that knows
 * cells and fields. Goes out: parts of plain text that keep the address of the figure they print. Never runs code of the
 * template: the Handlebars parser gives a syntax tree, of which only known names with literal arguments are accepted, and
 * the tree is walked here.
 */
import type { SourceRange } from '../source/source.js';
import type { CellValue } from '../value/value.js';

export { compileTemplate, hasReferences, type CompileOptions } from './compile.js';
export { checkReferences, expand, textOf } from './expand.js';
export { allNames as allTemplateNames } from './vocabulary.js';

/**
 * Where a template stands, which decides what it may hold: `title` (titles, table lines, notes, file names) no blocks,
 * `wording` everything, `narrative` (an author's text) everything but comments.
 */
export type TemplateKind = 'title' | 'wording' | 'narrative';

/** A compiled template: checked for names and form, not yet for addresses (`references` lists them). */
export interface Template {
  readonly kind: TemplateKind;
  readonly text: string;
  readonly nodes: readonly TemplateNode[];
  /** Every helper call with its addresses, in order, so that a caller can check them without data. */
  readonly references: readonly TemplateReference[];
  /** Canonical names of the fields it prints. */
  readonly fields: readonly FieldName[];
}

/** Place inside the template text, UTF-16 offsets `[start, end)`, and the same place in its source. */
export interface TemplatePlace {
  readonly start: number;
  readonly end: number;
  readonly range: SourceRange;
}

export interface TemplateReference {
  readonly helper: HelperName | BlockName;
  /** Addresses as written, not resolved. */
  readonly addresses: readonly string[];
  readonly place: TemplatePlace;
}

/** Canonical helper names; the Chinese ones are in vocabulary.ts. */
export type HelperName = 'value' | 'change' | 'share' | 'percent' | 'date' | 'chinese' | 'previous' | 'sum';
export type BlockName = 'zero' | 'nonzero';

/** Canonical names of facts that are not cells. */
export type FieldName =
  | 'agency'
  | 'short_name'
  | 'year'
  | 'previous_year'
  | 'next_year'
  | 'published'
  | 'phone'
  | 'address'
  | 'website'
  | 'email'
  | 'office';

export type TemplateNode =
  | { readonly type: 'text'; readonly text: string; readonly place: TemplatePlace }
  | { readonly type: 'field'; readonly field: FieldName; readonly place: TemplatePlace }
  | {
      readonly type: 'call';
      readonly helper: HelperName;
      readonly args: readonly TemplateArgument[];
      readonly place: TemplatePlace;
    }
  | {
      readonly type: 'block';
      readonly block: BlockName;
      readonly address: string;
      readonly body: readonly TemplateNode[];
      readonly otherwise: readonly TemplateNode[];
      readonly place: TemplatePlace;
    };

/** A literal argument, or the name of a field (`{{日期 成文日期}}`). `text` is the literal without quotes. */
export type TemplateArgument =
  | { readonly type: 'string' | 'number'; readonly text: string }
  | { readonly type: 'field'; readonly text: string; readonly field: FieldName };

/** One stretch of expanded text. Figures carry the address of the cell they print. */
export interface TemplatePart {
  readonly text: string;
  /** Canonical address of the (first) cell it stands on. */
  readonly address?: string;
  /** All cells it stands on (a share has two, a sum several). */
  readonly addresses?: readonly string[];
  /** Absent for literal text. */
  readonly kind?: HelperName | 'field';
  /** Where in the template it was written. */
  readonly place: TemplatePlace;
}

/** What a text that names a cell means; `CellResolution` of the pack fits. */
export type AddressResolution =
  | { readonly kind: 'cell'; readonly address: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly { readonly address: string; readonly name: string }[] }
  | { readonly kind: 'unknown'; readonly suggestions: readonly string[] };

/** The cells of the form; `cellDirectory(pack)` of src/pack/names.ts gives one. */
export interface CellDirectory {
  resolve(text: string): AddressResolution;
  /** Official name of a cell by canonical address. */
  nameOf(address: string): string;
}

/** What a template may read while it is expanded. */
export interface TemplateScope {
  readonly cells: CellDirectory;
  /** This year's figure by canonical address. */
  value(address: string): CellValue;
  /** Last year's; absent function = no last year's file was given. */
  readonly previousValue?: (address: string) => CellValue | undefined;
  /** Facts by canonical or Chinese name; `published` as 2024-01-20 or 2024年1月20日. Absent = not given in the data file. */
  readonly fields: Readonly<Partial<Record<string, string>>>;
  /** Words of the pack: `increase` 增长, `decrease` 下降, `unchanged` 持平 (those are the defaults). */
  readonly words?: Readonly<Record<string, string>>;
}
