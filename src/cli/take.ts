/** `take FORM.xlsx FILE`: puts the figures of a filled form into a data file and lists every cell that changes. */
import { countDiagnostics } from '../diagnostic/count.js';
import { renderText } from '../diagnostic/render-text.js';
import { isLink, readBytes, writeWhole } from '../env.js';
import type { CellChange } from '../form/changes.js';
import { takeForm, type Taken } from '../take/take.js';
import { failureMessage } from './write-failure.js';
import type { CommonOptions } from './main.js';
import { unreadableMessage } from './open.js';
import { paint } from './paint.js';
import { diskSources } from './sources.js';
import { EXIT, type MessageLanguage, type Terminal } from './terminal.js';

export interface TakeOptions extends CommonOptions {
  readonly dryRun?: boolean;
}

export async function takeCommand(
  form: string,
  file: string,
  options: TakeOptions,
  terminal: Terminal,
): Promise<number> {
  const { lang } = options;
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const [formBytes, fileBytes] = [readBytes(form), readBytes(file)];
  if (formBytes === undefined || fileBytes === undefined) {
    terminal.error(unreadableMessage(formBytes === undefined ? form : file, lang));
    return EXIT.usage;
  }
  const outcome = takeForm(
    { name: form, bytes: formBytes, sources: diskSources(form, options) },
    { name: file, bytes: fileBytes, sources: diskSources(file, options) },
    {
      ...(options.pack === undefined ? {} : { pack: options.pack }),
      ...(options.profile === undefined ? {} : { profile: options.profile }),
      ...(options.previous === undefined ? {} : { previous: options.previous }),
    },
  );
  const taken = outcome.value;
  if (taken === undefined) {
    const colour = terminal.colour ? { color: paint } : {};
    terminal.out(renderText(outcome.diagnostics, outcome.sources, { lang, waivers: 'none', ...colour }));
    terminal.out(say('\n没有改动数据文件。改正以后再运行一次。\n', '\nThe data file was not changed.\n'));
    return EXIT.errors;
  }
  terminal.out(changeList(taken, lang));
  if (taken.changes.length === 0) return EXIT.clean;
  if (options.dryRun === true) {
    terminal.out(say('只是列出，没有写入文件。\n', 'Listed only; nothing was written.\n'));
    return EXIT.clean;
  }
  // Renaming a new file over a link would leave the clerk's own file as it was.
  if (isLink(file)) {
    terminal.error(
      say(
        `“${file}”是一个链接，没有改动。请直接写原文件的路径。\n`,
        `"${file}" is a link and was left alone; name the file itself.\n`,
      ),
    );
    return EXIT.usage;
  }
  const failure = await writeWhole(file, taken.bytes);
  if (failure !== undefined) {
    terminal.error(failureMessage(failure, lang));
    return EXIT.usage;
  }
  terminal.out(say(`已写入：${file}\n`, `Written: ${file}\n`));
  return EXIT.clean;
}

function changeList({ changes, form }: Taken, lang: MessageLanguage): string {
  const { error } = countDiagnostics(form);
  const rules =
    error === 0
      ? ''
      : lang === 'zh'
        ? `注意：填报表的数有 ${error} 个核对错误，放进数据文件以后也一样，请用 nianbao check 查看。\n`
        : `Note: the figures of the form break ${error} rule(s); see nianbao check.\n`;
  if (changes.length === 0)
    return (lang === 'zh' ? '数据文件和填报表的数一样，没有要改的。\n' : 'The figures are the same already.\n') + rules;
  const head = lang === 'zh' ? `改动 ${changes.length} 格：\n` : `${changes.length} cell(s) change:\n`;
  return head + changes.map((change) => changeLine(change, lang)).join('') + rules;
}

function changeLine({ spec, before, after }: CellChange, lang: MessageLanguage): string {
  const shown = (text: string): string => (text === '' ? (lang === 'zh' ? '空' : 'blank') : text);
  return `  ${spec.name}：${shown(before)} → ${shown(after)}\n`;
}
