/**
 * Forms of a cell: a figure, a text such as `106（其中修订16件）`, a mark, nothing, or a record of value, unit, remark, parts
 * and note.
 */
import { recordKeys } from '../data/keys.js';
import type { CellSpec } from '../pack/cells.js';
import type { TemplatePack } from '../pack/types.js';
import { exactPattern } from './name-pattern.js';
import { ONE_VALUE, textSchema, when, type JsonSchema } from './json-schema.js';
import { keyEntry, recordOf, type SchemaEntry } from './keys.js';

/** What tells the forms of cells apart. */
export interface CellForm {
  readonly signed: boolean;
  /** The unit must be typed with every figure but 0. */
  readonly typedUnit: boolean;
  readonly unit?: string;
}

export function formOf(spec: CellSpec): CellForm {
  const { type, typedUnit, unit } = spec;
  return { signed: type.kind === 'signed', typedUnit, ...(unit === undefined ? {} : { unit }) };
}

/** Name of the definition of a form: `cell`, `cell-signed`, `cell-万元`. */
export function formName({ signed, typedUnit, unit }: CellForm): string {
  return ['cell', ...(signed ? ['signed'] : []), ...(typedUnit ? ['typed', unit ?? ''] : [])].join('-');
}

/** Schema of one cell; it does not say what the cell is, so that rows and columns can. */
export function cellSchema(form: CellForm, pack: TemplatePack): JsonSchema {
  return {
    type: ['number', 'string', 'null', 'object'],
    ...scalarRules(form, pack),
    ...recordOf(cellEntries(form, pack)),
  };
}

/** What may stand in a cell that is one value. */
function scalarRules(form: CellForm, pack: TemplatePack): JsonSchema {
  const unit = form.unit ?? '万元';
  return {
    pattern: cellPattern(form, pack.terms.words['blank'] ?? ''),
    patternErrorMessage: `填阿拉伯数字${form.typedUnit ? `，连单位一起写，如 0.5${unit}` : ''}；没有发生填 0，不适用填“/”，还没有数据写“${pack.terms.words['blank'] ?? '~'}”。数字后面可以跟附注，如 106（其中修订16件）。`,
    ...(form.typedUnit ? when({ type: 'number' }, onlyZero(unit)) : {}),
  };
}

/** A bare figure may be 元 or 万元 (design 1.5). */
function onlyZero(unit: string): JsonSchema {
  return { enum: [0], errorMessage: `连单位一起写，如 0.5${unit}；没有发生填 0。` };
}

/** Texts that `readCellText` takes without an error, and a few more: leading zeros are left to the check. */
function cellPattern(form: CellForm, blankWord: string): string {
  const sign = form.signed ? '(?:[-+]|增加?|增长|减少?|下降)?' : '-?';
  const figure = String.raw`${sign}[0-9]+(?:\.[0-9]+)?\s*\p{Script=Han}{0,6}`;
  const blank = blankWord === '' ? '' : `${exactPattern(blankWord)}|`;
  return String.raw`^\s*(?:${blank}(?:\/|—{1,2}|${figure})\s*(?:[（(][\s\S]*[）)])?)?\s*$`;
}

/** Entries of a cell written as a record. */
export function cellEntries(form: CellForm, pack: TemplatePack): readonly SchemaEntry[] {
  const schemas: Readonly<Record<(typeof recordKeys.cell)[number], JsonSchema>> = {
    // A unit given beside the value counts as if typed after it, so that a bare figure is none here.
    value: {
      description: '这一格的数',
      type: ['number', 'string', 'null'],
      ...scalarRules({ ...form, typedUnit: false }, pack),
    },
    unit: textSchema(form.unit === undefined ? '数的单位' : `数的单位；表中单位是${form.unit}`),
    remark: textSchema('印在数字后面的附注，如（其中修订16件）'),
    parts: { description: '其中项：名称和数', type: ['object', 'null'], additionalProperties: { type: ONE_VALUE } },
    note: textSchema('印在表下的说明'),
  };
  return recordKeys.cell.map((key) => keyEntry(key, schemas[key], pack));
}
