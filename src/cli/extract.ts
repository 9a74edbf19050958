/** `extract FILE -o FILE`: gives back the public data that a published file carries, or says that it carries none. */
import { renderText } from '../diagnostic/render-text.js';
import { readBundle } from '../bundle/open-bundle.js';
import { readBytes, writeWhole } from '../env.js';
import { extractData } from '../readback/extract.js';
import { carrierKind, formatOf } from '../verify/carriers.js';
import { failureMessage } from './write-failure.js';
import type { MessageLanguage, Terminal } from './terminal.js';
import { EXIT } from './terminal.js';
import { unreadableMessage } from './open.js';

export interface ExtractOptions {
  readonly lang: MessageLanguage;
  readonly output?: string;
  /** Only the data file in it, which `check` and `build` read. */
  readonly dataFile?: boolean;
}

/** Without `-o` the data are printed. Exit code 1 when the file carries none, or they are damaged. */
export async function extractCommand(path: string, options: ExtractOptions, terminal: Terminal): Promise<number> {
  const { lang } = options;
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const bytes = readBytes(path);
  if (bytes === undefined) {
    terminal.error(unreadableMessage(path, lang));
    return EXIT.usage;
  }
  const kind = carrierKind(formatOf(path) ?? '');
  if (kind === undefined) {
    terminal.error(
      say(
        `“${path}”不是能带数据的文件：数据在 PDF、Word（.docx）或网页（.html）里。\n`,
        `"${path}" is no file that carries data: PDF, DOCX and HTML files do.\n`,
      ),
    );
    return EXIT.usage;
  }
  const carried = await extractData(bytes, kind, path);
  if (carried.diagnostics.length > 0) {
    terminal.error(renderText(carried.diagnostics, new Map(), { lang, verdict: false }));
    return EXIT.errors;
  }
  if (carried.value === undefined) {
    terminal.error(
      say(
        `“${path}”里没有数据：生成时没有附上，或者被别的程序去掉了。\n`,
        `"${path}" carries no data: it was built without, or another program took them out.\n`,
      ),
    );
    return EXIT.errors;
  }
  const bundle = readBundle(carried.value, path);
  if (bundle.value === undefined) {
    terminal.error(renderText(bundle.diagnostics, new Map(), { lang, verdict: false }));
    return EXIT.errors;
  }
  const data = options.dataFile === true ? bundle.value.dataFile : carried.value;
  if (options.output === undefined) {
    terminal.out(new TextDecoder().decode(data));
    return EXIT.clean;
  }
  const failure = await writeWhole(options.output, data, true);
  if (failure !== undefined) {
    terminal.error(failureMessage(failure, lang));
    return EXIT.usage;
  }
  terminal.out(say(`已取出：${options.output}\n`, `Extracted: ${options.output}\n`));
  return EXIT.clean;
}
