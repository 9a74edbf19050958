import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A node of the structure tree with the text of its marked content, as an independent reader sees it. */
export interface TaggedNode {
  readonly role: string;
  readonly text: string;
  readonly children: readonly TaggedNode[];
}

/** One piece of text with its place: left edge and baseline in points from the top left of the page. */
export interface PlacedText {
  readonly page: number;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
}

export interface ReadPdf {
  readonly pages: number;
  readonly title: string;
  readonly placed: readonly PlacedText[];
  /** Structure of all pages, page after page. */
  readonly tree: readonly TaggedNode[];
}

interface StructureNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructureNode[];
}

/** Reads a PDF with pdf.js: no code of the library that wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, isEvalSupported: false, verbosity: 0 });
  const document = await task.promise;
  const placed: PlacedText[] = [];
  const tree: TaggedNode[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const height = page.getViewport({ scale: 1 }).height;
    const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
    const marked = new Map<string, string>();
    const stack: (string | undefined)[] = [];
    for (const item of content.items) {
      if ('str' in item) {
        if (item.str === '') continue;
        const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
        placed.push({ page: number, text: item.str, x, y: height - y, width: item.width, size, font: item.fontName });
        const id = stack.findLast((entry) => entry !== undefined);
        if (id !== undefined) marked.set(id, (marked.get(id) ?? '') + item.str);
      } else if (item.type === 'endMarkedContent') stack.pop();
      else stack.push((item as { id?: string }).id);
    }
    const structure = (await page.getStructTree()) as StructureNode | null;
    const convert = (node: StructureNode): TaggedNode => ({
      role: node.role ?? '',
      text: node.type === 'content' ? (marked.get(node.id ?? '') ?? '') : '',
      children: (node.children ?? []).map(convert),
    });
    if (structure !== null) tree.push(convert(structure));
  }
  const information = (await document.getMetadata()).info as { Title?: string };
  const pages = document.numPages;
  await task.destroy();
  return { pages, title: information.Title ?? '', placed, tree };
}

/** Text of a node and everything below, in structure order. */
export function textOfTagged(node: TaggedNode): string {
  return node.text + node.children.map(textOfTagged).join('');
}

/** All nodes of a role, in structure order; nodes inside a found one are not searched. */
export function taggedWith(nodes: readonly TaggedNode[], role: string): readonly TaggedNode[] {
  return nodes.flatMap((node) => (node.role === role ? [node] : taggedWith(node.children, role)));
}
