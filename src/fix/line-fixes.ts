/**
 * Which slips of one line have one possible meaning. What is not certain gives undefined: it is asked and never changed.
 */
import type { LineHint } from '../load/line-hints.js';
import type { TemplatePack } from '../pack/types.js';
import type { SourceText } from '../source/source.js';
import { isKnownName } from './known-names.js';
import { endsOnItsLine } from './lines.js';

/** What a line stands in. */
export interface LineSurroundings {
  readonly source: SourceText;
  /** Undefined when the file does not tell its form: then no name is known. */
  readonly pack: TemplatePack | undefined;
}

/** The line put right, or undefined when the slip may mean something else too. */
export function certainLine(hint: LineHint, around: LineSurroundings): string | undefined {
  const certain = CERTAIN[hint.code]?.(hint, around) ?? false;
  return certain ? withOwnEnd(hint) : undefined;
}

type Judge = (hint: LineHint, around: LineSurroundings) => boolean;

const CERTAIN: Readonly<Record<string, Judge>> = {
  'load/full-width-colon': (hint, around) => startsWithName(hint.corrected, around),
  'load/no-space-after-colon': (hint, around) => namesBetweenBraces(hint.corrected, around),
  'load/reference-not-quoted': (hint, around) => isOneValue(hint, around),
  'load/reserved-start': (hint, around) => isOneValue(hint, around),
  // A star that is closed is emphasis; one that is not may be meant as the alias it is.
  'load/alias': (hint, around) => /(?:: |- )\*[^*]+\*|\*\*[^*]+\*\*/u.test(hint.typed) && isOneValue(hint, around),
  'load/second-colon': (hint, around) => isOneValue(hint, around) && !holdsTwoEntries(hint.typed, around),
  'load/unclosed-quote': (hint, around) => isOneValue(hint, around) && !/\s#/u.test(hint.typed),
  'load/inner-quote': (hint, around) => isOneValue(hint, around) && innerQuotesAreClear(valueOf(hint.typed)),
  'load/bad-escape': (hint, around) => isOneValue(hint, around) && !/\\[0abtnvfre"/\\N_LPxuU \t]/u.test(hint.typed),
  'load/unclosed-bracket': (hint, around) => isOneValue(hint, around),
};

const ENTRY = /^ *(?:- +)*(?<name>[^\s].*?):(?: +(?<value>.*))?$/u;

function startsWithName(line: string, { pack }: LineSurroundings): boolean {
  const name = ENTRY.exec(line)?.groups?.['name'];
  return pack !== undefined && name !== undefined && isKnownName(pack, name);
}

/** The name of the entry is known, or it is an item of a list; and its value ends on the line. */
function isOneValue({ typed, line }: LineHint, around: LineSurroundings): boolean {
  const item = /^ *- +[^:]*$/u.test(typed);
  return (item || startsWithName(typed, around)) && endsOnItsLine(around.source, line);
}

function namesBetweenBraces(line: string, around: LineSurroundings): boolean {
  if (!startsWithName(line, around)) return false;
  const inner = /: +\{(?<inner>[^{}]*)\}/u.exec(line)?.groups?.['inner'];
  const names = inner?.split(', ').map((entry) => entry.slice(0, entry.indexOf(': '))) ?? [];
  const { pack } = around;
  return names.every((name) => pack !== undefined && isKnownName(pack, name));
}

/** `年度: 2025 单位: 某局`: the end of the value is a name itself, so a line end may be what is missing. */
function holdsTwoEntries(line: string, { pack }: LineSurroundings): boolean {
  const pieces = line.split(/: /u).slice(1, -1);
  return pieces.some((piece) => {
    const last = piece.split(/[\s\u3000,，、;；。]+/u).at(-1) ?? '';
    return pack !== undefined && isKnownName(pack, last);
  });
}

/**
 * `"甲"和"乙"` may be a text of two quoted words, or a quoted text with 和 between quotes. It is clear when the value does not
 * both begin and end with a quote, or when two quotes touch at an end.
 */
function innerQuotesAreClear(value: string): boolean {
  const quote = value.charAt(0);
  const even = value.split(quote).length % 2 === 1;
  const other = quote === '"' ? "'" : '"';
  const plain = !/\s#/u.test(value) && !value.includes('\\') && !value.includes(other);
  const enclosed = value.endsWith(quote);
  return even && plain && (!enclosed || value.startsWith(quote + quote) || value.endsWith(quote + quote));
}

function valueOf(line: string): string {
  return (ENTRY.exec(line)?.groups?.['value'] ?? line.replace(/^ *(?:- +)*/u, '')).trim();
}

/** Space at the end of a line is nobody's slip and stays. */
function withOwnEnd({ typed, corrected }: LineHint): string {
  const end = /[ \t]*$/u.exec(typed)?.[0] ?? '';
  return corrected.trimEnd() + end;
}
