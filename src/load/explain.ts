/**
 * What stopped the YAML reader, line by line in plain words. A slip of the pen often makes the reader refuse sound lines
 * after it; so each recognised slip is put right in a copy, the copy is read again, and only what is still refused is told.
 */
import { isScalar, visit, type Document, type ParsedNode, type YAMLError } from 'yaml';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { lineOf, positionOf, sourceText, type SourceText } from '../source/source.js';
import { lineHintAt, lineHintDiagnostic, lineHints, type LineHint } from './line-hints.js';
import { convertTree } from './nodes.js';
import { explainYamlError, isUnclosedQuote } from './yaml-errors.js';

/** What the YAML reader made of a text. */
export interface YamlReading {
  readonly document: Document<ParsedNode>;
  readonly errors: readonly YAMLError[];
}

/** More than this many refusals are echoes of the first ones. */
const MOST_ERRORS = 20;
/** Refusals of one reading that are looked at; a hostile file has one on each of its lines. */
const MOST_LOOKED_AT = 60;
/** Lines of one refusal that are searched for a slip. */
const MOST_LINES = 40;
/** Longer texts are read once only. */
const LONGEST_MENDED = 200_000;

/** A text with more refusals than this is no report with slips in it; reading it again and again would take long. */
const MOST_MENDED = 300;

/** One line to tell of; `hint` when the slip on it was recognised. */
interface Finding {
  readonly line: number;
  readonly diagnostic: Diagnostic;
  readonly hint?: LineHint;
}

/** Every refusal of a text in plain words, in the order of the lines, at most 20. `read` reads a mended copy. */
export function explainRefusals(
  source: SourceText,
  first: YamlReading,
  read: (text: string) => YamlReading | undefined,
): readonly Diagnostic[] {
  const told = new Map<number, Diagnostic>();
  const untabbed = withoutTabs(source);
  let current = source;
  let reading: YamlReading | undefined = first;
  if (untabbed !== undefined) {
    told.set(untabbed.line, untabbed.diagnostic);
    current = untabbed.mended;
    reading = read(current.text);
  }
  for (let round = 0; round < MOST_ERRORS && reading !== undefined; round += 1) {
    const findings = findingsOf(current, reading);
    const [head] = findings;
    const mended = head === undefined || reading.errors.length > MOST_MENDED ? undefined : mendedBy(head, current);
    for (const finding of mended === undefined ? findings : findings.slice(0, 1)) tell(finding, told, current, source);
    if (mended === undefined) break;
    current = mended;
    reading = read(current.text);
  }
  return [...told]
    .sort(([a], [b]) => a - b)
    .slice(0, MOST_ERRORS)
    .map(([, diagnostic]) => diagnostic);
}

/** This many lines with tabs are a habit of the editor and not slips. */
const MANY_TABS = 4;

/** Where most lines are indented with tabs, that is told once for all, and the tabs are taken for two spaces each. */
function withoutTabs(
  source: SourceText,
): { readonly line: number; readonly diagnostic: Diagnostic; readonly mended: SourceText } | undefined {
  const tabs = source.text.match(/^ *\t[ \t]*/gmu) ?? [];
  if (tabs.length < MANY_TABS || source.text.length > LONGEST_MENDED) return undefined;
  const start = source.text.search(/^ *\t/mu);
  const mended = source.text.replace(/^[ \t]*\t[ \t]*/gmu, (lead) => lead.replaceAll('\t', '  '));
  return {
    line: positionOf(source, start).line,
    diagnostic: {
      code: 'load/tab-indent',
      severity: 'error',
      message: {
        zh: `从这一行起共有 ${tabs.length} 行用制表符（Tab 键）缩进，只能用空格缩进。`,
        en: `From this line on ${tabs.length} lines are indented with tabs; only spaces may indent.`,
      },
      hint: {
        zh: '用编辑器的“替换”把制表符全部换成空格：第一层两个空格，下一层四个。',
        en: 'Replace all tabs by spaces with your editor: two for the first level, four for the next.',
      },
      range: { file: source.name, start, end: start + (tabs[0]?.length ?? 1) },
    },
    mended: sourceText(source.name, mended),
  };
}

/** The text with the line put right; undefined when that cannot be told, or is no step forward. */
function mendedBy({ hint, line }: Finding, source: SourceText): SourceText | undefined {
  if (hint === undefined || hint.code === 'load/unclosed-quote' || source.text.length > LONGEST_MENDED)
    return undefined;
  const old = lineOf(source, line);
  if (old === hint.corrected) return undefined;
  const start = source.lineStarts[line - 1] ?? 0;
  return sourceText(source.name, source.text.slice(0, start) + hint.corrected + source.text.slice(start + old.length));
}

/** A line told already keeps its message; its corrected line is the later, more right one. */
function tell(finding: Finding, told: Map<number, Diagnostic>, current: SourceText, source: SourceText): void {
  const { line, diagnostic } = finding;
  const earlier = told.get(line);
  if (earlier === undefined) told.set(line, atSource(diagnostic, current, source));
  else if (finding.hint !== undefined && diagnostic.hint !== undefined && diagnostic.facts !== undefined)
    told.set(line, { ...earlier, hint: diagnostic.hint, facts: diagnostic.facts });
}

/** A place in the mended copy as the same line and column of the text itself. */
function atSource(diagnostic: Diagnostic, current: SourceText, source: SourceText): Diagnostic {
  const { range } = diagnostic;
  if (range === undefined || current === source) return diagnostic;
  const line = positionOf(current, range.start).line;
  const shift = (source.lineStarts[line - 1] ?? 0) - (current.lineStarts[line - 1] ?? 0);
  const within = (offset: number): number => Math.max(0, Math.min(offset + shift, source.text.length));
  return { ...diagnostic, range: { ...range, start: within(range.start), end: within(range.end) } };
}

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
 * The refusals of one reading. Where a line it covers shows a well-known slip, the slip is told instead, and other refusals
 * of those lines are its echo. What comes after an unclosed quote is not told at all, since the rest of the file was read
 * as text.
 */
function findingsOf(source: SourceText, { document, errors }: YamlReading): readonly Finding[] {
  const alone = errors.find((error) => error.code === 'RESOURCE_EXHAUSTION' || error.code === 'BAD_DIRECTIVE');
  if (alone !== undefined) {
    const line = positionOf(source, alone.pos[0]).line;
    return [{ line, diagnostic: explainYamlError(alone, alone.pos[0], alone.pos[1], source) }];
  }
  const refusals = errors.slice(0, MOST_LOOKED_AT).map((error) => refusalOf(error, document, source));
  const found = new Map<number, Finding>();
  const take = (hint: LineHint): void => {
    found.set(hint.line, { line: hint.line, hint, diagnostic: lineHintDiagnostic(hint) });
  };
  for (const { hints } of refusals) hints.forEach(take);
  const slipped = refusals.filter(({ hints }) => hints.length > 0);
  for (const { error, start, end, firstLine, hints } of refusals) {
    const echo = slipped.some((other) => other.firstLine <= firstLine && firstLine <= other.lastLine);
    if (hints.length === 0 && !echo && !found.has(firstLine))
      found.set(firstLine, { line: firstLine, diagnostic: explainYamlError(error, start, end, source) });
  }
  // Nodes that are refused for another reason, such as `*x*`: their slips are told in the same run.
  for (const diagnostic of convertTree(document.contents, source).diagnostics.slice(0, MOST_LOOKED_AT)) {
    const line = diagnostic.range === undefined ? 0 : positionOf(source, diagnostic.range.start).line;
    if (found.has(line)) continue;
    const hint = lineHintAt(source, line);
    if (hint !== undefined) take(hint);
    else if (errors.length === 0) found.set(line, { line, diagnostic });
  }
  const inOrder = [...found.values()].sort((a, b) => a.line - b.line);
  const unclosed = inOrder.findIndex(({ diagnostic }) => diagnostic.code === 'load/unclosed-quote');
  return unclosed < 0 ? inOrder : inOrder.slice(0, unclosed + 1);
}

function refusalOf(error: YAMLError, document: YamlReading['document'], source: SourceText): Refusal {
  const unclosed = isUnclosedQuote(error);
  const [start, end] = unclosed ? unclosedText(document, error) : error.pos;
  const firstLine = positionOf(source, start).line;
  const lastLine = unclosed ? firstLine : Math.min(positionOf(source, end).line, firstLine + MOST_LINES);
  const hints = lineHints(source, firstLine, lastLine);
  const above = hints.length > 0 ? undefined : slipAbove(source, firstLine);
  if (above !== undefined) return { error, start, end, firstLine: above.line, lastLine, hints: [above] };
  return { error, start, end, firstLine, lastLine, hints };
}

/** A slip on the line above, of which the reader complains only on the next: a list not closed, a name that it took for text. */
function slipAbove(source: SourceText, line: number): LineHint | undefined {
  const hint = lineHintAt(source, line - 1);
  if (hint?.code === 'load/unclosed-bracket') return hint;
  const beside = hint?.code === 'load/full-width-colon' || hint?.code === 'load/no-space-after-colon';
  return beside && leadOf(lineOf(source, line - 1)) === leadOf(lineOf(source, line)) ? hint : undefined;
}

function leadOf(text: string): string {
  return /^\s*/u.exec(text)?.[0] ?? '';
}

/** Where the text with the unclosed quote begins; the reader itself complains only where the text ends. */
function unclosedText(document: YamlReading['document'], error: YAMLError): readonly [number, number] {
  let found: readonly [number, number] = error.pos;
  visit(document, {
    Scalar: (_, node) => {
      const quoted = isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE');
      if (quoted && node.range && node.range[1] >= error.pos[0]) found = [node.range[0], node.range[1]];
    },
  });
  return found;
}
