/**
 * A small XML reader for tests of Word files: elements with attributes, children and text. Knows what docx and our own parts
 * write (no comments, no CDATA, no DTD); throws on anything not well-formed, so a broken part fails its test.
 */
import { strFromU8, unzipSync } from 'fflate';

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (Element | string)[];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescape(text: string): string {
  return text.replace(/&(\w+);/gu, (whole, name: string) => {
    const character = entities[name];
    if (character === undefined) throw new Error(`unknown entity ${whole}`);
    return character;
  });
}

/** Root element of a part. */
export function parseXml(xml: string): Element {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open: OpenElement[] = [root];
  for (const [token] of xml.replace(/^<\?xml[^>]*\?>/u, '').matchAll(/<[^>]*>|[^<]+/gu)) {
    const top = open.at(-1) ?? root;
    if (!token.startsWith('<')) top.children.push(unescape(token));
    else if (token.startsWith('</')) {
      if (top.name !== token.slice(2, -1).trim()) throw new Error(`${token} closes ${top.name}`);
      open.pop();
    } else {
      const name = /^<([\w:.-]+)/u.exec(token)?.[1];
      if (name === undefined) throw new Error(`not an element: ${token}`);
      const attributes: Record<string, string> = {};
      for (const [, key, value] of token.matchAll(/([\w:.-]+)="([^"]*)"/gu))
        attributes[key ?? ''] = unescape(value ?? '');
      const element = { name, attributes, children: [] };
      top.children.push(element);
      if (!token.endsWith('/>')) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name ?? ''} is not closed`);
  const first = root.children.find((child) => typeof child !== 'string');
  if (first === undefined || typeof first === 'string') throw new Error('no root element');
  return first;
}

/** All elements of a name below an element, in document order. */
export function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return child.name === name ? [child, ...all(child, name)] : all(child, name);
  });
}

/** Direct children of a name. */
export function children(element: Element, name: string): readonly Element[] {
  return element.children.filter((child) => typeof child !== 'string' && child.name === name) as readonly Element[];
}

/** First element of a path of direct children; undefined when a step is missing. */
export function at(element: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((e, name) => (e === undefined ? undefined : children(e, name)[0]), element);
}

/** Attribute `w:val` of a path of direct children. */
export function val(element: Element | undefined, ...path: readonly string[]): string | undefined {
  return at(element, ...path)?.attributes['w:val'];
}

/** Text directly in an element. */
export function ownText(element: Element): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}

/** Text of all runs below an element; a break is a line feed. */
export function textIn(element: Element): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return '';
      if (child.name === 'w:t') return ownText(child);
      return child.name === 'w:br' ? '\n' : textIn(child);
    })
    .join('');
}

/** Text of every part of a Word file by path, in the order of the package; pictures are left out. */
export function partsOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const entries = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(?:xml|rels)$/u.test(path));
  return Object.fromEntries(entries.map(([path, data]) => [path, strFromU8(data)]));
}
