/**
 * The fonts a report is set in: roles a pack names, faces that fill them, and which face shows one character. Comes in:
 * bytes of the font files. Goes out: a FontSet for layout and the PDF writer. Never looks for files itself.
 */
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { readFont, type FontProgram } from './truetype.js';

export type { FontProgram } from './truetype.js';

/** Font roles a pack may name (design 7, gbt9704 section 8). */
export type FontRole = 'biaosong' | 'fangsong' | 'kaiti' | 'heiti' | 'songti' | 'latin';

/** One usable face: an id unique in the set, its metrics and its bytes. */
export interface FontFace {
  readonly id: string;
  readonly family: string;
  readonly origin: 'built-in' | 'user' | 'installed';
  readonly program: FontProgram;
  readonly bytes: Uint8Array;
  readonly sha256?: string;
}

export interface FontSet {
  /** Face of a role; `bold` for latin only. */
  face(role: FontRole, bold?: boolean): FontFace;
  /** Faces tried in order for one character: role face, then fallbacks. Undefined when no face has it. */
  faceFor(codePoint: number, role: FontRole, bold?: boolean): FontFace | undefined;
  /** Every face once, built-in ones first. */
  readonly faces: readonly FontFace[];
}

/** What a role is called, what stands in for it, and the fonts it officially means. */
export interface FontRoleInfo {
  /** The name GB/T 9704 uses. */
  readonly zh: string;
  /** The built-in face, by the name its makers give it. */
  readonly standIn: string;
  /** Names of the official fonts, first choice first: as office programs and as font files write them. */
  readonly officialNames: readonly string[];
}

export const FONT_ROLES: Readonly<Record<FontRole, FontRoleInfo>> = {
  biaosong: {
    zh: '小标宋体',
    standIn: 'Noto Serif SC Bold',
    officialNames: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05'],
  },
  fangsong: {
    zh: '仿宋体',
    standIn: 'LXGW WenKai Regular',
    officialNames: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', '华文仿宋', 'STFangsong', '方正仿宋_GBK'],
  },
  kaiti: {
    zh: '楷体',
    standIn: 'LXGW WenKai Bold',
    officialNames: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', '华文楷体', 'STKaiti', '方正楷体_GBK'],
  },
  heiti: {
    zh: '黑体',
    standIn: 'Noto Sans SC Medium',
    officialNames: ['黑体', 'SimHei', '华文黑体', 'STHeiti', '方正黑体_GBK'],
  },
  songti: {
    zh: '宋体',
    standIn: 'Noto Serif SC Regular',
    officialNames: ['宋体', 'SimSun', '华文宋体', 'STSong', '方正书宋_GBK'],
  },
  latin: {
    zh: '西文',
    standIn: 'STIX Two Text',
    officialNames: ['Times New Roman'],
  },
};

/** Id of a built-in face; its file is the id with `.ttf`. The two fallbacks hold rare characters only. */
type BuiltInId = FontRole | 'latin-bold' | 'fallback' | 'fallback-kai';

const REQUIRED: readonly BuiltInId[] = ['fangsong', 'kaiti', 'heiti', 'songti', 'biaosong', 'latin', 'latin-bold'];
const OPTIONAL: readonly BuiltInId[] = ['fallback', 'fallback-kai'];

/** Names of the built-in font files, the keys that `createFontSet` looks for. */
export const FONT_FILES: readonly string[] = [...REQUIRED, ...OPTIONAL].map((id) => `${id}.ttf`);

/** A font of the user or of the machine that takes the place of a built-in one. */
export interface FontReplacement {
  readonly role: FontRole;
  /** For latin: the bold face. */
  readonly bold?: boolean;
  readonly origin: 'user' | 'installed';
  readonly bytes: Uint8Array;
  /** Font of a collection (`.ttc`), by index or PostScript name. */
  readonly member?: number | string;
  readonly sha256?: string;
}

/**
 * Where a character is looked for when the role's own face lacks it: kin first, then 宋体, then the faces of rare
 * characters (serif before kai), then what is left. Full-width marks must not come from latin, so it is last.
 */
const FALLBACKS: Readonly<Record<FontRole, readonly BuiltInId[]>> = {
  fangsong: ['kaiti', 'songti', 'fallback', 'fallback-kai', 'heiti', 'latin'],
  kaiti: ['fangsong', 'songti', 'fallback', 'fallback-kai', 'heiti', 'latin'],
  songti: ['fallback', 'fallback-kai', 'fangsong', 'heiti', 'latin'],
  biaosong: ['songti', 'fallback', 'fallback-kai', 'heiti', 'latin'],
  heiti: ['songti', 'fallback', 'fallback-kai', 'fangsong', 'latin'],
  latin: ['songti', 'fangsong', 'heiti', 'fallback', 'fallback-kai'],
};

/**
 * The font set of the built-in files, given by name (`FONT_FILES`), with `replacements` put in their places; a
 * character a replacement lacks is looked for in the built-in face of the same role first.
 * Gives `fonts/missing` (error; warning for a file of rare characters only), `fonts/damaged` (the same) and
 * `fonts/unusable` (warning: a replacement cannot be read, the built-in face stays). No value when a role has no face.
 */
export function createFontSet(
  files: Readonly<Record<string, Uint8Array>>,
  replacements: readonly FontReplacement[] = [],
): Outcome<FontSet> {
  const diagnostics: Diagnostic[] = [];
  const builtIn = new Map<BuiltInId, FontFace>();
  const missing: BuiltInId[] = [];
  const damaged: BuiltInId[] = [];
  for (const id of [...REQUIRED, ...OPTIONAL]) {
    const file = `${id}.ttf`;
    const bytes = Object.hasOwn(files, file) ? files[file] : undefined;
    const program = bytes === undefined ? undefined : readFont(bytes);
    if (bytes === undefined) missing.push(id);
    else if (program === undefined) damaged.push(id);
    else builtIn.set(id, { id, family: program.family, origin: 'built-in', program, bytes });
  }
  for (const required of [true, false]) {
    const within = (id: BuiltInId): boolean => REQUIRED.includes(id) === required;
    if (missing.some(within)) diagnostics.push(absent('fonts/missing', missing.filter(within), required));
    if (damaged.some(within)) diagnostics.push(absent('fonts/damaged', damaged.filter(within), required));
  }

  const replaced = new Map<BuiltInId, FontFace>();
  for (const replacement of replacements) {
    const program = readFont(replacement.bytes, replacement.member);
    const slot: BuiltInId = replacement.role === 'latin' && replacement.bold === true ? 'latin-bold' : replacement.role;
    if (program === undefined) {
      diagnostics.push(unusable(replacement));
      continue;
    }
    replaced.set(slot, {
      id: `${replacement.origin}-${slot}`,
      family: program.family,
      origin: replacement.origin,
      program,
      bytes: replacement.bytes,
      ...(replacement.sha256 === undefined ? {} : { sha256: replacement.sha256 }),
    });
  }

  const chains = new Map<BuiltInId, readonly FontFace[]>();
  for (const slot of REQUIRED) {
    const chain = chainOf(slot, builtIn, replaced);
    if (chain === undefined) return { diagnostics };
    chains.set(slot, chain);
  }
  return { value: new Faces(chains, [...builtIn.values(), ...replaced.values()]), diagnostics };
}

class Faces implements FontSet {
  readonly faces: readonly FontFace[];
  readonly #chains: ReadonlyMap<BuiltInId, readonly FontFace[]>;

  constructor(chains: ReadonlyMap<BuiltInId, readonly FontFace[]>, faces: readonly FontFace[]) {
    this.#chains = chains;
    this.faces = faces;
  }

  face(role: FontRole, bold = false): FontFace {
    const [first] = this.#chain(role, bold);
    if (first === undefined) throw new Error(`font role without a face: ${role}`);
    return first;
  }

  faceFor(codePoint: number, role: FontRole, bold = false): FontFace | undefined {
    return this.#chain(role, bold).find((face) => face.program.has(codePoint));
  }

  #chain(role: FontRole, bold: boolean): readonly FontFace[] {
    return this.#chains.get(role === 'latin' && bold ? 'latin-bold' : role) ?? [];
  }
}

/** Faces of one role in the order they are tried; undefined when the role itself has none. */
function chainOf(
  slot: BuiltInId,
  builtIn: ReadonlyMap<BuiltInId, FontFace>,
  replaced: ReadonlyMap<BuiltInId, FontFace>,
): readonly FontFace[] | undefined {
  const own = [replaced.get(slot), builtIn.get(slot)].filter((face) => face !== undefined);
  if (own.length === 0) return undefined;
  const role: FontRole = slot === 'latin-bold' ? 'latin' : (slot as FontRole);
  const others: readonly BuiltInId[] = slot === 'latin-bold' ? ['latin', ...FALLBACKS.latin] : FALLBACKS[role];
  const chain = new Set(own);
  for (const id of others) {
    // Before the built-in face of another role comes what the user put in its place.
    for (const face of [replaced.get(id), builtIn.get(id)]) if (face !== undefined) chain.add(face);
  }
  return [...chain];
}

/** Marks that Chinese shares with Western text; many fonts draw them narrow. */
const SHARED_MARKS: ReadonlySet<number> = new Set(Array.from('“”‘’…—·', (mark) => mark.codePointAt(0) ?? 0));

const ROLES_BY_LIKENESS: readonly FontRole[] = ['fangsong', 'songti', 'heiti', 'kaiti', 'biaosong'];

/**
 * The face in which a mark is drawn the Chinese way, one em wide: the role's own face if it does so (every built-in
 * one does), else the built-in face of the role, else the nearest that does. For characters other than “ ” ‘ ’ … — · the
 * same as `faceFor`. Only for marks in Chinese text: in Western text they belong to latin, which the caller decides.
 */
export function punctuationFace(set: FontSet, role: FontRole, codePoint: number): FontFace | undefined {
  if (!SHARED_MARKS.has(codePoint)) return set.faceFor(codePoint, role);
  const fullWidth = (face: FontFace | undefined): face is FontFace =>
    face !== undefined && face.program.has(codePoint) && Math.abs(face.program.advance(codePoint) - 1) < 0.005;
  const candidates = [
    set.face(role),
    set.faces.find((face) => face.id === role),
    ...ROLES_BY_LIKENESS.map((other) => set.face(other)),
    ...set.faces,
  ];
  return candidates.find(fullWidth) ?? set.faceFor(codePoint, role);
}

function absent(code: 'fonts/missing' | 'fonts/damaged', ids: readonly BuiltInId[], required: boolean): Diagnostic {
  const files = ids.map((id) => `${id}.ttf`);
  const missing = code === 'fonts/missing';
  const rare = required ? { zh: '', en: '' } : { zh: '，生僻字可能无法显示', en: '; rare characters may not show' };
  return {
    code,
    severity: required ? 'error' : 'warning',
    message: {
      zh: `${missing ? '缺少' : '无法读取'}内置字体文件 ${files.join('、')}${rare.zh}。`,
      en: `Built-in font ${files.length === 1 ? 'file' : 'files'} ${missing ? 'missing' : 'damaged'}: ${files.join(', ')}${rare.en}.`,
    },
    hint: {
      zh: '请重新安装 nianbao；在源代码目录中请运行 npm run prepare。',
      en: 'Install nianbao again; in a source checkout run npm run prepare.',
    },
    facts: { files: files.join(' ') },
  };
}

function unusable(replacement: FontReplacement): Diagnostic {
  const { zh } = FONT_ROLES[replacement.role];
  return {
    code: 'fonts/unusable',
    severity: 'warning',
    message: {
      zh: `指定给“${zh}”的字体文件无法读取，改用内置字体 ${FONT_ROLES[replacement.role].standIn}。`,
      en: `The font file given for ${zh} cannot be read; the built-in ${FONT_ROLES[replacement.role].standIn} is used.`,
    },
    hint: {
      zh: '请提供 TrueType 或 OpenType 字体文件（.ttf、.otf、.ttc），不支持 WOFF 与 WOFF2。',
      en: 'Give a TrueType or OpenType file (.ttf, .otf, .ttc); WOFF and WOFF2 are not read.',
    },
    facts: { role: replacement.role, origin: replacement.origin },
  };
}
