/**
 * The JSON Schema (draft-07) of the data files of one pack, for YAML editors: names to choose from, what each row is, its
 * unit, how it is filled and which rules look at it. It marks nothing that the reader takes without a finding.
 */
import { recordKeys } from '../data/keys.js';
import type { TemplatePack } from '../pack/types.js';
import { rulesByRow } from './describe.js';
import { listOf, textSchema, when, type JsonSchema } from './json-schema.js';
import { keyEntry, recordOf, type SchemaEntry } from './keys.js';
import {
  agencySchema,
  attachmentsSchema,
  contactSchema,
  previousSchema,
  signoffSchema,
  waiversSchema,
} from './records.js';
import type { SchemaMaking } from './rows.js';
import { sectionsSchema } from './sections.js';
import { shareRepeated } from './share.js';
import { tablesSchema } from './tables.js';

export type { JsonSchema } from './json-schema.js';

/** Name under which `init` and `new` put the schema beside the data file that names it. */
export const schemaFileName = 'report.schema.json';

/** The schema of data files written for this pack. It names no address on a network. */
export function dataFileSchema(pack: TemplatePack): JsonSchema {
  const making: SchemaMaking = { pack, rules: rulesByRow(pack), definitions: new Map() };
  const entries = recordKeys.file.map((key) => keyEntry(key, fileEntry(key, making), pack));
  return shareRepeated({
    title: `数据文件：${pack.name}`,
    description: `按模板 ${pack.id} 填写的政府信息公开工作年度报告数据文件。`,
    type: 'object',
    ...recordOf(entries),
    allOf: (['nianbao', 'year', 'agency'] as const).map((key) => mustHave(key, pack)),
    definitions: Object.fromEntries(making.definitions),
  });
}

/** The schema as a file: the same bytes for the same pack. */
export function schemaText(pack: TemplatePack): string {
  return `${JSON.stringify(dataFileSchema(pack), null, 1)}\n`;
}

/** The first line of a data file, by which YAML editors find the schema beside it. */
export function schemaLine(file = schemaFileName): string {
  return `# yaml-language-server: $schema=${file}`;
}

/** Asks for an entry under its first name unless it is there under another one. */
function mustHave(key: (typeof recordKeys.file)[number], pack: TemplatePack): JsonSchema {
  const { name = key, pattern }: SchemaEntry = keyEntry(key, {}, pack);
  return when({ propertyNames: { not: { pattern } } }, { required: [name] });
}

function fileEntry(key: (typeof recordKeys.file)[number], making: SchemaMaking): JsonSchema {
  const { pack } = making;
  switch (key) {
    case 'nianbao':
      return { description: '数据文件格式的版本', enum: [1, '1'] };
    case 'pack':
      return { ...textSchema(`模板；本文件是按 ${pack.id} 写的`), examples: [pack.id] };
    case 'profile':
      return textSchema('上级机关当年要求的配置');
    case 'year':
      return {
        description: '报告的年度，四位数字',
        type: ['integer', 'string', 'null'],
        minimum: 1900,
        maximum: 2099,
        pattern: String.raw`^\s*(?:19|20)[0-9]{2}\s*$`,
        patternErrorMessage: '写四位半角数字，如 2025。',
      };
    case 'agency':
      return agencySchema(pack);
    case 'published':
      return {
        description: '成文日期，如 2026-01-20 或 2026年1月20日',
        type: ['string', 'null'],
        pattern: String.raw`^\s*(?:[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}|[0-9]{4} *年 *[0-9]{1,2} *月 *[0-9]{1,2} *日)?\s*$`,
        patternErrorMessage: '写作 2026-01-20 或 2026年1月20日。',
      };
    case 'contact':
      return contactSchema(pack);
    case 'signoff':
      return signoffSchema(pack);
    case 'title':
      return textSchema('报告的标题；与格式不同时才写');
    case 'subtitle':
      return textSchema('副标题；与格式不同时才写');
    case 'period':
      return textSchema('统计期限；与格式不同时才写');
    case 'annex_line':
      return textSchema('附件行；与格式不同时才写');
    case 'sections':
      return sectionsSchema(pack);
    case 'tables':
      return tablesSchema(making);
    case 'previous':
      return previousSchema(pack);
    case 'waivers':
      return waiversSchema(pack);
    case 'attachments':
      return attachmentsSchema(pack);
    case 'narrative_figures':
      return listOf(textSchema(), '只在正文出现、表里没有的数字');
    case 'internal':
      return { description: '拟稿、审核、签发等内部记录，永远不会印出来' };
  }
}
