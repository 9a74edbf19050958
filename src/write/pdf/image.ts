/**
 * Images as PDF objects. JPEG data and plain PNG data go in as they are; PNG with transparency, a palette's transparency or
 * interlacing is decoded and laid on white, since transparency has no place in a filed report.
 */
import { Unzlib, zlibSync } from 'fflate';
import type { EmbeddableImage, Reference } from 'pdfmake/js/PDFDocument.js';
import type PdfmakeDocument from 'pdfmake/js/PDFDocument.js';

/** What of an image cannot be printed. */
export type ImageProblem = 'damaged' | 'cmyk' | 'interlaced' | 'huge';

/** More than any scan of an A3 page at 600 dots an inch: such dimensions are a mistake or meant to fill the memory. */
const MOST_PIXELS = 80_000_000;

export type ImageOutcome =
  | { readonly image: EmbeddableImage; readonly problem?: undefined }
  | { readonly image?: undefined; readonly problem: ImageProblem };

interface ImageData {
  readonly width: number;
  readonly height: number;
  readonly entries: Readonly<Record<string, unknown>>;
  readonly bytes: Uint8Array;
  readonly palette?: Uint8Array;
}

/** Reads an image and makes it embeddable under `label`. */
export function imageOf(bytes: Uint8Array, mediaType: 'image/png' | 'image/jpeg', label: string): ImageOutcome {
  const data = mediaType === 'image/jpeg' ? readJpeg(bytes) : readPng(bytes);
  if (typeof data === 'string') return { problem: data };
  return { image: new PdfImage(data, label) };
}

class PdfImage implements EmbeddableImage {
  readonly width: number;
  readonly height: number;
  readonly label: string;
  obj: Reference | null = null;
  readonly #data: ImageData;

  constructor(data: ImageData, label: string) {
    this.width = data.width;
    this.height = data.height;
    this.label = label;
    this.#data = data;
  }

  embed(document: PdfmakeDocument): void {
    if (this.obj !== null) return;
    const { width, height, entries, bytes, palette } = this.#data;
    let colourSpace = entries['ColorSpace'];
    if (palette !== undefined) {
      const colours = document.ref();
      colours.end(palette);
      colourSpace = ['Indexed', 'DeviceRGB', palette.length / 3 - 1, colours];
    }
    this.obj = document.ref({
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      ...entries,
      ColorSpace: colourSpace,
    });
    this.obj.end(bytes);
  }
}

const JPEG_COLOURS: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB' };

/** Finds the frame header (SOF) of a JPEG. */
function readJpeg(bytes: Uint8Array): ImageData | ImageProblem {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return 'damaged';
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) {
      const ColorSpace = JPEG_COLOURS[bytes[at + 9] ?? 0];
      if (ColorSpace === undefined) return 'cmyk';
      if (view.getUint16(at + 7) * view.getUint16(at + 5) > MOST_PIXELS) return 'huge';
      return {
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
        entries: { ColorSpace, BitsPerComponent: bytes[at + 4], Filter: 'DCTDecode' },
        bytes,
      };
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return 'damaged';
}

interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha. */
  readonly colour: number;
  readonly interlaced: boolean;
  readonly data: Uint8Array;
  readonly palette?: Uint8Array;
  readonly transparency?: Uint8Array;
}

const PNG_CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

function readPng(bytes: Uint8Array): ImageData | ImageProblem {
  const parts = pngParts(bytes);
  if (parts === undefined) return 'damaged';
  const { width, height, depth, colour, palette, transparency } = parts;
  if (parts.interlaced) return 'interlaced';
  if (width * height > MOST_PIXELS) return 'huge';
  const channels = PNG_CHANNELS[colour];
  if (channels === undefined || (colour === 3 && palette === undefined)) return 'damaged';
  if (colour !== 4 && colour !== 6 && transparency === undefined) {
    return {
      width,
      height,
      entries: {
        ColorSpace: colour === 0 ? 'DeviceGray' : 'DeviceRGB',
        BitsPerComponent: depth,
        Filter: 'FlateDecode',
        DecodeParms: { Predictor: 15, Colors: channels, BitsPerComponent: depth, Columns: width },
      },
      bytes: parts.data,
      ...(palette === undefined || colour !== 3 ? {} : { palette }),
    };
  }
  const samples = pngSamples(parts, channels);
  if (samples === undefined) return 'damaged';
  return {
    width,
    height,
    entries: { ColorSpace: 'DeviceRGB', BitsPerComponent: 8, Filter: 'FlateDecode' },
    bytes: zlibSync(onWhite(samples, parts, channels), { level: 6 }),
  };
}

function pngParts(bytes: Uint8Array): PngParts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = new Map<string, Uint8Array[]>();
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) break;
    chunks.set(name, [...(chunks.get(name) ?? []), bytes.subarray(at + 8, at + 8 + length)]);
    at += 12 + length;
  }
  const header = chunks.get('IHDR')?.[0];
  const data = chunks.get('IDAT');
  if (header === undefined || header.length < 13 || data === undefined) return undefined;
  const head = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const joined = new Uint8Array(data.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of data) {
    joined.set(part, at);
    at += part.length;
  }
  const palette = chunks.get('PLTE')?.[0];
  const transparency = chunks.get('tRNS')?.[0];
  return {
    width: head.getUint32(0),
    height: head.getUint32(4),
    depth: head.getUint8(8),
    colour: head.getUint8(9),
    interlaced: head.getUint8(12) === 1,
    data: joined,
    ...(palette === undefined ? {} : { palette }),
    ...(transparency === undefined ? {} : { transparency }),
  };
}

/** Unfiltered samples, one number each, as they are (not scaled to 8 bits); undefined when the data end early. */
function pngSamples({ data, width, height, depth }: PngParts, channels: number): Uint16Array | undefined {
  const rowBytes = Math.ceil((width * channels * depth) / 8);
  const step = Math.max(1, (channels * depth) >> 3);
  const raw = unpacked(data, height * (rowBytes + 1));
  if (raw === undefined) return undefined;
  const samples = new Uint16Array(width * height * channels);
  let previous = new Uint8Array(rowBytes);
  for (let y = 0; y < height; y++) {
    const start = y * (rowBytes + 1);
    const row = raw.slice(start + 1, start + 1 + rowBytes);
    unfilter(raw[start] ?? 0, row, previous, step);
    for (let i = 0; i < width * channels; i++) samples[y * width * channels + i] = sampleAt(row, i, depth);
    previous = row;
  }
  return samples;
}

/** Bytes fed to the unpacker at once; it gives at most a thousand times as many. */
const PACKED_CHUNK = 16_384;

/** The first `length` bytes that `data` unpacks to; undefined when there are fewer. Unpacks no more than needed. */
function unpacked(data: Uint8Array, length: number): Uint8Array | undefined {
  const out = new Uint8Array(length);
  let filled = 0;
  const stream = new Unzlib((chunk) => {
    out.set(chunk.subarray(0, length - filled), filled);
    filled = Math.min(length, filled + chunk.length);
  });
  try {
    for (let at = 0; at < data.length; at += PACKED_CHUNK) {
      stream.push(data.subarray(at, at + PACKED_CHUNK), at + PACKED_CHUNK >= data.length);
      if (filled === length) break;
    }
  } catch {
    return undefined;
  }
  return filled === length ? out : undefined;
}

/** PNG filters (ISO/IEC 15948 clause 9). */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, step: number): void {
  for (let i = 0; i < row.length; i++) {
    const a = row[i - step] ?? 0;
    const b = above[i] ?? 0;
    const c = i >= step ? (above[i - step] ?? 0) : 0;
    const add = filter === 1 ? a : filter === 2 ? b : filter === 3 ? (a + b) >> 1 : filter === 4 ? paeth(a, b, c) : 0;
    row[i] = (row[i] ?? 0) + add;
  }
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

function sampleAt(row: Uint8Array, index: number, depth: number): number {
  if (depth === 8) return row[index] ?? 0;
  if (depth === 16) return ((row[2 * index] ?? 0) << 8) | (row[2 * index + 1] ?? 0);
  const bit = index * depth;
  return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
}

/** RGB of 8 bits, transparent parts on white. */
function onWhite(samples: Uint16Array, parts: PngParts, channels: number): Uint8Array {
  const { colour, depth, palette, transparency } = parts;
  const most = (1 << depth) - 1;
  const out = new Uint8Array(parts.width * parts.height * 3);
  const key = transparency === undefined || colour === 3 ? undefined : transparentKey(transparency, channels);
  for (let pixel = 0; pixel < out.length / 3; pixel++) {
    const at = pixel * channels;
    const first = samples[at] ?? 0;
    const isGrey = colour === 0 || colour === 4;
    const value = (k: number): number =>
      colour === 3 ? (palette?.[first * 3 + k] ?? 0) : ((samples[at + (isGrey ? 0 : k)] ?? 0) * 255) / most;
    let alpha = 1;
    if (colour === 4 || colour === 6) alpha = (samples[at + channels - 1] ?? 0) / most;
    else if (colour === 3) alpha = (transparency?.[first] ?? 255) / 255;
    else if (key?.every((sample, k) => sample === samples[at + k]) === true) alpha = 0;
    for (let k = 0; k < 3; k++) out[pixel * 3 + k] = Math.round(value(k) * alpha + 255 * (1 - alpha));
  }
  return out;
}

function transparentKey(transparency: Uint8Array, channels: number): readonly number[] {
  return Array.from({ length: channels }, (_, k) => ((transparency[2 * k] ?? 0) << 8) | (transparency[2 * k + 1] ?? 0));
}
