/**
 * The words of a report outside its statutory cells, in the pieces that a correction names: sentences of paragraphs, headings,
 * list items, lines of tables in the text, notes under tables, pictures.
 */
import { sha256 } from '../pack/sha256.js';
import type { TemplatePack } from '../pack/types.js';
import type { Block, Report } from '../report/tree.js';
import { textOf } from '../report/walk.js';

/** A piece of text, and what tells whether it is the same piece: for a picture its bytes count too. */
export interface Piece {
  readonly text: string;
  readonly key: string;
}

/** Where pieces stand. `frame`: title, lines about tables, signature, which mostly repeat facts. */
export interface Passage {
  readonly kind: 'section' | 'notes' | 'frame';
  /** The same for the same place of two reports. */
  readonly id: string;
  /** Heading of the section, label of the table; empty for the frame and for what stands before the first heading. */
  readonly name: string;
  readonly pieces: readonly Piece[];
}

/** Roles of lines that the form makes of facts. */
const FRAME: ReadonlySet<string> = new Set([
  'subtitle',
  'annexLine',
  'annexMark',
  'tableTitle',
  'tableSubtitle',
  'tableLine',
  'tableUnit',
  'tableSignoff',
  'signature',
  'date',
]);

/** Passages in reading order, the frame last. */
export function passagesOf(report: Report, pack: TemplatePack): readonly Passage[] {
  const labels = new Map(pack.tables.map(({ id, label }) => [id, label]));
  const passages = new Map<string, { kind: Passage['kind']; name: string; pieces: Piece[] }>();
  const at = (kind: Passage['kind'], id: string, name: string): Piece[] => {
    const key = `${kind} ${id}`;
    const known = passages.get(key) ?? { kind, name, pieces: [] };
    passages.set(key, known);
    return known.pieces;
  };
  let section = { id: '', name: '' };
  let table = '';
  for (const block of report.children) {
    if (block.type === 'heading' && block.level === 1) section = { id: block.id, name: textOf(block) };
    if (block.type === 'table' && labels.has(block.id)) {
      table = block.id;
      continue;
    }
    const role = block.type === 'paragraph' ? block.role : block.type;
    if (role === 'title' || FRAME.has(role)) at('frame', '', '').push(...piecesOf(block));
    else if (role === 'tableNote') at('notes', table, labels.get(table) ?? '').push(...piecesOf(block));
    else at('section', section.id, section.name).push(...piecesOf(block));
  }
  return [...passages]
    .map(([id, passage]) => ({ id, ...passage }))
    .sort((a, b) => Number(a.kind === 'frame') - Number(b.kind === 'frame'));
}

function piecesOf(block: Block): readonly Piece[] {
  switch (block.type) {
    case 'figure': {
      const text = textOf(block);
      return [{ text, key: `${text}\n${sha256([block.image])}` }];
    }
    case 'paragraph':
      return plain(sentencesOf(textOf(block)));
    case 'table':
      return plain(
        textOf(block)
          .split('\n')
          .map((line) => line.split('\t').join('　')),
      );
    default:
      return plain(textOf(block).split('\n').flatMap(sentencesOf));
  }
}

/** Sentences with their stops and the quotes and brackets that close after them. */
export function sentencesOf(text: string): readonly string[] {
  return (text.match(/[^。！？]*(?:[。！？]+[”’」』）》]*|$)/gu) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function plain(texts: readonly string[]): readonly Piece[] {
  return texts.map((text) => ({ text, key: text }));
}
