/**
 * `file`: makes the filing of one report as a folder or a zip. Everything is made in memory first; with an unwaived error
 * nothing is written, and a filing that is there is never overwritten.
 */
import { dirname, resolve } from 'node:path';
import { canonicalZip } from '../archive/zip-write.js';
import { sm3 } from '../bytes/sm3.js';
import { renderText } from '../diagnostic/render-text.js';
import { generatorName, isFree, readInside, writeFolderWhole, writeWhole } from '../env.js';
import { makeFiling, type FilingFile, type FilingInputs } from '../filing/filing.js';
import { sha256 } from '../pack/sha256.js';
import { outputFormats } from '../output/outputs.js';
import type { OpenOutcome } from '../pipeline.js';
import { failureMessage } from './write-failure.js';
import { chosenFonts, noFontFolderMessage } from './font-choice.js';
import { inputFiles } from './inputs.js';
import type { CommonOptions } from './main.js';
import { openInput, renderFindings, unreadableMessage } from './open.js';
import { EXIT, type Terminal } from './terminal.js';

export interface FileOptions extends CommonOptions {
  readonly output: string;
  readonly formats?: string;
  readonly embed: boolean;
  readonly fonts: string;
  readonly to?: string;
  readonly indexNumber?: string;
}

export async function fileCommand(path: string, options: FileOptions, terminal: Terminal): Promise<number> {
  const request = filingRequest(path, options, terminal);
  if (typeof request === 'number') return request;
  const { outcome, inputs } = request;
  const filing = await makeFiling(outcome, inputs);
  terminal.out(renderFindings({ ...outcome, diagnostics: filing.diagnostics }, options.lang, terminal));
  if (filing.value === undefined) {
    terminal.out(
      options.lang === 'zh'
        ? '没有制作报送件。请先改正上面的错误。\n'
        : 'No filing was made. Correct the errors above.\n',
    );
    return EXIT.errors;
  }
  return writeFiling(filing.value, options, terminal);
}

/** A data file opened as for a filing, with everything else a filing is made of. */
export interface FilingRequest {
  readonly outcome: OpenOutcome;
  readonly inputs: FilingInputs;
}

/** What is to be filed, or the exit code after saying why it cannot be. */
export function filingRequest(path: string, options: FileOptions, terminal: Terminal): FilingRequest | number {
  const wrongUse = (zh: string, en: string): number => {
    terminal.error(options.lang === 'zh' ? zh : en);
    return EXIT.usage;
  };
  const formats = chosenFormats(options.formats);
  if (formats.length === 0) return wrongUse('没有写公开文件的格式。\n', 'No format of published files was named.\n');
  const unknown = formats.find((format) => !outputFormats.includes(format));
  if (unknown !== undefined) {
    return wrongUse(
      `没有“${unknown}”这种输出格式，可用：${outputFormats.join('、')}。\n`,
      `No format "${unknown}"; there are ${outputFormats.join(', ')}.\n`,
    );
  }
  if (!isFree(options.output)) return alreadyThere(options, terminal);
  const [input, ...others] = inputFiles([path]);
  if (input === undefined || others.length > 0) {
    return wrongUse(
      `“${path}”里${input === undefined ? '没有年报数据文件' : '有几个年报数据文件'}；一次报送一份，请写明数据文件。\n`,
      `"${path}" holds ${input === undefined ? 'no data file' : 'several data files'}; name the one to file.\n`,
    );
  }
  const fonts = chosenFonts(options.fonts);
  if (fonts === undefined)
    return wrongUse(noFontFolderMessage(options.fonts, 'zh'), noFontFolderMessage(options.fonts, 'en'));
  if (fonts.value === undefined) {
    terminal.error(renderText(fonts.diagnostics, new Map(), { lang: options.lang }));
    return EXIT.usage;
  }
  if (fonts.diagnostics.length > 0) {
    terminal.out(renderText(fonts.diagnostics, new Map(), { lang: options.lang, verdict: false }));
  }
  const { outcome } = openInput(input, { ...options, strict: true });
  if (outcome === undefined || input.bytes === undefined) {
    terminal.error(unreadableMessage(input.path, options.lang));
    return EXIT.usage;
  }
  if (outcome.value?.file.encoding === 'xlsx') {
    return wrongUse(
      `“${input.path}”是 Excel 填报表，不能直接报送。请先放进数据文件：nianbao take ${input.path} report.yaml\n`,
      `"${input.path}" is a form; put it into a data file first: nianbao take ${input.path} report.yaml\n`,
    );
  }
  const folder = dirname(resolve(input.path));
  return {
    outcome,
    inputs: {
      formats,
      env: { fonts: fonts.value, generator: generatorName() },
      embed: options.embed,
      dataFile: { name: input.path, bytes: input.bytes },
      attachment: (reference) => readInside(folder, reference),
      ...(options.to === undefined ? {} : { addressee: options.to }),
      ...(options.indexNumber === undefined ? {} : { indexNumber: options.indexNumber }),
    },
  };
}

/** Writes a filing whole or not at all, as a folder or a zip, and says what was written. */
export async function writeFiling(
  files: readonly FilingFile[],
  options: Pick<FileOptions, 'output' | 'lang'>,
  terminal: Terminal,
): Promise<number> {
  const say = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  const failure = isZip(options.output)
    ? await writeWhole(options.output, canonicalZip(files.map(({ path, bytes }) => [path, bytes])), true)
    : await writeFolderWhole(options.output, files);
  if (failure?.reason === 'exists') return alreadyThere(options, terminal);
  if (failure !== undefined) {
    terminal.error(failureMessage(failure, options.lang));
    return EXIT.usage;
  }
  terminal.out(say(`已制作报送件：${options.output}\n`, `Filing made: ${options.output}\n`));
  for (const { path } of files) terminal.out(`  ${path}\n`);
  const manifest = files.at(-1);
  if (manifest !== undefined) {
    terminal.out(say('清单的校验值（可登记在纸质件上）：\n', 'Hashes of the manifest, for the paper register:\n'));
    terminal.out(`  SHA-256  ${sha256([manifest.bytes])}\n  SM3      ${sm3(manifest.bytes)}\n`);
  }
  return EXIT.clean;
}

function alreadyThere({ output, lang }: Pick<FileOptions, 'output' | 'lang'>, terminal: Terminal): number {
  terminal.error(
    lang === 'zh'
      ? `“${output}”已经存在，没有覆盖：报送过的不能改写。要更正已报送的报告，用 nianbao correct；要另做一份，请换一个名称。\n`
      : `"${output}" is there and was not overwritten: what was filed is never rewritten. Use nianbao correct to correct a filed report, or choose another name.\n`,
  );
  return EXIT.usage;
}

function isZip(path: string): boolean {
  return /\.zip$/iu.test(path);
}

/** The formats asked for, or all there are. */
function chosenFormats(list: string | undefined): readonly string[] {
  if (list === undefined) return outputFormats;
  const asked = list
    .toLowerCase()
    .split(/[,，、\s]+/u)
    .filter((format) => format !== '');
  return [...new Set(asked)];
}
