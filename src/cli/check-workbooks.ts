/**
 * `check FILE… --format xlsx -o DIR|FILE.xlsx`: the result of each file as a workbook that can be sent back, and for several
 * files one that lists them. Nothing that was given to be checked is ever written over.
 */
import { resolve, join } from 'node:path';
import { safeFileName } from '../compose/file-name.js';
import { countDiagnostics } from '../diagnostic/count.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import { isFolder, writeWhole } from '../env.js';
import { verdictText } from '../result/levels.js';
import { baseName, resultSubject, type ResultSubject } from '../result/subject.js';
import { summaryWorkbook, type SummaryEntry } from '../result/summary.js';
import { resultName, resultWorkbook } from '../result/workbook.js';
import type { Workbook } from '../sheet/model.js';
import { writeXlsx } from '../sheet/write-xlsx.js';
import { failureMessage } from './write-failure.js';
import type { CheckOptions } from './check.js';
import type { InputFile } from './inputs.js';
import { openInput, unreadableMessage } from './open.js';
import { EXIT, type Terminal } from './terminal.js';

const SUFFIX = '（核对结果）';
const SUMMARY = '核对结果汇总.xlsx';

/** An input with what its check gave; without subject it could not be read. */
interface Checked {
  readonly path: string;
  readonly subject?: ResultSubject;
}

/** Exit codes are those of `check`. */
export async function checkWorkbooks(
  inputs: readonly InputFile[],
  output: string,
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const say = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  const isFile = /\.xlsx$/iu.test(output) && !isFolder(output);
  if (isFile && inputs.length > 1) {
    terminal.error(
      say(
        `核对 ${inputs.length} 个文件时，-o 要写一个文件夹，每个文件的结果写成一个工作簿。\n`,
        `With ${inputs.length} files, -o must be a folder.\n`,
      ),
    );
    return EXIT.usage;
  }
  const checked = inputs.map((input): Checked => {
    const { path, outcome } = openInput(input, options);
    return outcome === undefined ? { path } : { path, subject: resultSubject(path, outcome) };
  });
  const names = isFile ? checked.map(() => output) : resultNames(checked).map((name) => join(output, name));
  const entries = checked.map(({ path, subject }, index): SummaryEntry => {
    const name = names[index] ?? '';
    return { fileName: baseName(path), ...(subject === undefined ? {} : { subject, result: baseName(name) }) };
  });
  const summary = inputs.length > 1 ? join(output, SUMMARY) : undefined;
  const taken = new Set(inputs.map(({ path }) => resolve(path).toLowerCase()));
  const overInput = [...names, ...(summary === undefined ? [] : [summary])].find((name) =>
    taken.has(resolve(name).toLowerCase()),
  );
  if (overInput !== undefined) {
    terminal.error(
      say(
        `“${overInput}”就是要核对的文件，不能写在它上面。请换一个文件名或文件夹。\n`,
        `"${overInput}" is a file to be checked and is not written over.\n`,
      ),
    );
    return EXIT.usage;
  }
  let code: number = EXIT.clean;
  for (const [index, { path, subject }] of checked.entries()) {
    if (subject === undefined) {
      terminal.error(unreadableMessage(path, options.lang));
      code = EXIT.usage;
      continue;
    }
    terminal.out(verdictLine(path, subject, options.lang));
    if (hasErrors(subject.diagnostics)) code = Math.max(code, EXIT.errors);
    code = Math.max(code, await put(names[index] ?? '', resultWorkbook(subject), options, terminal));
  }
  if (summary !== undefined) code = Math.max(code, await put(summary, summaryWorkbook(entries), options, terminal));
  return code;
}

/** Names by report, a number added where two files are of one report. */
function resultNames(checked: readonly Checked[]): readonly string[] {
  const taken = new Set<string>([SUMMARY.toLowerCase()]);
  return checked.map(({ subject }) => {
    if (subject === undefined) return '';
    const wanted = resultName(subject);
    for (let count = 1; ; count++) {
      const name = `${safeFileName(wanted, count === 1 ? SUFFIX : `${SUFFIX}${count}`)}.xlsx`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

function verdictLine(path: string, { diagnostics }: ResultSubject, lang: CheckOptions['lang']): string {
  const counts = countDiagnostics(diagnostics);
  if (lang === 'zh') return `${path}　${verdictText(counts)}\n`;
  return `${path}: ${counts.error === 0 ? 'passed' : 'failed'}, ${counts.error} error(s), ${counts.warning} warning(s)\n`;
}

async function put(path: string, workbook: Workbook, options: CheckOptions, terminal: Terminal): Promise<number> {
  const failure = await writeWhole(path, await writeXlsx(workbook));
  if (failure !== undefined) {
    terminal.error(failureMessage(failure, options.lang));
    return EXIT.usage;
  }
  terminal.out(options.lang === 'zh' ? `已生成：${path}\n` : `Written: ${path}\n`);
  return EXIT.clean;
}
