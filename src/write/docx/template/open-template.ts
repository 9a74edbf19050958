/**
 * Opens an office's Word file, which nobody vouches for. Comes in: its bytes. Goes out: the parts that a look is made of, as
 * trees, or why the file cannot serve. Nothing is run, nothing outside the file is looked at.
 */
import { safeUnzip, type ZipLimits } from '../../../archive/zip-read.js';
import type { Outcome } from '../../../diagnostic/diagnostic.js';
import type { WordTemplate } from '../../../report/style.js';
import { type DroppedThing, type Refusal, unreadable } from './findings.js';
import { elementsIn, parseTree, type XmlElement } from './xml-tree.js';

/** A relationship of a part; `path` is that of the part inside the package, absent for what lies outside. */
export interface Relation {
  /** Last word of its type: `image`, `header`. */
  readonly kind: string;
  readonly target: string;
  readonly path?: string;
}

export interface OfficeTemplate {
  readonly file: string;
  readonly body: XmlElement;
  readonly styles: XmlElement;
  readonly theme?: OfficePart;
  readonly fontTable?: XmlElement;
  readonly settings?: XmlElement;
  readonly numbering?: XmlElement;
  /** Path of the main document. */
  readonly documentPath: string;
  /** Bytes of a part, such as a picture. */
  readonly bytesOf: (path: string) => Uint8Array | undefined;
  /** Tree of a part; undefined when it is not there or cannot be read. */
  readonly treeOf: (path: string) => XmlElement | undefined;
  readonly relationsOf: (path: string) => ReadonlyMap<string, Relation>;
  /** What was met and not taken over so far; later stages add to it. */
  readonly dropped: Set<DroppedThing>;
}

export interface OfficePart {
  readonly path: string;
  readonly tree: XmlElement;
}

/** A template is letters and a logo: far less than documents may hold. */
const limits: ZipLimits = { entries: 500, entryBytes: 4 * 1024 * 1024, totalBytes: 16 * 1024 * 1024, ratio: 200 };

/** First bytes of the binary files of old, and of new ones with a password. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];

/** Gives what opening an archive gives, and `docx/template-unreadable`. */
export function openTemplate({ file, bytes }: WordTemplate): Outcome<OfficeTemplate> {
  const refuse = (why: Refusal): Outcome<never> => ({ diagnostics: [unreadable(file, why)] });
  if (compoundFile.every((byte, index) => bytes[index] === byte)) return refuse('old');
  const unzipped = safeUnzip(bytes, file, limits);
  const parts = unzipped.value;
  if (parts === undefined) return { diagnostics: unzipped.diagnostics };
  const treeOf = once((path) => {
    const part = parts.get(path);
    return part === undefined ? undefined : parseTree(part);
  });
  const relationsOf = once((path) => relations(treeOf(relationsPath(path)), path));
  const documentPath = [...relationsOf('').values()].find(({ kind }) => kind === 'officeDocument')?.path;
  const part = documentPath === undefined ? undefined : parts.get(documentPath);
  if (documentPath === undefined || part === undefined) return refuse('no-document');
  const root = treeOf(documentPath);
  // A root of another namespace is taken out by the reader.
  if (root === undefined) return refuse(isStrict(part) ? 'strict' : 'xml');
  const body = elementsIn(root).find(({ name }) => name === 'w:body');
  if (root.name !== 'w:document' || body === undefined) return refuse('no-document');

  const own = [...relationsOf(documentPath).values()];
  const pathOf = (kind: string): string | undefined => own.find((relation) => relation.kind === kind)?.path;
  const optional = (kind: string): XmlElement | undefined => treeOf(pathOf(kind) ?? '');
  const wanted = ['styles', 'theme', 'fontTable', 'settings'].map(pathOf);
  if (wanted.some((path) => path !== undefined && parts.has(path) && treeOf(path) === undefined)) return refuse('xml');
  const themePath = pathOf('theme');
  const theme = themePath === undefined ? undefined : treeOf(themePath);
  const fontTable = optional('fontTable');
  const settings = optional('settings');
  const numbering = optional('numbering');
  return {
    value: {
      file,
      body,
      styles: optional('styles') ?? { name: 'w:styles', attributes: {}, children: [] },
      ...(theme === undefined || themePath === undefined ? {} : { theme: { path: themePath, tree: theme } }),
      ...(fontTable === undefined ? {} : { fontTable }),
      ...(settings === undefined ? {} : { settings }),
      ...(numbering === undefined ? {} : { numbering }),
      documentPath,
      bytesOf: (path) => parts.get(path),
      treeOf,
      relationsOf,
      dropped: unsafeThings(parts, own, relationsOf(pathOf('settings') ?? '/')),
    },
    diagnostics: [],
  };
}

/** Each part is read once, however many sections ask for it. */
function once<T>(make: (path: string) => T): (path: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (path) => {
    const found = known.get(path) ?? { value: make(path) };
    known.set(path, found);
    return found.value;
  };
}

function isStrict(part: Uint8Array): boolean {
  return new TextDecoder().decode(part.subarray(0, 4096)).includes('http://purl.oclc.org/ooxml/');
}

/** What is known to be in the file without reading its text. */
function unsafeThings(
  parts: ReadonlyMap<string, Uint8Array>,
  own: readonly Relation[],
  ofSettings: ReadonlyMap<string, Relation>,
): Set<DroppedThing> {
  const found = new Set<DroppedThing>();
  const names = [...parts.keys()].map((path) => path.slice(path.lastIndexOf('/') + 1).toLowerCase());
  if (names.some((name) => /^vba(?:project|data)/u.test(name)) || own.some(({ kind }) => kind === 'vbaProject'))
    found.add('macros');
  // Word notes the template that any document was made from; that of every new document says nothing.
  const attached = [...ofSettings.values()].filter(({ kind }) => kind === 'attachedTemplate');
  if (attached.some(({ target }) => !/(?:^|[/\\])normal\.dot[mx]?$/iu.test(target))) found.add('remote-template');
  if (names.some((name) => name.endsWith('.odttf'))) found.add('font');
  if (own.some(({ kind }) => /^(?:comments|footnotes|endnotes)$/u.test(kind)) && parts.has('word/comments.xml'))
    found.add('note');
  return found;
}

function relationsPath(path: string): string {
  const slash = path.lastIndexOf('/') + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function relations(tree: XmlElement | undefined, owner: string): ReadonlyMap<string, Relation> {
  const found = new Map<string, Relation>();
  for (const { name, attributes } of tree === undefined ? [] : elementsIn(tree)) {
    const { Id: id, Target: target, Type: type } = attributes;
    if (name !== 'rel:Relationship' || id === undefined || target === undefined || type === undefined) continue;
    const kind = type.slice(type.lastIndexOf('/') + 1);
    const path = attributes['TargetMode'] === 'External' ? undefined : resolved(owner, target);
    found.set(id, { kind, target, ...(path === undefined ? {} : { path }) });
  }
  return found;
}

/** A target as a path in the package, or undefined for one that leads out of it. */
function resolved(owner: string, target: string): string | undefined {
  const folder = owner.slice(0, owner.lastIndexOf('/') + 1);
  const steps = (target.startsWith('/') ? target.slice(1) : `${folder}${target}`).split('/');
  const path: string[] = [];
  for (const step of steps) {
    if (step === '..') {
      if (path.pop() === undefined) return undefined;
    } else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
