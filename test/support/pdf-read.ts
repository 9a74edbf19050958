/** Reads a PDF back with pdf.js, for tests: text and places by page, structure, outline, metadata. */
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface ReadRun {
  readonly text: string;
  /** Points from the left, and baseline from the top, of the page. */
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
}

/** Opens bytes; pdf.js takes hold of them, so it gets a copy. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 }).promise;
}

/** Text runs of a page in content order. */
export async function runsOfPage(pdf: PDFDocumentProxy, number: number): Promise<ReadRun[]> {
  const page = await pdf.getPage(number);
  const { height } = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ disableNormalization: true });
  return content.items.flatMap((item) =>
    'str' in item && item.str !== ''
      ? [
          {
            text: item.str,
            x: Number(item.transform[4]),
            baseline: height - Number(item.transform[5]),
            width: item.width,
          },
        ]
      : [],
  );
}

/** All text without white space, page by page in content order. */
export async function textOfPdf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await openPdf(bytes);
  const pages: string[] = [];
  for (let i = 1; i <= pdf.numPages; i++) {
    const runs = await runsOfPage(pdf, i);
    pages.push(runs.map((run) => run.text.replace(/\s/gu, '')).join(''));
  }
  await pdf.destroy();
  return pages;
}

/** Bytes as text, one character a byte, to look for PDF operators and names outside streams. */
export function latin1(bytes: Uint8Array): string {
  let out = '';
  for (let i = 0; i < bytes.length; i += 4096) out += String.fromCharCode(...bytes.subarray(i, i + 4096));
  return out;
}
