/** Runs the content stream of a page for tests: what is shown and drawn where, and the marked content about it. */
import type { PdfFile } from './pdf-file.js';
import { readFont, type ReadFont } from './pdf-font.js';
import {
  isDictionary,
  isKeyword,
  isName,
  isReference,
  isString,
  PdfLexer,
  type PdfReference,
  type PdfValue,
} from './pdf-syntax.js';

/** One level of marked content. */
export interface ContentMark {
  readonly tag: string;
  readonly mcid?: number;
  /** Keys of its property list. */
  readonly keys: readonly string[];
  /** `Type` and `Subtype` of an artifact. */
  readonly type?: string;
  readonly subtype?: string;
}

export interface ShownGlyph {
  readonly code: number;
  readonly text: string;
  /** Origin from the left and top edges of the page, points, and the right end of its advance. */
  readonly x: number;
  readonly y: number;
  readonly right: number;
}

interface EventBase {
  readonly marks: readonly ContentMark[];
}
export interface ShowEvent extends EventBase {
  readonly kind: 'show';
  readonly font: ReadFont;
  readonly size: number;
  readonly glyphs: readonly ShownGlyph[];
  readonly colour: string;
  /** The text stands upright and is not scaled or turned. */
  readonly upright: boolean;
}
export interface PathEvent extends EventBase {
  readonly kind: 'path';
  readonly paint: 'stroke' | 'fill';
  readonly width: number;
  readonly colour: string;
  /** Corners from the top left of the page. */
  readonly points: readonly (readonly [number, number])[];
}
export interface ImageEvent extends EventBase {
  readonly kind: 'image';
  readonly image: PdfReference;
}
export type ContentEvent = ShowEvent | PathEvent | ImageEvent;

export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly events: readonly ContentEvent[];
  readonly operators: ReadonlySet<string>;
  readonly faults: readonly string[];
  /** Deepest nesting of saved graphics states. */
  readonly depth: number;
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** `first` applied before `second`. */
function multiply(first: Matrix, second: Matrix): Matrix {
  const [a, b, c, d, e, f] = first;
  const [A, B, C, D, E, F] = second;
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

interface State {
  readonly ctm: Matrix;
  readonly width: number;
  readonly fill: string;
  readonly stroke: string;
  readonly font?: ReadFont;
  readonly size: number;
  readonly spacing: number;
}

/** Runs page `page`; its operators may be those of the closed list only, any other is a fault. */
export function readContent(file: PdfFile, page: PdfReference, fonts: Map<number, ReadFont>): PageContent {
  const box = file.get(page, 'MediaBox') as readonly number[];
  const [, , width = 0, height = 0] = box;
  const contents = file.dictionary(page)?.entries.get('Contents');
  const lexer = new PdfLexer(file.stream(contents), 0, false);
  const events: ContentEvent[] = [];
  const operators = new Set<string>();
  const faults: string[] = [];
  const marks: ContentMark[] = [];
  const saved: State[] = [];
  let state: State = { ctm: IDENTITY, width: 1, fill: '0 g', stroke: '0 G', size: 0, spacing: 0 };
  let textMatrix: Matrix | undefined;
  let points: (readonly [number, number])[] = [];
  let depth = 0;
  let operands: PdfValue[] = [];
  const numbers = (): number[] => operands.map(Number);
  const place = (x: number, y: number): readonly [number, number] => {
    const [a, b, c, d, e, f] = state.ctm;
    return [a * x + c * y + e, height - (b * x + d * y + f)];
  };
  const resource = (kind: string): PdfReference | undefined => {
    const [name] = operands;
    const found = isName(name)
      ? file.dictionary(file.get(page, 'Resources', kind))?.entries.get(name.value)
      : undefined;
    return isReference(found) ? found : undefined;
  };
  const paint = (kind: PathEvent['paint']): void => {
    const colour = kind === 'stroke' ? state.stroke : state.fill;
    events.push({ kind: 'path', paint: kind, width: state.width, colour, points, marks: [...marks] });
    points = [];
  };
  const show = (value: PdfValue | undefined): void => {
    const { font, size, spacing } = state;
    if (!isString(value) || font === undefined || textMatrix === undefined) {
      faults.push('text is shown without a font or outside a text object');
      return;
    }
    const glyphs: ShownGlyph[] = [];
    const { bytes } = value;
    if (bytes.length % 2 === 1) faults.push('a shown string has half a code');
    for (let i = 0; i + 1 < bytes.length; i += 2) {
      const code = ((bytes[i] ?? 0) << 8) | (bytes[i + 1] ?? 0);
      const advance = (font.width(code) / 1000) * size;
      const [, , , , x, y] = multiply(textMatrix, state.ctm);
      const [, , , , right] = multiply([1, 0, 0, 1, advance, 0], multiply(textMatrix, state.ctm));
      glyphs.push({ code, text: font.unicode.get(code) ?? '', x, y: height - y, right });
      textMatrix = multiply([1, 0, 0, 1, advance + spacing, 0], textMatrix);
    }
    const [a, b, c, d] = multiply(textMatrix, state.ctm);
    const upright = Math.abs(a - 1) < 1e-6 && b === 0 && c === 0 && Math.abs(d - 1) < 1e-6;
    events.push({ kind: 'show', font, size, glyphs, colour: state.fill, upright, marks: [...marks] });
  };
  const beginMark = (): void => {
    const [tag, properties] = operands;
    const entries = isDictionary(properties) ? properties.entries : new Map<string, PdfValue>();
    const mcid = entries.get('MCID');
    const type = entries.get('Type');
    const subtype = entries.get('Subtype');
    marks.push({
      tag: isName(tag) ? tag.value : '',
      keys: [...entries.keys()],
      ...(typeof mcid === 'number' ? { mcid } : {}),
      ...(isName(type) ? { type: type.value } : {}),
      ...(isName(subtype) ? { subtype: subtype.value } : {}),
    });
  };
  const run: Readonly<Record<string, () => void>> = {
    q: () => {
      saved.push(state);
      depth = Math.max(depth, saved.length);
    },
    Q: () => {
      const back = saved.pop();
      if (back === undefined) faults.push('Q without q');
      else state = back;
    },
    cm: () => {
      state = { ...state, ctm: multiply(numbers() as unknown as Matrix, state.ctm) };
    },
    w: () => {
      state = { ...state, width: numbers()[0] ?? 0 };
    },
    g: () => {
      state = { ...state, fill: `${numbers().join(' ')} g` };
    },
    rg: () => {
      state = { ...state, fill: `${numbers().join(' ')} rg` };
    },
    CS: () => {
      const [space] = operands;
      if (!isName(space) || space.value !== 'DeviceRGB') faults.push('CS sets another colour space than DeviceRGB');
    },
    SCN: () => {
      state = { ...state, stroke: `${numbers().join(' ')} RG` };
    },
    cs: () => {
      const [space] = operands;
      if (!isName(space) || space.value !== 'DeviceRGB') faults.push('cs sets another colour space than DeviceRGB');
    },
    scn: () => {
      state = { ...state, fill: `${numbers().join(' ')} rg` };
    },
    // Dashes, caps and joins of straight border lines; graphics states are read by the checks.
    d: () => undefined,
    j: () => undefined,
    J: () => undefined,
    gs: () => undefined,
    m: () => points.push(place(numbers()[0] ?? 0, numbers()[1] ?? 0)),
    l: () => points.push(place(numbers()[0] ?? 0, numbers()[1] ?? 0)),
    re: () => {
      const [x = 0, y = 0, w = 0, h = 0] = numbers();
      points.push(place(x, y), place(x + w, y), place(x + w, y + h), place(x, y + h));
    },
    S: () => paint('stroke'),
    f: () => paint('fill'),
    BT: () => {
      if (textMatrix !== undefined) faults.push('BT inside BT');
      textMatrix = IDENTITY;
    },
    ET: () => {
      if (textMatrix === undefined) faults.push('ET without BT');
      textMatrix = undefined;
    },
    Tf: () => {
      const reference = resource('Font');
      if (reference === undefined) {
        faults.push('Tf names a font that the page does not have');
        return;
      }
      const font = fonts.get(reference.number) ?? readFont(file, reference.number);
      fonts.set(reference.number, font);
      state = { ...state, font, size: Number(operands[1]) };
    },
    Tc: () => {
      state = { ...state, spacing: numbers()[0] ?? 0 };
    },
    Tm: () => {
      textMatrix = numbers() as unknown as Matrix;
    },
    Tj: () => show(operands[0]),
    Do: () => {
      const image = resource('XObject');
      if (image === undefined) faults.push('Do names an object that the page does not have');
      else events.push({ kind: 'image', image, marks: [...marks] });
    },
    BDC: beginMark,
    EMC: () => {
      if (marks.pop() === undefined) faults.push('EMC without BDC');
    },
  };
  for (let value = lexer.next(); value !== undefined; value = lexer.next()) {
    if (!isKeyword(value)) {
      operands.push(value);
      continue;
    }
    operators.add(value.value);
    const step = run[value.value];
    if (step === undefined) faults.push(`operator ${value.value} is not one this program writes`);
    else step();
    operands = [];
  }
  if (marks.length > 0) faults.push(`${marks.length} BDC without EMC`);
  if (saved.length > 0) faults.push(`${saved.length} q without Q`);
  if (textMatrix !== undefined) faults.push('BT without ET');
  return { width, height, events, operators, faults, depth };
}
