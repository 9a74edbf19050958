/** Names of agencies in a text beside the names of the agency that reports. Cautious: what may be the same is the same. */
import type { Agency } from '../../data/types.js';
import { anyOf } from './options.js';

/** All names it goes by, former ones too. */
export function ownNames(agency: Agency): readonly string[] {
  return [
    agency.name.value,
    ...(agency.shortName === undefined ? [] : [agency.shortName.value]),
    ...agency.formerNames.map(({ name }) => name.value),
  ];
}

/** The words of a match up to the last ending of an agency (局, 委员会, 人民政府 …); undefined when it holds none. */
export function nameAtEnd(words: string, endings: readonly string[]): string | undefined {
  const found = new RegExp(`^.{0,40}${anyOf(endings)}`, 'u').exec(words);
  return found?.[0].replace(wordsBefore, '');
}

/** What a sentence says before the name: 现公布区统计局2023年… */
const wordsBefore =
  /^.*(?:公布|发布|公开|公示|依照|撰写|形成|编制|编写|报送|提交|按照|根据|依据|关于|以及|现将|本报告|的|按|与|向|由)/u;

/** A place at the head of a full name: 乙县, 云河市, 某省某市. */
const place =
  /^(?:\p{Script=Han}{2,8}?(?:省|自治区|自治州|市))?(?<stem>\p{Script=Han}{2,4}?)(?<level>市|县|区|州|旗|镇|乡|街道)/u;

/** Words that name no place of their own. */
const nameless = /^(?:现|兹|特|将|有关|相关|所在|上级|本级|各级|当地|全省|全市|全县|我省|我市|我县|我区|我们)/u;

/**
 * True when a full name (with its place) is that of an agency elsewhere, or as author also of another one in the same place.
 * A government's report may be written by any body of its place. Higher agencies may well be named, so an agency elsewhere
 * counts only when it is of the same kind, or as author of the same level.
 */
export function isOtherAgency(name: string, agency: Agency, as: 'author' | 'contact'): boolean {
  const own = ownNames(agency);
  if (own.some((known) => known.includes('○') || known.includes(name) || name.includes(known))) return false;
  const found = place.exec(name);
  const { stem = '', level = '' } = found?.groups ?? {};
  if (found === null || nameless.test(name)) return false;
  const rest = name.slice(found[0].length);
  const ownLevels = own.flatMap((known) => place.exec(known)?.groups?.['level'] ?? []);
  if (ownLevels.length > 0 && !own.some((known) => known.includes(stem))) {
    return (
      (rest.length >= 2 && own.some((known) => known.endsWith(rest))) || (as === 'author' && ownLevels.includes(level))
    );
  }
  const ofGovernment = agency.kind?.value === '政府' || own.some((known) => known.endsWith('政府'));
  return (
    as === 'author' && !ofGovernment && !/政府|办公室|办公厅|行政中心|数据局|数据管理局/u.test(rest) && fullOrgan(rest)
  );
}

/** 财政局, not the 局 of an inner office. */
function fullOrgan(rest: string): boolean {
  return /^\p{Script=Han}{2,20}(?:局|委员会|厅|中心)$/u.test(rest);
}
