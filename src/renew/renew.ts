/**
 * A new year's data file from last year's: the form brought up to date, what last year decides filled in, everything else
 * blank beside last year's figure, and the text kept as drafts. Comes in: last year's reports, opened, and the new form. Goes
 * out: text and what the clerk should know. Comments, waivers, attachments and 办理 of last year's file stay there.
 */
import { newDataFile } from '../init/data-file.js';
import { cellSpecs } from '../pack/cells.js';
import type { TemplatePack } from '../pack/types.js';
import { expectedFigures, isComparable } from './expected.js';
import { factLines, previousLines } from './facts.js';
import { rowComment } from './last-figures.js';
import { carryText } from './narrative.js';
import { lostRows, tableRemarks } from './tables.js';
import type { LastYear, Renewed, RenewNote, RenewOptions } from './types.js';

/** Text of the new file. `last` holds one report, or those of all predecessors, all of one year. */
export function renew(last: readonly LastYear[], pack: TemplatePack, options: RenewOptions): Renewed {
  const { year, reference, firstLine } = options;
  const lastYear = last[0]?.data.year.value ?? year - 1;
  const follows = lastYear === year - 1;
  const comparable = follows && isComparable(pack, last);
  const { known, formulas } = comparable ? expectedFigures(pack, last) : noFigures;
  const carried = carryText(last, pack, year);
  const text = newDataFile(pack, year, {
    ...(reference === undefined ? {} : { reference }),
    ...(firstLine === undefined ? {} : { firstLine }),
    known: {
      head: [`# 由 ${lastYear} 年的数据文件新建。“上年”后面是上年的数，只供对照；已填的数来自上年报告，请核对。`],
      facts: factLines(last, pack, options),
      section: carried.section,
      afterSections: carried.homeless,
      cell: (address) => known.get(address),
      rowComment: (addresses) =>
        comparable
          ? [
              rowComment(addresses, last, pack),
              ...(addresses.some((address) => known.has(address)) ? ['已按上年报告填好'] : []),
              ...addresses.flatMap((address) => formulas.get(address) ?? []),
            ]
              .filter((part) => part !== '')
              .join('；')
          : '',
      afterTable: (table) => [...(comparable ? lostRows(table, last, pack) : []), ...tableRemarks(table, last, pack)],
      end: previousLines(last, pack, year),
    },
  });
  return { text, notes: [...formNotes(last, pack, year, comparable), ...figureNotes(known, pack), ...carried.notes] };
}

const noFigures: ReturnType<typeof expectedFigures> = { known: new Map(), formulas: new Map() };

function formNotes(
  last: readonly LastYear[],
  pack: TemplatePack,
  year: number,
  comparable: boolean,
): readonly RenewNote[] {
  const others = [...new Set(last.filter((report) => report.pack.id !== pack.id).map((report) => report.pack.name))];
  const lastYear = last[0]?.data.year.value ?? year - 1;
  const notes: RenewNote[] = others.map((name) => ({
    zh: `表式由“${name}”换成“${pack.name}”。`,
    en: `The form changes from "${name}" to "${pack.name}".`,
  }));
  if (lastYear !== year - 1) {
    notes.push({
      zh: `上年文件是 ${lastYear} 年的，不是 ${year - 1} 年的，没有带数字过来。`,
      en: `The former file is of ${lastYear}, not ${year - 1}: no figures were taken over.`,
    });
  } else if (!comparable) {
    notes.push({
      zh: '两年的表式没有相同的格，没有带数字过来。',
      en: 'The two forms have no cell in common: no figures were taken over.',
    });
  }
  const unnamed = last.filter(({ reference }) => reference === undefined);
  if (unnamed.length > 0) {
    notes.push({
      zh: `“${unnamed.map(({ name }) => name).join('”“')}”不在新文件的文件夹或相邻的文件夹里，“上年数据”没有写，跨年核对不会进行：请移到相邻的文件夹，再写上路径。`,
      en: `${unnamed.map(({ name }) => `"${name}"`).join(', ')} is in no folder that the new file may name: cross-year checks will not run.`,
    });
  }
  return notes;
}

function figureNotes(known: ReadonlyMap<string, string>, pack: TemplatePack): readonly RenewNote[] {
  const { byAddress } = cellSpecs(pack);
  const rows = new Set(
    [...known.keys()].flatMap((address) => {
      const cell = byAddress.get(address);
      return cell === undefined ? [] : [`${cell.table.label}“${cell.row.label}”`];
    }),
  );
  if (rows.size === 0) return [];
  return [
    {
      zh: `已按上年报告填好 ${known.size} 格：${[...rows].join('、')}；其余都留空。`,
      en: `${known.size} cells were filled from last year's report: ${[...rows].join(', ')}; all others are blank.`,
    },
  ];
}
