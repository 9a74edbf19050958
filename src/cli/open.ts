/** Opens data files from disk and renders what was found; shared by `check` and `build`. */
import { renderText } from '../diagnostic/render-text.js';
import { openReport, type OpenOptions, type OpenOutcome } from '../pipeline.js';
import type { CommonOptions } from './main.js';
import { diskSources } from './sources.js';
import type { InputFile } from './inputs.js';
import type { Terminal } from './terminal.js';
import { paint } from './paint.js';

/** An input with what opening it gave; `outcome` is absent when the file could not be read at all. */
export interface OpenedInput {
  readonly path: string;
  readonly outcome?: OpenOutcome;
}

export function openInput(
  input: InputFile,
  options: CommonOptions & Pick<OpenOptions, 'strict' | 'draft'>,
): OpenedInput {
  if (input.bytes === undefined) return { path: input.path };
  const sources = diskSources(input.path, options);
  const outcome = openReport(input.bytes, input.path, sources, {
    ...(options.pack === undefined ? {} : { pack: options.pack }),
    ...(options.profile === undefined ? {} : { profile: options.profile }),
    ...(options.previous === undefined ? {} : { previous: options.previous }),
    strict: options.strict === true,
    draft: options.draft === true,
  });
  return { path: input.path, outcome };
}

/** Message for a path that leads to no readable file. */
export function unreadableMessage(path: string, lang: 'zh' | 'en'): string {
  return lang === 'zh'
    ? `读不到文件“${path}”。请核对文件名和所在文件夹；如果文件正在 Word 或编辑器里打开，请先保存。\n`
    : `Cannot read the file "${path}". Check its name and folder.\n`;
}

/** Findings of one input as text, with code frames. */
export function renderFindings(
  outcome: OpenOutcome,
  lang: 'zh' | 'en',
  terminal: Terminal,
  waivers: 'errors' | 'all' = 'errors',
): string {
  return renderText(outcome.diagnostics, outcome.sources, {
    lang,
    waivers,
    explainHint: true,
    ...(terminal.colour ? { color: paint } : {}),
  });
}
