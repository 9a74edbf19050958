/**
 * The rows of a band as this office prints them: the form's tree with the office's own labels, and the rows it added, each
 * after its row. Comes in: the form and the table of the data file. Goes out: a tree of the same kind.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { AddedRow, TableInput } from '../data/types.js';
import type { BandSpec, RowNode, TableSpec } from '../pack/types.js';
import { cleanLocated } from './clean-report.js';

/** Rows to print. `added` by row id: their cells are those of the added row, not of the form. */
export interface OfficeRows {
  readonly rows: readonly RowNode[];
  readonly added: ReadonlyMap<string, AddedRow>;
}

/** Rows of one band with own labels and added rows. */
export function officeRows(band: BandSpec, input: TableInput | undefined): OfficeRows {
  const added = new Map((input?.added ?? []).map((row) => [row.id, row]));
  return { rows: input === undefined ? band.rows : withOffice(band.rows, input), added };
}

function withOffice(rows: readonly RowNode[], input: TableInput): readonly RowNode[] {
  return rows.flatMap((row) => {
    const own = input.labels.get(row.id);
    const label = own === undefined ? row.label : cleanLocated(own).text;
    const node: RowNode = { ...row, label, children: withOffice(row.children, input) };
    return [node, ...addedAfter(node, input)];
  });
}

/** Rows added after a row stand on its level; a row added after an added one follows it. */
function addedAfter(row: RowNode, input: TableInput): readonly RowNode[] {
  return input.added
    .filter((added) => added.after === row.id && added.id !== row.id)
    .flatMap((added) => {
      const node = addedNode(added, row);
      const rest = { ...input, added: input.added.filter((other) => other !== added) };
      return [node, ...addedAfter(node, rest)];
    });
}

function addedNode(added: AddedRow, beside: RowNode): RowNode {
  const label = cleanLocated(added.label).text;
  return {
    id: added.id,
    number: '',
    prefix: '',
    name: label,
    label,
    ...(added.unit === undefined ? {} : { unit: added.unit }),
    kind: 'value',
    level: beside.level,
    indent: beside.indent,
    bold: false,
    ofWhich: false,
    typedUnit: false,
    aggregate: 'none',
    children: [],
  };
}

/** `compose/office-label` for each label that differs from the form's, `compose/added-row` for each added row. */
export function officeFindings(spec: TableSpec, input: TableInput): readonly Diagnostic[] {
  const labels = [...input.labels].flatMap(([id, own]): readonly Diagnostic[] => {
    const row = spec.bands.map((band) => rowNamed(band.rows, id)).find((found) => found !== undefined);
    const label = cleanLocated(own).text;
    if (row === undefined || row.label === label) return [];
    return [
      {
        code: 'compose/office-label',
        severity: 'warning',
        message: {
          zh: `${spec.label}“${row.label}”一行，数据文件改名为“${label}”，与规定格式不同。`,
          en: `In ${spec.label} the row "${row.label}" carries the office's own label "${label}", which differs from the form.`,
        },
        hint: {
          zh: '没有特别理由时请用规定的名称。',
          en: 'Use the label of the form unless there is a special reason.',
        },
        range: own.range,
        facts: { expected: row.label, actual: label },
      },
    ];
  });
  const added = input.added.map((row): Diagnostic => {
    const label = cleanLocated(row.label).text;
    return {
      code: 'compose/added-row',
      severity: 'warning',
      message: {
        zh: `${spec.label}增加了一行“${label}”，规定格式里没有；照印，不计入合计。`,
        en: `A row "${label}" that the form does not have was added to ${spec.label}; it is printed and kept out of the sums.`,
      },
      hint: { zh: '请确认上级允许增加这一行。', en: 'Make sure the superior allows this row.' },
      range: row.range,
      facts: { row: label },
    };
  });
  return [...labels, ...added];
}

function rowNamed(rows: readonly RowNode[], id: string): RowNode | undefined {
  for (const row of rows) {
    const found = row.id === id ? row : rowNamed(row.children, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
