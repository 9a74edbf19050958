/** Looks over an author's text for markup of other systems, which is printed as typed: one warning a kind, at its first place. */
import type { ComposeContext } from './context.js';
import type { MappedText } from './mapped-text.js';
import { hasTooManyMarks } from './markdown.js';
import { keptFinding, type KeptMarkup } from './narrative-findings.js';

const patterns: readonly { readonly what: KeptMarkup; readonly pattern: RegExp }[] = [
  { what: 'html', pattern: /<\/?[A-Za-z][A-Za-z0-9]*(?:\s[^<>\n]{0,200})?\/?>|<!--/u },
  { what: 'entity', pattern: /&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][\dA-Fa-f]{1,6});/u },
  { what: 'footnote', pattern: /\[\^[^\]\n]{1,40}\]/u },
  { what: 'definition', pattern: /^ {0,3}\[[^\]^\n]{1,200}\]:[ \t]*\S/mu },
  { what: 'strike', pattern: /~~[^~\n]{1,200}~~/u },
];

/** Adds `compose/unsupported-markup` for HTML, character references, footnotes, link definitions and strikethrough. */
export function watchSource(mapped: MappedText, context: ComposeContext): void {
  for (const { what, pattern } of patterns) {
    const match = pattern.exec(mapped.text);
    if (match !== null) {
      context.diagnostics.push(keptFinding(what, mapped, match.index, match.index + match[0].length));
    }
  }
  if (hasTooManyMarks(mapped.text)) context.diagnostics.push(keptFinding('emphasis', mapped, 0, mapped.text.length));
}
