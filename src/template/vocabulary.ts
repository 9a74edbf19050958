/**
 * Every name a template may use, Chinese and English: one table that the compiler, the docs and the suggestions read.
 */
import type { BlockName, FieldName, HelperName } from './template.js';

/** Kinds of argument: `address` a cell, `digits` 0 to 6 decimals, `day` a date or the field that holds one, `amount` a cell or a whole number. */
export type ArgumentKind = 'address' | 'digits' | 'day' | 'amount';

export interface HelperSpec {
  readonly name: HelperName;
  readonly names: readonly string[];
  readonly required: readonly ArgumentKind[];
  readonly optional: readonly ArgumentKind[];
  /** The last required argument may be repeated. */
  readonly repeated?: boolean;
  /** Shown in messages. */
  readonly usage: string;
}

/** Helpers that print something. */
export const templateHelpers: readonly HelperSpec[] = [
  { name: 'value', names: ['值', 'value'], required: ['address'], optional: ['digits'], usage: '{{值 "t3/r1/total"}}' },
  {
    name: 'change',
    names: ['比上年', 'change'],
    required: ['address'],
    optional: ['digits'],
    usage: '{{比上年 "t3/r1/total"}}',
  },
  {
    name: 'share',
    names: ['占比', 'share'],
    required: ['address', 'address'],
    optional: ['digits'],
    usage: '{{占比 "t3/r1/natural" "t3/r1/total"}}',
  },
  {
    name: 'percent',
    names: ['百分比', 'percent'],
    required: ['address', 'address'],
    optional: ['digits'],
    usage: '{{百分比 "t3/r1/natural" "t3/r1/total"}}',
  },
  { name: 'date', names: ['日期', 'date'], required: ['day'], optional: [], usage: '{{日期 "2024-01-20"}}' },
  {
    name: 'chinese',
    names: ['中文数字', 'chinese'],
    required: ['amount'],
    optional: [],
    usage: '{{中文数字 "t3/r1/total"}}',
  },
  {
    name: 'previous',
    names: ['上年值', 'previous'],
    required: ['address'],
    optional: ['digits'],
    usage: '{{上年值 "t3/r1/total"}}',
  },
  {
    name: 'sum',
    names: ['和', 'sum'],
    required: ['address', 'address'],
    optional: [],
    repeated: true,
    usage: '{{和 "t3/r1/natural" "t3/r2/natural"}}',
  },
];

/** Blocks that choose between two wordings by one figure. */
export const templateBlocks: readonly {
  readonly name: BlockName;
  readonly names: readonly string[];
  readonly usage: string;
}[] = [
  { name: 'zero', names: ['零', 'zero'], usage: '{{#零 "t3/r1/total"}}…{{else}}…{{/零}}' },
  { name: 'nonzero', names: ['非零', 'nonzero'], usage: '{{#非零 "t3/r1/total"}}…{{else}}…{{/非零}}' },
];

/** Facts that are not cells. The years are derived from `year` where the scope does not give them. */
export const templateFields: readonly { readonly name: FieldName; readonly names: readonly string[] }[] = [
  { name: 'agency', names: ['单位', 'agency'] },
  { name: 'short_name', names: ['简称', 'short_name'] },
  { name: 'year', names: ['年', '年度', 'year'] },
  { name: 'previous_year', names: ['上年', 'previous_year'] },
  { name: 'next_year', names: ['下年', 'next_year'] },
  { name: 'published', names: ['成文日期', 'published'] },
  { name: 'phone', names: ['联系电话', '电话', 'phone'] },
  { name: 'address', names: ['地址', '联系地址', 'address'] },
  { name: 'website', names: ['网站', '网址', 'website'] },
  { name: 'email', names: ['电子邮箱', '邮箱', 'email'] },
  { name: 'office', names: ['联系机构', '联系部门', 'office'] },
];

/** Helper by either name. */
export function helperNamed(name: string): HelperSpec | undefined {
  return templateHelpers.find((helper) => helper.names.includes(name));
}

/** Block by either name. */
export function blockNamed(name: string): (typeof templateBlocks)[number] | undefined {
  return templateBlocks.find((block) => block.names.includes(name));
}

/** Field by any of its names. */
export function fieldNamed(name: string): (typeof templateFields)[number] | undefined {
  return templateFields.find((field) => field.names.includes(name));
}

/** All names, for suggestions. */
export const allNames: readonly string[] = [templateHelpers, templateBlocks, templateFields].flatMap((specs) =>
  specs.flatMap((spec) => spec.names),
);
