/** `verify DIR|ZIP|FILE`: does what was received say what its data say? One sentence first, then point by point. */
import { renderText } from '../diagnostic/render-text.js';
import { generatorName, readBytes } from '../env.js';
import type { OpenReport } from '../pipeline.js';
import { verify, type VerifyOutcome } from '../verify/verify.js';
import { chosenFonts } from './font-choice.js';
import type { CommonOptions } from './main.js';
import { openInput, unreadableMessage } from './open.js';
import { readReceived } from './received.js';
import { builtInNamedPack } from './sources.js';
import { EXIT, type Terminal } from './terminal.js';

export interface VerifyCommandOptions extends CommonOptions {
  /** A saved copy of the published web page. */
  readonly against?: string;
  /** A data file, for files that carry no data. */
  readonly data?: string;
  readonly format: string;
}

/** Exit code 0 when all that was checked agrees, 1 when something does not or nothing could be checked, 2 for unreadable input. */
export async function verifyCommand(path: string, options: VerifyCommandOptions, terminal: Terminal): Promise<number> {
  const { lang } = options;
  const read = readReceived(path);
  if (read.kind === 'unreadable') {
    terminal.error(unreadableMessage(path, lang));
    return EXIT.usage;
  }
  if (read.kind === 'refused') {
    terminal.error(renderText(read.diagnostics, new Map(), { lang, verdict: false }));
    return EXIT.usage;
  }
  const page = options.against === undefined ? undefined : readBytes(options.against);
  if (options.against !== undefined && page === undefined) {
    terminal.error(unreadableMessage(options.against, lang));
    return EXIT.usage;
  }
  const data = options.data === undefined ? undefined : openedData(options.data, options);
  if (options.data !== undefined && data === undefined) {
    terminal.error(unreadableMessage(options.data, lang));
    return EXIT.usage;
  }
  const fonts = chosenFonts('built-in')?.value;
  if (fonts === undefined) throw new Error('the built-in fonts are not there');
  const outcome = await verify(
    read.received,
    { fonts, generator: generatorName(), builtIn: builtInNamedPack },
    {
      ...(page === undefined || options.against === undefined
        ? {}
        : { against: { name: options.against, bytes: page } }),
      ...(data === undefined ? {} : { data }),
    },
  );
  if (options.format === 'json') terminal.out(`${JSON.stringify(outcome, null, 2)}\n`);
  else terminal.out(rendered(outcome, lang));
  return outcome.verdict === 'holds' ? EXIT.clean : EXIT.errors;
}

function openedData(path: string, options: CommonOptions): OpenReport | undefined {
  const bytes = readBytes(path);
  return bytes === undefined ? undefined : openInput({ path, bytes }, options).outcome?.value;
}

function rendered({ sentence, points, diagnostics }: VerifyOutcome, lang: 'zh' | 'en'): string {
  const marks = { holds: '✓', fails: '✗', 'not-checked': '？' } as const;
  const lines = points.map((point) => `${marks[point.state]} ${point[lang]}\n`);
  const found = diagnostics.length === 0 ? '' : `\n${renderText(diagnostics, new Map(), { lang, verdict: false })}`;
  return `${sentence[lang]}\n${lines.length === 0 ? '' : '\n'}${lines.join('')}${found}`;
}
