/**
 * `review FILE… -o DIR`: a Word file for the office's own eyes, with every finding of the check as a comment on the place it
 * speaks of. Errors do not stop it, since they are what it is for.
 */
import { join } from 'node:path';
import { hasErrors } from '../diagnostic/diagnostic.js';
import { renderText } from '../diagnostic/render-text.js';
import { generatorName, writeWhole } from '../env.js';
import type { FontSet } from '../fonts/fonts.js';
import { reviewCopy, type ReviewCopy } from '../review/review.js';
import { writerOf } from '../write/registry.js';
import { nameClash } from './name-clash.js';
import { failureMessage } from './write-failure.js';
import { chosenFonts } from './font-choice.js';
import { inputFiles } from './inputs.js';
import type { CommonOptions } from './main.js';
import { openInput, renderFindings, unreadableMessage, type OpenedInput } from './open.js';
import { EXIT, type Terminal } from './terminal.js';

export interface ReviewOptions extends CommonOptions {
  readonly output: string;
  readonly strict?: boolean;
}

/** Exit codes are those of `check`; 1 too when no report could be made, then nothing is written for that file. */
export async function reviewCommand(
  paths: readonly string[],
  options: ReviewOptions,
  terminal: Terminal,
): Promise<number> {
  const say = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  const inputs = inputFiles(paths);
  if (inputs.length === 0) {
    terminal.error(say('这里没有年报数据文件。\n', 'No data files here.\n'));
    return EXIT.usage;
  }
  // Opened as drafts for the mark on the pages; a report without errors loses it again.
  const opened = inputs.map((input) => openInput(input, { ...options, draft: true }));
  const clash = nameClash(opened);
  if (clash !== undefined) {
    terminal.error(
      say(
        `“${clash[0]}”与“${clash[1]}”会生成同名的审阅稿，没有写任何文件。请核对单位名称和年度，或分开生成到不同文件夹。\n`,
        `"${clash[0]}" and "${clash[1]}" would give a review copy of one name; nothing was written.\n`,
      ),
    );
    return EXIT.usage;
  }
  const fonts = chosenFonts('built-in');
  if (fonts?.value === undefined) {
    terminal.error(renderText(fonts?.diagnostics ?? [], new Map(), { lang: options.lang }));
    return EXIT.usage;
  }
  let code: number = EXIT.clean;
  for (const input of opened) {
    if (inputs.length > 1) terminal.out(`== ${input.path}\n`);
    code = Math.max(code, await reviewOne(input, fonts.value, options, terminal));
  }
  return code;
}

async function reviewOne(
  { path, outcome }: OpenedInput,
  fonts: FontSet,
  options: ReviewOptions,
  terminal: Terminal,
): Promise<number> {
  const say = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  if (outcome === undefined) {
    terminal.error(unreadableMessage(path, options.lang));
    return EXIT.usage;
  }
  terminal.out(renderFindings(outcome, options.lang, terminal));
  const open = outcome.value;
  const writer = writerOf('docx');
  if (open?.report === undefined || writer === undefined) {
    terminal.out(
      say(
        '数据文件还读不成一份报告，没有地方可以写批注，没有生成审阅稿。请先改正上面的错误。\n',
        'The data file cannot be read as a report yet, so there is nothing to comment on; no review copy was written. Correct the errors above.\n',
      ),
    );
    return EXIT.errors;
  }
  const errors = hasErrors(outcome.diagnostics);
  const { draftMark, ...meta } = open.report.meta;
  const report = errors && draftMark !== undefined ? open.report : { ...open.report, meta };
  const copy: ReviewCopy = reviewCopy({ ...open, report, diagnostics: outcome.diagnostics }, options.lang);
  const written = await writer.write(copy.report, open.pack.style, {
    fonts,
    generator: generatorName(),
    review: copy.review,
  });
  if (written.diagnostics.length > 0) {
    terminal.out(renderText(written.diagnostics, outcome.sources, { lang: options.lang, verdict: false }));
  }
  if (written.value === undefined) return EXIT.errors;
  const target = join(options.output, `${copy.report.meta.fileName}.${writer.extension}`);
  const failure = await writeWhole(target, written.value);
  if (failure !== undefined) {
    terminal.error(failureMessage(failure, options.lang));
    return EXIT.usage;
  }
  terminal.out(say(`已生成审阅稿：${target}\n`, `Review copy written: ${target}\n`));
  return errors ? EXIT.errors : EXIT.clean;
}
