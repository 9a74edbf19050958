import { existsSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { renderText } from '../diagnostic/render-text.js';
import { builtInPack, readBytes, writeWhole, type WriteFailure } from '../env.js';
import { newDataFile } from '../init/data-file.js';
import { openPack } from '../pipeline.js';
import { schemaFileName, schemaLine, schemaText } from '../schema/schema.js';
import { diskSources } from './sources.js';
import { EXIT, type MessageLanguage, type Terminal } from './terminal.js';
import { reportYear } from './year.js';

export interface InitOptions {
  readonly pack: string;
  readonly year?: string;
  readonly lang: MessageLanguage;
}

/**
 * `init DIR`: writes `report.yaml` for a pack and beside it the schema that editors find by its first line; an existing file
 * is never overwritten.
 */
export async function initCommand(folder: string, options: InitOptions, terminal: Terminal): Promise<number> {
  const say = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  const year = reportYear(options.year);
  if (year === undefined) {
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
  const text = newDataFile(opened.value, year, {
    firstLine: schemaLine(),
    ...(reference === undefined ? {} : { reference }),
  });
  const files = [
    { path: join(folder, schemaFileName), bytes: new TextEncoder().encode(schemaText(opened.value)) },
    { path, bytes: new TextEncoder().encode(text) },
  ];
  const failure = await writeNew(files);
  if (failure?.reason === 'exists') {
    terminal.error(
      say(`“${failure.path}”已经存在，没有改动。请换一个文件夹。\n`, `"${failure.path}" exists and was left alone.\n`),
    );
    return EXIT.usage;
  }
  if (failure !== undefined) {
    terminal.error(
      say(
        `写不了“${failure.path}”（${failure.detail}）。\n`,
        `Could not write "${failure.path}" (${failure.detail}).\n`,
      ),
    );
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

/** Writes new files, all or none where any of them stands there with other bytes; the first failure ends it. */
export async function writeNew(
  files: readonly { readonly path: string; readonly bytes: Uint8Array }[],
): Promise<WriteFailure | undefined> {
  const same = (path: string, bytes: Uint8Array): boolean => {
    const there = readBytes(path);
    return there !== undefined && Buffer.compare(there, bytes) === 0;
  };
  const wanted = files.filter(({ path, bytes }, index) => index === files.length - 1 || !same(path, bytes));
  const taken = wanted.find(({ path }) => existsSync(path));
  if (taken !== undefined) return { path: taken.path, reason: 'exists', detail: 'EEXIST' };
  for (const { path, bytes } of wanted) {
    const failure = await writeWhole(path, bytes, true);
    if (failure !== undefined) return failure;
  }
  return undefined;
}
