/** `new`: this year's data file from last year's. */
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { renderText } from '../diagnostic/render-text.js';
import { hasErrors, type Diagnostic } from '../diagnostic/diagnostic.js';
import { builtInPack, builtInPackIds, builtInProfile, isFolder, isWithin, readBytes } from '../env.js';
import { pathProblem } from '../data/paths.js';
import type { TemplatePack } from '../pack/types.js';
import { openPack, openReport, type OpenReport } from '../pipeline.js';
import { packIsAbstract } from '../pipeline-findings.js';
import { choosePack } from '../renew/choose-pack.js';
import { differentYears, noForm } from '../renew/findings.js';
import { renew } from '../renew/renew.js';
import type { LastYear, Renewed } from '../renew/types.js';
import { schemaFileName, schemaLine, schemaText } from '../schema/schema.js';
import { writeNew } from './init.js';
import { inputFiles } from './inputs.js';
import { unreadableMessage } from './open.js';
import { diskSources, namedPack } from './sources.js';
import { EXIT, type MessageLanguage, type Terminal } from './terminal.js';

export interface NewOptions {
  /** Last year's data file, or those of all predecessors; a folder stands for the one report in it. */
  readonly from: readonly string[];
  readonly pack?: string;
  readonly year?: string;
  readonly agency?: string;
  readonly lang: MessageLanguage;
}

/** Why nothing was written, as it is printed. */
interface Stop {
  readonly stop: string;
}

/** `new FILE --from LAST…`: writes FILE (or FILE/report.yaml); an existing file is never overwritten. */
export async function newCommand(target: string, options: NewOptions, terminal: Terminal): Promise<number> {
  const path = dataFilePath(target);
  const made = path === undefined ? noDataFile(target, options) : renewedFile(path, options);
  const stopped = 'stop' in made ? made : await written(made, options);
  if (stopped !== undefined) {
    terminal.error(stopped.stop);
    return EXIT.usage;
  }
  if ('text' in made) terminal.out(made.text);
  return EXIT.clean;
}

/** The files to write, the data file last, and what to say once they are written. */
interface Made {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly text: string;
}

function renewedFile(path: string, options: NewOptions): Stop | Made {
  const opened = openLast(path, options);
  if ('stop' in opened) return opened;
  const { last, notes } = opened;
  const form = formOf(last, options);
  if ('stop' in form) return form;
  const { pack, year } = form;
  const schema = schemaBeside(path, pack);
  const renewed = renew(last, pack, {
    year,
    ...(options.agency === undefined ? {} : { agency: options.agency }),
    ...(schema === undefined ? {} : { firstLine: schemaLine() }),
    ...packReference(pack, last, path, options),
  });
  const data = { path, bytes: new TextEncoder().encode(renewed.text) };
  const all = [...notes, ...outsideNotes(pack, last, path, options), ...told(renewed, options)];
  return { files: schema === undefined ? [data] : [schema, data], text: report(path, year, all, options) };
}

/** Opens last year's reports; their own findings belong to their own check, only the errors are counted. */
function openLast(
  path: string,
  options: NewOptions,
): Stop | { readonly last: readonly LastYear[]; readonly notes: readonly string[] } {
  const last: LastYear[] = [];
  const notes: string[] = [];
  for (const from of options.from) {
    const inputs = inputFiles([from]);
    const [input] = inputs;
    if (input === undefined || inputs.length > 1) return notOneReport(from, inputs.length, options);
    if (input.bytes === undefined) return { stop: unreadableMessage(input.path, options.lang) };
    const outcome = openReport(input.bytes, input.path, diskSources(input.path));
    if (outcome.value === undefined) return stopFor(outcome.diagnostics, options, outcome.sources);
    if (hasErrors(outcome.diagnostics)) notes.push(withErrors(input.path, options));
    last.push(lastYearOf(outcome.value, input.path, path));
  }
  const wrong = differentYears(last);
  return wrong.length === 0
    ? { last, notes }
    : stopFor(wrong, options, new Map(last.map(({ name, data }) => [name, data.source])));
}

function formOf(
  last: readonly LastYear[],
  options: NewOptions,
): Stop | { readonly pack: TemplatePack; readonly year: number } {
  const lastYear = last[0]?.data.year.value ?? 0;
  const year = options.year === undefined ? lastYear + 1 : Number(options.year);
  if (!Number.isInteger(year) || year < 2008 || year > 2100) return noYear(options.year ?? String(year), options);
  const pack = packFor(last, year, options);
  if (!('chain' in pack)) return stopFor(pack.diagnostics, options);
  return pack.abstract === true ? stopFor([packIsAbstract(pack)], options) : { pack, year };
}

async function written({ files }: Made, { lang }: NewOptions): Promise<Stop | undefined> {
  const failure = await writeNew(files);
  if (failure === undefined) return undefined;
  const { path, detail, reason } = failure;
  if (reason === 'exists')
    return {
      stop:
        lang === 'zh' ? `“${path}”已经存在，没有改动。请换一个文件名。\n` : `"${path}" exists and was left alone.\n`,
    };
  return { stop: lang === 'zh' ? `写不了“${path}”（${detail}）。\n` : `Could not write "${path}" (${detail}).\n` };
}

function stopFor(
  diagnostics: readonly Diagnostic[],
  { lang }: NewOptions,
  sources: OpenReport['sources'] = new Map(),
): Stop {
  return { stop: renderText(diagnostics, sources, { lang, verdict: false }) };
}

function noDataFile(target: string, { lang }: NewOptions): Stop {
  return {
    stop:
      lang === 'zh' ? `“${target}”应是 .yaml 文件或者文件夹。\n` : `"${target}" should be a .yaml file or a folder.\n`,
  };
}

function notOneReport(folder: string, count: number, { lang }: NewOptions): Stop {
  const zh = count === 0 ? '里没有年报的数据文件' : `里有 ${count} 个数据文件，请连文件名一起写`;
  return {
    stop: lang === 'zh' ? `文件夹“${folder}”${zh}。\n` : `"${folder}" holds ${count} reports; name one of them.\n`,
  };
}

function noYear(typed: string, { lang }: NewOptions): Stop {
  return { stop: lang === 'zh' ? `“${typed}”不是年度，请写四位数字，如 2025。\n` : `"${typed}" is not a year.\n` };
}

function withErrors(path: string, { lang }: NewOptions): string {
  return lang === 'zh'
    ? `“${path}”检查有错误，带过来的内容请核对。`
    : `"${path}" has errors; look at what was taken over.`;
}

/** FILE itself, or report.yaml in a folder; undefined for a file that is no YAML file. */
function dataFilePath(target: string): string | undefined {
  if (isFolder(target) || /[/\\]$/u.test(target) || extname(target) === '') return join(target, 'report.yaml');
  return /\.ya?ml$/iu.test(target) ? target : undefined;
}

function lastYearOf({ file, data, figures, pack, profile }: OpenReport, name: string, newFile: string): LastYear {
  const reference = slashed(relative(resolve(dirname(newFile)), resolve(name)));
  const usable = pathProblem(reference, true) === undefined;
  const named = data.profile?.value;
  const inPlace =
    named !== undefined &&
    (builtInProfile(named) !== undefined || resolve(dirname(name)) === resolve(dirname(newFile)));
  const next = data.year.value + 1;
  const holds =
    profile !== undefined && next >= profile.years.from && (profile.years.until ?? Number.POSITIVE_INFINITY) >= next;
  return {
    data,
    figures,
    pack,
    adjust: [],
    name,
    ...(file.pack === undefined ? {} : { packReference: file.pack.value }),
    ...(usable ? { reference } : {}),
    ...(named === undefined ? {} : inPlace && holds ? { profile: named } : { oldProfile: named }),
  };
}

/** The form asked for, or the one that follows last year's. */
function packFor(
  last: readonly LastYear[],
  year: number,
  { pack: wanted }: NewOptions,
): TemplatePack | { readonly diagnostics: readonly Diagnostic[] } {
  if (wanted !== undefined) {
    const { value, diagnostics } = openPack(wanted, diskSources('report.yaml', { pack: wanted }));
    return value ?? { diagnostics };
  }
  const [first] = last;
  const own = first === undefined ? undefined : choosePack(first.pack, [], year);
  if (own !== undefined && 'pack' in own) return own.pack;
  const known = builtInPackIds().flatMap((id) => {
    const sources = diskSources('report.yaml');
    const { value } = openPack(id, { ...sources, pack: (reference, from) => namedPack(reference, from ?? '.') });
    return value === undefined ? [] : [value];
  });
  const choice = first === undefined ? { candidates: [] } : choosePack(first.pack, known, year);
  return 'pack' in choice ? choice.pack : { diagnostics: [noForm(choice.candidates, year)] };
}

/** An outside pack by its path below the new file's folder; as last year's file wrote it where it lies elsewhere. */
function packReference(
  pack: TemplatePack,
  last: readonly LastYear[],
  path: string,
  { pack: wanted }: NewOptions,
): { readonly reference?: string } {
  const folder = outsideFolder(pack, last, wanted);
  if (folder === undefined) return {};
  const below = slashed(relative(resolve(dirname(path)), folder));
  return { reference: below === '' || below.startsWith('..') ? `./${basename(folder)}` : `./${below}` };
}

/** Folder of a pack that is not the program's own. */
function outsideFolder(pack: TemplatePack, last: readonly LastYear[], wanted: string | undefined): string | undefined {
  if (builtInPack(pack.id) !== undefined) return undefined;
  if (wanted !== undefined) return resolve(wanted);
  const [first] = last;
  return first?.packReference === undefined ? undefined : resolve(dirname(first.name), first.packReference);
}

function outsideNotes(
  pack: TemplatePack,
  last: readonly LastYear[],
  path: string,
  options: NewOptions,
): readonly string[] {
  const folder = outsideFolder(pack, last, options.pack);
  if (folder === undefined || isWithin(resolve(dirname(path)), folder)) return [];
  return [
    options.lang === 'zh'
      ? `请把模板文件夹“${basename(folder)}”复制到新文件旁边。`
      : `Copy the pack folder "${basename(folder)}" beside the new file.`,
  ];
}

/** The schema for editors, unless another one lies there. */
function schemaBeside(
  path: string,
  pack: TemplatePack,
): { readonly path: string; readonly bytes: Uint8Array } | undefined {
  const file = join(dirname(path), schemaFileName);
  const bytes = new TextEncoder().encode(schemaText(pack));
  if (!existsSync(file)) return { path: file, bytes };
  const there = readBytes(file);
  return there !== undefined && Buffer.compare(there, bytes) === 0 ? { path: file, bytes } : undefined;
}

function told({ notes }: Renewed, { lang }: NewOptions): readonly string[] {
  return notes.map((note) => note[lang]);
}

function report(path: string, year: number, notes: readonly string[], { lang }: NewOptions): string {
  const head = lang === 'zh' ? `已新建 ${year} 年的数据文件：${path}\n` : `Written for ${year}: ${path}\n`;
  const list = notes.map((note) => `- ${note.replaceAll('\n', '\n  ')}\n`).join('');
  const foot =
    lang === 'zh'
      ? `请用记事本等文本编辑器打开，照着说明填写，然后运行：nianbao check ${path}\n`
      : `Fill it in with a text editor, then run: nianbao check ${path}\n`;
  return head + list + foot;
}

function slashed(path: string): string {
  return path.split(sep).join('/');
}
