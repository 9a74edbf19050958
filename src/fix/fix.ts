/**
 * A data file with its slips of writing -> the same file with all that is certain put right, and what a person must decide.
 * Round by round: read, gather what is certain, apply, read again. Nothing outside the changed characters is touched, no line
 * is added or taken away, and a change that does not serve is dropped.
 */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import { spliceBytes } from '../edit/encode.js';
import { applySplices, type Splice } from '../edit/splice.js';
import { readSource } from '../load/bytes.js';
import { lineHintAt } from '../load/line-hints.js';
import type { TemplatePack } from '../pack/types.js';
import type { OpenOptions, Sources } from '../pipeline.js';
import type { Encoding } from '../source/encoding.js';
import { lineOf, positionOf, type SourceText } from '../source/source.js';
import { assessor, lineSplice, type Assessment, type Assessor } from './assess.js';
import { certainChange } from './cell-fixes.js';
import { certainIndentation } from './indentation.js';
import { certainLine } from './line-fixes.js';
import { blockTextLines } from './lines.js';

/** One slip put right. `line` is 1-based and holds for the file before and after; `before` and `after` are the whole line. */
export interface Fix {
  readonly code: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** What was wrong. */
  readonly message: Bilingual;
}

/** What fixing gives; `text` and `bytes` are the file as it came when nothing is certain. */
export interface FixResult {
  readonly before: string;
  readonly text: string;
  /** On the text as it came. */
  readonly splices: readonly Splice[];
  readonly bytes: Uint8Array;
  readonly encoding: Encoding;
  readonly applied: readonly Fix[];
  /** False when what is left keeps the file from being read: slips in its figures cannot be seen yet. */
  readonly readable: boolean;
  /** Errors of writing that are left; their places are in `text`. */
  readonly asked: readonly Diagnostic[];
  /** Texts that `asked` points into. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Value absent when the bytes are no text; the diagnostics then say why. `sources` is there to show the place. */
export interface FixOutcome {
  readonly value?: FixResult;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Each round reads the file anew; a message lists 20 lines at most, so a file full of slips takes several. */
const MOST_ROUNDS = 40;
/** Changes tried one by one when a round as a whole does harm. */
const MOST_TRIED = 50;

/** Puts right what is certain. Gives the findings of `readSource` when it is no text, and `edit/not-in-gbk`. */
export function fixReport(bytes: Uint8Array, name: string, sources: Sources, options: OpenOptions = {}): FixOutcome {
  const read = readSource(bytes, name);
  if (read.value === undefined) {
    const texts = read.source === undefined ? [] : ([[name, read.source]] as const);
    return { diagnostics: read.diagnostics, sources: new Map(texts) };
  }
  const { source, encoding } = read.value;
  const texts = new Map([[name, source]]);
  const { state, applied } = settled(source.text, assessor(name, sources, options));
  const splices = lineChanges(source, state.source);
  const written = spliceBytes(bytes, encoding, splices, name);
  if (written.value === undefined) return { diagnostics: written.diagnostics, sources: texts };
  return {
    value: {
      before: source.text,
      text: state.source.text,
      splices,
      bytes: written.value,
      encoding,
      applied: withWholeLines(applied, source, state.source),
      readable: state.root !== undefined,
      asked: state.errors,
      sources: state.texts,
    },
    diagnostics: [],
    sources: texts,
  };
}

/** One certain change on the text of a round. */
interface Change {
  readonly code: string;
  readonly line: number;
  readonly splice: Splice;
  readonly message: Bilingual;
}

interface Settled {
  readonly state: Assessment;
  readonly applied: readonly Change[];
}

/** Rounds until nothing more is certain. When a change turns out wrong at the end, all is done again without it. */
function settled(text: string, judge: Assessor): Settled {
  const refused = new Set<string>();
  for (;;) {
    const result = rounds(text, judge, refused);
    const wrong = result.applied.filter((change) => !refused.has(keyOf(change)) && misplaced(change, result.state));
    if (wrong.length === 0) return result;
    if (judge.isExhausted()) return { state: judge.assess(text), applied: [] };
    for (const change of wrong) refused.add(keyOf(change));
  }
}

function rounds(text: string, judge: Assessor, refused: Set<string>): Settled {
  let state = judge.assess(text);
  const applied: Change[] = [];
  for (let round = 0; round < MOST_ROUNDS && !judge.isExhausted(); round += 1) {
    const changes = certainChanges(state, judge).filter((change) => !refused.has(keyOf(change)));
    if (changes.length === 0) break;
    const step = harmless(state, changes, judge, refused);
    if (step.applied.length === 0) continue;
    state = step.state;
    applied.push(...step.applied);
  }
  return { state, applied };
}

/** Lines stay where they are, so that a change is known by its line, code and new text in every round. */
function keyOf({ line, code, splice }: Change): string {
  return `${line} ${code} ${splice.text}`;
}

/** The changes of one round, applied together; one by one when together they leave more errors than there were. */
function harmless(state: Assessment, changes: readonly Change[], judge: Assessor, refused: Set<string>): Settled {
  const next = judge.assess(applied(state, changes));
  if (!doesHarm(state, next, changes)) return { state: next, applied: changes };
  const kept: Change[] = [];
  let best = state;
  for (const change of changes) {
    const tried =
      kept.length < MOST_TRIED && !judge.isExhausted() ? judge.assess(applied(state, [...kept, change])) : undefined;
    if (tried === undefined || doesHarm(best, tried, [change])) refused.add(keyOf(change));
    else {
      kept.push(change);
      best = tried;
    }
  }
  return { state: best, applied: kept };
}

function applied({ source }: Assessment, changes: readonly Change[]): string {
  return applySplices(
    source.text,
    changes.map(({ splice }) => splice),
  );
}

/**
 * More errors than before. A file that could not be read shows more of its errors the further it is read, so there only a new
 * error above the first change counts; what the changed lines themselves show is looked at when all is done.
 */
function doesHarm(before: Assessment, after: Assessment, changes: readonly Change[]): boolean {
  if (before.root !== undefined) return after.root === undefined || after.errors.length > before.errors.length;
  if (after.root !== undefined) return false;
  const first = Math.min(...changes.map(({ line }) => line));
  const told = new Set(linesOf(before));
  return linesOf(after).some((line) => line < first && !told.has(line));
}

function linesOf({ errors, source }: Assessment): readonly number[] {
  return errors.map(({ range }) => positionOf(source, range?.start ?? 0).line);
}

/** Findings that say that a line does not belong where it stands, or that the slip is still there. */
const MISPLACED = /^data\/(?:unknown-.*|ambiguous-.*|duplicate|shape|wrong-table|list-length)$/u;

function misplaced(change: Change, { errors, source }: Assessment): boolean {
  return errors.some(({ code, range }) => {
    if (range?.file !== source.name || positionOf(source, range.start).line !== change.line) return false;
    const ofLine = change.code.startsWith('load/');
    return ofLine && (MISPLACED.test(code) || code === change.code);
  });
}

function certainChanges(state: Assessment, judge: Assessor): readonly Change[] {
  const { source, errors, root } = state;
  const indentation = indentationChanges(state, judge);
  if (indentation.length > 0) return indentation;
  const pack = judge.packOf(source.text);
  const text = blockTextLines(source);
  const whole = new Map<number, Change>();
  const parts: Change[] = [];
  for (const error of errors) {
    if (error.range === undefined || error.range.file !== source.name) continue;
    const { line } = positionOf(source, error.range.start);
    if (error.code.startsWith('load/')) {
      const hint = text.has(line) || whole.has(line) ? undefined : lineHintAt(source, line);
      const corrected = hint === undefined ? undefined : certainLine(hint, { source, pack });
      if (hint === undefined || corrected === undefined || corrected === hint.typed) continue;
      whole.set(line, {
        code: hint.code,
        line,
        splice: lineSplice(source, line, corrected),
        message: hint.message,
      });
    } else if (root !== undefined) {
      const splice = certainChange(error, root, source);
      const overlaps = parts.some((other) => splice !== undefined && overlap(other.splice, splice));
      if (splice !== undefined && !overlaps) parts.push({ code: error.code, line, splice, message: error.message });
    }
  }
  if (root === undefined && pack !== undefined) {
    for (const change of chineseColons(source, text, pack)) if (!whole.has(change.line)) whole.set(change.line, change);
  }
  return [...whole.values(), ...parts.filter(({ line }) => !whole.has(line))];
}

/** In a file that cannot be read the reader chokes far below a Chinese colon, having taken all between for one text. */
function chineseColons(source: SourceText, text: ReadonlySet<number>, pack: TemplatePack): readonly Change[] {
  return source.lineStarts.flatMap((_, at): readonly Change[] => {
    const line = at + 1;
    if (text.has(line) || !lineOf(source, line).includes('：')) return [];
    const hint = lineHintAt(source, line);
    if (hint?.code !== 'load/full-width-colon') return [];
    const corrected = certainLine(hint, { source, pack });
    if (corrected === undefined) return [];
    return [{ code: hint.code, line, splice: lineSplice(source, line, corrected), message: hint.message }];
  });
}

function overlap(a: Splice, b: Splice): boolean {
  return a.start < b.end && b.start < a.end;
}

function indentationChanges({ source, errors }: Assessment, judge: Assessor): readonly Change[] {
  return certainIndentation(source, errors, judge).map((splice) => {
    const { line } = positionOf(source, splice.start);
    const tab = /^[ \u3000\u00a0]*\t/u.test(lineOf(source, line));
    return {
      code: tab ? 'load/tab-indent' : 'load/wide-space',
      line,
      splice,
      message: tab
        ? { zh: '行首的制表符换成了空格。', en: 'Tabs at the start of the line became spaces.' }
        : {
            zh: '行首的全角空格换成了半角空格。',
            en: 'Full-width spaces at the start of the line became ordinary ones.',
          },
    };
  });
}

/** All rounds as splices on the text as it came, one for each changed line. */
function lineChanges(before: SourceText, after: SourceText): readonly Splice[] {
  return before.lineStarts.flatMap((_, at) => {
    const line = at + 1;
    return lineOf(before, line) === lineOf(after, line) ? [] : [lineSplice(before, line, lineOf(after, line))];
  });
}

function withWholeLines(changes: readonly Change[], before: SourceText, after: SourceText): readonly Fix[] {
  return changes
    .map(({ code, line, message }) => ({
      code,
      line,
      message,
      before: lineOf(before, line),
      after: lineOf(after, line),
    }))
    .sort((a, b) => a.line - b.line);
}
