/** `schema ID`: the JSON Schema of a pack's data files, for YAML editors. */
import { renderText } from '../diagnostic/render-text.js';
import { writeWhole } from '../env.js';
import { openPack } from '../pipeline.js';
import { schemaText } from '../schema/schema.js';
import { diskSources } from './sources.js';
import { EXIT, type MessageLanguage, type Terminal } from './terminal.js';

interface SchemaOptions {
  readonly output?: string;
  readonly lang: MessageLanguage;
}

/** Prints the schema, or writes it whole to a file; a file that is there is replaced, since it can always be made again. */
export async function schemaCommand(reference: string, options: SchemaOptions, terminal: Terminal): Promise<number> {
  const say = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  const opened = openPack(reference, diskSources('report.yaml', { pack: reference }));
  const pack = opened.value;
  if (pack === undefined) {
    terminal.error(renderText(opened.diagnostics, new Map(), { lang: options.lang, verdict: false }));
    return EXIT.usage;
  }
  if (pack.abstract === true) {
    terminal.error(
      say(
        `“${pack.id}”是其他模板共用的部分，没有自己的数据文件。用 nianbao packs list 查看可用的模板。\n`,
        `"${pack.id}" is common ground of other packs and has no data files of its own.\n`,
      ),
    );
    return EXIT.usage;
  }
  const text = schemaText(pack);
  if (options.output === undefined) {
    terminal.out(text);
    return EXIT.clean;
  }
  const failure = await writeWhole(options.output, new TextEncoder().encode(text));
  if (failure !== undefined) {
    terminal.error(
      say(
        `写不了“${options.output}”（${failure.detail}）。\n`,
        `Could not write "${options.output}" (${failure.detail}).\n`,
      ),
    );
    return EXIT.usage;
  }
  terminal.out(say(`已写好：${options.output}\n`, `Written: ${options.output}\n`));
  return EXIT.clean;
}
