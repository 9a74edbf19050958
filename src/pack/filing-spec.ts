/**
 * The words of a filing (filing.yaml, docs/pack-format.md): letters, metadata sheet, list for the archive. All of them can be
 * changed by an office, so none stands in code.
 */

/** Facts of a filing that are no facts of the data file; the line that shows one has `#` where it goes. */
export type FilingFact =
  | 'title'
  | 'addressee'
  | 'index_number'
  | 'credit_code'
  /** What is in the filing, one item a line. */
  | 'files'
  /** Result of the check in one sentence. */
  | 'check'
  /** SM3 of the published file that stands for the report. */
  | 'checksum';

/** One printed line: a template, or a fact, or a fact inside a template. */
export interface FilingLine {
  readonly text?: string;
  readonly show?: FilingFact;
  /** Printed where a fact is not given; empty leaves room to write. */
  readonly otherwise: string;
}

/** A line of a letter's table. */
export interface LetterRow extends FilingLine {
  readonly id: string;
  readonly label: string;
  /** Empty lines above the text: room for a signature or a seal. */
  readonly room: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface Letter {
  readonly id: string;
  /** 报送单, 函: what a profile calls it, and the name of its file. */
  readonly name: string;
  /** 发文字号 to be filled in, flush right at the top. */
  readonly number?: string;
  /** One template a printed line. */
  readonly title: readonly string[];
  readonly addressee?: FilingLine;
  /** Paragraphs, one a line; a profile may give its own. */
  readonly body?: FilingLine;
  readonly rows: readonly LetterRow[];
  /** List of what is sent: a line above it, and what stands before each item with `#` for its number. Absent = no list. */
  readonly list?: { readonly head: string; readonly item: string };
  /** Agency and date at the end; `room` empty lines above them are for the seal. */
  readonly signature?: { readonly room: number; readonly lines: readonly FilingLine[] };
  /** Bracketed line at the end: 联系人. */
  readonly contact?: FilingLine;
}

/** What was done by the program in one run and can be stated in the list for the archive. */
export type FilingCheck = 'hashes' | 'readback' | 'embedded' | 'rules' | 'attachments' | 'metadata';

/** A point of 四性 (DA/T 70). Without `check` the program did not look at it. */
export interface ArchivePoint {
  readonly id: string;
  readonly property: string;
  readonly point: string;
  readonly check?: FilingCheck;
  /** True for what only the archive can check. */
  readonly byArchive: boolean;
  /** What was done, or why it was not; `#` is the number of things looked at. */
  readonly text: string;
  /** In place of `text` when the check was not made in this run. */
  readonly otherwise: string;
}

export type ArchiveResult = 'checked' | 'notChecked' | 'archive';

export interface FilingSpec {
  readonly folders: { readonly published: string; readonly data: string; readonly attachment: string };
  /** Names of files without ending. */
  readonly names: { readonly data: string; readonly metadata: string; readonly archive: string };
  /** Key of `PageStyle.tables`, for the tables of letters. */
  readonly look: string;
  /** What letters call the parts of a filing. */
  readonly items: {
    readonly report: string;
    readonly attachment: string;
    readonly data: string;
    readonly metadata: string;
    readonly archive: string;
    readonly manifest: string;
    /** By output format. */
    readonly formats: Readonly<Record<string, string>>;
    readonly separator: string;
  };
  /** Sentences on the result of the check; `#` is a number. */
  readonly result: {
    readonly passed: string;
    readonly warnings: string;
    readonly waived: string;
    readonly infos: string;
    readonly separator: string;
    readonly end: string;
  };
  /** Id of the letter that is written unless a profile asks for another. */
  readonly letter: string;
  readonly letters: readonly Letter[];
  readonly metadata: {
    readonly title: string;
    readonly columns: readonly [string, string];
    readonly fields: readonly (FilingLine & { readonly id: string; readonly name: string })[];
    readonly note: string;
  };
  readonly archive: {
    readonly title: readonly string[];
    /** Key of `PageStyle.tables`. */
    readonly look: string;
    /** Under the title. */
    readonly lead: string;
    readonly columns: readonly string[];
    readonly results: Readonly<Record<ArchiveResult, string>>;
    readonly points: readonly ArchivePoint[];
    readonly note: string;
  };
}
