/**
 * Reads a PDF by pdf.js: the words of its marked content in the order of its tags, and the rows of its tagged tables. Page
 * numbers, lines and repeated heads are artifacts and no words.
 */
import { getDocumentProxy } from 'unpdf';
import type { Outcome } from '../diagnostic/diagnostic.js';
import { tooLarge, unreadable } from './findings.js';
import type { ReadBack, ReadRow } from './model.js';

/** Far above any report: a hostile file must not take time without bound. */
const MOST_PAGES = 1000;
const MOST_BYTES = 64 * 1024 * 1024;

interface TagNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly TagNode[];
}

/** Gives `readback/unreadable` or `readback/too-large` and no value. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Outcome<ReadBack>> {
  if (bytes.length > MOST_BYTES) return { diagnostics: [tooLarge(name)] };
  try {
    // pdf.js takes over the bytes it is given, and refuses the buffers of Node.
    const document = await getDocumentProxy(new Uint8Array(bytes), { isEvalSupported: false, verbosity: 0 });
    try {
      if (document.numPages > MOST_PAGES) return { diagnostics: [tooLarge(name)] };
      const rows: ReadRow[] = [];
      const words: string[] = [];
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number);
        const marked = await markedText(page);
        const tree = (await page.getStructTree()) as TagNode | null;
        if (tree !== null) collect(tree, marked, rows, words);
      }
      return { value: { rows, text: words.join('') }, diagnostics: [] };
    } finally {
      await document.destroy();
    }
  } catch {
    return { diagnostics: [unreadable(name)] };
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** Text of a page by the id of the marked content it stands in. */
async function markedText(page: Page): Promise<ReadonlyMap<string, string>> {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const marked = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of content.items) {
    if ('str' in item) {
      const id = open.findLast((entry) => entry !== undefined);
      if (id !== undefined) marked.set(id, (marked.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push((item as { readonly id?: string }).id);
  }
  return marked;
}

/** pdf.js gives a table's whole tree for each page it stands on, with text for what is on that page: empty rows are elsewhere. */
function collect(node: TagNode, marked: ReadonlyMap<string, string>, rows: ReadRow[], words: string[]): void {
  if (node.role === 'TR') {
    const cells = (node.children ?? []).filter(({ role }) => role === 'TH' || role === 'TD');
    const texts = cells.map((cell) => textOf(cell, marked));
    if (texts.some((text) => text.trim() !== '')) rows.push(texts);
    return;
  }
  if (node.type === 'content') words.push(marked.get(node.id ?? '') ?? '');
  for (const child of node.children ?? []) collect(child, marked, rows, words);
  words.push('\n');
}

function textOf(node: TagNode, marked: ReadonlyMap<string, string>): string {
  const own = node.type === 'content' ? (marked.get(node.id ?? '') ?? '') : '';
  return own + (node.children ?? []).map((child) => textOf(child, marked)).join('');
}
