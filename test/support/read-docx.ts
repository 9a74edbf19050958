import { strFromU8, unzipSync } from 'fflate';
import { childrenOf, parseXml, type XmlElement } from './xml.js';

/** A table as read back: `null` where a merged cell covers the slot. */
export type ReadTable = readonly (readonly (string | null)[])[];

/** What a file says: text outside tables by paragraph, and tables, in reading order. */
export interface ReadDocument {
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReadTable[];
  /** `p` and `t` in reading order. */
  readonly order: readonly ('p' | 't')[];
}

/** Reads a DOCX by its XML alone: no code of the library that wrote it. */
export function readDocx(bytes: Uint8Array): ReadDocument {
  const part = unzipSync(bytes)['word/document.xml'];
  if (part === undefined) throw new Error('no word/document.xml');
  const body = childrenOf(parseXml(strFromU8(part)), 'w:body')[0];
  if (body === undefined) throw new Error('no body');
  const paragraphs: string[] = [];
  const tables: ReadTable[] = [];
  const order: ('p' | 't')[] = [];
  for (const child of childrenOf(body)) {
    if (child.name === 'w:tbl') {
      tables.push(readTable(child));
      order.push('t');
    } else if (child.name === 'w:p') {
      const text = paragraphText(child);
      if (text !== '') {
        paragraphs.push(text);
        order.push('p');
      }
    }
  }
  return { paragraphs, tables, order };
}

/** Text of a paragraph; a break is a line feed, hidden text and fields' codes do not count. */
function paragraphText(element: XmlElement): string {
  let text = '';
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    if (child.name === 'w:t') text += child.children.filter((part) => typeof part === 'string').join('');
    else if (child.name === 'w:br') text += child.attributes['w:type'] === 'page' ? '' : '\n';
    else if (child.name === 'w:tab') text += '\t';
    else if (child.name !== 'w:pPr' && child.name !== 'w:rPr' && child.name !== 'w:instrText')
      text += paragraphText(child);
  }
  return text;
}

function readTable(table: XmlElement): ReadTable {
  const rows: (string | null)[][] = [];
  const edges = new Set<number>();
  for (const row of childrenOf(table, 'w:tr')) {
    const slots: (string | null)[] = [];
    for (const cell of childrenOf(row, 'w:tc')) {
      const properties = childrenOf(cell, 'w:tcPr')[0];
      const property = (name: string): XmlElement | undefined =>
        properties === undefined ? undefined : childrenOf(properties, name)[0];
      const merge = property('w:vMerge');
      const continues = merge !== undefined && merge.attributes['w:val'] !== 'restart';
      const span = Number(property('w:gridSpan')?.attributes['w:val'] ?? '1');
      edges.add(slots.length);
      slots.push(continues ? null : childrenOf(cell, 'w:p').map(paragraphText).join('\n'));
      for (let i = 1; i < span; i++) slots.push(null);
    }
    rows.push(slots);
  }
  return withoutUnusedColumns(rows, edges);
}

/** Drops column boundaries at which no cell of the table begins, so that grids of different make compare. */
function withoutUnusedColumns(rows: readonly (readonly (string | null)[])[], edges: ReadonlySet<number>): ReadTable {
  return rows.map((row) => row.filter((_, column) => edges.has(column)));
}
