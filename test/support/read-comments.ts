/** Comments of a Word file as a reader finds them: who says what, on which words, in which row. Read from the XML alone. */
import { type Element, all, parseXml, partsOf, textIn } from './docx-xml.js';

export interface ReadComment {
  readonly id: string;
  readonly author: string;
  readonly initials: string;
  readonly date: string;
  readonly lines: readonly string[];
  /** The words between its start and its end. */
  readonly on: string;
  /** The whole paragraph it stands in. */
  readonly paragraph: string;
  /** Text of each cell of its row, when it stands in a table. */
  readonly row?: readonly string[];
}

type Part = Omit<ReadComment, 'on' | 'paragraph' | 'row'>;

/** In the order of `word/comments.xml`; throws on a comment without its start, end and reference, each once. */
export function readComments(bytes: Uint8Array): readonly ReadComment[] {
  const parts = partsOf(bytes);
  const list = parts['word/comments.xml'];
  const document = parseXml(parts['word/document.xml'] ?? '');
  const marks = all(document, 'w:commentReference').map((mark) => mark.attributes['w:id'] ?? '');
  const comments = list === undefined ? [] : all(parseXml(list), 'w:comment').map(commentPart);
  const ids = comments.map(({ id }) => id);
  if ([...ids].sort().join() !== [...marks].sort().join())
    throw new Error(`comments ${ids.join()} are referred to as ${marks.join()}`);
  const places = new Map<string, Pick<ReadComment, 'on' | 'paragraph' | 'row'>>();
  for (const paragraph of all(document, 'w:p')) {
    for (const [id, on] of coveredWords(paragraph)) {
      if (places.has(id)) throw new Error(`comment ${id} stands twice`);
      places.set(id, { on, paragraph: textIn(paragraph) });
    }
  }
  for (const row of all(document, 'w:tr')) {
    const cells = all(row, 'w:tc').map(textIn);
    for (const start of all(row, 'w:commentRangeStart')) {
      const id = start.attributes['w:id'] ?? '';
      const place = places.get(id);
      if (place !== undefined) places.set(id, { ...place, row: cells });
    }
  }
  return comments.map((part) => {
    const place = places.get(part.id);
    if (place === undefined) throw new Error(`comment ${part.id} has no place`);
    return { ...part, ...place };
  });
}

function commentPart(comment: Element): Part {
  const attribute = (name: string): string => comment.attributes[name] ?? '';
  return {
    id: attribute('w:id'),
    author: attribute('w:author'),
    initials: attribute('w:initials'),
    date: attribute('w:date'),
    lines: all(comment, 'w:p').map(textIn),
  };
}

/** Words of each comment that begins in a paragraph, in which it must end too. */
function coveredWords(paragraph: Element): readonly (readonly [string, string])[] {
  const open = new Map<string, string>();
  const closed: (readonly [string, string])[] = [];
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      const id = child.attributes['w:id'] ?? '';
      if (child.name === 'w:commentRangeStart') open.set(id, '');
      else if (child.name === 'w:commentRangeEnd') {
        const words = open.get(id);
        if (words === undefined) throw new Error(`comment ${id} ends before it begins`);
        closed.push([id, words]);
        open.delete(id);
      } else if (child.name === 'w:r') {
        for (const [key, words] of open) open.set(key, words + textIn(child));
      } else visit(child);
    }
  };
  visit(paragraph);
  if (open.size > 0) throw new Error(`comments ${[...open.keys()].join()} do not end in their paragraph`);
  return closed;
}
