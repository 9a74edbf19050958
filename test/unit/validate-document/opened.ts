/** Reports opened the whole way with the built-in packs, so that the word lists of the packs are tested too. */
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { openReport, type Sources } from '../../../src/pipeline.js';
import { loadPack, type PackOutcome } from '../../../src/pack/load-pack.js';
import { builtInPack } from '../../support/pack-files.js';

const packs = new Map<string, PackOutcome>();

/** A built-in pack, loaded once. */
function loaded(id: string): ReturnType<Sources['pack']> {
  const found = builtInPack(id);
  if (found === undefined) return undefined;
  const outcome = packs.get(id) ?? loadPack(found.files, found.name, builtInPack);
  packs.set(id, outcome);
  return { ...found, loaded: () => outcome };
}

export interface Written {
  readonly year?: number;
  readonly pack?: string;
  /** YAML flow map. */
  readonly agency?: string;
  /** Paragraphs by section (`s0` the lead-in); a text alone is that of section one. */
  readonly text: string | Readonly<Record<string, string>>;
  /** Last year's text, in the same form. */
  readonly previous?: Written;
  /** Further top-level lines of the data file. */
  readonly extra?: string;
}

export interface Opened {
  readonly diagnostics: readonly Diagnostic[];
  readonly source: string;
}

/** Opens a report and gives what was found under one code; everything when no code is given. */
export function opened(written: Written, code?: string): Opened {
  const source = yamlOf(written);
  const files = new Map([['last.yaml', written.previous === undefined ? '' : yamlOf(written.previous)]]);
  const sources: Sources = {
    pack: loaded,
    profile: () => undefined,
    previous: (path) => ({ name: path, bytes: new TextEncoder().encode(files.get(path) ?? ''), sources }),
    image: () => undefined,
  };
  const { diagnostics } = openReport(new TextEncoder().encode(source), 'report.yaml', sources);
  return { source, diagnostics: diagnostics.filter((d) => code === undefined || d.code === code) };
}

/** The Chinese messages of one code on a text. */
export function messages(code: string, text: Written['text'], fields: Omit<Written, 'text'> = {}): readonly string[] {
  return opened({ ...fields, text }, code).diagnostics.map((d) => d.message.zh);
}

function yamlOf({ year = 2023, pack = 'cn-2021', agency, text, previous, extra }: Written): string {
  const sections = typeof text === 'string' ? { s1: text } : text;
  return [
    'nianbao: 1',
    `模板: ${pack}`,
    `年度: ${year}`,
    `单位: ${agency ?? '{名称: 青山县民政局, 类型: 部门, 层级: 县级}'}`,
    ...(previous === undefined ? [] : ['上年数据: last.yaml']),
    ...(extra === undefined ? [] : [extra]),
    ...(Object.keys(sections).length === 0 ? [] : ['sections:']),
    ...Object.entries(sections).flatMap(([id, body]) => [
      `  ${id}: |`,
      ...body.split('\n').map((line) => (line === '' ? '' : `    ${line}`)),
    ]),
    '',
  ].join('\n');
}
