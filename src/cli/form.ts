/** `form FILE|PACK -o FORM.xlsx`: the statutory tables as an Excel form, filled from a data file or empty. */
import { countDiagnostics } from '../diagnostic/count.js';
import { renderText } from '../diagnostic/render-text.js';
import { isFolder, readBytes, writeWhole } from '../env.js';
import { blankReport } from '../form/blank-report.js';
import { formWorkbook } from '../form/write-form.js';
import { openPack } from '../pipeline.js';
import type { Workbook } from '../sheet/model.js';
import { writeXlsx } from '../sheet/write-xlsx.js';
import type { CommonOptions } from './main.js';
import { openInput, renderFindings } from './open.js';
import { diskSources } from './sources.js';
import { EXIT, type MessageLanguage, type Terminal } from './terminal.js';
import { reportYear } from './year.js';

export interface FormCommandOptions extends CommonOptions {
  readonly output: string;
  readonly year?: string;
}

/** Writes a form; an existing file is never overwritten, since it may be filled in. */
export async function formCommand(subject: string, options: FormCommandOptions, terminal: Terminal): Promise<number> {
  const say = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  if (!/\.xlsx$/iu.test(options.output)) {
    terminal.error(say('输出文件名要以 .xlsx 结尾。\n', 'The name of the output must end in .xlsx.\n'));
    return EXIT.usage;
  }
  const bytes = isFolder(subject) ? undefined : readBytes(subject);
  const workbook =
    bytes === undefined ? formOfPack(subject, options, terminal) : formOfFile(subject, bytes, options, terminal);
  if (workbook === undefined) return EXIT.usage;
  const failure = await writeWhole(options.output, await writeXlsx(workbook), true);
  if (failure?.reason === 'exists') {
    terminal.error(
      say(
        `“${options.output}”已经存在，里面可能有填好的数，没有改动。请换一个文件名。\n`,
        `"${options.output}" exists, may be filled in, and was left alone.\n`,
      ),
    );
    return EXIT.usage;
  }
  if (failure !== undefined) {
    terminal.error(
      say(
        `写不了“${options.output}”（${failure.detail}）。\n`,
        `Could not write "${options.output}" (${failure.detail}).\n`,
      ),
    );
    return EXIT.usage;
  }
  terminal.out(
    say(
      `已生成：${options.output}\n用 WPS 表格或 Excel 打开，照“填表说明”填好，保存后检查：nianbao check ${options.output}\n`,
      `Written: ${options.output}\n`,
    ),
  );
  return EXIT.clean;
}

function formOfFile(
  path: string,
  bytes: Uint8Array,
  options: FormCommandOptions,
  terminal: Terminal,
): Workbook | undefined {
  const { outcome } = openInput({ path, bytes }, options);
  const open = outcome?.value;
  if (outcome === undefined || open?.report === undefined) {
    if (outcome !== undefined) terminal.error(renderFindings(outcome, options.lang, terminal));
    return undefined;
  }
  const { error } = countDiagnostics(outcome.diagnostics);
  if (error > 0) {
    terminal.out(
      options.lang === 'zh'
        ? `注意：数据文件有 ${error} 个错误（用 nianbao check 查看），读不出的数在表里空着。\n`
        : `Note: the data file has ${error} error(s); what could not be read is empty in the form.\n`,
    );
  }
  return formWorkbook(open.report, open, { reference: options.pack ?? open.file.pack?.value ?? open.pack.id });
}

function formOfPack(reference: string, options: FormCommandOptions, terminal: Terminal): Workbook | undefined {
  const opened = openPack(reference, diskSources(options.output, { pack: reference }));
  const pack = opened.value;
  if (pack === undefined || pack.abstract === true) {
    terminal.error(notFound(reference, options.lang));
    if (opened.diagnostics.length > 0 && pack !== undefined)
      terminal.error(renderText(opened.diagnostics, opened.sources, { lang: options.lang, verdict: false }));
    return undefined;
  }
  const year = reportYear(options.year);
  if (year === undefined) {
    terminal.error(
      options.lang === 'zh'
        ? `“${options.year ?? ''}”不是年度，请写四位数字，如 2025。\n`
        : `"${options.year ?? ''}" is not a year.\n`,
    );
    return undefined;
  }
  const blank = blankReport(pack, year);
  return formWorkbook(blank.report, blank, { reference, openAgency: true });
}

function notFound(reference: string, lang: MessageLanguage): string {
  return lang === 'zh'
    ? `“${reference}”既不是数据文件，也不是模板的名称。自带的模板见 nianbao packs list。\n`
    : `"${reference}" is neither a data file nor a pack; see \`nianbao packs list\`.\n`;
}
