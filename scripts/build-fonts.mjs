/**
 * Builds the fonts the package ships: subset TrueType files in fonts/, from the font packages pinned in
 * devDependencies. Same inputs, same bytes; fonts/fonts.json keeps the expected digests. Run by `npm run prepare`.
 *
 *   node scripts/build-fonts.mjs           build what is missing or out of date
 *   node scripts/build-fonts.mjs --force   build all, and write fonts.json anew
 */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(import.meta.url);
const FONTS = join(dirname(SCRIPT), '..', 'fonts');
const MANIFEST = join(FONTS, 'fonts.json');
/** The 1467 characters of 通用规范汉字表 (2013) that GB/T 2312 lacks. Source: kTGH of the Unicode Han database. */
const EXTRA_HAN = join(FONTS, 'tongyong-extra.txt');
const require = createRequire(import.meta.url);

const SANS = '@expo-google-fonts/noto-sans-sc';
const SERIF = '@expo-google-fonts/noto-serif-sc';
const KAI = '@fontsource/lxgw-wenkai';
const STIX = '@expo-google-fonts/stix-two-text';

const LICENCES = [
  { from: [KAI, 'LICENSE'], to: 'LXGWWenKai-OFL.txt' },
  { from: [SANS, 'LICENSE_FONT'], to: 'NotoSansSC-OFL.txt' },
  { from: [SERIF, 'LICENSE_FONT'], to: 'NotoSerifSC-OFL.txt' },
  { from: [STIX, 'LICENSE_FONT'], to: 'STIXTwoText-OFL.txt' },
];

const KAI_REGULAR = [KAI, 'files/lxgw-wenkai-latin-500-normal.woff2'];
const KAI_BOLD = [KAI, 'files/lxgw-wenkai-latin-700-normal.woff2'];
const SERIF_REGULAR = [SERIF, '400Regular/NotoSerifSC_400Regular.ttf'];
const SERIF_BOLD = [SERIF, '700Bold/NotoSerifSC_700Bold.ttf'];
const SANS_MEDIUM = [SANS, '500Medium/NotoSansSC_500Medium.ttf'];
const STIX_REGULAR = [STIX, '400Regular/STIXTwoText_400Regular.ttf'];
const STIX_BOLD = [STIX, '700Bold/STIXTwoText_700Bold.ttf'];

/**
 * `keep`: which characters. `dash`: thickness of —, in units of 1/1000 em; see fullWidthMarks.
 * PostScript names must be unique: a PDF writer knows fonts by them, and would take two subsets of one font for one.
 */
const FACES = [
  { file: 'fangsong.ttf', from: KAI_REGULAR, keep: 'base', dash: 56, name: ['LXGW WenKai', 'Regular'] },
  { file: 'kaiti.ttf', from: KAI_BOLD, keep: 'base', dash: 68, name: ['LXGW WenKai', 'Bold'] },
  { file: 'heiti.ttf', from: SANS_MEDIUM, keep: 'base', dash: 72, name: ['Noto Sans SC', 'Medium'] },
  { file: 'songti.ttf', from: SERIF_REGULAR, keep: 'base', dash: 48, name: ['Noto Serif SC', 'Regular'] },
  { file: 'biaosong.ttf', from: SERIF_BOLD, keep: 'base', dash: 64, name: ['Noto Serif SC', 'Bold'] },
  { file: 'latin.ttf', from: STIX_REGULAR, keep: 'western', name: ['STIX Two Text', 'Regular'] },
  { file: 'latin-bold.ttf', from: STIX_BOLD, keep: 'western', name: ['STIX Two Text', 'Bold'] },
  { file: 'fallback.ttf', from: SERIF_REGULAR, keep: 'beyond-base', name: ['Noto Serif SC Rare', 'Regular'] },
  { file: 'fallback-kai.ttf', from: KAI_REGULAR, keep: 'rest', name: ['LXGW WenKai Rare', 'Regular'] },
];

/** Layout features would change widths behind the layout's back; hinting and vertical metrics are of no use in a PDF. */
const DROPPED_TABLES = 'GSUB GPOS GDEF BASE STAT DSIG kern gasp vhea vmtx VORG morx feat prop bsln FFTM'.split(' ');

// ---- Characters -----------------------------------------------------------------------------------------------------

/** Blocks kept whole where a font has them; GB/T 2312 adds kana, Greek, Cyrillic and pinyin letters. */
const BASE_RANGES = [
  [0x0020, 0x007e], // ASCII
  [0x00a0, 0x00ff], // Latin-1
  [0x2010, 0x2027], // dashes, quotation marks, dots
  [0x2030, 0x205e], // ‰ ′ ″ ※ ‼
  [0x2070, 0x209c], // superscripts and subscripts
  [0x20a0, 0x20bf], // currency
  [0x2100, 0x218b], // ℃ № ™ Ω, fractions, Roman numerals
  [0x2190, 0x21ff], // arrows
  [0x2200, 0x22ff], // mathematics
  [0x2460, 0x24ff], // ① ⑴ ⒈ ⓐ
  [0x2500, 0x25ff], // lines, blocks, □ ■ ○ ● ◆ ▲
  [0x2600, 0x26ff], // ★ ☆ ☐ ☑ ☒
  [0x2700, 0x27bf], // ✓ ✔ ✗ ❶
  [0x2e3a, 0x2e3b], // two-em and three-em dash
  [0x3000, 0x30ff], // CJK punctuation, kana (・)
  [0x3200, 0x33ff], // ㈠ ㊣ ㎡ ㎞ ㏒
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe4f],
  [0xff01, 0xffee], // full-width forms
];

/** Characters outside both standards that still stand in names of people and places, so that they match the text. */
const NAME_HAN =
  '龑珮頔瑒菓猋鱻囍喦堯崑崐峯寗惪昞昜晈暐旼曻栢桒楟樑橒榮汯沢浤湦濬瀞澔炁烎煒煕熈燁牪琁瓅瓛皝眞碁禕綝縉詝貟贇郕郰釗鋐鍠閎闓霙' +
  '靝韡頫騄鵾麿龘傢冚厐孖岇';

function baseCharacters() {
  const base = new Set();
  for (const [first, last] of BASE_RANGES) for (let c = first; c <= last; c += 1) base.add(c);
  const gb2312 = new TextDecoder('gb2312');
  for (let row = 0xa1; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const code = gb2312.decode(new Uint8Array([row, cell])).codePointAt(0);
      // The decoder is that of GBK: cells empty in GB/T 2312 come out as private or unknown characters.
      if (code !== 0xfffd && !(code >= 0xe000 && code <= 0xf8ff)) base.add(code);
    }
  }
  for (const character of readFileSync(EXTRA_HAN, 'utf8').trim() + NAME_HAN) base.add(character.codePointAt(0));
  return base;
}

const isHan = (c) => (c >= 0x3400 && c <= 0x4dbf) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x20000 && c <= 0x3ffff);
const isPrivate = (c) => (c >= 0xe000 && c <= 0xf8ff) || c >= 0xf0000;

/** Characters of `font` to keep under rule `keep`, in order. */
function chosen(keep, font, base, serif) {
  const wanted = {
    base: (c) => base.has(c),
    western: (c) => c >= 0x20 && c < 0x2e80,
    'beyond-base': (c) => !base.has(c) && c >= 0x2e80 && !isPrivate(c),
    rest: (c) => isHan(c) && !base.has(c) && !serif.has(c),
  }[keep];
  return [...charactersOf(font).keys()].filter(wanted).sort((a, b) => a - b);
}

// ---- Reading and writing font files ---------------------------------------------------------------------------------

function readTables(bytes) {
  const tables = new Map();
  for (let i = 0; i < bytes.readUInt16BE(4); i += 1) {
    const entry = 12 + 16 * i;
    const start = bytes.readUInt32BE(entry + 8);
    const tag = bytes.toString('latin1', entry, entry + 4);
    tables.set(tag, bytes.subarray(start, start + bytes.readUInt32BE(entry + 12)));
  }
  return tables;
}

function checksum(bytes) {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) {
    sum = (sum + (i + 4 <= bytes.length ? bytes.readUInt32BE(i) : 0)) >>> 0;
  }
  return sum;
}

function writeTables(tables) {
  const tags = [...tables.keys()].sort((a, b) => (a < b ? -1 : 1));
  const power = 2 ** Math.floor(Math.log2(tags.length));
  const header = Buffer.alloc(12 + 16 * tags.length);
  header.writeUInt32BE(0x00010000, 0);
  header.writeUInt16BE(tags.length, 4);
  header.writeUInt16BE(16 * power, 6);
  header.writeUInt16BE(Math.log2(power), 8);
  header.writeUInt16BE(16 * (tags.length - power), 10);
  const head = Buffer.from(tables.get('head'));
  head.writeUInt32BE(0, 8);
  tables.set('head', head);
  const parts = [header];
  let offset = header.length;
  tags.forEach((tag, i) => {
    const table = tables.get(tag);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (table.length % 4)) % 4)]);
    header.write(tag, 12 + 16 * i, 'latin1');
    header.writeUInt32BE(checksum(padded), 16 + 16 * i);
    header.writeUInt32BE(offset, 20 + 16 * i);
    header.writeUInt32BE(table.length, 24 + 16 * i);
    parts.push(padded);
    offset += padded.length;
  });
  const file = Buffer.concat(parts);
  const headAt = file.readUInt32BE(12 + 16 * tags.indexOf('head') + 8);
  file.writeUInt32BE((0xb1b0afba - checksum(file)) >>> 0, headAt + 8);
  return file;
}

/** Code point to glyph, from `cmap` format 12, which every source and every subset has. */
function charactersOf(bytes) {
  const cmap = readTables(bytes).get('cmap');
  const characters = new Map();
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const start = cmap.readUInt32BE(8 + 8 * i);
    const format = cmap.readUInt16BE(start);
    if (format === 12) {
      for (let g = 0; g < cmap.readUInt32BE(start + 12); g += 1) {
        const group = start + 16 + 12 * g;
        const first = cmap.readUInt32BE(group);
        for (let c = first; c <= cmap.readUInt32BE(group + 4); c += 1) {
          characters.set(c, cmap.readUInt32BE(group + 8) + c - first);
        }
      }
      return characters;
    }
  }
  for (let i = 0; i < cmap.readUInt16BE(2); i += 1) {
    const start = cmap.readUInt32BE(8 + 8 * i);
    if (cmap.readUInt16BE(start) !== 4) continue;
    const doubled = cmap.readUInt16BE(start + 6);
    for (let s = 0; s < doubled; s += 2) {
      const first = cmap.readUInt16BE(start + 16 + doubled + s);
      const delta = cmap.readUInt16BE(start + 16 + 2 * doubled + s);
      const at = start + 16 + 3 * doubled + s;
      const offset = cmap.readUInt16BE(at);
      for (let c = first; c <= cmap.readUInt16BE(start + 14 + s) && c < 0xffff; c += 1) {
        const raw = offset === 0 ? c : cmap.readUInt16BE(at + offset + 2 * (c - first));
        if (offset === 0 || raw !== 0) characters.set(c, (raw + delta) & 0xffff);
      }
    }
    return characters;
  }
  throw new Error('no Unicode character map');
}

/** A font taken apart so that single glyphs can be replaced. */
function openGlyphs(bytes) {
  const tables = readTables(bytes);
  const count = tables.get('maxp').readUInt16BE(4);
  const long = tables.get('head').readInt16BE(50) === 1;
  const loca = tables.get('loca');
  const glyf = tables.get('glyf');
  const at = (i) => (long ? loca.readUInt32BE(4 * i) : 2 * loca.readUInt16BE(2 * i));
  const outlines = Array.from({ length: count }, (_, i) => glyf.subarray(at(i), at(i + 1)));
  const hmtx = tables.get('hmtx');
  const metrics = tables.get('hhea').readUInt16BE(34);
  const widths = Array.from({ length: count }, (_, i) => [
    hmtx.readUInt16BE(4 * Math.min(i, metrics - 1)),
    i < metrics ? hmtx.readInt16BE(4 * i + 2) : hmtx.readInt16BE(4 * metrics + 2 * (i - metrics)),
  ]);
  return { tables, outlines, widths, characters: charactersOf(bytes) };
}

function closeGlyphs({ tables, outlines, widths, characters }) {
  const loca = Buffer.alloc(4 * (outlines.length + 1));
  let offset = 0;
  const parts = outlines.map((outline, i) => {
    const padded =
      outline.length % 4 === 0 ? outline : Buffer.concat([outline, Buffer.alloc(4 - (outline.length % 4))]);
    offset += padded.length;
    loca.writeUInt32BE(offset, 4 * (i + 1));
    return padded;
  });
  const hmtx = Buffer.alloc(4 * widths.length);
  widths.forEach(([advance, bearing], i) => {
    hmtx.writeUInt16BE(advance, 4 * i);
    hmtx.writeInt16BE(bearing, 4 * i + 2);
  });
  const head = Buffer.from(tables.get('head'));
  head.writeInt16BE(1, 50);
  const hhea = Buffer.from(tables.get('hhea'));
  hhea.writeUInt16BE(widths.length, 34);
  const maxp = Buffer.from(tables.get('maxp'));
  maxp.writeUInt16BE(outlines.length, 4);
  // Room for the glyphs that `framed` makes: points, contours; components, depth.
  for (const [at, least] of Object.entries({ 10: 64, 12: 8, 28: 2, 30: 1 })) {
    maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(Number(at)), least), Number(at));
  }
  tables.set('loca', loca).set('glyf', Buffer.concat(parts)).set('hmtx', hmtx).set('head', head);
  tables.set('hhea', hhea).set('maxp', maxp).set('cmap', characterTable(characters));
  return writeTables(tables);
}

// ---- Chinese punctuation --------------------------------------------------------------------------------------------

/**
 * Gives the marks that Chinese shares with Western text their Chinese form: one em wide. Upstream fonts draw some of
 * them in the Western way (WenKai “ ” ‘ ’ ·, Noto —, Noto Serif ·) or keep the Chinese form in GSUB, which is dropped.
 * — becomes a bar over the whole em and a little more, so that two of them join without a seam.
 */
function fullWidthMarks(font, dash, marks) {
  const replace = (character, outline, bearing) => {
    const glyph = font.characters.get(character.codePointAt(0));
    font.outlines[glyph] = outline;
    font.widths[glyph] = [1000, bearing];
  };
  replace('—', bar(-6, 380 - dash / 2, 1006, 380 + dash / 2), -6);
  const copy = (character, from, source) => {
    const glyph = source.characters.get(from.codePointAt(0));
    replace(character, source.outlines[glyph], source.widths[glyph][1]);
  };
  copy('·', '・', font);
  for (const quote of '“”‘’') {
    if (font.widths[font.characters.get(quote.codePointAt(0))][0] !== 1000) copy(quote, quote, marks);
  }
}

/** `glyf` outline of one rectangle, clockwise from the lower left corner. */
function bar(left, bottom, right, top) {
  const outline = Buffer.alloc(34);
  [1, left, bottom, right, top, 3, 0].forEach((value, i) => outline.writeInt16BE(value, 2 * i));
  outline.fill(1, 14, 18); // four points on the curve, each with 16-bit steps
  [left, 0, right - left, 0, bottom, top - bottom, 0, bottom - top].forEach((step, i) =>
    outline.writeInt16BE(step, 18 + 2 * i),
  );
  return outline;
}

/**
 * Adds the check boxes and the heavy check mark where the font lacks them (only WenKai has one, ☒): form fields are
 * written with them, and no font of the set would show them.
 */
function checkMarks(font) {
  const parts = { '☐': ['□'], '☑': ['□', '✓'], '☒': ['□', '×'], '✔': ['✓'] };
  for (const [character, [first, second]] of Object.entries(parts)) {
    if (font.characters.has(character.codePointAt(0))) continue;
    const glyphOf = (part) => font.characters.get(part.codePointAt(0));
    const outer = glyphOf(first);
    font.characters.set(character.codePointAt(0), font.outlines.length);
    font.widths.push(font.widths[outer]);
    font.outlines.push(second === undefined ? font.outlines[outer] : framed(font, outer, glyphOf(second)));
  }
}

/** `glyf` composite: glyph `mark`, scaled to two thirds of glyph `box`, in its middle. */
function framed(font, box, mark) {
  const boundsOf = (glyph) => [2, 4, 6, 8].map((at) => font.outlines[glyph].readInt16BE(at));
  const [left, bottom, right, top] = boundsOf(box);
  const [markLeft, markBottom, markRight, markTop] = boundsOf(mark);
  const scale = Math.round((0.66 * 16384 * (right - left)) / Math.max(markRight - markLeft, markTop - markBottom));
  const shift = (low, high, markLow, markHigh) =>
    Math.round((low + high) / 2 - ((scale / 16384) * (markLow + markHigh)) / 2);
  const outline = Buffer.alloc(28);
  [-1, left, bottom, right, top].forEach((value, i) => outline.writeInt16BE(value, 2 * i));
  // Flags: word arguments, they are offsets; then more components, or a scale.
  [0x0023, box, 0, 0].forEach((value, i) => outline.writeUInt16BE(value, 10 + 2 * i));
  [0x000b, mark].forEach((value, i) => outline.writeUInt16BE(value, 18 + 2 * i));
  outline.writeInt16BE(shift(left, right, markLeft, markRight), 22);
  outline.writeInt16BE(shift(bottom, top, markBottom, markTop), 24);
  outline.writeInt16BE(scale, 26);
  return outline;
}

/** `cmap` with one format 12 subtable, which covers all planes. */
function characterTable(characters) {
  const groups = [];
  for (const [code, glyph] of [...characters].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last !== undefined && code === last[1] + 1 && glyph === last[2] + code - last[0]) last[1] = code;
    else groups.push([code, code, glyph]);
  }
  const table = Buffer.alloc(28 + 12 * groups.length);
  [0, 1, 3, 10].forEach((value, i) => table.writeUInt16BE(value, 2 * i));
  table.writeUInt32BE(12, 8);
  table.writeUInt16BE(12, 12);
  [table.length - 12, 0, groups.length].forEach((value, i) => table.writeUInt32BE(value, 16 + 4 * i));
  groups.flat().forEach((value, i) => table.writeUInt32BE(value, 28 + 4 * i));
  return table;
}

function nameTable([family, style], copyright, version) {
  const records = [
    [0, copyright],
    [1, style === 'Medium' ? `${family} ${style}` : family],
    [2, style === 'Bold' ? 'Bold' : 'Regular'],
    [3, `nianbao subset: ${family} ${style} ${version}`],
    [4, `${family} ${style}`],
    [5, version],
    [6, `${family.replaceAll(' ', '')}-${style}`],
    [13, 'This Font Software is licensed under the SIL Open Font License, Version 1.1.'],
  ].map(([id, text]) => [id, Buffer.from(text, 'utf16le').swap16()]);
  const header = Buffer.alloc(6 + 12 * records.length);
  header.writeUInt16BE(records.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  records.forEach(([id, text], i) => {
    [3, 1, 0x0409, id, text.length, offset].forEach((value, k) => header.writeUInt16BE(value, 6 + 12 * i + 2 * k));
    offset += text.length;
  });
  return Buffer.concat([header, ...records.map(([, text]) => text)]);
}

/** English string `id` of the `name` table; empty when absent. */
function nameOf(bytes, id) {
  const name = readTables(bytes).get('name');
  for (let i = 0; i < name.readUInt16BE(2); i += 1) {
    const [platform, , language, record, length, offset] = [0, 1, 2, 3, 4, 5].map((k) =>
      name.readUInt16BE(6 + 12 * i + 2 * k),
    );
    if (platform !== 3 || language !== 0x0409 || record !== id) continue;
    const start = name.readUInt16BE(4) + offset;
    return Buffer.from(name.subarray(start, start + length))
      .swap16()
      .toString('utf16le');
  }
  return '';
}

// ---- Build ----------------------------------------------------------------------------------------------------------

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const readManifest = () => (existsSync(MANIFEST) ? JSON.parse(readFileSync(MANIFEST, 'utf8')) : undefined);

/** Folder of an installed package; undefined when it is absent. */
function packageFolder(name) {
  for (const folder of require.resolve.paths(name) ?? []) {
    if (existsSync(join(folder, name, 'package.json'))) return join(folder, name);
  }
  return undefined;
}

function upToDate(manifest, recipe, inputs) {
  return (
    manifest !== undefined &&
    manifest.recipe === recipe &&
    JSON.stringify(manifest.inputs) === JSON.stringify(inputs) &&
    FACES.every(({ file }) => {
      const path = join(FONTS, file);
      return existsSync(path) && sha256(readFileSync(path)) === manifest.outputs[file]?.sha256;
    })
  );
}

async function main() {
  const packages = [KAI, SANS, SERIF, STIX, 'subset-font', 'wawoff2', 'harfbuzzjs'];
  const folders = new Map(packages.map((name) => [name, packageFolder(name)]));
  const missing = packages.filter((name) => folders.get(name) === undefined);
  if (missing.length > 0) {
    // Installed as a published package: the fonts are already there.
    if (FACES.every(({ file }) => existsSync(join(FONTS, file)))) return 0;
    console.error(`fonts: cannot build, not installed: ${missing.join(', ')} (npm install with devDependencies)`);
    return 1;
  }
  const versionOf = (name) => JSON.parse(readFileSync(join(folders.get(name), 'package.json'), 'utf8')).version;
  const inputs = Object.fromEntries(packages.map((name) => [name, versionOf(name)]));
  const recipe = sha256(readFileSync(SCRIPT, 'utf8').replaceAll('\r\n', '\n') + readFileSync(EXTRA_HAN, 'utf8').trim());
  const force = process.argv.includes('--force');
  const manifest = readManifest();
  if (!force && upToDate(manifest, recipe, inputs)) {
    console.log(`fonts: ${FACES.length} files up to date`);
    return 0;
  }

  mkdirSync(join(FONTS, 'licences'), { recursive: true });
  for (const { from, to } of LICENCES) copyFileSync(join(folders.get(from[0]), from[1]), join(FONTS, 'licences', to));

  const subsetFont = require('subset-font');
  const { decompress } = require('wawoff2');
  const sources = new Map();
  const sourceOf = async ([name, file]) => {
    if (!sources.has(file)) {
      const bytes = readFileSync(join(folders.get(name), file));
      sources.set(file, file.endsWith('.woff2') ? Buffer.from(await decompress(bytes)) : bytes);
    }
    return sources.get(file);
  };
  const base = baseCharacters();
  const serif = charactersOf(await sourceOf(SERIF_REGULAR));
  const marks = openGlyphs(await sourceOf(SERIF_REGULAR));

  const outputs = {};
  for (const { file, from, keep, dash, name } of FACES) {
    const started = performance.now();
    const source = await sourceOf(from);
    const characters = chosen(keep, source, base, serif);
    const subset = await subsetFont(source, String.fromCodePoint(...characters), {
      targetFormat: 'sfnt',
      keepFeatures: [],
      noHinting: true,
      dropTables: DROPPED_TABLES,
    });
    const font = openGlyphs(subset);
    if (dash !== undefined) {
      fullWidthMarks(font, dash, marks);
      checkMarks(font);
    }
    font.tables.set('name', nameTable(name, nameOf(source, 0), nameOf(source, 5)));
    const bytes = closeGlyphs(font);
    writeFileSync(join(FONTS, file), bytes);
    outputs[file] = { characters: characters.length, bytes: bytes.length, sha256: sha256(bytes) };
    const took = `${Math.round(performance.now() - started)} ms`;
    console.log(`fonts: ${file}  ${characters.length} characters  ${(bytes.length / 1e6).toFixed(2)} MB  ${took}`);
  }

  const sameInputs =
    manifest?.recipe === recipe && manifest !== undefined && JSON.stringify(manifest.inputs) === JSON.stringify(inputs);
  if (sameInputs && !force) {
    for (const { file } of FACES) {
      if (outputs[file].sha256 !== manifest.outputs[file]?.sha256) {
        console.warn(`fonts: warning: ${file} differs from fonts.json, though its inputs are the same`);
      }
    }
  } else {
    writeFileSync(MANIFEST, `${JSON.stringify({ recipe, inputs, outputs }, null, 2)}\n`);
  }
  return 0;
}

process.exitCode = await main();
