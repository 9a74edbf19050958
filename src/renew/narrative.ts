/**
 * Last year's text in the sections of the new form, each marked as a draft. Nothing is lost: what has no place there is kept
 * as comments.
 */
import { normaliseName, splitNumber } from '../pack/normalise-name.js';
import { sectionNamed } from '../data/sections.js';
import type { SectionInput } from '../data/types.js';
import type { SectionSpec, TemplatePack } from '../pack/types.js';
import { followReferences } from './references.js';
import { sentencesOfOldYears } from './old-years.js';
import type { LastYear, RenewNote } from './types.js';
import { blockLines, commentLines, onOneLine, yamlText } from './yaml.js';

/** Text of one section of one of last year's reports. */
interface Piece {
  /** Number and heading in last year's form. */
  readonly title: string;
  /** The section of the new form, where it has one for text. */
  readonly target?: SectionSpec;
  /** The office's own heading. */
  readonly heading?: string;
  readonly text: string;
  /** Of which predecessor, when there are several. */
  readonly office: string;
}

export interface CarriedText {
  /** Lines under 章节 for a section; undefined where last year has no text for it. */
  readonly section: (spec: SectionSpec) => readonly string[] | undefined;
  /** Comment lines after the last section: texts without a place in the new form. */
  readonly homeless: readonly string[];
  readonly notes: readonly RenewNote[];
}

/** Sorts last year's sections into the new form. */
export function carryText(last: readonly LastYear[], pack: TemplatePack, year: number): CarriedText {
  const notes: RenewNote[] = [];
  const pieces = last.flatMap((report) =>
    [...report.data.sections.values()].flatMap((section) =>
      pieceOf(section, report, pack, { year, notes, several: last.length > 1 }),
    ),
  );
  const homeless = pieces.filter(({ target }) => target === undefined);
  if (homeless.length > 0) notes.push(withoutPlace(homeless));
  return {
    section: (spec) => {
      const own = pieces.filter(({ target }) => target?.id === spec.id);
      return own.length === 0 ? undefined : sectionLines(spec, own, pack);
    },
    homeless: homeless.flatMap((piece) => [
      `  # 上年${officeOf(piece, last.length > 1)}的“${piece.title}”在今年的格式里没有对应的部分，原文留在这里，可用的移到合适的部分：`,
      ...commentLines(piece.text, '  '),
      '',
    ]),
    notes,
  };
}

function pieceOf(
  section: SectionInput,
  report: LastYear,
  pack: TemplatePack,
  { year, notes, several }: { readonly year: number; readonly notes: RenewNote[]; readonly several: boolean },
): readonly Piece[] {
  if (section.text === undefined) return [];
  const spec = report.pack.sections.find(({ id }) => id === section.id);
  const title = spec === undefined ? section.id : titleOf(spec, pack);
  const office = onOneLine(report.data.agency.name.value);
  const named = several ? `${office}：${title}` : title;
  const { text, lost } = followReferences(section.text.text, report.pack, pack);
  if (lost.length > 0) notes.push(lostReferences(named, lost));
  const old = sentencesOfOldYears(text, year);
  if (old.length > 0) notes.push(oldYears(named, old));
  const target = spec === undefined ? undefined : sectionFor(spec, pack);
  return [
    {
      title,
      text,
      office,
      ...(target === undefined ? {} : { target }),
      ...(section.heading === undefined ? {} : { heading: section.heading.value }),
    },
  ];
}

/** The section of the new form that takes the text: of the same id, or of one of the names either form knows it by. */
function sectionFor(spec: SectionSpec, pack: TemplatePack): SectionSpec | undefined {
  const names = [spec.heading, ...spec.variants, ...(spec.knownAs ?? [])].filter((name) => name !== '');
  const candidates = [
    pack.sections.find(({ id }) => id === spec.id),
    ...names.map((name) => sectionNamed(name, pack)),
    spec.kind === 'lead' ? pack.sections.find(({ kind }) => kind === 'lead') : undefined,
  ];
  return candidates.find((found) => found !== undefined && (found.kind === 'lead' || found.kind === 'narrative'));
}

function sectionLines(spec: SectionSpec, pieces: readonly Piece[], pack: TemplatePack): readonly string[] {
  const key = (name: string): string => pack.terms.keys[name]?.[0] ?? name;
  const name = spec.heading === '' ? key('lead') : spec.heading;
  const comment = spec.number === '' ? '' : `   # ${spec.number}${spec.heading}`;
  const heading = pieces.find((piece) => piece.heading !== undefined)?.heading;
  const several = pieces.length > 1;
  return [
    `  ${yamlText(name)}:${comment}`,
    `    ${key('draft')}: 是   # 下面是上年的文字，改成今年的以后，删去这一行`,
    ...(heading === undefined ? [] : headingLines(heading, spec, key('heading'))),
    `    ${key('text')}: |`,
    ...pieces.flatMap((piece, index) => [
      ...(index === 0 ? [] : ['']),
      ...(several ? [`      ○○○（以下是${piece.office}“${piece.title}”的文字，合并后删去这句话）`, ''] : []),
      ...blockLines(piece.text, '      '),
    ]),
    '',
  ];
}

/** The office's own heading where the form accepts it; else only a reminder. */
function headingLines(heading: string, spec: SectionSpec, key: string): readonly string[] {
  const { rest } = splitNumber(normaliseName(heading));
  const accepted = [spec.heading, ...spec.variants].some((variant) => normaliseName(variant) === rest);
  return [accepted ? `    ${key}: ${yamlText(heading)}` : `    # 上年用的标题：${onOneLine(heading)}`];
}

function titleOf(spec: SectionSpec, pack: TemplatePack): string {
  return spec.heading === '' ? (pack.terms.keys['lead']?.[0] ?? spec.id) : spec.number + spec.heading;
}

function officeOf({ office }: Piece, several: boolean): string {
  return several ? office : '';
}

function withoutPlace(pieces: readonly Piece[]): RenewNote {
  const titles = pieces.map(({ title }) => `“${title}”`);
  return {
    zh: `上年的${titles.join('、')}在今年的格式里没有对应的部分，原文作为说明留在“章节”的末尾。`,
    en: `${titles.join(', ')} of last year have no section in the new form; their texts are kept as comments.`,
  };
}

function lostReferences(title: string, lost: readonly string[]): RenewNote {
  const names = [...new Set(lost)];
  return {
    zh: `“${title}”引用了今年表式里没有的格，已换成“○○○”，请改写：${names.join('、')}。`,
    en: `"${title}" refers to cells that the new form does not have; they were replaced by circles: ${names.join(', ')}.`,
  };
}

function oldYears(title: string, sentences: readonly string[]): RenewNote {
  return {
    zh: `“${title}”有 ${sentences.length} 句写着往年的年份，请改成今年的内容：\n${sentences.map((one) => `  ${one}`).join('\n')}`,
    en: `"${title}" names former years in ${sentences.length} sentences:\n${sentences.map((one) => `  ${one}`).join('\n')}`,
  };
}
