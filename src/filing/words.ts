/**
 * Lines of a filing's documents: the pack's templates with the facts of the data file, and `#` with the fact a line shows.
 */
import { scopeOf } from '../compose/references.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { OpenReport } from '../pipeline.js';
import type { FilingFact, FilingLine } from '../pack/filing-spec.js';
import { compileTemplate, expand, type TemplateKind, type TemplateScope } from '../template/template.js';

export interface WordsContext {
  readonly scope: TemplateScope;
  /** Facts that are given; one that is not has no entry. */
  readonly facts: Readonly<Partial<Record<FilingFact, string>>>;
}

/** What lines may speak of. */
export function wordsContext(open: OpenReport, facts: WordsContext['facts']): WordsContext {
  return { scope: scopeOf(open.data, open.figures, open.pack, {}), facts };
}

/** The printed text of a line; where one of its facts is not given, what the pack prints instead. */
export function lineText(line: FilingLine, context: WordsContext): string {
  const fact = line.show === undefined ? '' : (context.facts[line.show] ?? '');
  if (line.show !== undefined && fact === '') return line.otherwise;
  return (
    templateText(line.text ?? (line.show === undefined ? '' : '#'), 'wording', fact, context).text ?? line.otherwise
  );
}

/** A title template; a line that cannot be printed whole is left out. */
export function titleLine(template: string, context: WordsContext): string {
  return templateText(template, 'title', '', context).text ?? '';
}

/**
 * A template with `#` in its own words replaced by the fact. What comes out of the data file is never looked into. Gives
 * `template/…`, and then no text.
 */
export function templateText(
  template: string,
  kind: TemplateKind,
  fact: string,
  context: WordsContext,
): { readonly text?: string; readonly diagnostics: readonly Diagnostic[] } {
  const compiled = compileTemplate(template, { kind, file: 'filing.yaml' });
  const expanded = compiled.value === undefined ? undefined : expand(compiled.value, context.scope);
  const parts = expanded?.value;
  if (parts === undefined) return { diagnostics: [...compiled.diagnostics, ...(expanded?.diagnostics ?? [])] };
  return {
    text: parts.map((part) => (part.kind === undefined ? part.text.replaceAll('#', () => fact) : part.text)).join(''),
    diagnostics: [],
  };
}

/** The pack's sentence with a number in the place of `#`. */
export function counted(sentence: string, count: number): string {
  return sentence.replaceAll('#', () => String(count));
}
