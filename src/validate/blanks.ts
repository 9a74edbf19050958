/**
 * Built-in check `blanks`: cells without a figure, told once per table. Blank, "/", "—" and a key that is not there are
 * four different things; none of them is 0.
 */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import { cellSpecs, type CellSpec, type TableCells } from '../pack/cells.js';
import type { RuleSpec } from '../pack/types.js';
import type { CellValue } from '../value/value.js';
import { figureText, rangeOfCell } from './cells.js';
import { ruleDiagnostic } from './rule-diagnostic.js';
import type { RuleSubject } from './subject.js';

/** Most cells a sentence names of each kind; `cells` lists them all. */
const namedCells = 5;

type Absence = Exclude<CellValue['kind'], 'number'>;

const words: Readonly<Record<Absence, Bilingual>> = {
  blank: { zh: '空白', en: 'blank' },
  missing: { zh: '未填', en: 'not filled in' },
  slash: { zh: '填“/”', en: 'filled with "/"' },
  dash: { zh: '填“—”', en: 'filled with "—"' },
};

/**
 * One finding for each table with cells that hold no figure, at the first of them: how many of which kind, and the first
 * few names. Cells in `reported` are left out (they were typed, but could not be read), and so are totals that only wait
 * for their parts. `facts` holds `without_figure`, `cells_of_table` and each cell's state by address.
 */
export function checkBlanks(
  rule: RuleSpec,
  subject: RuleSubject,
  reported: ReadonlySet<string>,
): readonly Diagnostic[] {
  return [...cellSpecs(subject.pack).tables.values()].flatMap((table) => {
    const absent = table.cells.filter((cell) => !reported.has(cell.address) && isAbsent(cell, subject));
    return absent.length === 0 ? [] : [blankReport(rule, table, absent, subject)];
  });
}

/** True for a diagnostic of `checkBlanks`: each of its cells is a finding of its own. */
export function isBlankReport(diagnostic: Diagnostic): boolean {
  return diagnostic.facts?.['without_figure'] !== undefined;
}

function isAbsent(cell: CellSpec, { figures }: RuleSubject): boolean {
  const kind = valueOf(cell, figures).kind;
  return kind !== 'number' && !(kind === 'missing' && cell.computedBy !== undefined);
}

function valueOf(cell: CellSpec, figures: RuleSubject['figures']): CellValue {
  return figures.values.get(cell.address) ?? { kind: 'missing' };
}

function blankReport(rule: RuleSpec, table: TableCells, absent: readonly CellSpec[], subject: RuleSubject): Diagnostic {
  const groups = new Map<Absence, CellSpec[]>();
  for (const cell of absent) {
    const { kind } = valueOf(cell, subject.figures);
    if (kind !== 'number') groups.set(kind, [...(groups.get(kind) ?? []), cell]);
  }
  const total = table.cells.length;
  const { label, name } = table.table;
  const title = label === '' ? `“${name}”` : label;
  return ruleDiagnostic(rule, subject.pack, {
    message: {
      zh: `${title}共 ${total} 格，有 ${absent.length} 格没有数字：${listed(groups, 'zh')}。`,
      en: `${absent.length} of ${total} cells of ${title} hold no figure: ${listed(groups, 'en')}.`,
    },
    hint:
      rule.hint === undefined
        ? {
            zh: '空白不等于 0：确认为 0 的请填 0，有数字的请补上。',
            en: 'A blank is not 0: write 0 where the figure is 0, and fill in the others.',
          }
        : { zh: rule.hint, en: rule.hint },
    range: absent[0] === undefined ? undefined : rangeOfCell(subject.data, absent[0].address),
    cells: absent.map((cell) => cell.address),
    facts: {
      without_figure: String(absent.length),
      cells_of_table: String(total),
      ...Object.fromEntries(absent.map((cell) => [cell.address, figureText(valueOf(cell, subject.figures))])),
    },
  });
}

function listed(groups: ReadonlyMap<Absence, readonly CellSpec[]>, language: 'zh' | 'en'): string {
  const chinese = language === 'zh';
  return [...groups]
    .map(([kind, cells]) => {
      const names = cells
        .slice(0, namedCells)
        .map(nameInTable)
        .join(chinese ? '、' : ', ');
      const more = cells.length > namedCells ? (chinese ? '等' : ', …') : '';
      const word = words[kind][language];
      return chinese ? `${word} ${cells.length} 格（${names}${more}）` : `${cells.length} ${word} (${names}${more})`;
    })
    .join(chinese ? '，' : '; ');
}

/** The sentence names the table already. */
function nameInTable({ name, table }: CellSpec): string {
  return name.startsWith(table.label) ? name.slice(table.label.length) : name;
}
