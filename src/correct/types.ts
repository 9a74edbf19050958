/** What a correction changes in what was filed, as it is printed. Empty text is a blank; an absent one was not there at all. */

/** A statutory cell whose printed content changed. */
export interface CellCorrection {
  readonly address: string;
  /** Official name: 表三“一、本年新收政府信息公开申请数量”行“自然人”列. */
  readonly name: string;
  /** Absent for a cell of a row that the office added or dropped. */
  readonly before?: string;
  readonly after?: string;
  /** The form computes it from cells that changed; nobody typed it. */
  readonly follows: boolean;
}

/** Sentences, headings, notes, list items and table lines: what stood in a place and what stands there now. */
export interface TextCorrection {
  /** The section, table or kind of line they stand in, in words. */
  readonly place: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The words are the same and the picture they name is another. */
  readonly picture?: boolean;
}

/** A fact of the report: 成文日期, 单位名称, a telephone number. */
export interface FactCorrection {
  /** Key in the public data, such as `agency/name`, `published`, `contact/phone`. */
  readonly key: string;
  readonly before?: string;
  readonly after?: string;
}

/** A document that goes with the report. */
export interface AttachmentCorrection {
  readonly name: string;
  readonly kind: 'added' | 'removed' | 'replaced';
}

export interface Corrections {
  readonly facts: readonly FactCorrection[];
  readonly cells: readonly CellCorrection[];
  /** The office's own labels of rows. */
  readonly labels: readonly TextCorrection[];
  readonly texts: readonly TextCorrection[];
  readonly attachments: readonly AttachmentCorrection[];
  /** Nothing of the above, and yet the report is printed otherwise: breaks of paragraphs, emphasis, links. */
  readonly form: boolean;
}

/** True when what is published is the same to the last mark. */
export function isNothing(corrections: Corrections): boolean {
  const { facts, cells, labels, texts, attachments, form } = corrections;
  return !form && [facts, cells, labels, texts, attachments].every((list) => list.length === 0);
}
