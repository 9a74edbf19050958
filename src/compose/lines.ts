/**
 * Single printed lines: of the pack (titles, lines above a table, notes) and of the data file in their place. Never Markdown:
 * a star in a name is a star.
 */
import type { Located } from '../load/loaded.js';
import type { Inline, Paragraph, ParagraphRole } from '../report/tree.js';
import { cleaned } from './clean-report.js';
import type { ComposeContext } from './context.js';
import { inlineReader } from './inlines.js';
import { mappedPlain, rangeIn, type MappedText } from './mapped-text.js';
import { expandReferences } from './references.js';

/** A line of the pack with its references expanded; `name` is what messages call it. */
export function packLine(template: string, name: string, context: ComposeContext): MappedText {
  return expandReferences(mappedPlain(template), 'title', name, context);
}

/** A line of the data file, cleaned, with its references expanded. */
export function ownLine(located: Located<string>, context: ComposeContext): MappedText {
  return expandReferences(cleaned(mappedPlain(located.value, located.range), context), 'title', '', context);
}

/** Words of a line, or of `[start, end)` of it, as inlines. */
export function lineInlines(line: MappedText, start = 0, end = line.text.length): readonly Inline[] {
  return inlineReader(line, { kept: () => undefined, joined: () => undefined }).literal(start, end);
}

/** A paragraph of one line; none when the line is empty. */
export function lineParagraph(role: ParagraphRole, line: MappedText): readonly Paragraph[] {
  const children = lineInlines(line);
  const range = rangeIn(line, 0, line.text.length);
  return children.length === 0
    ? []
    : [{ type: 'paragraph', role, children, ...(range === undefined ? {} : { origin: range }) }];
}
