/** ISO 19005-3 6.2.2 and 6.7, ISO 14289-1 7.1 and 7.8: what the pages paint, and that all of it is tagged or an artifact. */
import type { ContentEvent } from '../../support/pdf-content.js';
import type { OpenedPdf } from '../../support/pdf-open.js';
import { Findings, type Finding } from './finding.js';

const PAGE_NUMBER = /^— \d+ —$/u;

export function checkContent({ file, pages }: OpenedPdf): readonly Finding[] {
  const found = new Findings();
  pages.forEach((page, i) => {
    const where = `page ${i + 1}`;
    for (const fault of page.faults) found.expect(false, 'A 6.2.2', `${where}: ${fault}`);
    found.expect(
      file.dictionary(file.pages[i])?.entries.has('Resources') === true,
      'A 6.2.2',
      `${where} has no resources`,
    );
    for (const event of page.events) checkMarks(event, where, found);
    const footers = page.events.flatMap((event) =>
      event.kind === 'show' && event.marks[0]?.subtype === 'Footer' ? [textOf(event)] : [],
    );
    found.expect(
      PAGE_NUMBER.test(footers.join('')),
      'UA 7.8',
      `${where} has the footer ${JSON.stringify(footers.join(''))}`,
    );
    const states = file.dictionary(file.get(file.pages[i], 'Resources', 'ExtGState'))?.entries ?? new Map();
    for (const [name, state] of states) {
      for (const key of file.dictionary(state)?.entries.keys() ?? []) {
        const isOpaque = key === 'Type' || (['CA', 'ca'].includes(key) && file.get(state, key) === 1);
        found.expect(isOpaque, 'A 6.2.5', `${where}: the graphics state ${name} sets ${key}`);
      }
    }
    found.expect(file.get(file.pages[i], 'Group') === undefined, 'A 6.2.10', `${where} is a transparency group`);
  });
  return found.list;
}

function textOf(event: Extract<ContentEvent, { kind: 'show' }>): string {
  return event.glyphs.map((glyph) => glyph.text).join('');
}

/** Everything painted stands in exactly one marked content: an artifact, or content with an MCID. */
function checkMarks(event: ContentEvent, where: string, found: Findings): void {
  const what = `${where}: ${event.kind === 'show' ? textOf(event) : event.kind}`;
  const [mark] = event.marks;
  found.expect(mark !== undefined, 'UA 7.1', `${what} is neither tagged nor an artifact`);
  found.expect(event.marks.length <= 1, 'UA 7.1', `${what} stands in marked content inside another`);
  if (mark === undefined) return;
  const isArtifact = mark.tag === 'Artifact';
  found.expect(isArtifact !== (mark.mcid !== undefined), 'UA 7.1', `${what} stands in ${mark.tag} without a number`);
  if (isArtifact) {
    const isTyped =
      mark.type === 'Layout' || (mark.type === 'Pagination' && ['Footer', 'Watermark'].includes(mark.subtype ?? ''));
    found.expect(isTyped, 'UA 7.8', `${what} is an artifact of ${mark.type} ${mark.subtype}`);
  }
  if (event.kind === 'path') found.expect(isArtifact, 'UA 7.3', `${what} is a drawing inside the text`);
  if (event.kind === 'image') found.expect(mark.tag === 'Figure', 'UA 7.3', `${what} is no figure`);
}
