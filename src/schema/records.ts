/** The entries of a data file besides sections and tables: agency, dates, contact, sign-off, last year's data, waivers. */
import { agencyScopes } from '../data/agency.js';
import { recordKeys } from '../data/keys.js';
import { signoffKeys } from '../data/facts.js';
import { agencyKinds, agencyLevels } from '../pack/agency-words.js';
import type { TemplatePack } from '../pack/types.js';
import { listOf, ONE_VALUE, textSchema, type JsonSchema } from './json-schema.js';
import { keyEntry, recordOf, type SchemaEntry } from './keys.js';
import { textPattern, wholeName } from './name-pattern.js';

type Entries<K extends string> = Readonly<Record<K, JsonSchema>>;

/** Schema of one record: these keys and no others. */
function record<K extends string>(keys: readonly K[], schemas: Entries<K>, pack: TemplatePack): JsonSchema {
  return { type: ['object', 'null'], ...recordOf(keys.map((key) => keyEntry(key, schemas[key], pack))) };
}

/** A text beside the record: `单位: 全称`. */
function textOr(schema: JsonSchema, description: string): JsonSchema {
  return { ...schema, description, type: [...ONE_VALUE, 'object'] };
}

function oneOf(words: readonly string[], description: string): JsonSchema {
  return { description, enum: [...words, null] };
}

export function agencySchema(pack: TemplatePack): JsonSchema {
  const former = record(recordKeys.formerName, { name: textSchema('曾用名'), until: textSchema('使用到哪一天') }, pack);
  const schema = record(
    recordKeys.agency,
    {
      name: textSchema('单位全称，与公章一致'),
      credit_code: textSchema('统一社会信用代码，18 位'),
      kind: oneOf(agencyKinds, '单位类型；期限和部分核对规则按它适用'),
      level: oneOf(agencyLevels, '单位层级；部分核对规则按它适用'),
      scope: oneOf(agencyScopes, '统计范围：报告里的数字统计到哪些机关'),
      short_name: textSchema('单位简称'),
      former_names: listOf(textOr(former, '曾用名'), '单位改过名时，以前的名称'),
    },
    pack,
  );
  return textOr(schema, '编制报告的单位：全称，或者一组');
}

export function contactSchema(pack: TemplatePack): JsonSchema {
  const entries = recordKeys.contact.map((key) => keyEntry(key, textSchema(), pack));
  return { description: '联系方式', type: ['object', 'null'], ...recordOf(entries, { type: ONE_VALUE }) };
}

/** Sign-off lines by their keys and by their printed labels. */
export function signoffSchema(pack: TemplatePack): JsonSchema {
  const lines = pack.tables.flatMap((table) => table.signoff.flat());
  const labelled = lines.map(({ label }): SchemaEntry => ({
    pattern: wholeName([`${textPattern(label.replace(/[:：]$/u, ''))}[:：]?`]),
    schema: textSchema(),
  }));
  const entries = signoffKeys(pack).map((key) => keyEntry(key, textSchema(), pack));
  return { description: '签署栏', type: ['object', 'null'], ...recordOf([...entries, ...labelled]) };
}

export function previousSchema(pack: TemplatePack): JsonSchema {
  const adjustment = record(
    recordKeys.adjustment,
    {
      cell: textSchema('单元格，如 t3/r4/total 或 表三/四、结转下年度继续办理/总计'),
      by: textSchema('增减的数，如 3 或 -3'),
      reason: textSchema('为什么要调整'),
    },
    pack,
  );
  const one = record(
    recordKeys.previous,
    { file: textSchema('上年数据文件的路径'), adjust: listOf(adjustment, '对上年数字的调整') },
    pack,
  );
  return listOf(textOr(one, '上年数据文件的路径'), '上年数据文件的路径，或者一列路径；用来核对跨年数字');
}

export function waiversSchema(pack: TemplatePack): JsonSchema {
  const waiver = record(
    recordKeys.waiver,
    {
      code: textSchema('提示的代码'),
      cell: textSchema('单元格'),
      figures: {
        description: '有关单元格的数；数一变，豁免就失效',
        type: ['object', 'null'],
        additionalProperties: { type: ONE_VALUE },
      },
      text: textSchema('有关的原文；原文改了，豁免就失效'),
      reason: textSchema('不改的理由'),
      by: textSchema('审批人；不会印在任何公开的文件里'),
    },
    pack,
  );
  return listOf(waiver, '有理由不改的问题；把检查结果给出的一段粘贴到这里，写上理由');
}

export function attachmentsSchema(pack: TemplatePack): JsonSchema {
  const one = record(recordKeys.attachment, { file: textSchema('文件'), title: textSchema('标题') }, pack);
  return listOf(textOr(one, '附件'), '随报告报送的文件');
}
