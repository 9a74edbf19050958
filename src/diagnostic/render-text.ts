/**
 * Diagnostics as text for people. Comes in: diagnostics and the sources they point into. Goes out: one string, the verdict
 * first (R-08), then each finding with its place, sentence, code frame, advice and clause.
 */
import { positionOf, type SourceRange, type SourceText } from '../source/source.js';
import { shownText } from '../source/width.js';
import { codeFrame } from './code-frame.js';
import { countDiagnostics, type DiagnosticCounts } from './count.js';
import { hasErrors, type Bilingual, type Diagnostic, type Severity } from './diagnostic.js';

/** Parts of the output that may be coloured. */
export type TextKind = Severity | 'good' | 'bad' | 'code' | 'place' | 'dim' | 'caret';

export interface RenderTextOptions {
  /** Language of messages. In `zh` no English word is printed other than codes and file names. */
  readonly lang: 'zh' | 'en';
  /** Wraps a part in colour; absent = none. */
  readonly color?: (kind: TextKind, text: string) => string;
  /** Print the lines of the input around each place (default true). */
  readonly frames?: boolean;
  /** Print the verdict line first (default true); false for findings that are not the result of a check. */
  readonly verdict?: boolean;
  /** Which findings print their waiver ready to paste (default `errors`). */
  readonly waivers?: 'errors' | 'all' | 'none';
  /** End with a line that says how a code is explained. */
  readonly explainHint?: boolean;
}

type Context = Required<Pick<RenderTextOptions, 'lang' | 'color' | 'frames' | 'waivers'>> & {
  readonly sources: ReadonlyMap<string, SourceText>;
};

const SEVERITY_NAMES: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  info: { zh: '提示', en: 'info' },
};

const INDENT = '  ';

/**
 * The whole result as text, ending in a line end. `sources` are by the name that ranges carry in `file`; a place whose
 * source is not among them is printed without line and frame.
 */
export function renderText(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, SourceText>,
  options: RenderTextOptions,
): string {
  const context: Context = {
    lang: options.lang,
    color: options.color ?? ((_, text) => text),
    frames: options.frames ?? true,
    waivers: options.waivers ?? 'errors',
    sources,
  };
  // A waived finding with an unwaived error folded under it is no longer settled and is shown in full.
  const waived = diagnostics.filter((diagnostic) => diagnostic.waived !== undefined && !hasErrors([diagnostic]));
  const shown = diagnostics.filter((diagnostic) => !waived.includes(diagnostic));
  const blocks = options.verdict === false ? [] : [verdictLine(countDiagnostics(diagnostics), context)];
  for (const diagnostic of shown) blocks.push(block(diagnostic, context, '').join('\n'));
  if (waived.length > 0) blocks.push(waivedBlock(waived, context));
  const example = shown[0]?.code;
  if (options.explainHint === true && example !== undefined)
    blocks.push(context.color('dim', explainLine(example, context)));
  return `${blocks.join('\n\n')}\n`;
}

/** 合格 / 不合格 and the counts (R-08). */
function verdictLine(counts: DiagnosticCounts, context: Context): string {
  const good = counts.error === 0;
  const zhParts = [
    ...(counts.error > 0 ? [`${counts.error} 个错误`] : []),
    ...(counts.warning > 0 ? [`${counts.warning} 个警告`] : []),
    ...(counts.info > 0 ? [`${counts.info} 个提示`] : []),
    ...(counts.waived > 0 ? [`已豁免 ${counts.waived} 个`] : []),
  ];
  const enParts = [
    ...(counts.error > 0 ? [plural(counts.error, 'error')] : []),
    ...(counts.warning > 0 ? [plural(counts.warning, 'warning')] : []),
    ...(counts.info > 0 ? [`${counts.info} info`] : []),
    ...(counts.waived > 0 ? [`${counts.waived} waived`] : []),
  ];
  const head = say({ zh: good ? '合格' : '不合格', en: good ? 'Passed' : 'Failed' }, context);
  const tail = context.lang === 'zh' ? zhParts.join('，') : enParts.join(', ');
  const colon = context.lang === 'zh' ? '：' : ': ';
  return context.color(good ? 'good' : 'bad', head) + (tail === '' ? '' : colon + tail);
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function say(text: Bilingual, context: Context): string {
  return context.lang === 'zh' ? text.zh : text.en;
}

function block(diagnostic: Diagnostic, context: Context, indent: string): readonly string[] {
  const inner = indent + INDENT;
  const lines = [indent + headLine(diagnostic, context), ...indented(say(diagnostic.message, context), inner)];
  // A hint is one to read past: its place is enough. What is confidential is not shown again.
  const framed = diagnostic.severity !== 'info' && diagnostic.confidential !== true;
  if (indent === '' && context.frames && framed) lines.push(...frameLines(diagnostic.range, context, inner));
  if (diagnostic.hint !== undefined) {
    lines.push(
      ...indented(say({ zh: `建议：${diagnostic.hint.zh}`, en: `Advice: ${diagnostic.hint.en}` }, context), inner),
    );
  }
  for (const related of diagnostic.related ?? []) {
    const place = placeOf(related.range, context);
    lines.push(
      `${inner}${say({ zh: '另见', en: 'See' }, context)}${place === '' ? '' : ` ${context.color('place', place)}`}${say({ zh: '：', en: ': ' }, context)}${say(related.message, context)}`,
    );
  }
  if (diagnostic.clause !== undefined) {
    const clause = say({ zh: `依据：${diagnostic.clause}`, en: `Clause: ${diagnostic.clause}` }, context);
    lines.push(inner + context.color('dim', clause));
  }
  lines.push(...waiverLines(diagnostic, context, inner));
  const folded = diagnostic.folded ?? [];
  if (folded.length > 0) {
    lines.push(inner + say({ zh: '同一原因：', en: 'From the same cause:' }, context));
    for (const child of folded) lines.push(...block(child, context, inner + INDENT));
  }
  return lines;
}

function waiverLines(diagnostic: Diagnostic, context: Context, indent: string): readonly string[] {
  const wanted = context.waivers === 'all' || (context.waivers === 'errors' && diagnostic.severity === 'error');
  if (!wanted || diagnostic.waiver === undefined || diagnostic.waived !== undefined) return [];
  const lead = say(
    {
      zh: '确有理由不改的，把下面一段放到数据文件的“豁免”下面，写明理由：',
      en: 'If it is to stay, put this under 豁免 (waivers) in the data file with a reason:',
    },
    context,
  );
  return [
    indent + lead,
    ...indented(diagnostic.waiver.trimEnd(), indent + INDENT).map((line) => context.color('dim', line)),
  ];
}

function headLine(diagnostic: Diagnostic, context: Context): string {
  const severity = context.color(diagnostic.severity, say(SEVERITY_NAMES[diagnostic.severity], context));
  const place = placeOf(diagnostic.range, context);
  const code = context.color('code', diagnostic.code);
  return `${severity} ${code}${place === '' ? '' : `  ${context.color('place', place)}`}`;
}

function indented(text: string, indent: string): readonly string[] {
  return text.split('\n').map((line) => indent + line);
}

/** `report.yaml:12:5`, `form.xlsx 表1!B3`, or the file alone when its text is not at hand. */
function placeOf(range: SourceRange | undefined, context: Context): string {
  if (range === undefined) return '';
  if (range.cell !== undefined) return `${range.file} ${range.cell}`;
  const source = context.sources.get(range.file);
  if (source === undefined || isWholeFile(range)) return range.file;
  const { line, column } = positionOf(source, range.start);
  return `${range.file}:${line}:${column}`;
}

/** A place of no length at the very start stands for the file as a whole. */
function isWholeFile(range: SourceRange): boolean {
  return range.start === 0 && range.end === 0;
}

function frameLines(range: SourceRange | undefined, context: Context, indent: string): readonly string[] {
  const source = range === undefined ? undefined : context.sources.get(range.file);
  if (range === undefined || source === undefined) return [];
  const shown = range.cell === undefined ? undefined : source.cells?.get(range.cell);
  if (shown !== undefined) return [`${indent}${context.color('dim', `${range.cell ?? ''} |`)} ${shownText(shown)}`];
  if (isWholeFile(range)) return [];
  return codeFrame(source, range).map(({ gutter, text, kind }) => {
    const painted =
      kind === 'context' ? context.color('dim', text) : kind === 'caret' ? context.color('caret', text) : text;
    return `${indent}${context.color('dim', `${gutter} |`)} ${painted}`.trimEnd();
  });
}

/** Waived findings in one line each: what, where, why. */
function waivedBlock(waived: readonly Diagnostic[], context: Context): string {
  const head = say({ zh: `已豁免 ${waived.length} 个：`, en: `${plural(waived.length, 'waived finding')}:` }, context);
  const lines = waived.map((diagnostic) => {
    const place = placeOf(diagnostic.range, context);
    const reason = diagnostic.waived?.reason ?? '';
    const why = say({ zh: `理由：${reason}`, en: `reason: ${reason}` }, context);
    return `${INDENT}${context.color('code', diagnostic.code)}${place === '' ? '' : `  ${place}`}  ${why}`;
  });
  return [head, ...lines].join('\n');
}

function explainLine(code: string, context: Context): string {
  return say(
    { zh: `查看说明：nianbao explain ${code}`, en: `To see what a code means: nianbao explain ${code}` },
    context,
  );
}
