/**
 * A filled form read against its pack. Comes in: the cells of a workbook. Goes out: the same located values that a data file
 * gives, each at its place `sheet!A1`, so that all that follows reads and checks them alike. Blank, 0, "/" and "—" stay what
 * they are; nothing is put right in silence.
 */
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { CellInput, ReportData } from '../data/types.js';
import type { LoadedFile } from '../load/loaded.js';
import type { DataNode, MapEntry, MapNode, ScalarNode } from '../load/node.js';
import { cellSpecs, type CellSpec } from '../pack/cells.js';
import type { TemplatePack } from '../pack/types.js';
import { placeName } from '../sheet/places.js';
import { cellAt, valueOf, type ReadCell, type ReadSheet, type ReadValue } from '../sheet/read-model.js';
import type { SourceRange } from '../source/source.js';
import { blankReport } from './blank-report.js';
import * as findings from './findings.js';
import { findCells, type FoundCells } from './find-cells.js';
import { formulaText } from './formula.js';
import { readGuide } from './read-guide.js';
import { formSheets, type FormSheet } from './layout.js';
import type { LoadedForm } from './load-form.js';

/** Stands for an agency that is not filled in, so that the figures can be checked all the same. */
const NO_AGENCY = '（未填）';

/** A form as a data file, with the place of every cell, also of those that are left to the program. */
export interface FilledForm extends LoadedFile {
  readonly places: ReadonlyMap<string, SourceRange>;
}

/** Reads the cells of a form. Gives `form/…`; the value is absent only for a form of another pack. */
export function readForm(file: LoadedForm, pack: TemplatePack): Outcome<FilledForm> {
  const { workbook, identity } = file.form;
  const whole: SourceRange = { file: file.source.name, start: 0, end: 0 };
  if (identity.pack.id !== pack.id) return { diagnostics: [findings.otherPack(whole, identity.pack.id, pack)] };
  const diagnostics: Diagnostic[] = [];
  if (identity.pack.hash !== pack.hash) diagnostics.push(findings.packChanged(whole));
  const guide = readGuide(workbook, identity.guide, file.source.name);
  if (guide.name === undefined) diagnostics.push(findings.agencyMissing(guide.range));
  const expected = formSheets(blankReport(pack, identity.year, identity.labels).report, pack);
  const shown = new Map<string, string>();
  const places = new Map<string, SourceRange>();
  const taken = new Set<ReadSheet>();
  const tables = expected.map((form): MapEntry => {
    const sheet = sheetFor(form, identity.sheets.get(form.spec.id), workbook.sheets, taken);
    if (sheet === undefined) {
      const cells = cellSpecs(pack).tables.get(form.spec.id)?.cells ?? [];
      diagnostics.push(
        findings.sheetMissing(
          whole,
          form.spec,
          cells.map(({ address }) => address),
        ),
      );
      return entry(form.spec.id, map([], whole), whole);
    }
    taken.add(sheet);
    const found = findCells(form, sheet, pack, file.source.name);
    diagnostics.push(...found.diagnostics);
    return tableEntry(form, sheet, found, { pack, file: file.source.name, diagnostics, shown, places });
  });
  const facts = [...identity.facts].map(([key, value]) => entry(key, scalar(value, whole), whole));
  const agency = [
    entry('name', guide.name ?? scalar(NO_AGENCY, guide.range), guide.range),
    ...(guide.kind === undefined ? [] : [entry('kind', guide.kind, guide.kind.range)]),
    ...(guide.level === undefined ? [] : [entry('level', guide.level, guide.level.range)]),
    ...facts,
  ];
  const root = map(
    [
      entry('nianbao', scalar('1', whole), whole),
      entry('pack', scalar(identity.pack.reference, whole), whole),
      entry('year', scalar(String(identity.year), whole), whole),
      entry('agency', map(agency, guide.range), guide.range),
      entry('tables', map(tables, whole), whole),
    ],
    whole,
  );
  return { value: { ...file, root, places, source: { ...file.source, cells: shown } }, diagnostics };
}

/** Data read from a form, every cell at its own place: a total that the form computes stands in no entry. */
export function atPlaces(data: ReportData, places: FilledForm['places']): ReportData {
  const placed = ([address, cell]: readonly [string, CellInput]): readonly [string, CellInput] => [
    address,
    { ...cell, range: places.get(address) ?? cell.range },
  ];
  return {
    ...data,
    tables: new Map(
      [...data.tables].map(([id, table]) => [id, { ...table, cells: new Map([...table.cells].map(placed)) }]),
    ),
  };
}

/** The sheet of a table by its name, or by its labels when it was renamed. */
function sheetFor(
  form: FormSheet,
  name: string | undefined,
  sheets: readonly ReadSheet[],
  taken: ReadonlySet<ReadSheet>,
): ReadSheet | undefined {
  const named = sheets.find((sheet) => sheet.name === (name ?? form.name));
  if (named !== undefined) return named;
  const labels = form.cells
    .filter(({ cell }) => cell.kind === 'rowHead' || cell.kind === 'columnHead')
    .map(({ text }) => text);
  const known = (sheet: ReadSheet): number => {
    const texts = new Set<string>();
    for (const row of sheet.rows.values())
      for (const cell of row.values()) if (cell.kind === 'text') texts.add(cell.text);
    return labels.filter((label) => texts.has(label)).length;
  };
  const free = sheets.filter((sheet) => !sheet.hidden && !taken.has(sheet));
  const [best] = free.sort((a, b) => known(b) - known(a));
  return best !== undefined && known(best) * 2 > labels.length ? best : undefined;
}

interface Reading {
  readonly pack: TemplatePack;
  readonly file: string;
  readonly diagnostics: Diagnostic[];
  readonly shown: Map<string, string>;
  readonly places: Map<string, SourceRange>;
}

function tableEntry(form: FormSheet, sheet: ReadSheet, found: FoundCells, reading: Reading): MapEntry {
  const first: SourceRange = {
    file: reading.file,
    start: 0,
    end: 0,
    cell: placeName(sheet.name, form.tableRows.start, 0),
  };
  const table = cellSpecs(reading.pack).tables.get(form.spec.id);
  const rows = [...(table?.byRow ?? [])].flatMap(([id, specs]): readonly MapEntry[] => {
    const cells = specs.flatMap((spec) => cellEntry(spec, sheet, found, reading) ?? []);
    const [only] = cells;
    if (only === undefined) return [];
    return specs.length === 1
      ? [{ ...only, key: { ...only.key, text: id } }]
      : [entry(id, map(cells, only.key.range), only.key.range)];
  });
  return entry(form.spec.id, map(rows, first), first);
}

/** The entry of one cell by its column; undefined where nothing can be read, or where the form's own formula stands. */
function cellEntry(spec: CellSpec, sheet: ReadSheet, found: FoundCells, reading: Reading): MapEntry | undefined {
  const place = found.places.get(spec.address);
  if (place === undefined || found.unreadable.has(spec.address)) return undefined;
  const range: SourceRange = {
    file: reading.file,
    start: 0,
    end: 0,
    cell: placeName(sheet.name, place.row, place.column),
  };
  const cell = cellAt(sheet, place.row, place.column);
  const value = valueOf(cell);
  reading.places.set(spec.address, range);
  reading.shown.set(range.cell ?? '', `${spec.name}：${shownValue(value)}`);
  const own = isOwnFormula(spec, cell, found, reading);
  if (own && value.kind !== 'error') return undefined;
  if (spec.computedBy !== undefined && cell.kind === 'formula' && !own && value.kind === 'number')
    reading.diagnostics.push(findings.formulaChanged(range, spec));
  const problem = findings.notAFigure(range, spec, value);
  if (problem !== undefined) {
    reading.diagnostics.push(problem);
    return undefined;
  }
  return entry(spec.column.id, scalar(textOf(value), range), range);
}

/** True when a total still has the formula that the form gave it; what it shows may be older than its parts. */
function isOwnFormula(spec: CellSpec, cell: ReadCell, found: FoundCells, { pack }: Reading): boolean {
  const expression = spec.column.computed ?? spec.row.computed;
  const table = cellSpecs(pack).tables.get(spec.table.id);
  if (cell.kind !== 'formula' || expression === undefined || table === undefined) return false;
  const own = formulaText(spec, expression, table, found.places);
  return own !== undefined && bareFormula(cell.formula) === bareFormula(own);
}

function bareFormula(formula: string): string {
  return formula.replace(/[\s$]/gu, '').replace(/;/gu, ',').replace(/^=/u, '').toUpperCase();
}

function textOf(value: ReadValue): string {
  return value.kind === 'number' || value.kind === 'text' ? value.text.replace(/\s+/gu, ' ').trim() : '';
}

function shownValue(value: ReadValue): string {
  switch (value.kind) {
    case 'blank':
      return '（空）';
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    default:
      return textOf(value) || value.text;
  }
}

function scalar(text: string, range: SourceRange): ScalarNode {
  return { type: 'scalar', text, style: 'plain', empty: text === '', range };
}

function entry(key: string, value: DataNode, range: SourceRange): MapEntry {
  return { key: scalar(key, range), value };
}

function map(entries: readonly MapEntry[], range: SourceRange): MapNode {
  return { type: 'map', entries, range };
}
