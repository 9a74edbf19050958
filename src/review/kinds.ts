/**
 * The kind of check a diagnostic comes from: the author of its comment. A rule is told by what it does, any other code by
 * the part of the program that gives it.
 */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import type { RuleSpec, TemplatePack } from '../pack/types.js';

/** Name of a kind and what stands for it in the margin. */
export interface CheckKind {
  readonly name: Bilingual;
  readonly initials: Bilingual;
}

function kind(zh: string, initials: string, en: string, enInitials: string): CheckKind {
  return { name: { zh, en }, initials: { zh: initials, en: enInitials } };
}

const formulas = kind('核对规则', '核', 'Table rules', 'Ru');
const crossYear = kind('跨年核对', '跨', 'Year to year', 'Yy');
const values = kind('空白与数值', '数', 'Blanks and values', 'Va');
const years = kind('年度与期限', '年', 'Years and dates', 'Da');
const figures = kind('正文数字', '文', 'Figures in the text', 'Fi');
const structure = kind('结构与标题', '构', 'Structure and headings', 'St');
const wording = kind('文字规范', '字', 'Wording', 'Wo');
const laws = kind('法规依据', '法', 'Legal basis', 'La');
const personal = kind('个人信息', '私', 'Personal information', 'Pe');
const dataFile = kind('数据文件', '据', 'Data file', 'Df');
const waivers = kind('豁免', '免', 'Waivers', 'Wv');
const profiles = kind('报送要求', '报', 'Filing requirements', 'Pr');
const packs = kind('模板', '模', 'Template pack', 'Pa');
const others = kind('其他检查', '查', 'Other checks', 'Ot');

/** Name of a built-in check of a rule -> its kind. A test asks for every name there is. */
export const kindOfCheck: Readonly<Record<string, CheckKind>> = {
  blanks: values,
  'value-types': values,
  jumps: crossYear,
  'same-as-last-year': crossYear,
  'document-year': years,
  'statistics-period': years,
  'other-years': years,
  'publication-date': years,
  'section-headings': structure,
  'empty-sections': structure,
  numbering: structure,
  'must-mention': structure,
  'prose-sums': figures,
  'prose-percentages': figures,
  'prose-cells': figures,
  'prose-zeros': figures,
  'prose-repeats': figures,
  'prose-unmatched': figures,
  'announced-parts': structure,
  'legal-basis': laws,
  typography: wording,
  'leftover-text': wording,
  'copied-text': wording,
  'other-agency': wording,
  'personal-data': personal,
};

/** First part of a code -> its kind. */
const kindOfPrefix: Readonly<Record<string, CheckKind>> = {
  load: dataFile,
  data: dataFile,
  template: figures,
  compose: wording,
  report: structure,
  waiver: waivers,
  profile: profiles,
  previous: crossYear,
  pack: packs,
  rule: packs,
};

/** Codes whose first part says too little. */
const kindOfCode: Readonly<Record<string, CheckKind>> = { 'rule/no-previous': crossYear };

/** The kind of a diagnostic; never fails, since no diagnostic may be lost. */
export function checkKind({ code }: Diagnostic, pack: TemplatePack): CheckKind {
  const rule = pack.rules.find(({ id }) => id === code);
  if (rule !== undefined) return kindOfRule(rule);
  const prefix = code.includes('/') ? code.slice(0, code.indexOf('/')) : '';
  return kindOfCode[code] ?? kindOfPrefix[prefix] ?? others;
}

function kindOfRule(rule: RuleSpec): CheckKind {
  if (rule.check !== undefined) return kindOfCheck[rule.check.name] ?? others;
  return rule.crossYear ? crossYear : formulas;
}
