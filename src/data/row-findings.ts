/**
 * What can be wrong with the naming and shape of a row.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { DataNode, MapEntry } from '../load/node.js';
import { rowTitle } from '../pack/cell-name.js';
import type { CellSpec } from '../pack/cells.js';
import { suggestions } from '../diagnostic/suggest.js';
import type { RowNode, TableSpec } from '../pack/types.js';
import { didYouMean } from './keys.js';

/**
 * `data/unknown-row`: the name means no row of the table. `cells` are those of the row that is most likely meant: they are
 * not told again as not filled in. `elsewhere` is a table that has such a row.
 */
export function unknownRow(
  entry: MapEntry,
  table: TableSpec,
  near: readonly string[],
  cells: readonly string[] = [],
  elsewhere?: TableSpec,
): Diagnostic {
  return {
    code: 'data/unknown-row',
    severity: 'error',
    message: {
      zh: `${table.label}里没有叫“${entry.key.text}”的行。`,
      en: `${table.label} has no row called "${entry.key.text}".`,
    },
    hint:
      elsewhere === undefined
        ? didYouMean(near, {
            zh: '行名照表上印的写，序号和括注可以省去；也可以写行的编号。',
            en: 'Name rows as the form prints them (number and note may be left out), or by their ids.',
          })
        : {
            zh: `它是${elsewhere.label}的行，请移到“${elsewhere.label}”下面。`,
            en: `It is a row of ${elsewhere.label}: move it there.`,
          },
    range: entry.key.range,
    ...(cells.length === 0 ? {} : { cells }),
  };
}

/** `data/ambiguous-row`: several rows read the same; the addresses of all are given. */
export function ambiguousRow(
  entry: MapEntry,
  table: TableSpec,
  candidates: readonly { readonly node: RowNode; readonly title: string }[],
): Diagnostic {
  const zh = candidates.map(({ node, title }) => `${table.id}/${node.id}（${title}）`).join('、');
  const en = candidates.map(({ node, title }) => `${table.id}/${node.id} (${title})`).join(', ');
  return {
    code: 'data/ambiguous-row',
    severity: 'error',
    message: {
      zh: `${table.label}里叫“${entry.key.text}”的行不止一个：${zh}。`,
      en: `${table.label} has several rows called "${entry.key.text}": ${en}.`,
    },
    hint: {
      zh: `写在上一级行名下面，或直接写行的编号，如 ${candidates[0]?.node.id ?? ''}。`,
      en: `Put it below the name of the row above it, or write its id, such as ${candidates[0]?.node.id ?? ''}.`,
    },
    range: entry.key.range,
    cells: candidates.map(({ node }) => `${table.id}/${node.id}`),
  };
}

/** `data/heading-row`: a figure stands in a row that takes none. */
export function headingRow(entry: MapEntry, row: RowNode, table: TableSpec): Diagnostic {
  const children = row.children.map((child) => `“${child.number}${child.name}”`).join('、');
  return {
    code: 'data/heading-row',
    severity: 'error',
    message: {
      zh: `${table.label}“${rowTitle(table, [row])}”是分类标题，不填数。`,
      en: `"${rowTitle(table, [row])}" of ${table.label} is a heading and takes no figure.`,
    },
    hint:
      children === ''
        ? { zh: '删去这里的数。', en: 'Delete the figure.' }
        : { zh: `把数填在它下面的行里：${children}。`, en: `Put the figures into the rows below it: ${children}.` },
    range: entry.value.range,
  };
}

/** `data/row-shape`: one figure for a row of several columns. */
export function oneValueForRow(entry: MapEntry, row: RowNode | undefined, specs: readonly CellSpec[]): Diagnostic {
  const names = columnNames(specs);
  const corrected = listMeant(entry.value, specs);
  return {
    code: 'data/row-shape',
    severity: 'error',
    message: {
      zh: `“${row === undefined ? entry.key.text : row.number + row.name}”有 ${specs.length} 列，只写了一个值，分不清是哪一列的。`,
      en: `"${entry.key.text}" has ${specs.length} columns, and one value does not tell which it is for.`,
    },
    hint:
      corrected === undefined
        ? {
            zh: `按列的顺序写在方括号里，用英文逗号隔开：${names}。`,
            en: `List them in brackets in the order of the columns: ${names}.`,
          }
        : { zh: `改写为：${corrected}（${names}）`, en: `Write it as: ${corrected} (${names})` },
    range: entry.value.range,
    cells: specs.map((spec) => spec.address),
    ...(corrected === undefined ? {} : { facts: { corrected } }),
  };
}

/** `5, 2, 0` or `【5，2，0】` as the list that is meant, when it has as many figures as the row takes. */
function listMeant(value: DataNode, specs: readonly CellSpec[]): string | undefined {
  if (value.type !== 'scalar') return undefined;
  const inner = value.text.trim().replace(/^[[【［〔（(「]\s*|\s*[\]】］〕）)」]$/gu, '');
  const figures = inner.normalize('NFKC').split(/\s*[,、;]\s*|\s+/u);
  const fits = figures.length === specs.length || figures.length === typedOf(specs).length;
  const plain = figures.every((figure) => /^(?:\d+(?:\.\d+)?|[空~/]|—{1,2})$/u.test(figure));
  return fits && plain ? `[${figures.join(', ')}]` : undefined;
}

/** Columns of a row that a clerk types: all but the totals across. */
export function typedOf(specs: readonly CellSpec[]): readonly CellSpec[] {
  return specs.filter((spec) => spec.computedBy !== 'row');
}

/**
 * `data/number-grouping`: `[1,234, 2, 0]` is read as four figures. Undefined unless putting figures like `1,234` together
 * gives the number of columns that are typed. `text` is the source of the file.
 */
export function groupedList(
  entry: MapEntry,
  items: readonly DataNode[],
  specs: readonly CellSpec[],
  text: string,
): Diagnostic | undefined {
  const figures: string[] = [];
  const grouped: string[] = [];
  for (const [index, item] of items.entries()) {
    if (item.type !== 'scalar') return undefined;
    const before = items[index - 1];
    const last = figures.at(-1) ?? '';
    const touches = before !== undefined && text.slice(before.range.end, item.range.start) === ',';
    if (touches && /^[1-9]\d{0,2}(?:\d{3})*$/u.test(last) && /^\d{3}$/u.test(item.text)) {
      figures[figures.length - 1] = last + item.text;
      grouped.push(`${last},${item.text}`);
    } else figures.push(item.text.trim());
  }
  if (grouped.length === 0 || (figures.length !== specs.length && figures.length !== typedOf(specs).length))
    return undefined;
  const corrected = `[${figures.join(', ')}]`;
  return {
    code: 'data/number-grouping',
    severity: 'error',
    message: {
      zh: `“${entry.key.text}”里的“${grouped.join('”“')}”带了千位逗号，被当作几个数。`,
      en: `"${grouped.join('", "')}" in "${entry.key.text}" has a comma for thousands and is read as several figures.`,
    },
    hint: { zh: `改写为：${corrected}`, en: `Write it as: ${corrected}` },
    range: entry.value.range,
    cells: specs.map((spec) => spec.address),
    facts: { typed: grouped.join(' '), corrected },
  };
}

/** `data/unknown-column`: the name means no column of the row and no row below it. */
export function unknownColumn(
  entry: MapEntry,
  row: RowNode | undefined,
  specs: readonly CellSpec[],
  near: readonly string[],
): Diagnostic {
  const names = specs.flatMap((spec) => [spec.column.label, spec.column.id]);
  const meant = [...suggestions(entry.key.text.trim(), names), ...near].slice(0, 3);
  const [first] = meant;
  const cell =
    meant.length === 1 ? specs.find(({ column }) => column.label === first || column.id === first) : undefined;
  return {
    code: 'data/unknown-column',
    severity: 'error',
    message: {
      zh: `“${row === undefined ? '' : row.number + row.name}”这一行没有叫“${entry.key.text}”的列${(row?.children.length ?? 0) > 0 ? '或下级行' : ''}。`,
      en: `The row "${row?.name ?? ''}" has no column${(row?.children.length ?? 0) > 0 ? ' or row below it' : ''} called "${entry.key.text}".`,
    },
    hint: didYouMean(meant, {
      zh: `列有：${columnNames(specs)}。`,
      en: `Its columns are: ${columnNames(specs)}.`,
    }),
    range: entry.key.range,
    ...(cell === undefined ? {} : { cells: [cell.address] }),
  };
}

/**
 * `data/list-length`: a list that is neither as long as all columns nor as long as those that are not computed; or
 * `data/list-comma` when Chinese commas made one text of it.
 */
export function listLength(
  entry: MapEntry,
  items: readonly DataNode[],
  specs: readonly CellSpec[],
  typed: readonly CellSpec[],
): Diagnostic {
  const cells = specs.map((spec) => spec.address);
  const wide = items.some((item) => item.type === 'scalar' && /[，、；]/u.test(item.text));
  if (wide) {
    const texts = items.map((item) => (item.type === 'scalar' ? item.text : '')).join(', ');
    const corrected = `[${texts.split(/\s*[，、；,]\s*/u).join(', ')}]`;
    return {
      code: 'data/list-comma',
      severity: 'error',
      message: {
        zh: `“${entry.key.text}”的各个数之间用了中文标点，被当作一个值。`,
        en: `The figures of "${entry.key.text}" are parted by Chinese punctuation and read as one value.`,
      },
      hint: { zh: `用英文逗号隔开：${corrected}`, en: `Part them by ASCII commas: ${corrected}` },
      range: entry.value.range,
      cells,
      facts: { corrected },
    };
  }
  const computed = specs.length > typed.length;
  return {
    code: 'data/list-length',
    severity: 'error',
    message: {
      zh: `“${entry.key.text}”写了 ${items.length} 个数，应当写 ${specs.length} 个（${columnNames(specs)}）${computed ? `，或不写合计列，写 ${typed.length} 个（${columnNames(typed)}）` : ''}。`,
      en: `"${entry.key.text}" lists ${items.length} figures; it takes ${specs.length} (${columnNames(specs)})${computed ? `, or ${typed.length} without the computed ones (${columnNames(typed)})` : ''}.`,
    },
    hint: {
      zh: '对照表头一列一列地数；没有数据的列写“空”，不要省去。',
      en: 'Count them against the head of the table; write 空 or ~ for a column without data rather than leaving it out.',
    },
    range: entry.value.range,
    cells,
    facts: { given: String(items.length), expected: String(specs.length), expectedTyped: String(typed.length) },
  };
}

function columnNames(specs: readonly CellSpec[]): string {
  return specs.map((spec) => spec.column.label).join('、');
}
