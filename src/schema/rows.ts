/**
 * Rows of a table: which names mean which row where, and what may stand after them. Names are asked of the reader itself, so
 * that what means two rows there means none here.
 */
import { cellSpecs, columnPaths, rowPaths, type CellSpec, type PathTo } from '../pack/cells.js';
import { normaliseName, resolveColumn, resolveRow } from '../pack/names.js';
import { splitNumber } from '../pack/normalise-name.js';
import type { BandSpec, ColumnNode, RowNode, TableSpec, TemplatePack } from '../pack/types.js';
import { rowKey } from '../init/row-key.js';
import { cellEntries, cellSchema, formName, formOf } from './cells.js';
import { describeColumn, describeRow, type RulesByRow } from './describe.js';
import { ref, when, type JsonSchema } from './json-schema.js';
import { recordOf, type SchemaEntry } from './keys.js';
import { exactPattern, joined, numberPattern, textPattern, wholeName } from './name-pattern.js';

/** What is filled while a schema is made. */
export interface SchemaMaking {
  readonly pack: TemplatePack;
  readonly rules: RulesByRow;
  readonly definitions: Map<string, JsonSchema>;
}

/** Entries for the rows of a table or band, or for those below one row, by every name that means one of them there. */
export function rowEntries(part: TableSpec, within: RowNode | undefined, making: SchemaMaking): readonly SchemaEntry[] {
  const all = rowPaths(part);
  const pool = within === undefined ? all : all.filter(({ node, path }) => node !== within && path.includes(within));
  return pool.flatMap((row) => {
    const pattern = rowPattern(part, row.node, within);
    if (pattern === undefined) return [];
    const name = rowKey(row.node, part);
    const offered = means(part, name, row.node, within) ? { name } : {};
    return [{ ...offered, pattern, schema: rowDefinition(part.id, row, making) }];
  });
}

function means(part: TableSpec, name: string, row: RowNode, within: RowNode | undefined): boolean {
  const found = resolveRow(part, name, within);
  return found.kind === 'found' && found.node === row;
}

/** Everything that names the row here; undefined when nothing does without naming another row too. */
function rowPattern(part: TableSpec, row: RowNode, within: RowNode | undefined): string | undefined {
  const { number, prefix, name, note, code } = row;
  const here = (text: string): boolean => means(part, text, row, within);
  const exact = [row.id, `c${row.id}`, ...(code === undefined ? [] : [code])].filter(here).map(exactPattern);
  const digits = splitNumber(normaliseName(`${number}x`)).number;
  const bodies = [name, ...(note === undefined ? [] : [`${name}（${note}）`])].flatMap((text) => [text, prefix + text]);
  const named = [...new Set(bodies)].flatMap((body) => {
    const bare = here(body) ? '?' : '';
    const heads = [
      ...(number !== '' && here(number + body) ? [joined(textPattern(number), '')] : []),
      ...(digits !== '' && here(`${digits}、${body}`) ? [numberPattern(digits)] : []),
    ];
    if (heads.length === 0) return bare === '' ? [] : [textPattern(body)];
    return [`(?:${heads.join('|')})${bare}${textPattern(body)}`];
  });
  const patterns = [...exact, ...named];
  return patterns.length === 0 ? undefined : wholeName(patterns);
}

/** The definition of a row, made when it is first asked for. */
function rowDefinition(table: string, row: PathTo<RowNode>, making: SchemaMaking): JsonSchema {
  const name = `${table}/${row.node.id}`;
  if (!making.definitions.has(name)) {
    making.definitions.set(name, {});
    const whole = making.pack.tables.find(({ id }) => id === table);
    if (whole !== undefined) making.definitions.set(name, rowSchema(whole, row, making));
  }
  return ref(name);
}

function rowSchema(table: TableSpec, { node: row, path }: PathTo<RowNode>, making: SchemaMaking): JsonSchema {
  const about = describeRow(table, path, making.rules, making.pack);
  const below = rowEntries(table, row, making);
  if (row.kind === 'heading') return { ...about, ...headingSchema(row, below) };
  const specs = cellSpecs(making.pack).tables.get(table.id)?.byRow.get(row.id) ?? [];
  // Rows of one band with nothing below them differ in their words only.
  const values = below.length > 0 ? valuesSchema(specs, below, making) : sharedLine(table, specs, making);
  return { ...about, defaultSnippets: [snippet(specs, making.pack)], allOf: [values] };
}

/** What an editor writes after the name of a row: a blank, never a 0, for each figure that is typed. */
function snippet(specs: readonly CellSpec[], pack: TemplatePack): { readonly label: string; readonly body: string } {
  const blank = pack.terms.words['blank'] ?? '~';
  const typed = specs.length === 1 ? specs : specs.filter((spec) => spec.computedBy !== 'row');
  const inBrackets = (places: readonly string[]): string =>
    specs.length === 1 ? places.join('') : `[${places.join(', ')}]`;
  return {
    label: inBrackets(typed.map(() => blank)),
    body: inBrackets(typed.map((_, index) => `\${${index + 1}:${blank}}`)),
  };
}

function sharedLine(table: TableSpec, specs: readonly CellSpec[], making: SchemaMaking): JsonSchema {
  const band = specs[0]?.band.id ?? '';
  const forms = [...new Set(specs.map((spec) => formName(formOf(spec))))];
  const name = ['line', table.id, band, ...forms].join('/');
  if (!making.definitions.has(name)) making.definitions.set(name, valuesSchema(specs, [], making));
  return ref(name);
}

/** A heading takes rows below it, nothing, or its own mark. */
function headingSchema(row: RowNode, below: readonly SchemaEntry[]): JsonSchema {
  const marks = [...new Set([row.mark?.value ?? '', '—', '——'])].filter((mark) => mark !== '');
  return {
    type: [...(below.length > 0 ? (['object'] as const) : []), 'null', 'string'],
    pattern: String.raw`^\s*(?:${marks.map(exactPattern).join('|')})?\s*$`,
    patternErrorMessage: '这一行是分类标题，不填数；数填在下面各行。',
    ...recordOf(below),
  };
}

/** What may stand after the name of a row of figures. */
function valuesSchema(specs: readonly CellSpec[], below: readonly SchemaEntry[], making: SchemaMaking): JsonSchema {
  const [only] = specs;
  const columns = columnEntries(specs, making);
  if (specs.length !== 1 || only === undefined) {
    return { type: ['array', 'object', 'null'], ...listRules(specs, making), ...recordOf([...columns, ...below]) };
  }
  const cell = cellSchema(formOf(only), making.pack);
  const record = cellEntries(formOf(only), making.pack);
  return {
    ...cell,
    type: ['number', 'string', 'null', 'array', 'object'],
    ...listRules(specs, making),
    ...recordOf([...columns, ...record, ...below]),
  };
}

/** A list of all columns, or of all that the form does not compute. */
function listRules(specs: readonly CellSpec[], making: SchemaMaking): JsonSchema {
  const typed = specs.filter((spec) => spec.computedBy !== 'row');
  const items = (of: readonly CellSpec[]): JsonSchema[] => of.map((spec) => cellDefinition(spec, making));
  if (typed.length === specs.length) return { items: items(specs), minItems: specs.length, maxItems: specs.length };
  return {
    allOf: [
      when(
        { type: 'array', minItems: specs.length },
        { items: items(specs), maxItems: specs.length },
        { items: items(typed), minItems: typed.length, maxItems: typed.length },
      ),
    ],
  };
}

/** The definition of the cells of a column that have the same form. */
function cellDefinition(spec: CellSpec, making: SchemaMaking): JsonSchema {
  const form = formOf(spec);
  const name = ['column', spec.table.id, spec.band.id, spec.column.id, formName(form)].join('/');
  if (!making.definitions.has(name)) {
    making.definitions.set(name, {
      ...describeColumn(spec.column, spec.columnPath, spec),
      ...cellSchema(form, making.pack),
    });
  }
  return ref(name);
}

function columnEntries(specs: readonly CellSpec[], making: SchemaMaking): readonly SchemaEntry[] {
  const band = specs[0]?.band;
  if (band === undefined) return [];
  const single = specs.flatMap((spec) => columnEntry(band, spec, making) ?? []);
  const groups = columnPaths(band).filter(({ node }) => node.children.length > 0);
  return [...single, ...groups.map((group) => groupEntry(group, specs, making))];
}

function columnEntry(band: BandSpec, spec: CellSpec, making: SchemaMaking): SchemaEntry | undefined {
  const here = (text: string): boolean => {
    const found = resolveColumn(band, text);
    return found.kind === 'found' && found.node.id === spec.column.id;
  };
  const labels = [spec.column.label, spec.columnPath.map((node) => node.label).join('')].filter(here);
  const patterns = [exactPattern(spec.column.id), ...labels.map(textPattern)];
  return { name: labels[0] ?? spec.column.id, pattern: wholeName(patterns), schema: cellDefinition(spec, making) };
}

/** Columns below a head cell that spans several of them. */
function groupEntry({ node, path }: PathTo<ColumnNode>, specs: readonly CellSpec[], making: SchemaMaking): SchemaEntry {
  const name = normaliseName(node.label);
  const inside = specs.filter((spec) =>
    spec.columnPath.some((above) => above.children.length > 0 && normaliseName(above.label) === name),
  );
  const columns = inside.flatMap((spec) => columnEntry(spec.band, spec, making) ?? []);
  const schema: JsonSchema = {
    description: `${path.map((above) => above.label).join(' › ')}：${inside.map(({ column }) => column.label).join('、')}`,
    type: ['array', 'object', 'null'],
    ...listRules(inside, making),
    ...recordOf(columns),
  };
  return { name: node.label, pattern: wholeName([textPattern(node.label)]), schema };
}
