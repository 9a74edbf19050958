/**
 * The parts of an Excel file around its sheets: which sheets there are, their shared texts, and how cell formats show numbers.
 */
import { attribute, readXml } from './xml-events.js';

/** A sheet of the workbook and the part it is in. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetPart[];
  /** Days count from 1904, as old Macintosh files have it. */
  readonly from1904: boolean;
}

type Parts = ReadonlyMap<string, Uint8Array>;

/** The sheets in their order; undefined when the archive is no Excel workbook. */
export function readWorkbookPart(parts: Parts): WorkbookPart | undefined {
  const main = [...relationships(parts, '_rels/.rels', '').values()].find(({ type }) =>
    type.endsWith('/officeDocument'),
  );
  const path = main?.target ?? 'xl/workbook.xml';
  const bytes = parts.get(path);
  if (bytes === undefined) return undefined;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const links = relationships(parts, `${folder}_rels/${path.slice(folder.length)}.rels`, folder);
  const sheets: SheetPart[] = [];
  let isWorkbook = false;
  let from1904 = false;
  const read = readXml(bytes, {
    open: (name, attributes) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') from1904 = isTrue(attributes['date1904']);
      if (name !== 'sheet') return;
      const target = links.get(attribute(attributes, 'id') ?? '')?.target;
      if (target === undefined) return;
      const state = attributes['state'] ?? 'visible';
      sheets.push({ name: attributes['name'] ?? '', hidden: state !== 'visible', path: target });
    },
  });
  return read && isWorkbook ? { sheets, from1904 } : undefined;
}

interface Link {
  readonly type: string;
  readonly target: string;
}

function relationships(parts: Parts, path: string, folder: string): ReadonlyMap<string, Link> {
  const links = new Map<string, Link>();
  const bytes = parts.get(path);
  if (bytes === undefined) return links;
  readXml(bytes, {
    open: (name, attributes) => {
      const { Id: id, Type: type, Target: target } = attributes;
      if (name !== 'Relationship' || id === undefined || target === undefined) return;
      links.set(id, { type: type ?? '', target: resolved(folder, target) });
    },
  });
  return links;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const out: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') out.pop();
    else if (part !== '.' && part !== '') out.push(part);
  }
  return out.join('/');
}

/** Path of a part by its usual name, wherever the workbook lies. */
function partNamed(parts: Parts, name: string): Uint8Array | undefined {
  const path = [...parts.keys()].find((candidate) => candidate.toLowerCase().endsWith(`/${name}`));
  return path === undefined ? undefined : parts.get(path);
}

/** Texts that cells refer to by number; the runs of rich text are joined, readings of characters left out. */
export function readSharedStrings(parts: Parts): readonly string[] | undefined {
  const bytes = partNamed(parts, 'sharedstrings.xml');
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  let text = '';
  let inText = false;
  let reading = 0;
  const read = readXml(bytes, {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') reading += 1;
      else if (name === 't') inText = reading === 0;
    },
    close: (name) => {
      if (name === 'si') strings.push(text);
      else if (name === 'rPh') reading -= 1;
      else if (name === 't') inText = false;
    },
    text: (part) => {
      if (inText) text += part;
    },
  });
  return read ? strings : undefined;
}

/** How a cell format shows a number. */
export interface NumberFormat {
  readonly isDate: boolean;
  /** Its code; absent for the general one and for those that every program knows and this one has no need of. */
  readonly code?: string;
}

/** For each cell format, by its number, how it shows numbers. */
export function readNumberFormats(parts: Parts): readonly NumberFormat[] {
  const bytes = partNamed(parts, 'styles.xml');
  const own = new Map<string, NumberFormat>();
  const formats: NumberFormat[] = [];
  if (bytes === undefined) return formats;
  let inCells = false;
  readXml(bytes, {
    open: (name, attributes) => {
      const id = attributes['numFmtId'] ?? '0';
      if (name === 'numFmt') own.set(id, numberFormat(attributes['formatCode'] ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(own.get(id) ?? builtInFormat(Number(id)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

function numberFormat(code: string): NumberFormat {
  return { isDate: isDateCode(code), ...(/^general$/iu.test(code) || code === '' ? {} : { code }) };
}

/** Codes of formats that are written by number only. ECMA-376, 18.8.30. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  49: '@',
};

function builtInFormat(id: number): NumberFormat {
  const code = BUILT_IN[id];
  return { isDate: isBuiltInDate(id), ...(code === undefined ? {} : { code }) };
}

/** Numbers of the formats that every program knows; 27 to 36 and 50 to 58 are those of Chinese Excel. ECMA-376, 18.8.30. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** A format code with letters of dates outside quoted text and brackets. */
function isDateCode(code: string): boolean {
  const bare = code
    .slice(0, 200)
    .replace(/"[^"]*"|\\.|_.|\*./gu, '')
    .replace(/\[[^\]]*\]/gu, '');
  return /[ymdhs]/iu.test(bare) && !/general/iu.test(bare);
}

export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}
