/** 章节: every section of the pack by its id and headings, with or without number. */
import { recordKeys } from '../data/keys.js';
import type { SectionSpec, TemplatePack } from '../pack/types.js';
import { ONE_VALUE, textSchema, type JsonSchema } from './json-schema.js';
import { keyEntry, recordOf, type SchemaEntry } from './keys.js';
import { ANY_NUMBER, exactPattern, textPattern, wholeName } from './name-pattern.js';

/** Schema of 章节. */
export function sectionsSchema(pack: TemplatePack): JsonSchema {
  return {
    description: '各部分的正文，按标题写，带不带序号都可以。',
    type: ['object', 'null'],
    ...recordOf(pack.sections.map((section) => sectionEntry(section, pack))),
  };
}

function sectionEntry(section: SectionSpec, pack: TemplatePack): SchemaEntry {
  const schema = sectionSchema(section, pack);
  const headings = [section.heading, ...section.variants, ...(section.knownAs ?? [])].filter((text) => text !== '');
  const leads = section.kind === 'lead' ? ['lead', ...(pack.terms.keys['lead'] ?? [])] : [];
  const [lead = section.id] = pack.terms.keys['lead'] ?? [];
  const patterns = [
    exactPattern(section.id),
    ...headings.map((heading) => ANY_NUMBER + textPattern(heading)),
    ...leads.map(textPattern),
  ];
  return { name: section.heading === '' ? lead : section.heading, pattern: wholeName(patterns), schema };
}

function sectionSchema(section: SectionSpec, pack: TemplatePack): JsonSchema {
  const schemas: Readonly<Record<(typeof recordKeys.section)[number], JsonSchema>> = {
    heading: textSchema('照此印出的标题；与格式不同时才写'),
    text: textSchema('正文'),
    draft: {
      ...textSchema('还没有定稿的章节写“是”，定稿后删去这一行'),
      enum: ['是', '否', true, false, 'yes', 'no', null],
    },
  };
  const title = section.heading === '' ? '标题下面的开头一段' : section.number + section.heading;
  const tables = section.tables.length === 0 ? '' : '；这一部分的统计表由程序自动放入';
  const aspects = section.aspects.length === 0 ? '' : `一般写：${section.aspects.join('、')}。`;
  const mentions = section.mustMention.length === 0 ? '' : `应当写到：${section.mustMention.join('、')}。`;
  return {
    description: `${title}的正文，写在“|”后面，整体缩进${tables}。${aspects}${mentions}`,
    type: [...ONE_VALUE, 'object'],
    ...recordOf(recordKeys.section.map((key) => keyEntry(key, schemas[key], pack))),
  };
}
