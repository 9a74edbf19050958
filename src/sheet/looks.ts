/** How roles look in a spreadsheet: fonts, lines, fills and alignment, the same for everything that is written. */
import type { CellStyle } from 'hucre/xlsx';
import type { CellRole, SheetCell, SheetFonts } from './model.js';

interface Look {
  readonly font: keyof SheetFonts;
  readonly size: number;
  readonly bold?: boolean;
  readonly align: 'left' | 'center' | 'right';
  readonly lines: boolean;
  /** `RRGGBB`. */
  readonly fill?: string;
  readonly colour?: string;
}

const looks: Readonly<Record<CellRole, Look>> = {
  title: { font: 'title', size: 18, align: 'center', lines: false },
  subtitle: { font: 'note', size: 14, align: 'center', lines: false },
  line: { font: 'text', size: 12, align: 'left', lines: false },
  head: { font: 'head', size: 10.5, align: 'center', lines: true },
  rowHead: { font: 'text', size: 10.5, align: 'left', lines: true },
  category: { font: 'text', size: 10.5, bold: true, align: 'left', lines: true },
  input: { font: 'text', size: 10.5, align: 'center', lines: true, fill: 'FFF8DC' },
  computed: { font: 'text', size: 10.5, align: 'center', lines: true, fill: 'EDEDED' },
  fixed: { font: 'text', size: 10.5, align: 'center', lines: true },
  note: { font: 'note', size: 10.5, align: 'left', lines: true },
  text: { font: 'text', size: 11, align: 'left', lines: false },
  plain: { font: 'text', size: 10.5, align: 'left', lines: true },
  'mark-error': { font: 'text', size: 10.5, align: 'center', lines: true, fill: 'F8C8C8', colour: '9C0006' },
  'mark-warning': { font: 'text', size: 10.5, align: 'center', lines: true, fill: 'FFE699' },
  'mark-good': { font: 'text', size: 10.5, align: 'center', lines: true, fill: 'C6EFCE', colour: '006100' },
};

/** Points of a line of text in a role. */
export function lineHeight(role: CellRole): number {
  return looks[role].size * 1.3;
}

/** The style of a cell as the writer takes it. */
export function styleOf(cell: SheetCell, fonts: SheetFonts): CellStyle {
  const look = looks[cell.role];
  const line = { style: 'thin', color: { rgb: '000000' } } as const;
  const bold = cell.bold ?? look.bold ?? false;
  return {
    font: {
      name: fonts[look.font],
      size: cell.size ?? look.size,
      charset: 134,
      ...(bold ? { bold } : {}),
      ...(look.colour === undefined ? {} : { color: { rgb: look.colour } }),
    },
    alignment: {
      horizontal: cell.align ?? look.align,
      vertical: 'center',
      wrapText: true,
      ...(cell.indent === undefined ? {} : { indent: cell.indent }),
    },
    protection: { locked: cell.open !== true },
    ...(look.lines ? { border: { top: line, bottom: line, left: line, right: line } } : {}),
    ...(look.fill === undefined
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: look.fill } } as const }),
    ...numberFormat(cell),
  };
}

/**
 * Text that begins as a formula does gets the format of text: it stays text also when somebody opens the cell and presses
 * Enter. Other cells have none, so that what is typed into them later is what it looks like.
 */
function numberFormat({ value, decimals }: SheetCell): Pick<CellStyle, 'numFmt'> {
  if (value.kind === 'text' && /^[=+\-@\t\r＝＋－＠]/u.test(value.text)) return { numFmt: '@' };
  if (decimals === undefined) return {};
  return { numFmt: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}` };
}
