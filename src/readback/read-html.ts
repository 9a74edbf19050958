/** Reads an HTML page or fragment by parse5, as a browser would understand it. Scripts and styles are no words. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { ReadBack, ReadRow } from './model.js';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** Elements that show no words of the report. */
const SILENT = new Set(['head', 'script', 'style', 'template', 'noscript']);

/** Elements nested deeper than this are in no report; the reader must not run out of stack on them. */
const DEEPEST = 400;

/** The words and tables of a page; of `main` when it has one. */
export function readHtml(bytes: Uint8Array): ReadBack {
  const document = parse(new TextDecoder('utf-8').decode(bytes));
  const root = firstNamed(document, 'main') ?? document;
  const rows: ReadRow[] = [];
  const words: string[] = [];
  const visit = (node: Node, depth: number): void => {
    if (depth > DEEPEST || SILENT.has(node.nodeName)) return;
    if (isElement(node) && node.tagName === 'table') {
      rows.push(...rowsOf(node));
      return;
    }
    if (isElement(node) && classesOf(node).includes('draft')) return;
    if (node.nodeName === '#text' && 'value' in node) words.push(node.value);
    if (node.nodeName === 'br') words.push('\n');
    for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  visit(root, 0);
  return { rows, text: words.join('') };
}

/** The block of data in a page, or undefined when the page has none (a site may have taken it out). */
export function dataBlockOf(bytes: Uint8Array, id: string): string | undefined {
  const found = allNamed(parse(new TextDecoder('utf-8').decode(bytes)), 'script').find((script) =>
    script.attrs.some(({ name, value }) => name === 'id' && value === id),
  );
  return found === undefined ? undefined : textOf(found, 0);
}

/** Rows of a table; those of a table inside a cell belong to that cell's text. */
function rowsOf(table: Element): readonly ReadRow[] {
  return partsOf(table).map((row) =>
    childrenOf(row)
      .filter((cell) => cell.nodeName === 'td' || cell.nodeName === 'th')
      .map((cell) => textOf(cell, 0)),
  );
}

function partsOf(node: Node): readonly Node[] {
  return childrenOf(node).flatMap((child) => {
    if (child.nodeName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.nodeName) ? partsOf(child) : [];
  });
}

function textOf(node: Node, depth: number): string {
  if (depth > DEEPEST) return '';
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (node.nodeName === 'br') return '\n';
  return childrenOf(node)
    .map((child) => textOf(child, depth + 1))
    .join('');
}

function firstNamed(node: Node, name: string): Element | undefined {
  return allNamed(node, name)[0];
}

/** Without recursion: hostile pages nest as deep as they like. */
function allNamed(root: Node, name: string): readonly Element[] {
  const out: Element[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (isElement(node) && node.tagName === name) out.push(node);
    waiting.push(...[...childrenOf(node)].reverse());
  }
  return out;
}

function classesOf(element: Element): readonly string[] {
  return element.attrs.find(({ name }) => name === 'class')?.value.split(/\s+/u) ?? [];
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function childrenOf(node: Node): readonly Node[] {
  return 'childNodes' in node ? node.childNodes : [];
}
