/**
 * XML of an office's file as plain nodes. Names carry the usual prefix of their namespace, whatever the file wrote; what is
 * in a namespace of no standard part (extensions of single programs) falls away, as ECMA-376 part 3 allows for.
 */
import { readXml } from '../../../sheet/xml-events.js';
import { escapeXml, xmlHead } from '../xml.js';

export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Usual prefixes of the namespaces that a transitional Word file may use. */
const namespaces: Readonly<Record<string, string>> = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  w10: 'urn:schemas-microsoft-com:office:word',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  rel: 'http://schemas.openxmlformats.org/package/2006/relationships',
  ct: 'http://schemas.openxmlformats.org/package/2006/content-types',
};

const prefixes: ReadonlyMap<string, string> = new Map(Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]));

interface OpenElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
  /** Namespaces in force, by prefix as written. */
  readonly scope: ReadonlyMap<string, string>;
}

/** Elements whose blanks are text; elsewhere they only lay out the file. */
const textElements: ReadonlySet<string> = new Set(['w:t', 'w:instrText', 'w:delText', 'm:t']);

/**
 * The root element, or undefined for what is not well-formed, declares a document type, or has a root of no known namespace.
 * Alternatives are settled: what every program can read stands for what only new ones can.
 */
export function parseTree(bytes: Uint8Array): XmlElement | undefined {
  const root: OpenElement = { name: '', attributes: {}, children: [], scope: new Map() };
  const stack: OpenElement[] = [root];
  const isWellFormed = readXml(bytes, {
    open: (_, attributes, written) => {
      const scope = scopeOf(stack.at(-1)?.scope ?? root.scope, attributes);
      const element: OpenElement = { name: canonical(written, scope) ?? '', attributes: {}, children: [], scope };
      for (const [key, value] of Object.entries(attributes)) {
        const name = key.includes(':') ? canonical(key, scope) : key;
        const isDeclaration = key === 'xmlns' || key.startsWith('xmlns:');
        if (name !== undefined && !isDeclaration && !name.startsWith('mc:')) element.attributes[name] = value;
      }
      stack.push(element);
    },
    close: () => {
      const done = stack.pop();
      if (done !== undefined) stack.at(-1)?.children.push(...settled(done));
    },
    text: (text) => {
      const top = stack.at(-1);
      if (top !== undefined && (textElements.has(top.name) || text.trim() !== '')) top.children.push(text);
    },
  });
  const [first] = root.children;
  return isWellFormed && first !== undefined && typeof first !== 'string' ? first : undefined;
}

function scopeOf(
  outer: ReadonlyMap<string, string>,
  attributes: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const own = Object.entries(attributes).filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  return own.length === 0 ? outer : new Map([...outer, ...own.map(([key, uri]) => [key.slice(6), uri] as const)]);
}

function canonical(written: string, scope: ReadonlyMap<string, string>): string | undefined {
  const colon = written.indexOf(':');
  const prefix = written.slice(0, Math.max(0, colon));
  if (prefix === 'xml') return written;
  const known = prefixes.get(scope.get(prefix) ?? '');
  return known === undefined ? undefined : `${known}:${written.slice(colon + 1)}`;
}

/** A finished element as it goes into its parent: none of an unknown namespace, the fallback of alternatives. */
function settled({ name, attributes, children }: OpenElement): readonly XmlNode[] {
  if (name === 'mc:AlternateContent') {
    const fallback = children.find((child) => typeof child !== 'string' && child.name === 'mc:Fallback');
    return typeof fallback === 'object' ? fallback.children : [];
  }
  if (name === 'mc:Fallback') return [{ name, attributes, children }];
  return name === '' || name.startsWith('mc:') ? [] : [{ name, attributes, children }];
}

/** One element as text, without declarations of namespaces. */
export function xmlOf({ name, attributes, children }: XmlElement): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const open = `<${name}${written.join('')}`;
  return children.length === 0 ? `${open}/>` : `${open}>${xmlOfAll(children)}</${name}>`;
}

/** Nodes as text, in order. */
export function xmlOfAll(nodes: readonly XmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? escapeXml(node) : xmlOf(node))).join('');
}

/** Declarations that parts with drawings may need. */
const declared = ['w', 'r', 'a', 'wp', 'pic', 'v', 'o', 'w10', 'm']
  .map((prefix) => ` xmlns:${prefix}="${namespaces[prefix] ?? ''}"`)
  .join('');

/** A whole part; `more` is XML put in as it stands after the children. */
export function partOf(root: XmlElement, more = ''): string {
  const written = Object.entries(root.attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `${xmlHead}<${root.name}${declared}${written.join('')}>${xmlOfAll(root.children)}${more}</${root.name}>`;
}

/** Declares on the root of a part that was written elsewhere what it does not declare itself. */
export function withDeclarations(xml: string): string {
  const root = /<w:document\b[^>]*>/u.exec(xml)?.[0] ?? '';
  const missing = declared.split(/(?= xmlns:)/u).filter((one) => !root.includes(one.slice(0, one.indexOf('='))));
  return xml.replace('<w:document', `<w:document${missing.join('')}`);
}

export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** First element of a path of direct children. */
export function childOf(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>(
    (found, name) => (found === undefined ? undefined : elementsIn(found).find((child) => child.name === name)),
    element,
  );
}

/** `w:val` of a path of direct children. */
export function valueOf(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return childOf(element, ...path)?.attributes['w:val'];
}

/** All elements of a name at any depth, in document order. */
export function allOf(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsIn(element).flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)]);
}

/** Printed text at any depth. */
export function textOf(element: XmlElement): string {
  if (element.name === 'w:t') return ownText(element);
  return elementsIn(element).map(textOf).join('');
}

/** Text directly in an element. */
export function ownText({ children }: XmlElement): string {
  return children.filter((child) => typeof child === 'string').join('');
}

/** The value of a switch such as `w:b`: absent value is on. */
export function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !/^(?:0|false|off)$/u.test(element.attributes['w:val'] ?? '');
}
