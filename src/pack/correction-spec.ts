/**
 * The words of a 更正说明 (correction.yaml, docs/pack-format.md). All of them can be changed by an office, so none stands in
 * code. `#` in a text is replaced by the one fact that belongs there.
 */
export interface CorrectionSpec {
  /** Name of the file without ending. */
  readonly name: string;
  /** Key of `PageStyle.tables`. */
  readonly look: string;
  /** One template a printed line; `#` is what the report is about (政府信息公开工作年度报告). */
  readonly title: readonly string[];
  /** Opening paragraph; `#` is the report's title. */
  readonly lead: string;
  /** Headings of the parts; each part is printed when it has something to say. `#` in `numbered` is the Chinese numeral. */
  readonly numbered: string;
  readonly parts: {
    readonly facts: string;
    readonly cells: string;
    readonly texts: string;
    readonly attachments: string;
    readonly reason: string;
    readonly closing: string;
  };
  /** Heads of the tables: place, was, is. */
  readonly columns: readonly [string, string, string];
  /** How places and states are called. */
  readonly words: {
    readonly blank: string;
    readonly absent: string;
    /** After the name of a cell that the form computes. */
    readonly follows: string;
    readonly opening: string;
    readonly frame: string;
    /** `#` is the label of the table. */
    readonly notes: string;
    readonly labels: string;
    /** `#` is the name of a picture that was replaced by another of the same name. */
    readonly picture: string;
    readonly added: string;
    readonly removed: string;
    readonly replaced: string;
  };
  /** Names of facts by key of the public data; `title` is the report's title. */
  readonly facts: Readonly<Record<string, string>>;
  /** Paragraph for a report that is only printed otherwise: breaks, emphasis, links. */
  readonly form: string;
  /** Closing paragraphs; `#` is what `show` names. */
  readonly closing: readonly CorrectionLine[];
  /** Agency and date; `room` empty lines above them are for the seal. */
  readonly signature: { readonly room: number; readonly lines: readonly CorrectionLine[] };
}

/** Facts of a correction that are no facts of the data file. */
export type CorrectionFact =
  | 'version'
  | 'corrected_version'
  | 'corrected_sm3'
  | 'date'
  /** Given, as an empty text, where nothing but what is listed can have changed. */
  | 'nothing_else';

export interface CorrectionLine {
  readonly text: string;
  readonly show?: CorrectionFact;
  /** Printed where the fact is not given; empty leaves room to write. */
  readonly otherwise: string;
}
