/**
 * `fix FILE…`: shows what is certain as a diff and what a person must decide; `--write` writes the file. Each file is written
 * whole or not at all, in its own encoding; what is not a slip stays byte for byte.
 */
import { renderText } from '../diagnostic/render-text.js';
import { unifiedDiff } from '../edit/diff.js';
import { isLink, writeWhole } from '../env.js';
import { fixReport, type Fix, type FixResult } from '../fix/fix.js';
import { failureMessage } from './write-failure.js';
import { inputFiles, type InputFile } from './inputs.js';
import type { CommonOptions } from './main.js';
import { unreadableMessage } from './open.js';
import { paint } from './paint.js';
import { diskSources } from './sources.js';
import { EXIT, type MessageLanguage, type Terminal } from './terminal.js';

export interface FixOptions extends CommonOptions {
  readonly write?: boolean;
}

/** Exit code: 0 = nothing is left to do; 1 = something is to be decided, or a change is shown and not written; 2 = unreadable. */
export async function fixCommand(paths: readonly string[], options: FixOptions, terminal: Terminal): Promise<number> {
  const inputs = inputFiles(paths);
  if (inputs.length === 0) {
    terminal.error(options.lang === 'zh' ? '这里没有年报数据文件。\n' : 'No data files here.\n');
    return EXIT.usage;
  }
  let code: number = EXIT.clean;
  for (const input of inputs) {
    if (inputs.length > 1) terminal.out(`== ${input.path}\n`);
    code = Math.max(code, await fixOne(input, options, terminal));
  }
  return code;
}

async function fixOne(input: InputFile, options: FixOptions, terminal: Terminal): Promise<number> {
  const { lang } = options;
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  if (input.bytes === undefined) {
    terminal.error(unreadableMessage(input.path, lang));
    return EXIT.usage;
  }
  const outcome = fixReport(input.bytes, input.path, diskSources(input.path, options), {
    ...(options.pack === undefined ? {} : { pack: options.pack }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.previous === undefined ? {} : { previous: options.previous }),
  });
  const colour = terminal.colour ? { color: paint } : {};
  const result = outcome.value;
  if (result === undefined) {
    terminal.error(renderText(outcome.diagnostics, outcome.sources, { lang, verdict: false, ...colour }));
    return EXIT.usage;
  }
  const changed = result.splices.length > 0;
  if (!changed && result.asked.length === 0) {
    terminal.out(say('没有需要修的地方。\n', 'Nothing to put right.\n'));
    return EXIT.clean;
  }
  if (changed) {
    const done = options.write === true ? await written(input, result, lang, terminal) : proposed(input, result, lang);
    if (done === undefined) return EXIT.usage;
    terminal.out(done);
  }
  if (result.asked.length > 0) {
    terminal.out(`${changed ? '\n' : ''}${askedHead(result, lang)}\n\n`);
    terminal.out(renderText(result.asked, result.sources, { lang, verdict: false, ...colour }));
  }
  terminal.out(
    result.readable
      ? say('\n改好以后，用 nianbao check 核对数字。\n', '\nThen check the figures with nianbao check.\n')
      : say(
          '\n这几处改好以前，文件还读不出来；改好后请再运行一次 nianbao fix，数字的写法那时才看得到。\n',
          '\nUntil these are settled the file cannot be read; run nianbao fix again then, to see to its figures.\n',
        ),
  );
  return result.asked.length > 0 || (changed && options.write !== true) ? EXIT.errors : EXIT.clean;
}

/** What would be changed; nothing is written. */
function proposed(input: InputFile, result: FixResult, lang: MessageLanguage): string {
  const count = result.splices.length;
  const head =
    lang === 'zh'
      ? `有把握的改动 ${count} 行（还没有写入文件；确认后加 --write 写入）：\n`
      : `${count} line(s) can be put right (nothing is written yet; --write writes them):\n`;
  return `${head}${fixList(result.applied, lang)}\n${diffText(input, result, lang)}`;
}

/** Writes the file and tells what was changed; undefined when it could not be written. */
async function written(
  input: InputFile,
  result: FixResult,
  lang: MessageLanguage,
  terminal: Terminal,
): Promise<string | undefined> {
  // Renaming a new file over a link would leave the clerk's own file as it was.
  if (isLink(input.path)) {
    terminal.error(
      lang === 'zh'
        ? `“${input.path}”是一个链接，没有改动。请直接写原文件的路径。\n`
        : `"${input.path}" is a link and was left alone; name the file itself.\n`,
    );
    return undefined;
  }
  const failure = await writeWhole(input.path, result.bytes);
  if (failure !== undefined) {
    terminal.error(failureMessage(failure, lang));
    return undefined;
  }
  const count = result.splices.length;
  const head = lang === 'zh' ? `已改好 ${count} 行：${input.path}\n` : `${count} line(s) put right: ${input.path}\n`;
  return `${head}${fixList(result.applied, lang)}\n${diffText(input, result, lang)}`;
}

/** More fixes than this are one habit; the diff shows them all. */
const MOST_LISTED = 30;

function fixList(applied: readonly Fix[], lang: MessageLanguage): string {
  const shown = applied
    .slice(0, MOST_LISTED)
    .map(({ line, message }) =>
      lang === 'zh' ? `  第 ${line} 行：${message.zh}\n` : `  line ${line}: ${message.en}\n`,
    );
  const more = applied.length - shown.length;
  const rest = more === 0 ? '' : lang === 'zh' ? `  ……还有 ${more} 处\n` : `  … and ${more} more\n`;
  return shown.join('') + rest;
}

function diffText(input: InputFile, result: FixResult, lang: MessageLanguage): string {
  const diff = unifiedDiff(input.path, result.before, result.text, lang);
  if (diff !== undefined) return diff;
  return lang === 'zh' ? '改动太多，不逐行列出。\n' : 'There are too many changes to list them.\n';
}

function askedHead(result: FixResult, lang: MessageLanguage): string {
  const count = result.asked.length;
  return lang === 'zh'
    ? `还有 ${count} 处要由您决定，程序不替您改：`
    : `${count} finding(s) are for you to decide and are not changed:`;
}
