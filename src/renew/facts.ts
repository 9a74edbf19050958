/**
 * Who reports, taken over from last year: office, contact, sign-off and last year's file, as lines of the new data file.
 */
import type { Located } from '../load/loaded.js';
import type { TemplatePack } from '../pack/types.js';
import type { LastYear, RenewOptions } from './types.js';
import { onOneLine, yamlText } from './yaml.js';

type KeyOf = (canonical: string) => string;

/** Facts of the sign-off that stay the same; names and dates are written anew each year. */
const LASTING: ReadonlySet<string> = new Set(['phone', 'end']);

const KIND_HINT = '政府、部门、乡镇街道、派出机构、授权组织、垂管';
const LEVEL_HINT = '国家级、省级、市级、县级、乡级';

/** Lines from the profile to the sign-off. */
export function factLines(last: readonly LastYear[], pack: TemplatePack, options: RenewOptions): readonly string[] {
  const key: KeyOf = (canonical) => pack.terms.keys[canonical]?.[0] ?? canonical;
  return [
    ...profileLines(last, key),
    `${key('year')}: ${options.year}`,
    ...agencyLines(last, options.agency, key),
    `# ${key('published')}: ${options.year + 1}-01-20    # 成文日期；定下后去掉行首的“#”`,
    ...contactLines(last, key),
    ...signoffLines(last, pack, key),
    ...ownWordingLines(last),
  ];
}

function profileLines(last: readonly LastYear[], key: KeyOf): readonly string[] {
  const carried = last.find(({ profile }) => profile !== undefined)?.profile;
  if (carried !== undefined) return [`${key('profile')}: ${yamlText(carried)}`];
  const old = last.find(({ oldProfile }) => oldProfile !== undefined)?.oldProfile;
  return old === undefined
    ? []
    : [`# ${key('profile')}: ${onOneLine(old)}   # 上年用的要求；今年有新的要求时换成新的，并去掉行首的“#”`];
}

function agencyLines(last: readonly LastYear[], name: string | undefined, key: KeyOf): readonly string[] {
  const [only] = last;
  const agency = last.length === 1 ? only?.data.agency : undefined;
  const renamed = name !== undefined && agency !== undefined && name !== agency.name.value;
  const same = (fact: 'kind' | 'level' | 'scope'): string | undefined => {
    const values = new Set(last.map(({ data }) => data.agency[fact]?.value));
    return values.size === 1 ? [...values][0] : undefined;
  };
  const line = (canonical: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [`  ${key(canonical)}: ${yamlText(value)}`];
  const former = (agency?.formerNames ?? []).map(({ name: old, until }) => ({ name: old.value, until }));
  if (renamed) former.push({ name: agency.name.value, until: undefined });
  return [
    `${key('agency')}:`,
    ...(agency === undefined && name === undefined
      ? [
          `  ${key('name')}: ○○○○○○   # 单位全称，与公章一致；上年的报告是${onOneLine(last.map(({ data }) => data.agency.name.value).join('、'))}的`,
        ]
      : line('name', name ?? agency?.name.value)),
    ...line('short_name', renamed ? undefined : agency?.shortName?.value),
    ...line('credit_code', agency?.creditCode?.value),
    ...(same('kind') === undefined ? [`  ${key('kind')}: ~   # ${KIND_HINT}`] : line('kind', same('kind'))),
    ...(same('level') === undefined ? [`  ${key('level')}: ~   # ${LEVEL_HINT}`] : line('level', same('level'))),
    ...line('scope', same('scope')),
    ...(former.length === 0 ? [] : [`  ${key('former_names')}:`]),
    ...former.map(({ name: old, until }) =>
      until === undefined
        ? `    - ${yamlText(old)}`
        : `    - {${key('name')}: ${JSON.stringify(old)}, ${key('until')}: ${JSON.stringify(until)}}`,
    ),
  ];
}

function contactLines(last: readonly LastYear[], key: KeyOf): readonly string[] {
  const contact = last.length === 1 ? last[0]?.data.contact : undefined;
  if (contact === undefined || contact.size === 0) return [];
  return [`${key('contact')}:`, ...factsOf(contact, key)];
}

function factsOf(facts: ReadonlyMap<string, Located<string>>, key: KeyOf): readonly string[] {
  return [...facts].map(([name, { value }]) => `  ${yamlText(key(name))}: ${yamlText(value)}`);
}

/** The lines last year's file had, with names and dates left to fill in. */
function signoffLines(last: readonly LastYear[], pack: TemplatePack, key: KeyOf): readonly string[] {
  const labels = new Map(pack.tables.flatMap((table) => table.signoff.flat()).map((line) => [line.key, line.label]));
  const given = last.length === 1 ? last[0]?.data.signoff : undefined;
  const keys = [...new Set([...labels.keys(), ...(given?.keys() ?? [])])];
  if (keys.length === 0) return [];
  return [
    `${key('signoff')}:`,
    ...keys.map((name) => {
      const value = LASTING.has(name) ? given?.get(name)?.value : undefined;
      return value === undefined ? `  ${key(name)}: ~   # 填今年的` : `  ${key(name)}: ${yamlText(value)}`;
    }),
  ];
}

/** Titles and the like name their year: shown, not taken over. */
function ownWordingLines(last: readonly LastYear[]): readonly string[] {
  return last.flatMap(({ data: { own } }) =>
    Object.entries({
      标题: own.title,
      副标题: own.subtitle,
      统计期限: own.period,
      附件行: own.annexLine,
    }).flatMap(([label, text]) => (text === undefined ? [] : [`# 上年自己写的${label}：${onOneLine(text.value)}`])),
  );
}

/** 上年数据: the files by which cross-year checks go on. */
export function previousLines(last: readonly LastYear[], pack: TemplatePack, year: number): readonly string[] {
  const key = pack.terms.keys['previous']?.[0] ?? 'previous';
  const named = last.flatMap(({ reference }) => (reference === undefined ? [] : [reference]));
  const usable = named.length === last.length && last.every(({ data }) => data.year.value === year - 1);
  if (!usable)
    return [
      '# 上年数据文件放到本文件的文件夹或相邻的文件夹以后，写上它的路径，自动核对结转数等跨年数字：',
      `# ${key}: ../${year - 1}/report.yaml`,
    ];
  const [only = ''] = named;
  return [
    '# 上年数据，用来核对结转数等跨年数字：',
    ...(named.length === 1
      ? [`${key}: ${pathText(only)}`]
      : [`${key}:`, ...named.map((path) => `  - ${pathText(path)}`)]),
  ];
}

function pathText(path: string): string {
  return /^[\p{L}\p{N}._/-]+$/u.test(path) ? path : JSON.stringify(path);
}
