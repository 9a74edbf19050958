/**
 * A data file read against its pack: everything by canonical id and cell address, everything with its place.
 */
import type { Located } from '../load/loaded.js';
import type { MapNode, ScalarNode } from '../load/node.js';
import type { SourceRange, SourceText } from '../source/source.js';
import type { CellValue } from '../value/value.js';

export interface ReportData {
  readonly source: SourceText;
  readonly root: MapNode;
  readonly year: Located<number>;
  readonly agency: Agency;
  /** 成文日期. */
  readonly published?: Located<{ readonly year: number; readonly month: number; readonly day: number }>;
  /** Free facts printed by templates: phone, address, website … (`contact`). */
  readonly contact: ReadonlyMap<string, Located<string>>;
  /** Sign-off under a table or at the end: key -> text (`head`, `reviewer`, `filler`, `phone`, `filled_on`, `end`). */
  readonly signoff: ReadonlyMap<string, Located<string>>;
  /** The file's own wording where it deviates from the pack; rules compare it. */
  readonly own: OwnWording;
  readonly sections: ReadonlyMap<string, SectionInput>;
  readonly tables: ReadonlyMap<string, TableInput>;
  readonly previous: readonly PreviousInput[];
  readonly waivers: readonly Waiver[];
  readonly attachments: readonly AttachmentInput[];
  readonly narrativeFigures: readonly Located<string>[];
  readonly profile?: Located<string>;
}

export interface OwnWording {
  readonly title?: Located<string>;
  readonly subtitle?: Located<string>;
  /** 统计期限 as a sentence or two dates. */
  readonly period?: Located<string>;
  readonly annexLine?: Located<string>;
}

export interface Agency {
  readonly name: Located<string>;
  /** 统一社会信用代码. */
  readonly creditCode?: Located<string>;
  /** 政府, 部门, 乡镇街道, 派出机构, 授权组织, 垂管. */
  readonly kind?: Located<string>;
  readonly level?: Located<string>;
  /** 本机关, 本级, 全行政区域. */
  readonly scope?: Located<string>;
  readonly shortName?: Located<string>;
  readonly formerNames: readonly { readonly name: Located<string>; readonly until?: string }[];
}

export interface SectionInput {
  readonly id: string;
  readonly range: SourceRange;
  readonly heading?: Located<string>;
  /** Markdown with references; absent = no text given. */
  readonly text?: ScalarNode;
  /** Marked as a draft by `new` or `aggregate`: stops `build`. */
  readonly draft: boolean;
}

export interface TableInput {
  readonly id: string;
  readonly range: SourceRange;
  readonly title?: Located<string>;
  readonly subtitle?: Located<string>;
  readonly notes: readonly Located<string>[];
  /** By address; every cell of the form is there, absent ones as `missing`. */
  readonly cells: ReadonlyMap<string, CellInput>;
  /** The office's own label of a row. */
  readonly labels: ReadonlyMap<string, Located<string>>;
  readonly added: readonly AddedRow[];
}

export interface CellInput {
  readonly address: string;
  readonly value: CellValue;
  /** Unit as typed, when one was. */
  readonly unit?: string;
  /** Printed after the figure: （其中修订16件）; without outer brackets as typed by the user or with them, printed as typed. */
  readonly remark?: string;
  /** Parts declared inside the cell, name -> decimal text. */
  readonly parts: ReadonlyMap<string, string>;
  /** Note printed under the table for this cell. */
  readonly note?: string;
  /** Of the value; of the row or table when the key is missing. */
  readonly range: SourceRange;
}

/** A row that the office added: printed, addressed `t2/<id>/<column>`, kept out of the sums, reported as a deviation. */
export interface AddedRow {
  readonly id: string;
  readonly after: string;
  readonly label: Located<string>;
  readonly unit?: string;
  readonly cells: ReadonlyMap<string, CellInput>;
  readonly range: SourceRange;
}

export interface PreviousInput {
  readonly file: Located<string>;
  readonly adjust: readonly {
    readonly cell: string;
    readonly by: string;
    readonly reason: string;
    readonly range: SourceRange;
  }[];
}

export interface Waiver {
  readonly code: string;
  readonly cell?: string;
  /** Address (last year's as `prev ADDRESS`) -> figure as printed when the waiver was written; lapses when one differs. */
  readonly figures: ReadonlyMap<string, string>;
  /** Words of the sentence it was given for (原文); lapses when no finding stands on them any more. */
  readonly text?: string;
  readonly reason: string;
  readonly range: SourceRange;
}

export interface AttachmentInput {
  readonly file: Located<string>;
  readonly title?: string;
}

/** Figures after computing what the file left out: what is printed and checked. */
export interface Figures {
  /** Address -> value; computed cells filled where all parts are numbers. */
  readonly values: ReadonlyMap<string, CellValue>;
}
