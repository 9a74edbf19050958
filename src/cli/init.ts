import { join, relative, resolve, sep } from 'node:path';
import { renderText } from '../diagnostic/render-text.js';
import { builtInPack, writeWhole } from '../env.js';
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
  const reference = referenceFrom(folder, options.pack);
  const text = newDataFile(opened.value, year, reference === undefined ? {} : { reference });
  const failure = await writeWhole(path, new TextEncoder().encode(text), true);
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
  if (reference === undefined && builtInPack(options.pack) === undefined) {
    terminal.out(
      say(
        `模板文件夹不在数据文件旁边：请把它移到“${folder}”里，或者检查和生成时加 --pack ${options.pack}。\n`,
        `The pack folder is not beside the data file: move it into "${folder}", or use --pack ${options.pack}.\n`,
      ),
    );
  }
  return EXIT.clean;
}

/** How the data file names an outside pack: a path below its own folder; undefined for built-in ones and for what lies elsewhere. */
function referenceFrom(folder: string, pack: string): string | undefined {
  if (builtInPack(pack) !== undefined) return undefined;
  const path = relative(resolve(folder), resolve(pack)).split(sep).join('/');
  return path === '' || path.startsWith('..') ? undefined : `./${path}`;
}
