/**
 * What the superior asks this year: dates, length, facts to be stated. Comes in: the composed report with its data, figures
 * and profile. Goes out: diagnostics naming the notice (文号). The report itself is the same with or without a profile.
 */
import type { Figures, ReportData } from '../data/types.js';
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import { cellSpecs } from '../pack/cells.js';
import { resolveCell } from '../pack/names.js';
import type { TemplatePack } from '../pack/types.js';
import type { Deadline, LengthLimit, MonthDay, Profile, RequiredFact } from '../profile/types.js';
import type { Report } from '../report/tree.js';
import type { SourceRange } from '../source/source.js';
import { fitsAgency, isAfter } from './document/deadlines.js';
import { passagesOf, type Passage } from './document/passages.js';
import { printedSections } from './document/sections.js';
import { statesFigure } from './document/stated-figure.js';

/** A section's words as printed, its own heading left out. */
interface SectionWords {
  readonly heading: string;
  readonly passages: readonly Passage[];
  readonly range?: SourceRange | undefined;
}

/**
 * Gives `profile/out-of-years` (then nothing else: the notice is not about this report), `profile/unknown-name`, `profile/late`,
 * `profile/too-long` and `profile/not-stated`. All are waivable except the first two.
 */
export function checkProfile(
  report: Report,
  data: ReportData,
  figures: Figures,
  pack: TemplatePack,
  profile: Profile,
): readonly Diagnostic[] {
  const { from, until } = profile.years;
  const year = data.year.value;
  if (year < from || (until !== undefined && year > until)) return [outOfYears(data, profile)];
  const words = sectionWords(report, data, pack);
  return [
    ...strangeNames(data, pack, profile),
    ...late(data, profile),
    ...profile.limits.flatMap((limit) => tooLong(limit, words.get(limit.section), profile)),
    ...profile.mustState.flatMap((fact) => notStated(fact, words.get(fact.section), { figures, pack, profile })),
  ];
}

/** Sections, cells and rules that the profile names and the form does not have: what is asked of them is never looked at. */
function strangeNames(data: ReportData, pack: TemplatePack, profile: Profile): readonly Diagnostic[] {
  const sections = new Set(pack.sections.map((section) => section.id));
  const rules = new Set(pack.rules.map((rule) => rule.id));
  const names = new Set([
    ...[...profile.limits, ...profile.mustState].map(({ section }) => section).filter((id) => !sections.has(id)),
    ...profile.mustState.flatMap(({ cells }) => cells).filter((cell) => resolveCell(pack, cell).kind !== 'cell'),
    // Codes of the program, such as profile/late, hold for every form.
    ...Object.keys(profile.severities).filter((code) => !code.includes('/') && !rules.has(code)),
  ]);
  const range = data.profile?.range;
  return [...names].map((name) => ({
    code: 'profile/unknown-name',
    severity: 'warning',
    message: {
      zh: `要求配置“${profile.name}”说到的“${name}”不是模板“${pack.id}”的部分、单元格或规则，这一项没有核对。`,
      en: `"${name}" of the profile "${profile.name}" is no section, cell or rule of the pack "${pack.id}"; it was not checked.`,
    },
    hint: {
      zh: `请在配置里改正；标识可用 nianbao packs show ${pack.id} 查看。`,
      en: `Correct the profile; \`nianbao packs show ${pack.id}\` lists the ids.`,
    },
    ...(range === undefined ? {} : { range }),
  }));
}

function outOfYears(data: ReportData, profile: Profile): Diagnostic {
  const { from, until } = profile.years;
  const year = data.year.value;
  const range = data.profile?.range;
  return {
    code: 'profile/out-of-years',
    severity: 'warning',
    message: {
      zh: `要求配置“${profile.name}”（${profile.document}）适用于${from}年${until === undefined ? '起' : `至${until}年`}的报告，本报告是${year}年的，没有按它核对。`,
      en: `The profile "${profile.name}" (${profile.document}) holds for ${from}${until === undefined ? ' and later' : ` to ${until}`}; this report is on ${year} and was not checked against it.`,
    },
    hint: {
      zh: '请换用当年通知的配置，或删去这一行。',
      en: "Use the profile of this year's notice, or remove the line.",
    },
    ...(range === undefined ? {} : { range }),
    clause: profile.document,
  };
}

function late(data: ReportData, profile: Profile): readonly Diagnostic[] {
  const deadline = profile.deadlines.find((entry) => fitsAgency(entry, data.agency));
  if (deadline === undefined || data.published === undefined) return [];
  const issued = data.published.value;
  const terms = termsOf(deadline, data.year.value + 1);
  const missed = terms.filter(({ day }) => isAfter(issued, day));
  if (missed.length === 0) return [];
  return [
    {
      code: 'profile/late',
      severity: 'warning',
      message: {
        zh: `成文日期${dayText(issued)}晚于${profile.document}要求的${missed.map(({ name, day }) => `${name.zh}${dayText(day)}`).join('、')}。`,
        en: `The report is dated ${isoText(issued)}, after the ${missed.map(({ name, day }) => `${name.en} ${isoText(day)}`).join(' and the ')} set by ${profile.document}.`,
      },
      hint: profile.fileBeforePublish
        ? {
            zh: '请核对成文日期；该通知要求先备案、后公布。',
            en: 'Check the date; the notice asks to file first and publish after.',
          }
        : {
            zh: '请核对成文日期；确已逾期的，按通知说明原因。',
            en: 'Check the date; if it is late indeed, give the reason as the notice asks.',
          },
      facts: { actual: isoText(issued), expected: missed.map(({ day }) => isoText(day)).join(', ') },
      range: data.published.range,
      clause: profile.document,
      waivable: true,
    },
  ];
}

function termsOf({ fileBy, publishBy }: Deadline, year: number): readonly { name: Bilingual; day: Day }[] {
  return [
    ...(fileBy === undefined ? [] : [{ name: { zh: '报送期限', en: 'term for filing' }, day: { year, ...fileBy } }]),
    ...(publishBy === undefined
      ? []
      : [{ name: { zh: '公布期限', en: 'term for publication' }, day: { year, ...publishBy } }]),
  ];
}

type Day = MonthDay & { readonly year: number };

function dayText({ year, month, day }: Day): string {
  return `${year}年${month}月${day}日`;
}

function isoText({ year, month, day }: Day): string {
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

function tooLong(limit: LengthLimit, words: SectionWords | undefined, profile: Profile): readonly Diagnostic[] {
  if (words === undefined) return [];
  const length = words.passages.reduce((sum, { text }) => sum + [...text.replace(/\s+/gu, '')].length, 0);
  if (length <= limit.maxCharacters) return [];
  return [
    {
      code: 'profile/too-long',
      severity: limit.severity,
      message: {
        zh: `“${words.heading}”有${length}字，${profile.document}要求不超过${limit.maxCharacters}字，多${length - limit.maxCharacters}字。`,
        en: `The section "${words.heading}" has ${length} characters; ${profile.document} asks for at most ${limit.maxCharacters}, ${length - limit.maxCharacters} fewer.`,
      },
      hint: { zh: '请删减这一部分的文字。', en: 'Shorten the section.' },
      facts: {
        expected: String(limit.maxCharacters),
        actual: String(length),
        difference: String(length - limit.maxCharacters),
      },
      ...(words.range === undefined ? {} : { range: words.range }),
      clause: profile.document,
      waivable: true,
    },
  ];
}

function notStated(
  fact: RequiredFact,
  words: SectionWords | undefined,
  { figures, pack, profile }: { readonly figures: Figures; readonly pack: TemplatePack; readonly profile: Profile },
): readonly Diagnostic[] {
  if (words === undefined) return [];
  const text = words.passages.map((passage) => passage.text.replace(/\s+/gu, '')).join('\n');
  const absentWords = fact.words.filter((word) => !text.includes(word));
  const absentCells = fact.cells
    .flatMap((name) => addressOf(name, pack))
    .filter((address) => !statesFigure(words.passages, address, figures.values.get(address)));
  if (absentWords.length === 0 && absentCells.length === 0) return [];
  const names = absentCells.map((address) => cellSpecs(pack).byAddress.get(address)?.name ?? address);
  const lacking = [...absentWords.map((word) => `“${word}”`), ...names];
  return [
    {
      code: 'profile/not-stated',
      severity: fact.severity,
      message: {
        zh: `“${words.heading}”没有写到${lacking.join('、')}；${profile.document}要求：${fact.text}`,
        en: `The section "${words.heading}" does not state ${lacking.join(', ')}; ${profile.document} asks: ${fact.text}`,
      },
      hint: {
        zh: '请在这一部分补写；数字最好用引用写入，与表格保持一致。',
        en: 'Add it to the section; write figures as references, so that they agree with the tables.',
      },
      ...(absentCells.length === 0 ? {} : { cells: absentCells }),
      ...(words.range === undefined ? {} : { range: words.range }),
      clause: profile.document,
      waivable: true,
    },
  ];
}

/** No address for what is no cell of the form, which is told by itself. */
function addressOf(name: string, pack: TemplatePack): readonly string[] {
  const found = resolveCell(pack, name);
  return found.kind === 'cell' ? [found.address] : [];
}

function sectionWords(report: Report, data: ReportData, pack: TemplatePack): ReadonlyMap<string, SectionWords> {
  const statutory = new Set(pack.tables.map((table) => table.id));
  return new Map(
    printedSections(report, pack).flatMap(({ spec, heading, blocks }): [string, SectionWords][] => {
      if (spec === undefined) return [];
      const input = data.sections.get(spec.id);
      const passages = passagesOf(blocks, statutory).filter((passage) => prose.has(passage.role));
      return [[spec.id, { heading, passages, range: input?.text?.range ?? input?.range }]];
    }),
  );
}

const prose: ReadonlySet<Passage['role']> = new Set(['heading', 'body', 'quote', 'item', 'footnote']);
