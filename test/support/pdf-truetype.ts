/** Reads TrueType programs for tests: advances, outlines and character maps. Shares no code with the libraries under test. */

/** A point of an outline in font units; `on` the curve or not. */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly on: boolean;
}

/** Contours of a glyph with its components put in place. */
export type Outline = readonly (readonly OutlinePoint[])[];

export class TrueTypeProgram {
  readonly unitsPerEm: number;
  readonly glyphs: number;
  readonly tables: ReadonlyMap<string, DataView>;
  readonly #longOffsets: boolean;
  readonly #longMetrics: number;
  #map: ReadonlyMap<number, number> | undefined;

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const tables = new Map<string, DataView>();
    for (let i = 0; i < view.getUint16(4); i++) {
      const at = 12 + 16 * i;
      const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
      const [start, length] = [view.getUint32(at + 8), view.getUint32(at + 12)];
      tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + start, length));
    }
    this.tables = tables;
    this.unitsPerEm = this.#table('head').getUint16(18);
    this.#longOffsets = this.#table('head').getInt16(50) === 1;
    this.glyphs = this.#table('maxp').getUint16(4);
    this.#longMetrics = this.#table('hhea').getUint16(34);
  }

  #table(tag: string): DataView {
    const table = this.tables.get(tag);
    if (table === undefined) throw new Error(`the font program has no ${tag} table`);
    return table;
  }

  /** Advance in thousandths of an em. */
  advance(glyph: number): number {
    const row = Math.min(glyph, this.#longMetrics - 1);
    return (this.#table('hmtx').getUint16(4 * row) * 1000) / this.unitsPerEm;
  }

  #range(glyph: number): readonly [number, number] {
    const loca = this.#table('loca');
    const at = (i: number): number => (this.#longOffsets ? loca.getUint32(4 * i) : 2 * loca.getUint16(2 * i));
    return [at(glyph), at(glyph + 1)];
  }

  outline(glyph: number): Outline {
    const [start, end] = this.#range(glyph);
    if (start === end) return [];
    const glyf = this.#table('glyf');
    const view = new DataView(glyf.buffer, glyf.byteOffset + start, end - start);
    const contours = view.getInt16(0);
    return contours < 0 ? this.#composite(view) : simpleOutline(view, contours);
  }

  #composite(view: DataView): Outline {
    const out: (readonly OutlinePoint[])[] = [];
    let at = 10;
    for (;;) {
      const flags = view.getUint16(at);
      const part = view.getUint16(at + 2);
      const words = (flags & 1) !== 0;
      if ((flags & 2) === 0) throw new Error('a component is placed by points');
      const dx = words ? view.getInt16(at + 4) : view.getInt8(at + 4);
      const dy = words ? view.getInt16(at + 6) : view.getInt8(at + 5);
      at += words ? 8 : 6;
      const scale = (offset: number): number => view.getInt16(at + offset) / 16384;
      let [a, b, c, d] = [1, 0, 0, 1];
      if ((flags & 0x8) !== 0) {
        a = d = scale(0);
        at += 2;
      } else if ((flags & 0x40) !== 0) {
        [a, d] = [scale(0), scale(2)];
        at += 4;
      } else if ((flags & 0x80) !== 0) {
        [a, b, c, d] = [scale(0), scale(2), scale(4), scale(6)];
        at += 8;
      }
      for (const contour of this.outline(part)) {
        out.push(contour.map(({ x, y, on }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, on })));
      }
      if ((flags & 0x20) === 0) return out;
    }
  }

  /** Glyph of a character by the `cmap` table (formats 4 and 12); 0 when it has none. */
  glyphOf(codePoint: number): number {
    this.#map ??= readMap(this.#table('cmap'));
    return this.#map.get(codePoint) ?? 0;
  }
}

function simpleOutline(view: DataView, contours: number): Outline {
  const ends = Array.from({ length: contours }, (_, i) => view.getUint16(10 + 2 * i));
  const count = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * contours;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < count) {
    const flag = view.getUint8(at++);
    const times = (flag & 8) === 0 ? 1 : view.getUint8(at++) + 1;
    for (let i = 0; i < times; i++) flags.push(flag);
  }
  const axis = (short: number, same: number): number[] => {
    let value = 0;
    return flags.map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) === 0 ? -view.getUint8(at++) : view.getUint8(at++);
      else if ((flag & same) === 0) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = axis(2, 16);
  const ys = axis(4, 32);
  const points = flags.map((flag, i) => ({ x: xs[i] ?? 0, y: ys[i] ?? 0, on: (flag & 1) === 1 }));
  return ends.map((end, i) => points.slice(i === 0 ? 0 : (ends[i - 1] ?? 0) + 1, end + 1));
}

function readMap(cmap: DataView): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  for (let i = 0; i < cmap.getUint16(2); i++) {
    const at = cmap.getUint32(4 + 8 * i + 4);
    const format = cmap.getUint16(at);
    if (format === 4) readSegments(cmap, at, out);
    if (format === 12) {
      for (let group = 0; group < cmap.getUint32(at + 12); group++) {
        const entry = at + 16 + 12 * group;
        const [first, last, glyph] = [cmap.getUint32(entry), cmap.getUint32(entry + 4), cmap.getUint32(entry + 8)];
        for (let code = first; code <= last; code++) out.set(code, glyph + code - first);
      }
    }
  }
  return out;
}

function readSegments(cmap: DataView, at: number, out: Map<number, number>): void {
  const count = cmap.getUint16(at + 6) / 2;
  for (let i = 0; i < count; i++) {
    const last = cmap.getUint16(at + 14 + 2 * i);
    const first = cmap.getUint16(at + 16 + 2 * (count + i));
    const delta = cmap.getUint16(at + 16 + 2 * (2 * count + i));
    const offsetAt = at + 16 + 2 * (3 * count + i);
    const offset = cmap.getUint16(offsetAt);
    for (let code = first; code <= last && code < 0xffff; code++) {
      const direct = offset === 0 ? code : cmap.getUint16(offsetAt + offset + 2 * (code - first));
      const glyph = direct === 0 ? 0 : (direct + delta) & 0xffff;
      if (glyph !== 0) out.set(code, glyph);
    }
  }
}
