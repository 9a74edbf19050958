/**
 * The sRGB colour space as a small ICC profile (version 2.1), for the output intent that PDF/A asks for. Built here from the
 * published numbers of IEC 61966-2-1, so that no file has to be read.
 */

/** Columns of the matrix from linear sRGB to XYZ, adapted to D50 (Bradford). */
const COLORANTS: readonly (readonly [tag: string, x: number, y: number, z: number])[] = [
  ['rXYZ', 0.436066, 0.222488, 0.013916],
  ['gXYZ', 0.385147, 0.716873, 0.097076],
  ['bXYZ', 0.143066, 0.060608, 0.714096],
];
const D50 = [0.9642, 1, 0.8249] as const;
/** Entries of the transfer curve. */
const CURVE_LENGTH = 1024;
const HEADER_LENGTH = 128;
const VERSION = 0x02100000;

/** Bytes of the profile; always the same. */
export function srgbProfile(): Uint8Array {
  const curve = transferCurve();
  return assembled([
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', plainText('No copyright, use freely')],
    ['wtpt', xyz(...D50)],
    ...COLORANTS.map(([tag, x, y, z]): [string, Uint8Array] => [tag, xyz(x, y, z)]),
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]);
}

function assembled(tags: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const places = new Map<Uint8Array, number>();
  let end = HEADER_LENGTH + 4 + 12 * tags.length;
  for (const [, data] of tags) {
    if (places.has(data)) continue;
    places.set(data, end);
    end += Math.ceil(data.length / 4) * 4;
  }
  const bytes = new Uint8Array(end);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, end);
  view.setUint32(8, VERSION);
  ascii(bytes, 12, 'mntrRGB XYZ ');
  // The date of a profile is part of its header; a fixed one keeps the bytes alike.
  [2000, 1, 1, 0, 0, 0].forEach((part, i) => view.setUint16(24 + 2 * i, part));
  ascii(bytes, 36, 'acsp');
  D50.forEach((value, i) => view.setInt32(68 + 4 * i, fixed(value)));
  view.setUint32(HEADER_LENGTH, tags.length);
  tags.forEach(([tag, data], i) => {
    const at = HEADER_LENGTH + 4 + 12 * i;
    const place = places.get(data) ?? 0;
    ascii(bytes, at, tag);
    view.setUint32(at + 4, place);
    view.setUint32(at + 8, data.length);
    bytes.set(data, place);
  });
  return bytes;
}

/** textDescriptionType: the ASCII name; the Unicode and Macintosh ones stay empty. */
function description(text: string): Uint8Array {
  const bytes = new Uint8Array(12 + text.length + 1 + 78);
  ascii(bytes, 0, 'desc');
  new DataView(bytes.buffer).setUint32(8, text.length + 1);
  ascii(bytes, 12, text);
  return bytes;
}

function plainText(text: string): Uint8Array {
  const bytes = new Uint8Array(8 + text.length + 1);
  ascii(bytes, 0, 'text');
  ascii(bytes, 8, text);
  return bytes;
}

function xyz(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(8 + 4 * values.length);
  const view = new DataView(bytes.buffer);
  ascii(bytes, 0, 'XYZ ');
  values.forEach((value, i) => view.setInt32(8 + 4 * i, fixed(value)));
  return bytes;
}

function transferCurve(): Uint8Array {
  const bytes = new Uint8Array(12 + 2 * CURVE_LENGTH);
  const view = new DataView(bytes.buffer);
  ascii(bytes, 0, 'curv');
  view.setUint32(8, CURVE_LENGTH);
  for (let i = 0; i < CURVE_LENGTH; i++) {
    const value = i / (CURVE_LENGTH - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    view.setUint16(12 + 2 * i, Math.round(linear * 65535));
  }
  return bytes;
}

/** s15Fixed16Number. */
function fixed(value: number): number {
  return Math.round(value * 65536);
}

function ascii(bytes: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}
