/** A data file as text, taken through the real stages up to the document tree. */
import { compose, type ComposeOptions } from '../../../src/compose/compose.js';
import { readData } from '../../../src/data/read.js';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { load } from '../../../src/load/load.js';
import { loadPack } from '../../../src/pack/load-pack.js';
import type { TemplatePack } from '../../../src/pack/types.js';
import type { Block, Report } from '../../../src/report/tree.js';
import { validate } from '../../../src/validate/validate.js';
import { builtInPack } from '../../support/pack-files.js';

export interface Composed {
  readonly report: Report;
  /** Of composing only. */
  readonly diagnostics: readonly Diagnostic[];
  readonly text: string;
}

const packs = new Map<string, TemplatePack>();

/** A built-in pack, loaded once. */
export function packNamed(id: string): TemplatePack {
  const known = packs.get(id);
  if (known !== undefined) return known;
  const files = builtInPack(id);
  const pack = files === undefined ? undefined : loadPack(files.files, files.name, builtInPack).value;
  if (pack === undefined) throw new Error(`no pack ${id}`);
  packs.set(id, pack);
  return pack;
}

/** Composes a data file; throws when an earlier stage gives no value, which is a mistake of the test. */
export function composeYaml(text: string, options: Partial<ComposeOptions> = {}): Composed {
  const loaded = load(new TextEncoder().encode(text), 'report.yaml');
  const file = loaded.value;
  if (file === undefined) throw new Error(JSON.stringify(loaded.diagnostics));
  const pack = packNamed(file.pack?.value ?? 'cn-2021');
  const read = readData(file, pack);
  if (read.value === undefined) throw new Error(JSON.stringify(read.diagnostics));
  const figures = validate(read.value, pack).value;
  if (figures === undefined) throw new Error('no figures');
  const composed = compose(read.value, figures, pack, { draft: false, images: () => undefined, ...options });
  if (composed.value === undefined) throw new Error('no report');
  return { report: composed.value, diagnostics: composed.diagnostics, text };
}

/** A data file of the 2021 form whose first section holds the text. */
export function dataFile(text: string, rest = ''): string {
  const lines = text.split('\n').map((line) => (line === '' ? '' : `    ${line}`));
  const block = ['  一、总体情况: |4-', ...lines].join('\n').replace('|4-', '|2-');
  return `nianbao: 1\n模板: cn-2021\n年度: 2023\n单位: 某市公积金中心\n章节:\n${block}\n${rest}`;
}

/** Blocks of the first section of a data file with that text, and the findings on it. */
export function composeSectionText(
  text: string,
  options: Partial<ComposeOptions> = {},
  rest = '',
): { readonly blocks: readonly Block[]; readonly diagnostics: readonly Diagnostic[]; readonly source: string } {
  const { report, diagnostics, text: source } = composeYaml(dataFile(text, rest), options);
  const start = report.children.findIndex((block) => block.type === 'heading' && block.id === 's1');
  const end = report.children.findIndex((block) => block.type === 'heading' && block.id === 's2');
  return { blocks: report.children.slice(start + 1, end), diagnostics, source };
}
