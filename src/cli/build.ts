/**
 * `build FILE… -o DIR`: opens every input first, so that two inputs with one output name are found before anything is
 * written; then makes all formats of a report in memory, then writes each file whole or not at all.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { hasErrors } from '../diagnostic/diagnostic.js';
import { renderText } from '../diagnostic/render-text.js';
import { generatorName, writeWhole } from '../env.js';
import type { OpenReport } from '../pipeline.js';
import { outputFormats, outputName, writeOutputs, type OutputOptions } from '../output/outputs.js';
import { chosenFonts, noFontFolderMessage, rolesNotReplaced } from './font-choice.js';
import { inputFiles } from './inputs.js';
import type { CommonOptions } from './main.js';
import { nameClash } from './name-clash.js';
import { openInput, renderFindings, unreadableMessage, type OpenedInput } from './open.js';
import { EXIT, type Terminal } from './terminal.js';
import { failureMessage } from './write-failure.js';

export interface BuildOptions extends CommonOptions {
  readonly output: string;
  readonly formats: string;
  /** Published files carry their public data; `--no-embed` leaves it out. */
  readonly embed: boolean;
  readonly verify?: boolean;
  readonly draft?: boolean;
  readonly fonts: string;
  readonly strictFonts?: boolean;
}

export async function buildCommand(
  paths: readonly string[],
  options: BuildOptions,
  terminal: Terminal,
): Promise<number> {
  const say = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  const formats = [
    ...new Set(
      options.formats
        .toLowerCase()
        .split(/[,，、\s]+/u)
        .filter((format) => format !== ''),
    ),
  ];
  const unknown = formats.find((format) => !outputFormats.includes(format));
  if (unknown !== undefined) {
    terminal.error(
      say(
        `没有“${unknown}”这种输出格式，可用：${outputFormats.join('、')}。\n`,
        `No format "${unknown}"; there are ${outputFormats.join(', ')}.\n`,
      ),
    );
    return EXIT.usage;
  }

  const inputs = inputFiles(paths);
  if (inputs.length === 0) {
    terminal.error(say('这里没有年报数据文件。\n', 'No data files here.\n'));
    return EXIT.usage;
  }
  const opened = inputs.map((input) => openInput(input, options));
  const clash = nameClash(opened);
  if (clash !== undefined) {
    terminal.error(
      say(
        `“${clash[0]}”与“${clash[1]}”会生成同名的报告，没有写任何文件。请核对单位名称和年度，或分开生成到不同文件夹。\n`,
        `"${clash[0]}" and "${clash[1]}" would give a report of one name; nothing was written.\n`,
      ),
    );
    return EXIT.usage;
  }

  const fonts = chosenFonts(options.fonts);
  if (fonts === undefined) {
    terminal.error(noFontFolderMessage(options.fonts, options.lang));
    return EXIT.usage;
  }
  if (fonts.value === undefined) {
    terminal.error(renderText(fonts.diagnostics, new Map(), { lang: options.lang }));
    return EXIT.usage;
  }
  if (fonts.diagnostics.length > 0) {
    terminal.out(renderText(fonts.diagnostics, new Map(), { lang: options.lang, verdict: false }));
  }
  const absent = options.strictFonts === true ? rolesNotReplaced(fonts.value) : [];
  if (absent.length > 0) {
    terminal.error(
      say(
        `没有找到这些字体：${absent.join('、')}，没有生成报告。装好字体，或去掉 --strict-fonts 改用内置字体。\n`,
        `These fonts were not found: ${absent.join(', ')}; nothing was built. Install them, or leave out --strict-fonts.\n`,
      ),
    );
    return EXIT.errors;
  }
  const output: OutputOptions = {
    formats,
    env: { fonts: fonts.value, generator: generatorName() },
    embed: options.embed,
    verify: options.verify === true,
    draft: options.draft === true,
  };

  let code: number = EXIT.clean;
  for (const input of opened) {
    if (inputs.length > 1) terminal.out(`== ${input.path}\n`);
    code = Math.max(code, await buildOne(input, output, options, terminal));
  }
  return code;
}

async function buildOne(
  input: OpenedInput,
  output: OutputOptions,
  options: BuildOptions,
  terminal: Terminal,
): Promise<number> {
  const say = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  const outcome = input.outcome;
  if (outcome === undefined) {
    terminal.error(unreadableMessage(input.path, options.lang));
    return EXIT.usage;
  }
  terminal.out(renderFindings(outcome, options.lang, terminal));
  const open = outcome.value;
  if (open?.file.encoding === 'xlsx') {
    terminal.error(
      say(
        `“${input.path}”是 Excel 填报表，只有统计表，没有正文，不能直接生成报告。请先放进数据文件：nianbao take ${input.path} report.yaml\n`,
        `"${input.path}" is a form with the tables only; put it into a data file first: nianbao take ${input.path} report.yaml\n`,
      ),
    );
    return EXIT.usage;
  }
  const stopped = (): number => {
    terminal.out(
      say(
        '没有生成报告。请先改正上面的错误；只想先看看样子，可加 --draft（每页标“草稿”）。\n',
        'No report was built. Correct the errors above; --draft builds a marked draft.\n',
      ),
    );
    olderOutputs(open, output.formats, options).forEach((path) =>
      terminal.out(
        say(
          `注意：“${path}”是以前生成的，未更新。\n`,
          `Note: "${path}" is from an earlier build and was not updated.\n`,
        ),
      ),
    );
    return EXIT.errors;
  };
  if (open?.report === undefined) return stopped();
  if (hasErrors(outcome.diagnostics) && options.draft !== true) return stopped();

  const written = await writeOutputs(open, output);
  if (written.diagnostics.length > 0) {
    terminal.out(renderText(written.diagnostics, outcome.sources, { lang: options.lang, verdict: false }));
  }
  if (written.value === undefined) return stopped();
  let code: number = EXIT.clean;
  for (const { name, bytes } of written.value) {
    const path = join(options.output, name);
    const failure = await writeWhole(path, bytes);
    if (failure === undefined) terminal.out(say(`已生成：${path}\n`, `Built: ${path}\n`));
    else {
      terminal.error(failureMessage(failure, options.lang));
      code = EXIT.usage;
    }
  }
  return code;
}

function olderOutputs(
  open: OpenReport | undefined,
  formats: readonly string[],
  options: BuildOptions,
): readonly string[] {
  if (open === undefined) return [];
  return formats
    .flatMap((format) => outputName(open, format) ?? [])
    .map((name) => join(options.output, name))
    .filter((path) => existsSync(path));
}
