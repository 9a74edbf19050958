/**
 * References in text, expanded before Markdown is read: each figure becomes one mark that Markdown takes for a letter, and is
 * put back as text of its own afterwards. So a value is never read as markup, whatever it holds, and the quotes, bars and
 * stars inside `{{…}}` never meet the Markdown parser.
 */
import type { ReportData } from '../data/types.js';
import { cellDirectory } from '../pack/names.js';
import type { TemplatePack } from '../pack/types.js';
import { compileTemplate, expand, hasReferences } from '../template/template.js';
import type { TemplateKind, TemplatePart, TemplateScope } from '../template/template.js';
import type { Figures } from '../data/types.js';
import { isoDate } from '../data/date.js';
import { alignedIndexes } from './align.js';
import { cleanLocated } from './clean-report.js';
import type { ComposeContext, ComposeOptions } from './context.js';
import { FIGURE_MARK, rangeIn, type FigureText, type MappedText } from './mapped-text.js';

/** What references may read: this year's figures, last year's where given, and the facts of the data file. */
export function scopeOf(
  data: ReportData,
  figures: Figures,
  pack: TemplatePack,
  options: Pick<ComposeOptions, 'previousValue'>,
): TemplateScope {
  const { agency, published, year, contact } = data;
  const facts = new Map<string, string>();
  for (const [key, fact] of contact) facts.set(key, cleanLocated(fact).text);
  facts.set('year', String(year.value));
  facts.set('agency', cleanLocated(agency.name).text);
  facts.set('short_name', cleanLocated(agency.shortName ?? agency.name).text);
  if (published !== undefined) facts.set('published', isoDate(published.value));
  return {
    cells: cellDirectory(pack),
    value: (address) => figures.values.get(address) ?? { kind: 'missing' },
    ...(options.previousValue === undefined ? {} : { previousValue: options.previousValue }),
    fields: Object.fromEntries(facts),
    words: pack.terms.words,
  };
}

/**
 * Expands the references of a text. With an error among them the text comes back as it was, so that nothing is lost; the
 * findings of `template/…` say why. `name` is what messages call a text of the pack.
 */
export function expandReferences(
  mapped: MappedText,
  kind: TemplateKind,
  name: string,
  context: ComposeContext,
): MappedText {
  if (!hasReferences(mapped.text)) return mapped;
  const compiled = compileTemplate(mapped.text, {
    kind,
    file: mapped.file ?? name,
    rangeOf: (start, end) => rangeIn(mapped, start, end) ?? { file: name, start, end },
  });
  const expanded = compiled.value === undefined ? undefined : expand(compiled.value, context.scope);
  context.diagnostics.push(...compiled.diagnostics, ...(expanded?.diagnostics ?? []));
  return expanded?.value === undefined ? mapped : joined(mapped, expanded.value);
}

/** The printed text with the figures in their places. */
export function printedText(mapped: MappedText): string {
  let next = 0;
  return mapped.text.replaceAll(FIGURE_MARK, () => mapped.figures[next++]?.text ?? '');
}

function joined(source: MappedText, parts: readonly TemplatePart[]): MappedText {
  const known = source.offsets.length > 0;
  const pieces: string[] = [];
  const offsets: number[] = [];
  const figures: FigureText[] = [];
  for (const part of parts) {
    const { start, end } = part.place;
    if (part.kind === undefined) {
      pieces.push(part.text);
      if (!known) continue;
      const indexes = alignedIndexes(part.text, source.text, start, end);
      for (let i = 0; i < part.text.length; i++) offsets.push(source.offsets[indexes[i] ?? start] ?? 0);
    } else {
      pieces.push(FIGURE_MARK);
      figures.push({ text: part.text, ...(part.address === undefined ? {} : { address: part.address }) });
      if (known) offsets.push(source.offsets[start] ?? 0);
    }
  }
  if (known) offsets.push(source.offsets[source.text.length] ?? 0);
  return { ...source, text: pieces.join(''), offsets, figures };
}
