/** Lines of text as they stand on the pages, joined to the elements they belong to. Measured from the content streams. */
import type { ShownGlyph } from '../../support/pdf-content.js';
import type { OpenedPdf } from '../../support/pdf-open.js';
import { elementsOf, isElement } from '../../support/pdf-structure.js';

export interface PageLine {
  /** 0-based. */
  readonly page: number;
  readonly baseline: number;
  readonly size: number;
  readonly glyphs: readonly ShownGlyph[];
  readonly text: string;
  /** Role and number of the element; a list marker or run-in heading counts to the paragraph it begins. */
  readonly role: string;
  readonly element: number;
}

/** All tagged lines in order; glyphs of one element on one baseline are one line. */
export function linesOf({ pages, tree }: OpenedPdf): readonly PageLine[] {
  const owner = new Map<string, { readonly role: string; readonly number: number }>();
  for (const element of elementsOf(tree.kids)) {
    for (const kid of element.kids) {
      if (isElement(kid) || kid.kind !== 'content') continue;
      owner.set(`${kid.page} ${kid.mcid}`, element);
    }
  }
  const lines: PageLine[] = [];
  pages.forEach((page, i) => {
    for (const event of page.events) {
      const mcid = event.marks[0]?.mcid;
      const element = mcid === undefined ? undefined : owner.get(`${i} ${mcid}`);
      const [first] = event.kind === 'show' ? event.glyphs : [];
      if (event.kind !== 'show' || element === undefined || first === undefined) continue;
      const last = lines.at(-1);
      const text = event.glyphs.map((glyph) => glyph.text).join('');
      const goesOn =
        last?.page === i && last.baseline === first.y && isBlockText(last.role) && isBlockText(element.role);
      if (
        last !== undefined &&
        (goesOn || (last.page === i && last.baseline === first.y && last.element === element.number))
      ) {
        // The paragraph owns its line, not the label before it or the link inside it.
        const isLabel = last.role !== 'P' && element.role !== 'Link';
        lines[lines.length - 1] = {
          ...last,
          glyphs: [...last.glyphs, ...event.glyphs],
          text: last.text + text,
          ...(isLabel ? { role: element.role, element: element.number } : {}),
        };
      } else {
        lines.push({
          page: i,
          baseline: first.y,
          size: event.size,
          glyphs: event.glyphs,
          text,
          role: element.role,
          element: element.number,
        });
      }
    }
  });
  return lines;
}

function isBlockText(role: string): boolean {
  return role !== 'TH' && role !== 'TD';
}
