/**
 * A data file's text as the program reads it, for judging a change: the findings that a slip of writing gives, the form it
 * belongs to and what was read.
 */
import { readData } from '../data/read.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { applySplices, type Splice } from '../edit/splice.js';
import { load } from '../load/load.js';
import type { DataNode } from '../load/node.js';
import type { TemplatePack } from '../pack/types.js';
import { openPack, openReport, type OpenOptions, type Sources } from '../pipeline.js';
import { lineOf, positionOf, sourceText, type SourceText } from '../source/source.js';
import { smallestChange } from './lines.js';

/** One text looked at. */
export interface Assessment {
  readonly source: SourceText;
  /** Errors of writing only: what is wrong with the figures themselves is the matter of `check`. */
  readonly errors: readonly Diagnostic[];
  /** The tree, when the text could be read. */
  readonly root?: DataNode;
  /** The texts that errors point into. */
  readonly texts: ReadonlyMap<string, SourceText>;
}

/** Looks at texts of one file. */
export interface Assessor {
  readonly assess: (text: string) => Assessment;
  /** Errors of loading and reading alone, and the tree: quicker, for trying changes out. */
  readonly read: (text: string) => { readonly errors: readonly Diagnostic[]; readonly root?: DataNode };
  /** A copy in which every corrected line that a message shows is taken over, doubtful or not, until it can be read. */
  readonly readable: (text: string) => string;
  /** The form of the file, as far as its text tells it. */
  readonly packOf: (text: string) => TemplatePack | undefined;
  /** True when so much has been read that the file is no clerk's: what is not put right by then is asked. */
  readonly isExhausted: () => boolean;
}

/** Characters read in all the attempts on one file; a report of 20,000 with ten slips takes some two million. */
const MOST_READ = 15_000_000;
/** A report of this many characters would be the longest ever; what is longer gets fewer attempts. */
const LONG = 60_000;
const MOST_READ_OF_LONG = 3_000_000;
/** The reader of a refused text reads about as many mended copies as it tells refusals. */
const COPIES = 20;

/** Errors of writing: of loading, of reading against the form, of references, and a pack that is not there. */
const WRITING = /^(?:load|data|template|pack)\//u;

/** Rounds of putting a copy right until it can be read. */
const MOST_ROUNDS = 20;
/** Longer texts are not put right line by line. */
const LONGEST_MENDED = 200_000;

export function assessor(name: string, sources: Sources, options: OpenOptions): Assessor {
  const known = new Map<string, ReturnType<typeof openPack>>();
  const opened = (reference: string): ReturnType<typeof openPack> => {
    const pack = known.get(reference) ?? openPack(reference, sources);
    known.set(reference, pack);
    return pack;
  };
  // A pack of an outside folder would be read anew in every round.
  const kept: Sources = {
    ...sources,
    pack: (reference, from) => {
      const found = sources.pack(reference, from);
      return found === undefined || from !== undefined ? found : { ...found, loaded: () => opened(reference) };
    },
  };
  let read = 0;
  let last: { readonly text: string; readonly outcome: ReturnType<typeof load> } | undefined;
  const count = (text: string, refused: boolean, findings: number): void => {
    read += (text.length + 1000) * (refused && text.length <= LONGEST_MENDED ? 1 + Math.min(findings, COPIES) : 1);
  };
  const loadText = (text: string): ReturnType<typeof load> => {
    if (last?.text === text) return last.outcome;
    const outcome = load(new TextEncoder().encode(text), name);
    count(text, outcome.value === undefined, outcome.diagnostics.length);
    last = { text, outcome };
    return outcome;
  };
  const reference = (text: string): string | undefined => options.pack ?? loadText(text).value?.pack?.value;
  return {
    assess: (text) => {
      const outcome = openReport(new TextEncoder().encode(text), name, kept, options);
      const all = outcome.diagnostics.flatMap(withFolded);
      const root = loadText(text).value?.root;
      count(text, root === undefined, all.length);
      return {
        source: outcome.sources.get(name) ?? sourceText(name, text),
        errors: all.filter(({ severity, code }) => severity === 'error' && WRITING.test(code)),
        texts: outcome.sources,
        ...(root === undefined ? {} : { root }),
      };
    },
    read: (text) => {
      const loaded = loadText(text);
      const file = loaded.value;
      const named = options.pack ?? file?.pack?.value;
      const pack = named === undefined ? undefined : opened(named).value;
      const found = file === undefined || pack === undefined ? [] : readData(file, pack).diagnostics;
      const errors = [...loaded.diagnostics, ...found].filter(({ severity }) => severity === 'error');
      return file === undefined ? { errors } : { errors, root: file.root };
    },
    isExhausted: () => read > ((last?.text.length ?? 0) > LONG ? MOST_READ_OF_LONG : MOST_READ),
    readable: (text) => readableCopy(text, name, loadText),
    packOf: (text) => {
      const named = reference(text) ?? reference(readableCopy(text, name, loadText)) ?? packLine(text);
      return named === undefined ? undefined : opened(named).value;
    },
  };
}

function withFolded(diagnostic: Diagnostic): readonly Diagnostic[] {
  return [diagnostic, ...(diagnostic.folded ?? []).flatMap(withFolded)];
}

/** Where nothing else tells the form of a broken file: the line that names it, whatever its colon. */
function packLine(text: string): string | undefined {
  return /^(?:pack|模板|模版|格式)[ \u3000]*[:：][ \u3000]*["']?(?<name>[\w./-]+)/mu.exec(text)?.groups?.['name'];
}

function readableCopy(text: string, name: string, loadText: (text: string) => ReturnType<typeof load>): string {
  let current = text;
  if (text.length > LONGEST_MENDED) return text;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { value, diagnostics } = loadText(current);
    if (value !== undefined) break;
    const next = withCorrectedLines(sourceText(name, current), diagnostics);
    if (next === current) break;
    current = next;
  }
  return current;
}

function withCorrectedLines(source: SourceText, diagnostics: readonly Diagnostic[]): string {
  const splices = new Map<number, Splice>();
  for (const { range, facts, code } of diagnostics) {
    const corrected = facts?.['corrected'];
    if (range === undefined || corrected === undefined || !code.startsWith('load/')) continue;
    const { line } = positionOf(source, range.start);
    splices.set(line, lineSplice(source, line, corrected));
  }
  return applySplices(source.text, [...splices.values()]);
}

/** The smallest splice that makes a line read `corrected`; its line end is not touched. */
export function lineSplice(source: SourceText, line: number, corrected: string): Splice {
  const start = source.lineStarts[line - 1] ?? 0;
  const change = smallestChange(lineOf(source, line), corrected);
  return { start: start + change.start, end: start + change.end, text: change.text };
}
