/**
 * Which slips in the writing of figures, dates, lists and references have one possible meaning.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { DataNode, ScalarNode } from '../load/node.js';
import type { Splice } from '../edit/splice.js';
import type { SourceRange, SourceText } from '../source/source.js';

/** The change that puts a finding right, or undefined when it is for the clerk to decide. */
export function certainChange(diagnostic: Diagnostic, root: DataNode, source: SourceText): Splice | undefined {
  const { code, range } = diagnostic;
  if (range === undefined || range.file !== source.name) return undefined;
  switch (code) {
    case 'data/number-full-width':
    case 'data/number-grouping':
    case 'data/number-form':
    case 'data/number-mark':
    case 'data/part':
      return scalarChange(root, range, source, certainFigure);
    case 'data/year':
      return scalarChange(root, range, source, certainYear);
    case 'data/date':
      return scalarChange(root, range, source, () => diagnostic.facts?.['corrected']);
    case 'data/list-comma':
    case 'data/row-shape':
      return listChange(diagnostic, range, source);
    case 'template/full-width-braces':
    case 'template/full-width-marks':
      return referenceChange(diagnostic, range, source);
    default:
      return undefined;
  }
}

/** A figure that can be read in one way only; `inList`: commas and spaces within it may part two figures. */
export function certainFigure(text: string, inList: boolean): string | undefined {
  const typed = text.trim();
  const mark = MARKS[typed];
  if (mark !== undefined) return mark;
  const found = /^(?<figure>[0-9０-９.．,，\s]*[0-9０-９.．])(?<rest>.*)$/su.exec(typed);
  const { figure = '', rest = '' } = found?.groups ?? {};
  if (!/^(?:\p{Script=Han}{1,6})?\s*(?:[（(].*[）)])?$/su.test(rest.trim())) return undefined;
  if (inList && /[,，\s]/u.test(figure)) return undefined;
  const narrow = figure.normalize('NFKC');
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/u.test(narrow)) return narrow.replaceAll(',', '') + rest;
  if (/^[1-9]\d{0,2}(?: \d{3})+(?:\.\d+)?$/u.test(narrow)) return narrow.replaceAll(' ', '') + rest;
  if (/^(?:0|[1-9]\d*)?\.\d+$/u.test(narrow)) return narrow.replace(/^\./u, '0.') + rest;
  if (/^(?:0|[1-9]\d*)\.?$/u.test(narrow)) return narrow.replace('.', '') + rest;
  return undefined;
}

/** Signs that are one mark of the form in another width; a hyphen is not among them, since it may be meant for 0. */
const MARKS: Readonly<Record<string, string>> = { '／': '/', '―': '—', '――': '——' };

/** `２０２５`, `2025年`, `2025年度`. */
function certainYear(text: string): string | undefined {
  return /^(?<year>(?:19|20)\d{2})\s*年?度?$/u.exec(text.trim().normalize('NFKC'))?.groups?.['year'];
}

function scalarChange(
  root: DataNode,
  range: SourceRange,
  source: SourceText,
  correct: (text: string, inList: boolean) => string | undefined,
): Splice | undefined {
  const found = scalarAt(root, range, false);
  if (found === undefined || found.node.style === 'block') return undefined;
  const corrected = correct(found.node.text, found.inList);
  const written = corrected === undefined ? undefined : asWritten(corrected, found.node, source);
  return written === undefined ? undefined : { start: range.start, end: range.end, text: written };
}

interface FoundScalar {
  readonly node: ScalarNode;
  readonly inList: boolean;
}

function scalarAt(node: DataNode, range: SourceRange, inList: boolean): FoundScalar | undefined {
  if (range.start < node.range.start || range.end > node.range.end) return undefined;
  if (node.type === 'scalar')
    return node.range.start === range.start && node.range.end === range.end ? { node, inList } : undefined;
  const children = node.type === 'list' ? node.items : node.entries.map(({ value }) => value);
  for (const child of children) {
    const found = scalarAt(child, range, inList || node.type === 'list');
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A value in the quotes in which it was typed; undefined when it would have to be written otherwise there. */
function asWritten(text: string, node: ScalarNode, source: SourceText): string | undefined {
  if (/[\r\n]/u.test(source.text.slice(node.range.start, node.range.end))) return undefined;
  if (node.style === 'plain') return /: |\s#/u.test(text) ? undefined : text;
  const quote = source.text.charAt(node.range.start);
  return /["'\\]/u.test(text) ? undefined : quote + text + quote;
}

/** A list whose figures are parted by Chinese commas or that lacks its brackets. `5，100` in it may be one figure or two. */
function listChange(diagnostic: Diagnostic, range: SourceRange, source: SourceText): Splice | undefined {
  const corrected = diagnostic.facts?.['corrected'];
  const typed = source.text.slice(range.start, range.end);
  if (corrected === undefined || /[\r\n#]/u.test(typed) || /^["']/u.test(typed)) return undefined;
  const doubtful = /[0-9０-９]\s*[，、；,;\s]\s*[0-9０-９]{3}(?![0-9０-９])/u.test(typed);
  return doubtful ? undefined : { start: range.start, end: range.end, text: corrected };
}

/** `｛｛值 "t3/r1/total"｝｝`: the same signs in their plain form, one for one. */
function referenceChange(diagnostic: Diagnostic, range: SourceRange, source: SourceText): Splice | undefined {
  const corrected = diagnostic.facts?.['corrected'];
  const typed = source.text.slice(range.start, range.end);
  if (corrected === undefined || corrected.length !== typed.length) return undefined;
  const whole = /^\{\{[^{}\r\n]*\}\}$/u.test(corrected);
  const same =
    whole && [...typed].every((sign, at) => sign === corrected[at] || /[｛｝“”‘’＂\u3000\u00a0]/u.test(sign));
  // Between double quotes of YAML a straight quote would end the text.
  return same && !isQuotedLine(source, range) ? { start: range.start, end: range.end, text: corrected } : undefined;
}

function isQuotedLine(source: SourceText, range: SourceRange): boolean {
  const lineStart = source.text.lastIndexOf('\n', range.start - 1) + 1;
  return /^\s*(?:- +)*(?:[^:]*: +)?["']/u.test(source.text.slice(lineStart, range.start));
}
