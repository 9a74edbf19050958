import { hasErrors } from '../diagnostic/diagnostic.js';
import { jsonResult } from '../diagnostic/render-json.js';
import { inputFiles } from './inputs.js';
import type { CommonOptions } from './main.js';
import { openInput, renderFindings, unreadableMessage } from './open.js';
import { EXIT, type Terminal } from './terminal.js';

export interface CheckOptions extends CommonOptions {
  readonly format: string;
  readonly strict?: boolean;
  readonly waivers?: boolean;
  /** Where workbooks go: with the format `xlsx` only. */
  readonly output?: string;
}

/** `check FILE…`: every finding of every file; one bad file does not stop the rest. */
export async function checkCommand(
  paths: readonly string[],
  options: CheckOptions,
  terminal: Terminal,
): Promise<number> {
  const { output } = options;
  if ((options.format === 'xlsx') !== (output !== undefined)) {
    terminal.error(
      options.lang === 'zh'
        ? '--format xlsx 要和 -o 一起写，-o 后面是文件夹或 .xlsx 文件。\n'
        : '--format xlsx goes with -o and a folder or an .xlsx file.\n',
    );
    return EXIT.usage;
  }
  const inputs = inputFiles(paths);
  if (inputs.length === 0) {
    terminal.error(options.lang === 'zh' ? '这里没有年报数据文件。\n' : 'No data files here.\n');
    return EXIT.usage;
  }
  if (output !== undefined) {
    // A check in text is the usual one, and needs no spreadsheets.
    const { checkWorkbooks } = await import('./check-workbooks.js');
    return checkWorkbooks(inputs, output, options, terminal);
  }
  let unreadable = false;
  let errors = false;
  const json: unknown[] = [];
  for (const input of inputs) {
    const opened = openInput(input, options);
    if (opened.outcome === undefined) {
      unreadable = true;
      terminal.error(unreadableMessage(opened.path, options.lang));
      continue;
    }
    const outcome = opened.outcome;
    errors ||= hasErrors(outcome.diagnostics);
    if (options.format === 'json')
      json.push({ file: opened.path, ...jsonResult(outcome.diagnostics, outcome.sources) });
    else {
      if (inputs.length > 1) terminal.out(`== ${opened.path}\n`);
      terminal.out(renderFindings(outcome, options.lang, terminal, options.waivers === true ? 'all' : 'errors'));
    }
  }
  if (options.format === 'json') terminal.out(`${JSON.stringify({ files: json }, null, 2)}\n`);
  return unreadable ? EXIT.usage : errors ? EXIT.errors : EXIT.clean;
}
