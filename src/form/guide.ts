/** The first sheet of a form: which report it is for, and how to fill it in. */
import { agencyKinds, agencyLevels } from '../pack/agency-words.js';
import { cellSpecs } from '../pack/cells.js';
import type { TemplatePack } from '../pack/types.js';
import type { Sheet, SheetCell, SheetValue } from '../sheet/model.js';

export const guideName = '填表说明';

/** Labels before the facts of the guide; reading finds the facts by them. */
export const guideLabels = {
  year: '报告年度',
  pack: '报告格式',
  name: '单位名称',
  kind: '单位类型',
  level: '单位层级',
} as const;

/** What the guide shows; agency facts that are absent are left open to be filled in. */
export interface GuideFacts {
  readonly year: number;
  readonly pack: TemplatePack;
  readonly agency?: { readonly name: string; readonly kind?: string; readonly level?: string };
}

const WIDTHS = [14, 76] as const;

export function guideSheet(facts: GuideFacts): Sheet {
  const { agency } = facts;
  const open = agency === undefined;
  const head: readonly SheetCell[] = [
    { row: 0, column: 0, columnSpan: 2, role: 'title', value: text(guideName) },
    ...fact(1, guideLabels.year, String(facts.year), false),
    ...fact(2, guideLabels.pack, facts.pack.name, false),
    ...fact(3, guideLabels.name, agency?.name ?? '', open, '填单位全称，与公章一致'),
    ...fact(
      4,
      guideLabels.kind,
      agency?.kind ?? '',
      open || agency.kind === undefined,
      agencyKinds.join('、'),
      agencyKinds,
    ),
    ...fact(
      5,
      guideLabels.level,
      agency?.level ?? '',
      open || agency.level === undefined,
      agencyLevels.join('、'),
      agencyLevels,
    ),
  ];
  const first = 7;
  const lines = instructions(facts.pack);
  const heights = new Map<number, number>([[0, 30]]);
  for (let row = 1; row <= 5; row++) heights.set(row, 22);
  lines.forEach((line, index) => heights.set(first + index, 6 + 16 * Math.ceil((Array.from(line).length * 2) / 84)));
  return {
    name: guideName,
    protected: true,
    orientation: 'portrait',
    widths: [...WIDTHS],
    heights,
    cells: [
      ...head,
      ...lines.map((line, index): SheetCell => ({
        row: first + index,
        column: 0,
        columnSpan: 2,
        role: 'text',
        value: text(line),
      })),
    ],
  };
}

function text(value: string): SheetValue {
  return value === '' ? { kind: 'blank' } : { kind: 'text', text: value };
}

function fact(
  row: number,
  label: string,
  value: string,
  open: boolean,
  comment?: string,
  values?: readonly string[],
): readonly SheetCell[] {
  return [
    { row, column: 0, role: 'rowHead', value: text(label) },
    {
      row,
      column: 1,
      role: open ? 'input' : 'fixed',
      align: 'left',
      value: text(value),
      ...(open ? { open: true } : {}),
      ...(open && comment !== undefined ? { comment } : {}),
      ...(open && values !== undefined
        ? {
            validation: {
              kind: 'list',
              values,
              message: `请从列表里选：${values.join('、')}。`,
              style: 'stop',
            } as const,
          }
        : {}),
    },
  ];
}

function instructions(pack: TemplatePack): readonly string[] {
  const cells = [...cellSpecs(pack).byAddress.values()];
  const unitCell = cells.find((cell) => cell.typedUnit);
  const computed = cells.some((cell) => cell.computedBy !== undefined);
  const lines = [
    `只填浅黄色的格。${computed ? '灰色的格自动计算。' : ''}其余是表式规定的内容，已经锁定（没有密码）。`,
    '没有发生的填 0；还没有数据的空着；不适用的填“/”；按表式划线的填“——”。这四样意思不同，印出来也不同，程序不会把其中一样当成另一样。',
    '数字用阿拉伯数字，不加逗号，不写单位；每行的单位和填报依据，把鼠标停在行名上就能看到。',
    '数字后面要印附注的，连附注一起填，例如：106（其中修订16件）。弹出提示时点“是”。',
    ...(unitCell === undefined
      ? []
      : [`“${unitCell.row.name}”一类的格要连单位一起填，例如：0.5${unitCell.unit ?? '万元'}；0 可以不写单位。`]),
    ...(computed ? ['合计空着，是因为还有格没有填数字；全部填好，合计自动出来。'] : []),
    '请不要增删、移动行和列，不要改行名和表头。已经动过也不要紧，检查时会按行名和表头重新找；找不到的会逐个指出。',
    '填好后保存，用 nianbao check 检查本文件，再用 nianbao take 把数字放进数据文件。',
  ];
  return lines.map((line, index) => `${index + 1}．${line}`);
}
