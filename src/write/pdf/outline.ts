/** The outline (bookmarks) of the file. */
import type { OutlineItem } from 'pdfmake/js/PDFDocument.js';
import type { Bookmark } from '../../layout/model.js';
import type { OfficialDocument } from './pdfmake-internals.js';

/** Adds the bookmarks, nested by level and all open; each leads to its heading's height on the page. */
export function addBookmarks(document: OfficialDocument, bookmarks: readonly Bookmark[]): void {
  const open: OutlineItem[] = [document.outline];
  for (const { title, level, page, top } of bookmarks) {
    open.length = Math.min(open.length, level);
    const parent = open.at(-1) ?? document.outline;
    // pdfkit counts `left` from the right edge.
    const options = { pageNumber: page - 1, fit: false, top, left: document.page.width, zoom: 0 };
    const item = parent.addItem(title, options);
    // Count of all entries below an open one (ISO 32000-1 12.3.3); pdfkit would count the nearest only.
    for (const ancestor of open) ancestor.outlineData['Count'] = Number(ancestor.outlineData['Count'] ?? 0) + 1;
    open.push(item);
  }
}
