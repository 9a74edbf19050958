/**
 * YAML (or JSON) bytes -> located values. Comes in: bytes and a name. Goes out: the source text, its tree and encoding,
 * and every finding in plain words. Untrusted input is bounded in size, depth and number of nodes.
 */
import { isScalar, parseDocument, visit, type Document, type YAMLError } from 'yaml';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { positionOf, type SourceText } from '../source/source.js';
import { readSource, type Encoding } from './bytes.js';
import { lineHintAt, lineHintDiagnostic, lineHints, type LineHint } from './line-hints.js';
import type { DataNode } from './node.js';
import { convertTree } from './nodes.js';
import { explainYamlError, isUnclosedQuote } from './yaml-errors.js';

/** A parsed file before anything is known of what it holds. */
export interface ParsedFile {
  readonly source: SourceText;
  readonly root: DataNode;
  readonly encoding: Encoding;
}

/** `source` is there whenever the bytes are text, so that findings can show the lines of a file that gives no value. */
export interface ParseOutcome extends Outcome<ParsedFile> {
  readonly source?: SourceText;
}

/**
 * Parses the bytes of a YAML or JSON file. Figures and all other scalars stay text as typed. The value is absent when a
 * part of the file could not be read; a duplicate key (`load/duplicate-key`) leaves the first of the two.
 */
export function parseYaml(bytes: Uint8Array, name: string): ParseOutcome {
  const read = readSource(bytes, name);
  if (read.value === undefined)
    return read.source === undefined
      ? { diagnostics: read.diagnostics }
      : { source: read.source, diagnostics: read.diagnostics };
  const { source, encoding } = read.value;
  // The failsafe schema knows text only, so that 012 and 27.60 are not turned into numbers.
  const document = parseDocument(source.text, {
    schema: 'failsafe',
    prettyErrors: false,
    uniqueKeys: false,
    merge: false,
  });
  // The reader warns only of directives, which it does not know; here nothing of them may pass.
  const errors: readonly YAMLError[] = [
    ...document.warnings.filter(({ code }) => code === 'BAD_DIRECTIVE'),
    ...document.errors,
  ];
  if (errors.length > 0) return { source, diagnostics: [...read.diagnostics, ...explainAll(document, errors, source)] };
  const tree = convertTree(document.contents, source);
  const diagnostics = [...read.diagnostics, ...tree.diagnostics];
  return { source, diagnostics, ...(tree.usable ? { value: { source, root: tree.root, encoding } } : {}) };
}

/** More than this many refusals are echoes of the first ones. */
const MOST_ERRORS = 20;

/** One refusal of the reader with the lines it covers and the slips that show on them. */
interface Refusal {
  readonly error: YAMLError;
  readonly start: number;
  readonly end: number;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly hints: readonly LineHint[];
}

/**
 * Each refusal in plain words. Where a line it covers shows a well-known slip, the slip is told instead, and other
 * refusals of those lines are its echo. What comes after an unclosed quote is not told at all, since the rest of the file
 * was read as text.
 */
function explainAll(
  document: Document.Parsed,
  errors: readonly YAMLError[],
  source: SourceText,
): readonly Diagnostic[] {
  const alone = errors.find((error) => error.code === 'RESOURCE_EXHAUSTION' || error.code === 'BAD_DIRECTIVE');
  if (alone !== undefined) return [explainYamlError(alone, alone.pos[0], alone.pos[1], source)];
  const refusals = errors.map((error) => refusalOf(error, document, source));
  const told = new Map<number, Diagnostic>();
  for (const { hints } of refusals) for (const hint of hints) told.set(hint.line, lineHintDiagnostic(hint));
  const slipped = refusals.filter(({ hints }) => hints.length > 0);
  for (const { error, start, end, firstLine, hints } of refusals) {
    const echo = slipped.some((other) => other.firstLine <= firstLine && firstLine <= other.lastLine);
    if (hints.length === 0 && !echo && !told.has(firstLine))
      told.set(firstLine, explainYamlError(error, start, end, source));
  }
  // Nodes that are refused for another reason, such as `*x*`: their slips are told in the same run.
  for (const { range } of convertTree(document.contents, source).diagnostics) {
    const line = range === undefined ? 0 : positionOf(source, range.start).line;
    const hint = told.has(line) ? undefined : lineHintAt(source, line);
    if (hint !== undefined) told.set(line, lineHintDiagnostic(hint));
  }
  const inOrder = [...told].sort(([a], [b]) => a - b).map(([, diagnostic]) => diagnostic);
  const unclosed = inOrder.findIndex((diagnostic) => diagnostic.code === 'load/unclosed-quote');
  return (unclosed < 0 ? inOrder : inOrder.slice(0, unclosed + 1)).slice(0, MOST_ERRORS);
}

function refusalOf(error: YAMLError, document: Document.Parsed, source: SourceText): Refusal {
  const unclosed = isUnclosedQuote(error);
  const [start, end] = unclosed ? unclosedText(document, error) : error.pos;
  const firstLine = positionOf(source, start).line;
  const lastLine = unclosed ? firstLine : positionOf(source, end).line;
  return { error, start, end, firstLine, lastLine, hints: lineHints(source, firstLine, lastLine) };
}

/** Where the text with the unclosed quote begins; the reader itself complains only where the text ends. */
function unclosedText(document: Document.Parsed, error: YAMLError): readonly [number, number] {
  let found: readonly [number, number] = error.pos;
  visit(document, {
    Scalar: (_, node) => {
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      if (quoted && node.range && node.range[1] >= error.pos[0]) found = [node.range[0], node.range[1]];
    },
  });
  return found;
}
