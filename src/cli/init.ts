import { join } from 'node:path';
import { renderText } from '../diagnostic/render-text.js';
import { writeWhole } from '../env.js';
import { newDataFile } from '../init/data-file.js';
import { openPack } from '../pipeline.js';
import { diskSources } from './sources.js';
import { EXIT, type MessageLanguage, type Terminal } from './terminal.js';

export interface InitOptions {
  readonly pack: string;
  readonly year?: string;
  readonly lang: MessageLanguage;
}

/** `init DIR`: writes `report.yaml` for a pack; an existing file is never overwritten. */
export async function initCommand(folder: string, options: InitOptions, terminal: Terminal): Promise<number> {
  const say = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  const year = options.year === undefined ? new Date().getFullYear() - 1 : Number(options.year);
  if (!Number.isInteger(year) || year < 2008 || year > 2100) {
    terminal.error(
      say(`“${options.year ?? ''}”不是年度，请写四位数字，如 2025。\n`, `"${options.year ?? ''}" is not a year.\n`),
    );
    return EXIT.usage;
  }
  const opened = openPack(options.pack, diskSources(join(folder, 'report.yaml'), { pack: options.pack }));
  if (opened.value === undefined) {
    terminal.error(renderText(opened.diagnostics, new Map(), { lang: options.lang, verdict: false }));
    return EXIT.usage;
  }
  const path = join(folder, 'report.yaml');
  const failure = await writeWhole(path, new TextEncoder().encode(newDataFile(opened.value, year)), true);
  if (failure?.reason === 'exists') {
    terminal.error(say(`“${path}”已经存在，没有改动。请换一个文件夹。\n`, `"${path}" exists and was left alone.\n`));
    return EXIT.usage;
  }
  if (failure !== undefined) {
    terminal.error(say(`写不了“${path}”（${failure.detail}）。\n`, `Could not write "${path}" (${failure.detail}).\n`));
    return EXIT.usage;
  }
  terminal.out(
    say(
      `已新建：${path}\n请用记事本等文本编辑器打开，照着说明填写，然后运行：nianbao check ${path}\n`,
      `Written: ${path}\n`,
    ),
  );
  return EXIT.clean;
}
