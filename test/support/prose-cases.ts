/** The labelled sentences of test/fixtures/prose: read, made into data files, opened and judged. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { cellSpecs, diskSources, openPack, openReport, type Sources } from '../../src/index.js';

export interface ProseCase {
  readonly name: string;
  readonly pack?: string;
  readonly year?: number;
  readonly agency?: Readonly<Record<string, string>>;
  readonly figures?: Figures;
  readonly previous?: Figures;
  readonly text?: string;
  readonly section?: string;
  readonly sections?: Readonly<Record<string, string>>;
  readonly narrative_figures?: readonly string[];
  readonly expect: readonly string[];
  readonly may?: readonly string[];
  readonly why: string;
}

type Figures = Readonly<Record<string, string | number>>;

const folder = 'test/fixtures/prose';

/** Files of labelled sentences. */
export const proseFiles: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .sort();

export function proseCases(file: string): readonly ProseCase[] {
  return parse(readFileSync(join(folder, file), 'utf8')) as readonly ProseCase[];
}

/** Checks that these sentences do not judge: they look at structure and years, or only count. */
const otherChecks = new Set(['D-D1', 'D-S1', 'D-S2', 'D-S3', 'D-T7', 'D-Y1', 'D-Y2', 'D-Y3']);

const years: Readonly<Record<string, number>> = { 'cn-2021': 2023, 'cn-2019': 2020 };
const office = { name: '青山县民政局', kind: '部门', level: '县级' };

/** What is wrong with the answer to a case, one line each: a check that did not come, or one that should not have. */
export function faultsOf(item: ProseCase): readonly string[] {
  const found = messagesOf(item);
  const missing = item.expect.filter((wanted) => !found.some((d) => fits(d, wanted)));
  const allowed = [...item.expect, ...(item.may ?? [])];
  const surplus = found.filter((d) => !allowed.some((wanted) => fits(d, wanted)));
  return [
    ...missing.map((wanted) => `missing ${wanted}`),
    ...surplus.map((d) => `unwanted ${d.code} ${(d.cells ?? []).join(' ')}: ${d.message.zh}`),
  ];
}

function messagesOf(item: ProseCase): readonly Diagnostic[] {
  const disk = diskSources('report.json');
  const previous = item.previous === undefined ? undefined : encode(dataOf(item, item.previous, -1, disk));
  const sources: Sources = {
    ...disk,
    previous: (path) => (previous === undefined ? undefined : { name: path, bytes: previous, sources: disk }),
  };
  const data = dataOf(item, item.figures ?? {}, 0, disk);
  const outcome = openReport(encode(data), 'report.json', sources);
  if (outcome.value === undefined) throw new Error(outcome.diagnostics.map((d) => d.message.zh).join('\n'));
  const broken = outcome.diagnostics.filter(
    (d) => d.severity === 'error' && /^(data|yaml|template|compose)\//.test(d.code),
  );
  if (broken.length > 0) throw new Error(broken.map((d) => d.message.zh).join('\n'));
  return flat(outcome.diagnostics).filter((d) => d.code.startsWith('D-') && !otherChecks.has(d.code));
}

function encode(data: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(data));
}

function flat(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.flatMap((d) => [d, ...flat(d.folded ?? [])]);
}

/** `A|B cell` fits one of the codes on the cell, or on any cell below it. */
function fits(diagnostic: Diagnostic, wanted: string): boolean {
  const [codes = '', cell] = wanted.split(' ');
  const code = codes.split('|').some((each) => each === diagnostic.code || each === 'D-*');
  return code && (cell === undefined || (diagnostic.cells ?? []).some((each) => `${each}/`.startsWith(`${cell}/`)));
}

/** A data file with the given cells, 0 in every other that is not computed. */
function dataOf(item: ProseCase, figures: Figures, offset: number, sources: Sources): object {
  const pack = item.pack ?? 'cn-2021';
  const given = new Map(Object.entries(figures).map(([name, value]) => [addressOf(name), value]));
  const year = (item.year ?? years[pack] ?? 2016) + offset;
  const own = offset === 0;
  const section = item.section ?? (pack.startsWith('cn-2014') ? 'disclosure' : 's1');
  const texts = item.sections ?? { [section]: item.text ?? '' };
  return {
    nianbao: 1,
    pack,
    year,
    agency: { ...office, ...item.agency },
    sections: own ? texts : {},
    tables: tablesOf(pack, given, sources),
    ...(own && item.previous !== undefined ? { previous: 'last.json' } : {}),
    ...(own && item.narrative_figures !== undefined ? { narrative_figures: item.narrative_figures } : {}),
  };
}

function addressOf(name: string): string {
  if (/^(\d{4}|sd\w+)$/.test(name)) return `t1/${name}/value`;
  return name.split('/').length === 2 ? `${name}/natural` : name;
}

function tablesOf(pack: string, given: ReadonlyMap<string, string | number>, sources: Sources): object {
  const loaded = openPack(pack, sources).value;
  if (loaded === undefined) throw new Error(`no pack ${pack}`);
  const tables: Record<string, Record<string, Record<string, string | number>>> = {};
  const known = new Set<string>();
  for (const spec of cellSpecs(loaded).byAddress.values()) {
    known.add(spec.address);
    const [table = '', row = '', column = ''] = spec.address.split('/');
    if (spec.computedBy !== undefined && !given.has(spec.address)) continue;
    ((tables[table] ??= {})[row] ??= {})[column] = given.get(spec.address) ?? 0;
  }
  const unknown = [...given.keys()].filter((address) => !known.has(address));
  if (unknown.length > 0) throw new Error(`no cells ${unknown.join(', ')} in ${pack}`);
  return tables;
}
