/** ISO 19005-3 6.7 and ISO 14289-1 7: the structure tree, its content and its order. */
import type { OpenedPdf } from '../../support/pdf-open.js';
import {
  contentOf,
  elementsOf,
  isElement,
  type StructureContent,
  type StructureElement,
} from '../../support/pdf-structure.js';
import { isArray, textOfString } from '../../support/pdf-syntax.js';
import { Findings, type Finding } from './finding.js';

const BLOCKS = ['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BlockQuote', 'L', 'Table', 'Figure', 'Caption'];
const CONTENT = 'content';

/** What each element may hold (ISO 32000-1 14.8.4, ISO 14289-1 7): roles, and `content` for marked content. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  Document: BLOCKS,
  BlockQuote: ['P'],
  ...Object.fromEntries(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6'].map((role) => [role, [CONTENT, 'Link']])),
  Link: [CONTENT, 'annotation'],
  Caption: [CONTENT, 'Link'],
  Figure: [CONTENT],
  L: ['LI'],
  LI: ['Lbl', 'LBody'],
  Lbl: [CONTENT],
  LBody: ['P', 'L', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BlockQuote'],
  Table: ['THead', 'TBody'],
  THead: ['TR'],
  TBody: ['TR'],
  TR: ['TH', 'TD'],
  TH: [CONTENT, 'Link'],
  TD: [CONTENT, 'Link'],
};

export function checkStructure(pdf: OpenedPdf): readonly Finding[] {
  const found = new Findings();
  const { file, tree } = pdf;
  found.expect(file.get(file.root, 'StructTreeRoot', 'RoleMap') === undefined, 'UA 7.1', 'there is a role map');
  found.expect(
    tree.kids.length === 1 && tree.kids[0]?.role === 'Document',
    'A 6.7.3',
    'the root is no single Document',
  );
  const elements = elementsOf(tree.kids);
  for (const element of elements) checkElement(element, found);
  checkParents(tree.kids, tree.number, found);
  checkMarkedContent(pdf, elements, found);
  checkHeadings(elements, found);
  checkAnnotations(pdf, elements, found);
  return found.list;
}

function checkElement(element: StructureElement, found: Findings): void {
  const { role, kids } = element;
  const allowed = HOLDS[role];
  found.expect(allowed !== undefined, 'UA 7.1', `${role} is no standard structure type that this program uses`);
  for (const kid of kids) {
    const kind = isElement(kid) ? kid.role : kid.kind;
    found.expect(allowed?.includes(kind) !== false, 'UA 7.2', `${kind} stands straight inside ${role}`);
  }
  const roles = kids.filter(isElement).map((kid) => kid.role);
  const count = (wanted: string): number => roles.filter((kid) => kid === wanted).length;
  if (role === 'Figure') found.expect((element.alt ?? '').trim() !== '', 'UA 7.3', 'a figure has no alternative text');
  if (role === 'Table') {
    found.expect(
      count('THead') <= 1 && count('TBody') === 1,
      'UA 7.5',
      'a table has not one THead at most and one TBody',
    );
    found.expect(roles[0] !== 'TBody' || count('THead') === 0, 'UA 7.5', 'a THead stands after its TBody');
  }
  if (role === 'LI') {
    found.expect(
      roles.join(' ') === 'Lbl LBody' || roles.join(' ') === 'LBody',
      'UA 7.6',
      `a list item holds ${roles.join(' ')}`,
    );
  }
  if (role === 'L') found.expect(roles.length > 0, 'UA 7.6', 'a list is empty');
  if (role === 'Link') {
    const annotations = kids.filter((kid) => !isElement(kid) && kid.kind === 'annotation').length;
    found.expect(annotations === 1 && kids.length > 1, 'UA 7.18.5', 'a link has not its text and one annotation');
  }
}

function checkParents(kids: readonly (StructureElement | StructureContent)[], parent: number, found: Findings): void {
  for (const kid of kids) {
    if (!isElement(kid)) continue;
    found.expect(kid.parent === parent, 'A 6.7.3', `element ${kid.number} names another parent`);
    checkParents(kid.kids, kid.number, found);
  }
}

/** MCIDs of the pages, the tree and the ParentTree are the same, and the tree reads in the order of the pages. */
function checkMarkedContent(
  { file, pages, tree }: OpenedPdf,
  elements: readonly StructureElement[],
  found: Findings,
): void {
  const owner = new Map<string, StructureElement>();
  for (const element of elements) {
    for (const kid of element.kids) {
      if (isElement(kid) || kid.kind !== 'content') continue;
      const key = `${kid.page} ${kid.mcid}`;
      found.expect(!owner.has(key), 'A 6.7.3', `content ${kid.mcid} of page ${kid.page + 1} stands twice in the tree`);
      owner.set(key, element);
    }
  }
  pages.forEach((page, i) => {
    const key = file.get(file.pages[i], 'StructParents');
    const parents = typeof key === 'number' ? tree.parents.get(key) : undefined;
    found.expect(Array.isArray(parents), 'A 6.7.3', `page ${i + 1} has no entry in the ParentTree`);
    const seen = new Set<number>();
    for (const { marks } of page.events) {
      const [mark] = marks;
      if (mark?.mcid === undefined || seen.has(mark.mcid)) continue;
      seen.add(mark.mcid);
      const element = owner.get(`${i} ${mark.mcid}`);
      found.expect(element !== undefined, 'UA 7.1', `content ${mark.mcid} of page ${i + 1} is not in the tree`);
      if (element === undefined) continue;
      found.expect(
        element.role === mark.tag,
        'UA 7.1',
        `content ${mark.mcid} of page ${i + 1} is ${mark.tag}, its element ${element.role}`,
      );
      const listed = Array.isArray(parents) ? (parents as readonly (number | undefined)[])[mark.mcid] : undefined;
      found.expect(
        listed === element.number,
        'A 6.7.3',
        `the ParentTree has another element for content ${mark.mcid} of page ${i + 1}`,
      );
    }
    for (const place of owner.keys()) {
      const [at, mcid] = place.split(' ').map(Number);
      if (at === i)
        found.expect(
          seen.has(mcid ?? -1),
          'A 6.7.3',
          `content ${mcid} of page ${i + 1} is in the tree and not on the page`,
        );
    }
  });
  checkOrder({ pages, tree }, found);
}

function checkOrder({ pages, tree }: Pick<OpenedPdf, 'pages' | 'tree'>, found: Findings): void {
  const painted = pages.flatMap((page, i) => {
    const order = page.events.flatMap(({ marks }) => (marks[0]?.mcid === undefined ? [] : [marks[0].mcid]));
    return [...new Set(order)].map((mcid) => `${i} ${mcid}`);
  });
  const inTree = contentOf(tree.kids).flatMap((kid) => (kid.kind === 'content' ? [`${kid.page} ${kid.mcid}`] : []));
  // A cell that goes on is on one page only, and a row too, so the two orders are the same to the last piece.
  const at = inTree.findIndex((place, i) => place !== painted[i]);
  found.expect(at < 0, 'UA 7.2', `the tree and the pages read in another order from content ${inTree[at]} on`);
}

function checkHeadings(elements: readonly StructureElement[], found: Findings): void {
  let last = 0;
  for (const { role } of elements) {
    const level = /^H([1-6])$/u.exec(role)?.[1];
    if (level === undefined) continue;
    found.expect(Number(level) <= last + 1, 'UA 7.4.2', `${role} follows H${last}`);
    last = Number(level);
  }
  found.expect(elements.filter(({ role }) => role === 'H1').length <= 1, 'UA 7.4', 'there is more than one title');
}

function checkAnnotations({ file, tree }: OpenedPdf, elements: readonly StructureElement[], found: Findings): void {
  const holders = new Map<number, StructureElement>();
  for (const element of elements) {
    for (const kid of element.kids)
      if (!isElement(kid) && kid.kind === 'annotation') holders.set(kid.annotation.number, element);
  }
  file.pages.forEach((page, i) => {
    const annotations = file.get(page, 'Annots');
    if (!isArray(annotations)) return;
    found.expect(file.name(page, 'Tabs') === 'S', 'UA 7.18.3', `page ${i + 1} is not tabbed by its structure`);
    for (const annotation of annotations) {
      const what = `an annotation of page ${i + 1}`;
      found.expect(file.name(annotation, 'Subtype') === 'Link', 'A 6.3.1', `${what} is no link`);
      // Print set; hidden, invisible, no view and toggle not.
      found.expect(file.get(annotation, 'F') === 4, 'A 6.3.2', `${what} is not always shown and printed`);
      found.expect(
        file.name(annotation, 'A', 'S') === 'URI',
        'A 6.5.1',
        `${what} does something else than lead to an address`,
      );
      const contents = textOfString(file.get(annotation, 'Contents'));
      found.expect((contents ?? '') !== '', 'UA 7.18.5', `${what} is not described`);
      const key = file.get(annotation, 'StructParent');
      const parent = typeof key === 'number' ? tree.parents.get(key) : undefined;
      const holder =
        'number' in (annotation as object) ? holders.get((annotation as { number: number }).number) : undefined;
      found.expect(holder?.role === 'Link', 'UA 7.18.5', `${what} is in no link element`);
      found.expect(parent === holder?.number, 'UA 7.18.1', `the ParentTree has another element for ${what}`);
    }
  });
}
