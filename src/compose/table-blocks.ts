/** A statutory table with all that is printed above and below it. */
import type { TableInput } from '../data/types.js';
import type { TableSpec } from '../pack/types.js';
import type { Block, Inline, Paragraph } from '../report/tree.js';
import { cleaned } from './clean-report.js';
import type { ComposeContext } from './context.js';
import { lineInlines, lineParagraph, ownLine, packLine } from './lines.js';
import { mappedPlain } from './mapped-text.js';
import { officeFindings } from './office-rows.js';
import { statutoryTable } from './statutory-table.js';

/** Between two sign-off entries on one line. */
const signoffGap = '　　';

/** Page break where the form wants one, title lines, table, notes, sign-off. Gives the deviations from the form. */
export function tableBlocks(spec: TableSpec, context: ComposeContext): readonly Block[] {
  const input = context.data.tables.get(spec.id);
  if (input !== undefined) context.diagnostics.push(...officeFindings(spec, input));
  return [
    ...(spec.newPage ? [{ type: 'pageBreak' } as const] : []),
    ...linesAbove(spec, input, context),
    statutoryTable(spec, context),
    ...notesBelow(spec, input, context),
    ...signoffLines(spec, context),
  ];
}

/** An own title or subtitle takes the place of the form's; where the form has none, it stands first. */
function linesAbove(spec: TableSpec, input: TableInput | undefined, context: ComposeContext): readonly Paragraph[] {
  const own = { tableTitle: input?.title, tableSubtitle: input?.subtitle };
  const printed = spec.before.flatMap(({ role, template }) => {
    const located = role === 'tableTitle' || role === 'tableSubtitle' ? own[role] : undefined;
    return lineParagraph(
      role,
      located === undefined ? packLine(template, `tables/${spec.id}.yaml`, context) : ownLine(located, context),
    );
  });
  const lacking = (['tableTitle', 'tableSubtitle'] as const).flatMap((role) => {
    const located = own[role];
    const inForm = spec.before.some((line) => line.role === role);
    return located === undefined || inForm ? [] : lineParagraph(role, ownLine(located, context));
  });
  return [...lacking, ...printed];
}

/** Notes of the form, of the table, and of single cells in the order of the cells. */
function notesBelow(spec: TableSpec, input: TableInput | undefined, context: ComposeContext): readonly Paragraph[] {
  const ofForm = spec.notes.map((note) => packLine(note, `tables/${spec.id}.yaml`, context));
  const ofTable = (input?.notes ?? []).map((note) => ownLine(note, context));
  const cells = [...(input?.cells.values() ?? []), ...(input?.added ?? []).flatMap((row) => [...row.cells.values()])];
  const ofCells = cells.flatMap((cell) =>
    cell.note === undefined ? [] : [cleaned(mappedPlain(cell.note, cell.range), context)],
  );
  return [...ofForm, ...ofTable, ...ofCells].flatMap((note) => lineParagraph('tableNote', note));
}

/** Printed as soon as the data file gives one of the names; entries without a name keep their label. */
function signoffLines(spec: TableSpec, context: ComposeContext): readonly Paragraph[] {
  const { signoff } = context.data;
  if (!spec.signoff.flat().some(({ key }) => signoff.has(key))) return [];
  return spec.signoff.map((line) => ({
    type: 'paragraph',
    role: 'tableSignoff',
    children: line.flatMap(({ label, key }, index): readonly Inline[] => {
      const given = signoff.get(key);
      const before: Inline = { type: 'text', value: (index === 0 ? '' : signoffGap) + label };
      return given === undefined
        ? [before]
        : [before, ...lineInlines(cleaned(mappedPlain(given.value, given.range), context))];
    }),
  }));
}
