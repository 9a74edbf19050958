/**
 * Inline Markdown to inlines of the tree. Comes in: phrasing nodes and the text they were read from. Goes out: texts with
 * their marks, addresses and places, links, line breaks; images apart, since they stand between paragraphs.
 */
import type { Inline, Link, Text } from '../report/tree.js';
import { alignedIndexes } from './align.js';
import { joinsWithoutSpace } from './line-joining.js';
import { FIGURE_MARK, GUARD_MARK, rangeIn, type FigureText, type MappedText } from './mapped-text.js';
import { spanOf, type MarkdownImage, type MarkdownInline, type MarkdownLink } from './markdown.js';

/** A run of inlines, or an image between two runs. */
type InlineRun =
  | { readonly type: 'inlines'; readonly inlines: readonly Inline[] }
  | { readonly type: 'image'; readonly node: MarkdownImage };

/** Reads inline nodes of one text. */
export interface InlineReader {
  readonly mapped: MappedText;
  /** Inlines of a paragraph, cut at its images. Runs without any text are left out. */
  runs(nodes: readonly MarkdownInline[]): readonly InlineRun[];
  /** Inlines where no image can stand (headings, cells); an image stays as it was typed. */
  inlines(nodes: readonly MarkdownInline[]): readonly Inline[];
  /** The words between two offsets exactly as typed, references expanded. */
  literal(start: number, end: number): readonly Inline[];
}

/** What reading inlines has to tell; offsets are those of the text read. */
export interface InlineEvents {
  /** Kept as text: a link that cannot be used, an image where none can stand, inline code. */
  kept(what: 'link' | 'image' | 'code', start: number, end: number): void;
  /** A line that ends with a full stop was joined with the next one, which starts at `start`. */
  joined(start: number): void;
}

type Marks = Pick<Text, 'strong' | 'emphasis'>;
type Piece =
  | Inline
  | { readonly type: 'softBreak'; readonly end: number }
  | { readonly type: 'image'; readonly node: MarkdownImage };

/** A reader over one text. */
export function inlineReader(mapped: MappedText, events: InlineEvents): InlineReader {
  const figureAt = figureIndex(mapped);

  const textPieces = (value: string, start: number, end: number, marks: Marks): Piece[] => {
    const indexes = alignedIndexes(value, mapped.text, start, end);
    const pieces: Piece[] = [];
    for (const match of value.matchAll(
      new RegExp(`${FIGURE_MARK}|${GUARD_MARK}|\\n|[^${FIGURE_MARK}${GUARD_MARK}\\n]+`, 'gu'),
    )) {
      const [stretch] = match;
      if (stretch === GUARD_MARK) continue;
      if (stretch === '\n') {
        pieces.push({ type: 'softBreak', end: indexes[match.index + 1] ?? end });
        continue;
      }
      const from = indexes[match.index] ?? start;
      const range = rangeIn(mapped, from, (indexes[match.index + stretch.length - 1] ?? from) + 1);
      const figure = stretch === FIGURE_MARK ? figureAt.get(from) : undefined;
      pieces.push({
        type: 'text',
        value: figure?.text ?? stretch,
        ...marks,
        ...(figure?.address === undefined ? {} : { address: figure.address }),
        ...(range === undefined ? {} : { origin: range }),
      });
    }
    return pieces;
  };

  const literalPieces = (start: number, end: number, marks: Marks): Piece[] =>
    textPieces(mapped.text.slice(start, end), start, end, marks);

  const linkPieces = (node: MarkdownLink, marks: Marks): Piece[] => {
    const { start, end } = spanOf(node);
    const children = joinLines(
      node.children.flatMap((child) => pieces(child, marks, false)),
      events,
    );
    const texts = children.filter((child) => child.type === 'text');
    const plain = texts.length === children.length && texts.length > 0 && (node.title ?? '') === '';
    if (plain && isUsableAddress(node.url)) return [{ type: 'link', href: node.url, children: texts } satisfies Link];
    events.kept('link', start, end);
    return literalPieces(start, end, marks);
  };

  const pieces = (node: MarkdownInline, marks: Marks, imagesApart: boolean): Piece[] => {
    const { start, end } = spanOf(node);
    switch (node.type) {
      case 'text':
        return textPieces(node.value, start, end, marks);
      case 'strong':
        return node.children.flatMap((child) => pieces(child, { ...marks, strong: true }, imagesApart));
      case 'emphasis':
        if (isProduct(mapped.text, start)) return literalPieces(start, end, marks);
        return node.children.flatMap((child) => pieces(child, { ...marks, emphasis: true }, imagesApart));
      case 'break':
        return [{ type: 'lineBreak' }];
      case 'link':
        return linkPieces(node, marks);
      case 'image':
        if (imagesApart) return [{ type: 'image', node }];
        events.kept('image', start, end);
        return literalPieces(start, end, marks);
      case 'inlineCode':
        events.kept('code', start, end);
        return literalPieces(start, end, marks);
      default:
        return literalPieces(start, end, marks);
    }
  };

  return {
    mapped,
    runs: (nodes) =>
      runsOf(
        nodes.flatMap((node) => pieces(node, {}, true)),
        events,
      ),
    inlines: (nodes) =>
      trimmed(
        joinLines(
          nodes.flatMap((node) => pieces(node, {}, false)),
          events,
        ),
      ),
    literal: (start, end) => trimmed(joinLines(literalPieces(start, end, {}), events)),
  };
}

/** Place of each figure mark -> what it prints. */
function figureIndex(mapped: MappedText): ReadonlyMap<number, FigureText> {
  const index = new Map<number, FigureText>();
  let at = mapped.text.indexOf(FIGURE_MARK);
  for (const figure of mapped.figures) {
    if (at < 0) break;
    index.set(at, figure);
    at = mapped.text.indexOf(FIGURE_MARK, at + 1);
  }
  return index;
}

/** True for the star of `3*5*2`: between figures it is a sign of multiplication and no mark of emphasis. */
function isProduct(text: string, start: number): boolean {
  return text.charAt(start) === '*' && /[\dA-Za-z]/u.test(text.charAt(start - 1)) && /\d/u.test(text.charAt(start + 1));
}

function isUsableAddress(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(url) && !url.includes(FIGURE_MARK);
}

function runsOf(pieces: readonly Piece[], events: InlineEvents): readonly InlineRun[] {
  const runs: InlineRun[] = [];
  let from = 0;
  const flush = (to: number): void => {
    const inlines = trimmed(joinLines(pieces.slice(from, to), events));
    if (inlines.length > 0) runs.push({ type: 'inlines', inlines });
  };
  pieces.forEach((piece, index) => {
    if (piece.type !== 'image') return;
    flush(index);
    runs.push({ type: 'image', node: piece.node });
    from = index + 1;
  });
  flush(pieces.length);
  return runs;
}

/** Line ends inside a paragraph: nothing beside Chinese, else one space. Then adjoining texts with equal marks are merged. */
function joinLines(pieces: readonly Piece[], events: InlineEvents): readonly Inline[] {
  const out: Inline[] = [];
  pieces.forEach((piece, index) => {
    if (piece.type === 'image') return;
    if (piece.type !== 'softBreak') {
      append(out, piece);
      return;
    }
    const before = lastCharacter(pieces[index - 1]);
    const after = firstCharacter(pieces[index + 1]);
    const last = out.at(-1);
    if (/[。！？]/u.test(before) && after !== '') events.joined(piece.end);
    if (before === '' || after === '' || joinsWithoutSpace(before, after)) return;
    append(out, { type: 'text', value: ' ', ...(last?.type === 'text' ? marksOf(last) : {}) });
  });
  return out;
}

function append(out: Inline[], next: Inline): void {
  const last = out.at(-1);
  const mergeable =
    last?.type === 'text' &&
    next.type === 'text' &&
    last.address === undefined &&
    next.address === undefined &&
    last.strong === next.strong &&
    last.emphasis === next.emphasis;
  if (!mergeable) {
    out.push(next);
    return;
  }
  const from = last.origin ?? next.origin;
  const to = next.origin ?? last.origin;
  const origin = from === undefined || to === undefined ? undefined : { ...from, end: Math.max(from.end, to.end) };
  out[out.length - 1] = { ...last, value: last.value + next.value, ...(origin === undefined ? {} : { origin }) };
}

function marksOf(text: Text): Marks {
  return {
    ...(text.strong === undefined ? {} : { strong: text.strong }),
    ...(text.emphasis === undefined ? {} : { emphasis: text.emphasis }),
  };
}

function lastCharacter(piece: Piece | undefined): string {
  const text = piece?.type === 'link' ? piece.children.at(-1) : piece;
  return text?.type === 'text' ? ([...text.value].at(-1) ?? '') : '';
}

function firstCharacter(piece: Piece | undefined): string {
  const text = piece?.type === 'link' ? piece.children[0] : piece;
  return text?.type === 'text' ? ([...text.value][0] ?? '') : '';
}

/** Without white space and line breaks at either end. */
export function trimmed(inlines: readonly Inline[]): readonly Inline[] {
  return trimmedAt(trimmedAt(inlines, 0), -1);
}

function trimmedAt(inlines: readonly Inline[], end: 0 | -1): readonly Inline[] {
  const node = inlines.at(end);
  if (node === undefined || node.type === 'link') return inlines;
  const rest = end === 0 ? inlines.slice(1) : inlines.slice(0, -1);
  const value = node.type === 'lineBreak' ? '' : end === 0 ? node.value.trimStart() : node.value.trimEnd();
  if (value === '') return trimmedAt(rest, end);
  if (node.type !== 'text' || value === node.value) return inlines;
  const cut = { ...node, value };
  return end === 0 ? [cut, ...rest] : [...rest, cut];
}
