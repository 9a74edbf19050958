/**
 * A template pack as the program sees it after loading, inheritance and checking. A pack says what the form is: it holds
 * every word and every measure; code holds none. Format: docs/pack-format.md.
 */
import type { Expression } from '../rule/expression.js';
import type { Severity } from '../diagnostic/diagnostic.js';
import type { PageStyle } from '../report/style.js';
import type { CorrectionSpec } from './correction-spec.js';
import type { FilingSpec } from './filing-spec.js';

export interface TemplatePack {
  readonly id: string;
  readonly name: string;
  readonly edition: string;
  /** True for common ground that other packs extend and that is no form by itself: no report may be built with it. */
  readonly abstract?: boolean;
  /** BCP 47. */
  readonly language: string;
  /** Report years, inclusive; `until` absent = still in force. */
  readonly years: { readonly from: number; readonly until?: number };
  /** Ids from the root parent to this pack. */
  readonly chain: readonly string[];
  /** SHA-256 (hex) over all files of the chain, see docs/pack-format.md. */
  readonly hash: string;
  readonly basis: readonly Basis[];
  readonly terms: Terms;
  readonly titles: TitleTemplates;
  readonly sections: readonly SectionSpec[];
  readonly tables: readonly TableSpec[];
  readonly rules: readonly RuleSpec[];
  readonly style: PageStyle;
  /** Cells of another form and how to get this form's figures from them: address here -> sum of addresses there. */
  readonly mapsFrom: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  /** How reports speak of the figures; absent = figures in the text are not compared. */
  readonly prose?: ProseSpec;
  /** Words of a filing; absent = no filing can be made with it. */
  readonly filing?: FilingSpec;
  /** Words of a 更正说明; absent = no correction can be made with it. */
  readonly correction?: CorrectionSpec;
}

/** Lexicon of figures in running text (prose.yaml, docs/pack-format.md). */
export interface ProseSpec {
  /** Measure words that make a number a count or an amount. */
  readonly units: readonly string[];
  /** Words that change nothing. */
  readonly plain: readonly string[];
  /** Words that say which figure is meant (whose, when, none, of which …), by sign. */
  readonly signs: Readonly<Record<ProseSign, readonly string[]>>;
  readonly concepts: readonly ProseConcept[];
  readonly quantities: readonly ProseQuantity[];
}

export type ProseSign =
  | 'own'
  | 'whole'
  | 'about'
  | 'level'
  | 'others'
  | 'earlier'
  | 'running'
  | 'adding'
  | 'partYear'
  | 'plan'
  | 'compare'
  | 'more'
  | 'less'
  | 'share'
  | 'none'
  | 'total'
  | 'ofWhich'
  | 'open'
  | 'respectively';

/** A thing, an act, a channel, a detail or a kind of applicant, with all words for it. */
export interface ProseConcept {
  readonly id: string;
  readonly kind: 'object' | 'act' | 'channel' | 'detail' | 'applicant';
  readonly words: readonly string[];
  /** Objects that are only its attribute when both stand together: 因信息公开申请提起的行政复议. */
  readonly beats: readonly string[];
  /** Of an applicant: the columns that take the place of `total`. */
  readonly columns: readonly string[];
}

/** What a figure may speak of, and the cells that hold it. */
export interface ProseQuantity {
  readonly id: string;
  /** Concepts that must be there. */
  readonly when: readonly string[];
  /** Concepts that may be there too; any other makes it another quantity. */
  readonly may: readonly string[];
  readonly units: readonly string[];
  /** Sums of cells, any of which may be meant; the first is the one that messages name. Empty = compared inside the text only. */
  readonly readings: readonly (readonly string[])[];
  /** Compared only where the cell is above 0 and the text nowhere states its figure. */
  readonly cautious: boolean;
  /** A part of it, whatever it is a part of, must not be above the cell. */
  readonly noMore: boolean;
  /** A figure of it is compared only where the sentence or its heading says that it is about disclosure. */
  readonly about: boolean;
}

/** A document of law or an official notice that clauses resolve in. */
export interface Basis {
  readonly id: string;
  readonly name: string;
  /** 国办公开办函〔2021〕30号. */
  readonly number?: string;
  readonly date?: string;
  /** False when the text itself was not seen: printed as （未核实）by `explain`. */
  readonly confirmed: boolean;
}

export interface Terms {
  /** Canonical key -> names accepted in data files (first = the one `init` writes). */
  readonly keys: Readonly<Record<string, readonly string[]>>;
  /** Other fixed words by name: continued（续）, draft 草稿, blank 空, date form, list separators … */
  readonly words: Readonly<Record<string, string>>;
}

/** Handlebars templates with the helpers of docs/pack-format.md; plain text results. */
export interface TitleTemplates {
  /** One template a printed line. */
  readonly report: readonly string[];
  readonly subject: string;
  readonly fileName: string;
  /** Line under the title, such as （{{日期 published}}）; empty = none. */
  readonly subtitle?: string;
}

export interface SectionSpec {
  readonly id: string;
  /** Literal number (一、) or empty for an unnumbered lead-in. */
  readonly number: string;
  /** Heading without its number; empty = no heading printed (lead paragraph). */
  readonly heading: string;
  /** Other headings seen in use, accepted without a finding. */
  readonly variants: readonly string[];
  /**
   * Names that sister forms give this section: a data file written for one of them finds its section here, and the
   * heading printed is this form's own.
   */
  readonly knownAs?: readonly string[];
  readonly kind: 'lead' | 'narrative' | 'table' | 'annex';
  /** `lead` sections may print an unnumbered heading (引言). */
  readonly required: boolean;
  /** Ids of the tables printed in it, in order. */
  readonly tables: readonly string[];
  /** Wording used when the file gives no text and the condition holds for certain. */
  readonly wording: readonly SectionWording[];
  /** Starter text that `init` writes. */
  readonly starter?: string;
  /** Aspects a reader expects (主动公开 …): info at most. */
  readonly aspects: readonly string[];
  /** Words the text must contain (信息处理费). */
  readonly mustMention: readonly string[];
}

export interface SectionWording {
  readonly when?: Expression;
  readonly template: string;
}

export interface ValueType {
  readonly kind: 'integer' | 'decimal' | 'signed';
  /** Smallest value allowed; absent for `signed`. */
  readonly min?: string;
  readonly decimals: number;
}

export interface TableSpec {
  readonly id: string;
  /** Short name in addresses and messages: 表三. */
  readonly label: string;
  readonly aliases: readonly string[];
  /** Long name: 收到和处理政府信息公开申请情况. */
  readonly name: string;
  readonly unit?: string;
  /** Printed above the table: title, year line, filler line (templates). */
  readonly before: readonly {
    readonly role: 'tableTitle' | 'tableSubtitle' | 'tableLine' | 'tableUnit';
    readonly template: string;
  }[];
  /** Notes printed in the form under the table (templates). */
  readonly notes: readonly string[];
  /** Sign-off lines printed under the table: label and key of `signoff` in the data file. */
  readonly signoff: readonly (readonly { readonly label: string; readonly key: string }[])[];
  readonly look: string;
  readonly page: 'portrait' | 'landscape';
  /** Starts on a page of its own. */
  readonly newPage: boolean;
  /** `rows`: one printed line a row. `across`: the rows are groups of columns on one printed line (table four). */
  readonly orientation: 'rows' | 'across';
  readonly stub: {
    /** Number of leading printed columns that hold row labels; 0 for `across`. */
    readonly columns: number;
    /** `nested`: parents span their children. `outline`: one label column, indented by level. */
    readonly layout: 'nested' | 'outline';
  };
  /** Relative widths of all printed columns. */
  readonly widths: readonly number[];
  readonly bands: readonly BandSpec[];
  /** May the data file add rows of its own. */
  readonly addRows: boolean;
}

/** A part of a table with its own head: table two has several, the others one. */
export interface BandSpec {
  readonly id: string;
  /** Printed across the table above the head (第二十条第（一）项). */
  readonly heading?: string;
  /** Text of the head cell above the labels (信息内容, 统计指标, the 勾稽关系 line). */
  readonly corner?: string;
  /** The corner is set small in the note font. */
  readonly cornerNote: boolean;
  /** Head repeated on each page (bands of their own head inside a table do not). */
  readonly repeatHead: boolean;
  readonly columns: readonly ColumnNode[];
  readonly rows: readonly RowNode[];
}

export interface ColumnNode {
  /** Set on leaves. */
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
  readonly type?: ValueType;
  /** `value` columns hold figures; `code` and `unit` columns print a property of the row. */
  readonly kind: 'value' | 'code' | 'unit';
  /** Printed columns it covers (leaf). */
  readonly span: number;
  /** Formula over the ids of the other columns of the same row. */
  readonly computed?: Expression;
  /** The unit must be typed with every non-zero number of this column; absent = as the row says (design 1.5). */
  readonly typedUnit?: boolean;
  readonly children: readonly ColumnNode[];
}

export interface RowNode {
  readonly id: string;
  /** 一、 （一） 1. – literal, printed before the name. */
  readonly number: string;
  /** 其中： when it is printed. */
  readonly prefix: string;
  readonly name: string;
  /** Printed after the name in （ ）. */
  readonly note?: string;
  /** number + prefix + name + （note）. */
  readonly label: string;
  /** Printed in the code column; also a short address. */
  readonly code?: string;
  readonly unit?: string;
  readonly type?: ValueType;
  /** `heading` rows take no value. */
  readonly kind: 'value' | 'heading';
  /** Printed in the value, code and unit cells of heading rows (—— by column kind). */
  readonly mark?: { readonly code: string; readonly unit: string; readonly value: string };
  /** 0 for top rows; printed indent in characters is `indent`. */
  readonly level: number;
  readonly indent: number;
  readonly bold: boolean;
  /** An of-which row of its parent. */
  readonly ofWhich: boolean;
  /** Formula over the ids of the other rows, evaluated in each column. */
  readonly computed?: Expression;
  /** The unit must be typed with every non-zero number (design 1.5). */
  readonly typedUnit: boolean;
  readonly law?: string;
  readonly aggregate: 'sum' | 'none' | 'distinct';
  readonly children: readonly RowNode[];
}

export interface RuleSpec {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** Severity in a filing (blanks become errors). */
  readonly strictSeverity?: Severity;
  /** Why it should hold; printed by `explain`. */
  readonly reason: string;
  readonly hint?: string;
  /** Printed clause, resolved in `basis`. */
  readonly clause: { readonly basis: string; readonly text?: string };
  readonly scope: RuleScope;
  /** Formula; absent for built-in checks. */
  readonly test?: Expression;
  /** The formula as written in the pack, for `explain`. */
  readonly testText?: string;
  /** The rule is looked at only when this holds (agency facts: `kind`, `level`). */
  readonly onlyFor?: AgencyCondition & {
    /** Further conditions of which one is enough. */
    readonly or?: readonly AgencyCondition[];
  };
  /**
   * Operand name -> words of a remark or part (修订) that may be counted apart: where the test fails, it may hold with the
   * figure less that part.
   */
  readonly orWithout?: Readonly<Record<string, readonly string[]>>;
  /** What the notes of the scope's table may say of the counting basis, and what follows. */
  readonly declared?: DeclaredBasis;
  readonly crossYear: boolean;
  /** Name of a check the program has (docs/pack-format.md): `blanks`, `value-types`, `section-headings` … with its options. */
  readonly check?: { readonly name: string; readonly options: Readonly<Record<string, unknown>> };
  readonly examples: { readonly pass: readonly RuleExample[]; readonly fail: readonly RuleExample[] };
}

/** Facts of an agency (`kind`, `level`) that must hold together. */
export interface AgencyCondition {
  readonly kinds?: readonly string[];
  readonly levels?: readonly string[];
  readonly notKinds?: readonly string[];
  readonly notLevels?: readonly string[];
}

/**
 * Words by which a note declares what the figures count: a clause with a word of `about` says it is counted (`included`:
 * the rule takes `severity`) or not (`excluded`: the rule does not apply).
 */
export interface DeclaredBasis {
  readonly about: readonly string[];
  readonly included: readonly string[];
  readonly excluded: readonly string[];
  readonly severity: Severity;
}

/** Operand name as written in the test -> value (`空` for blank). `prev` operands are written `prev.NAME`. */
export type RuleExample = Readonly<Record<string, string>>;

/**
 * Where operand names are looked up. `table`: full addresses or short codes. `row`: column ids, once for each row.
 * `column`: row ids, once for each value column. `rows`: column ids, once for each row listed.
 */
export type RuleScope =
  | { readonly each: 'once'; readonly table?: string }
  | { readonly each: 'row'; readonly table: string; readonly rows?: readonly string[] }
  | { readonly each: 'column'; readonly table: string; readonly columns?: readonly string[] };

/** Files of one pack folder: path with `/`, relative to the folder -> bytes. */
export type PackFiles = Readonly<Record<string, Uint8Array>>;
