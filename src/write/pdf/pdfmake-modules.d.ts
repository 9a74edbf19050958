/** The parts of pdfmake 0.3.11 and pdfkit 0.19 that `pdfmake-internals.ts` reaches into; they ship no types of their own. */
declare module 'pdfmake/js/PDFDocument.js' {
  /** Indirect object of the file. */
  export interface Reference {
    data: Record<string, unknown>;
    buffer: Uint8Array[];
    compress: boolean;
    write(chunk: Uint8Array | string): void;
    end(chunk?: Uint8Array | string): void;
    finalize(): void;
  }

  export interface FontkitGlyph {
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
  }

  export interface FontkitFont {
    readonly unitsPerEm: number;
    readonly numGlyphs: number;
    readonly stream: { readonly buffer: Uint8Array };
    readonly directory: { readonly tables: Readonly<Record<string, { readonly offset: number } | undefined>> };
    readonly head: { readonly indexToLocFormat: number };
    readonly hmtx: {
      readonly metrics: {
        readonly length: number;
        get(id: number): { readonly advance: number; readonly bearing: number };
      };
    };
    /** Tables decoded so far; the others are decoded when they are asked for. */
    readonly _tables: { loca?: { readonly version: number; readonly offsets: ArrayLike<number> } };
    getGlyph(id: number): FontkitGlyph;
    createSubset(): FontkitSubset;
  }

  export interface FontkitSubset {
    /** Present for CFF fonts only. */
    readonly cff?: unknown;
    readonly glyphs: number[];
    glyf: Uint8Array[];
    loca: { readonly offsets: number[] };
    hmtx: { readonly metrics: { advance: number; bearing: number }[] };
    offset: number;
    includeGlyph(id: number): number;
    _addGlyph(id: number): number;
    encode(): Uint8Array;
  }

  export interface EmbeddedFont {
    readonly constructor: new (document: PdfmakeDocument, font: FontkitFont, id: string) => EmbeddedFont;
    readonly id: string;
    readonly name: string;
    font: FontkitFont;
    subset: FontkitSubset;
    widths: (number | undefined)[];
    unicode: (number[] | undefined)[];
    document: unknown;
    ref(): Reference;
    toUnicodeCmap(): unknown;
  }

  export interface StructureElement {
    readonly dictionary: Reference;
    add(child: StructureElement | StructureContent): this;
    end(): void;
  }

  /** A stretch of marked content on a page. */
  export type StructureContent = object;

  export interface OutlineItem {
    readonly outlineData: Record<string, unknown>;
    addItem(title: string, options: Readonly<Record<string, unknown>>): OutlineItem;
  }

  export interface Page {
    readonly dictionary: Reference;
    readonly width: number;
    readonly height: number;
    readonly fonts: Record<string, Reference>;
  }

  export interface EmbeddableImage {
    readonly width: number;
    readonly height: number;
    readonly label: string;
    obj: Reference | null;
    embed(document: PdfmakeDocument): void;
  }

  export default class PdfmakeDocument {
    constructor(
      fonts: Readonly<Record<string, unknown>>,
      images: Readonly<Record<string, unknown>>,
      patterns: Readonly<Record<string, unknown>>,
      attachments: Readonly<Record<string, unknown>>,
      options: Readonly<Record<string, unknown>>,
      virtualfs: null,
      localAccessPolicy: (path: string) => boolean,
    );
    page: Page;
    readonly outline: OutlineItem;
    readonly info: Readonly<Record<string, unknown>>;
    readonly fonts: Record<string, { normal: unknown }>;
    readonly _root: Reference;
    _fontCount: number;
    readonly _fontFamilies: Record<string, EmbeddedFont | undefined>;
    addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): this;
    provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont;
    addContent(operators: string): this;
    save(): this;
    restore(): this;
    transform(m11: number, m12: number, m21: number, m22: number, dx: number, dy: number): this;
    link(x: number, y: number, w: number, h: number, url: string, options: Readonly<Record<string, unknown>>): this;
    markStructureContent(tag: string): StructureContent;
    endMarkedContent(): this;
    struct(type: string, options?: Readonly<Record<string, unknown>>): StructureElement;
    addStructure(element: StructureElement): this;
    appendXML(xml: string): void;
    addNamedEmbeddedFile(name: string, specification: Reference): void;
    ref(data?: unknown): Reference;
    push(chunk: Uint8Array | null): boolean;
    end(): void;
    endSubset(): void;
    _addInfo(): void;
  }
}

declare module 'pdfmake/js/Renderer.js' {
  import type PdfmakeDocument from 'pdfmake/js/PDFDocument.js';
  import type { EmbeddableImage } from 'pdfmake/js/PDFDocument.js';

  export interface Vector {
    readonly type: 'line' | 'rect';
    readonly lineWidth?: number;
    readonly color?: string;
    readonly lineColor?: string;
    readonly x1?: number;
    readonly y1?: number;
    readonly x2?: number;
    readonly y2?: number;
    readonly x?: number;
    readonly y?: number;
    readonly w?: number;
    readonly h?: number;
  }

  export interface PlacedImage {
    readonly image: EmbeddableImage;
    readonly x: number;
    readonly y: number;
    readonly _width: number;
    readonly _height: number;
  }

  export default class Renderer {
    constructor(document: PdfmakeDocument, progressCallback?: undefined);
    readonly pdfDocument: PdfmakeDocument;
    renderVector(vector: Vector): void;
    renderImage(image: PlacedImage): void;
  }
}
