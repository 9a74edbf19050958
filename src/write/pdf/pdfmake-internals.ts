/**
 * The one place that reaches into pdfmake (0.3.11, with pdfkit 0.18 or later): a document that packs its streams alike on
 * every machine, hands out its bytes at once, and shows characters glyph by glyph without shaping. pdfmake's own line
 * breaking and tables are not used; layout has placed everything. Throws when the parts it builds on are not there.
 */
/* oxlint-disable eslint/no-underscore-dangle -- pdfkit's names */
import PdfmakeDocumentModule, {
  type EmbeddedFont,
  type FontkitFont,
  type FontkitSubset,
  type Reference,
} from 'pdfmake/js/PDFDocument.js';
import RendererModule from 'pdfmake/js/Renderer.js';
import { zlibSync } from 'fflate';
import type { FontFace, FontProgram } from '../../fonts/fonts.js';
import { addGlyphsFromBytes, advanceOf } from './glyph-subset.js';

/** pdfmake's files are CommonJS with a `default` export; bundlers unwrap it, Node does not. */
function unwrap<T>(module: T): T {
  const holder = module as T & { readonly default?: T };
  return holder.default ?? module;
}

const PdfmakeDocument = unwrap(PdfmakeDocumentModule);
/** Draws lines, rectangles and images; text is drawn by `page-writer`. */
export const PdfmakeRenderer = unwrap(RendererModule);

/** Level of the pure-JS deflate: the same bytes everywhere, which zlib builds do not promise. */
const DEFLATE_LEVEL = 6;

export interface DocumentOptions {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly generator: string;
  readonly language: string;
  readonly created: Date;
  /** Metadata of the file as RDF (see `xmp`). */
  readonly metadata: string;
  /** ICC profile of the output intent. */
  readonly profile: Uint8Array;
}

/** A parsed font, and how pdfkit makes a document's own subset font of it. */
interface ParsedFont {
  readonly name: string;
  readonly font: FontkitFont;
  readonly forDocument: EmbeddedFont['constructor'];
}

/** Fonts that earlier documents have parsed, by face: parsing a font and its glyphs is most of the work of embedding it. */
const parsedFonts = new WeakMap<FontFace, ParsedFont>();

/** A PDF 1.7 document without network, files, clock or machine-dependent compression. */
export class OfficialDocument extends PdfmakeDocument {
  // Set by `push`, which the constructor of the base class already calls: no initialiser here.
  declare chunks?: Uint8Array[];
  readonly #metadata: string;
  readonly #embedded = new Map<string, EmbeddedFont>();

  constructor(options: DocumentOptions) {
    const { created, generator } = options;
    super(
      {},
      {},
      {},
      {},
      {
        pdfVersion: '1.7',
        subset: 'PDF/A-3a',
        tagged: true,
        displayTitle: true,
        lang: options.language,
        autoFirstPage: false,
        font: null,
        info: {
          Title: options.title,
          Author: options.author,
          Subject: options.subject,
          Creator: generator,
          Producer: generator,
          CreationDate: created,
        },
      },
      null,
      () => false,
    );
    requireParts(this);
    this.#metadata = options.metadata;
    this.endSubset = () => addOutputIntent(this, options.profile);
  }

  /** Takes the place of pdfkit's metadata, which does not escape `&` and `<`. */
  override _addInfo(): void {
    this.appendXML(this.#metadata);
  }

  /** Collects the file at once instead of through a stream. */
  override push(chunk: Uint8Array | null): boolean {
    this.chunks ??= [];
    if (chunk !== null) this.chunks.push(chunk);
    return true;
  }

  override ref(data?: unknown): Reference {
    const reference = super.ref(data);
    const finalize = reference.finalize.bind(reference);
    reference.finalize = () => {
      if (reference.compress && reference.buffer.length > 0) {
        reference.buffer = [zlibSync(joined(reference.buffer), { level: DEFLATE_LEVEL })];
        reference.compress = false;
      }
      finalize();
    };
    return reference;
  }

  /** Names an embedded file in the document, as one of those the document was made from (ISO 19005-3 6.8). */
  associate(name: string, specification: Reference): void {
    this.addNamedEmbeddedFile(name, specification);
    this._root.data['AF'] = [specification];
  }

  /** Ends the document and returns its bytes. */
  bytes(): Uint8Array {
    this.end();
    return joined(this.chunks ?? []);
  }

  /** The document's font of a face, embedded as a subset when the document ends. */
  fontOf(face: FontFace): EmbeddedFont {
    const known = this.#embedded.get(face.id);
    if (known !== undefined) return known;
    const parsed = parsedFonts.get(face);
    const font = parsed === undefined ? this.#open(face) : this.#embed(parsed);
    parsedFonts.set(face, { name: font.name, font: font.font, forDocument: font.constructor });
    // pdfkit gives one font for two faces of the same file; its subset is prepared once.
    if (![...this.#embedded.values()].includes(font)) addGlyphsFromBytes(font);
    this.#embedded.set(face.id, font);
    return font;
  }

  #open(face: FontFace): EmbeddedFont {
    const isCollection = face.bytes[0] === 0x74 && face.bytes[1] === 0x74 && face.bytes[2] === 0x63;
    this.fonts[face.id] = { normal: isCollection ? [face.bytes, face.program.postscriptName] : face.bytes };
    return this.provideFont(face.id, false, false);
  }

  /** What `#open` does, with a font that an earlier document has parsed; the subset is this document's own. */
  #embed({ name, font, forDocument: SubsetFont }: ParsedFont): EmbeddedFont {
    const own = this._fontFamilies[name];
    if (own?.font === font) return own;
    const id = `F${++this._fontCount}`;
    const embedded = new SubsetFont(this, font, id);
    this._fontFamilies[own === undefined ? name : id] = embedded;
    return embedded;
  }
}

/** Characters of a run as they are written in a content stream. */
export interface EncodedText {
  /** Two bytes a glyph, in hexadecimal. */
  readonly hex: string;
  /** Shift of the pen before the run, em: a half cell that had to be drawn as a whole one (CFF fonts). */
  readonly shift: number;
}

/**
 * Encodes characters one glyph each, with no shaping: layout has measured them so by `program`, which tells their glyphs.
 * `half` draws a mark in half its cell.
 */
export function encodeText(font: EmbeddedFont, program: FontProgram, text: string, half: boolean): EncodedText {
  let hex = '';
  let shift = 0;
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    const glyph = program.glyph(codePoint);
    const em = font.font.unitsPerEm;
    let id = font.subset.includeGlyph(glyph);
    font.widths[id] ??= advanceOf(font.font, glyph) * (1000 / em);
    font.unicode[id] ??= [codePoint];
    if (half && font.subset.cff === undefined) {
      id = includeHalfGlyph(font, glyph);
      font.widths[id] ??= 500;
      font.unicode[id] ??= [codePoint];
    } else if (half && font.font.getGlyph(glyph).bbox.minX >= em / 2) shift = -0.5;
    hex += id.toString(16).padStart(4, '0');
  }
  return { hex, shift };
}

const patched = new WeakSet<FontkitSubset>();

/**
 * Adds a mark of half a cell to the subset: a composite glyph (TrueType `glyf`) that shows the whole mark, moved left when
 * its ink is in the right half. Its number in the subset's list is the negative of the whole glyph's.
 */
function includeHalfGlyph(font: EmbeddedFont, whole: number): number {
  const { subset } = font;
  if (!patched.has(subset)) {
    patched.add(subset);
    const addGlyph = subset._addGlyph.bind(subset);
    subset._addGlyph = (id) => (id < 0 ? addHalfGlyph(font, -id) : addGlyph(id));
  }
  return subset.includeGlyph(-whole);
}

/** Flags of a composite glyph: arguments are words, arguments are offsets. */
const COMPOSITE_FLAGS = 0x0003;
const COMPOSITE_LENGTH = 20;

function addHalfGlyph({ font, subset }: EmbeddedFont, whole: number): number {
  const { bbox } = font.getGlyph(whole);
  const shift = bbox.minX >= font.unitsPerEm / 2 ? -Math.round(font.unitsPerEm / 2) : 0;
  const data = new Uint8Array(COMPOSITE_LENGTH);
  const view = new DataView(data.buffer);
  const words = [
    -1,
    bbox.minX + shift,
    bbox.minY,
    bbox.maxX + shift,
    bbox.maxY,
    COMPOSITE_FLAGS,
    subset.includeGlyph(whole),
    shift,
    0,
  ];
  words.forEach((word, i) => view.setInt16(2 * i, Math.round(word)));
  subset.glyf.push(data);
  subset.loca.offsets.push(subset.offset);
  subset.hmtx.metrics.push({ advance: Math.round(font.unitsPerEm / 2), bearing: Math.round(bbox.minX + shift) });
  subset.offset += data.length;
  return subset.glyf.length - 1;
}

function addOutputIntent(document: OfficialDocument, profile: Uint8Array): void {
  const stream = document.ref({ N: 3 });
  stream.end(profile);
  const intent = document.ref({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    Info: new String('sRGB IEC61966-2.1'),
    OutputConditionIdentifier: new String('sRGB IEC61966-2.1'),
    DestOutputProfile: stream,
  });
  intent.end();
  document._root.data['OutputIntents'] = [intent];
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    out.set(chunk, at);
    at += chunk.length;
  }
  return out;
}

const DOCUMENT_PARTS = [
  'addPage',
  'provideFont',
  'addContent',
  'markStructureContent',
  'endMarkedContent',
  'struct',
  'addStructure',
  'link',
  'appendXML',
  'addNamedEmbeddedFile',
  '_addInfo',
  'endSubset',
] as const;

/** Stops at once when an update of pdfmake or pdfkit moved what this module stands on. */
function requireParts(document: OfficialDocument): void {
  const missing = DOCUMENT_PARTS.filter((part) => typeof document[part] !== 'function');
  const hasRenderer = typeof PdfmakeRenderer.prototype.renderVector === 'function';
  if (missing.length > 0 || !hasRenderer || document.chunks === undefined || document._fontCount !== 0) {
    throw new Error(
      `pdfmake is not version 0.3.11 as this program needs it; missing: ${missing.join(', ') || 'Renderer'}`,
    );
  }
}

/**
 * Throws unless the font's ToUnicode map is written in ranges of at most 256 characters. Versions of pdfkit before 0.18 wrote
 * one range, and text of more than 256 different characters could not be copied (foliojs/pdfkit#1659).
 */
export function requireSplitUnicodeMap(font: EmbeddedFont): void {
  let map = '';
  const probe = Object.create(font) as EmbeddedFont;
  probe.unicode = Array.from({ length: 300 }, (_, i) => [0x4e00 + i]);
  probe.document = {
    ref: () => ({
      end: (text: string) => {
        map = text;
      },
    }),
  };
  probe.toUnicodeCmap();
  if (!/\b2 beginbfrange/u.test(map))
    throw new Error('pdfkit is older than 0.18: its ToUnicode maps break copied text');
}
