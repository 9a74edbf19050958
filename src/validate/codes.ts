/**
 * Diagnostic codes of validation and waivers. Rules of a pack have their own ids as codes and describe themselves.
 */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const validateCodes: readonly CodeEntry[] = [
  {
    code: 'pack/out-of-years',
    severity: 'warning',
    title: { zh: '模板不适用于本年度', en: 'The pack is not for this year' },
    why: {
      zh: '各年度的表式不同：同名的格在另一版表式里可能是另一个意思。',
      en: 'Forms differ by year: a cell of the same name may mean another thing in another edition.',
    },
    fix: {
      zh: '换用当年的模板，或改正“年度”。',
      en: 'Use the pack for that year, or correct the year.',
    },
  },
  {
    code: 'rule/error',
    severity: 'error',
    title: { zh: '模板里的规则有误', en: 'A rule of the pack is wrong' },
    why: {
      zh: '规则的公式与表式对不上，这条核对没有进行。这是模板的问题，不是数据的问题。',
      en: 'The formula does not fit the form, so the check was not made. The pack is at fault, not the data.',
    },
    fix: { zh: '请告诉模板的维护者，或改用别的模板。', en: 'Tell the maintainer of the pack, or use another pack.' },
  },
  {
    code: 'rule/no-previous',
    severity: 'info',
    title: { zh: '没有上年数据', en: 'No figures of last year' },
    why: {
      zh: '上年结转、现行有效件数等要与上年报告相接，没有上年数据就无法核对。',
      en: 'Carried-over requests and stocks must follow from last year; without it they cannot be checked.',
    },
    fix: { zh: '在“上年数据”里写上年数据文件的路径。', en: "Name last year's data file under `previous`." },
  },
  {
    code: 'rule/not-comparable',
    severity: 'info',
    title: { zh: '上年的表式没有相应的格', en: "Last year's form has no such cells" },
    why: {
      zh: '格式换了，上年没有意思相同的格，拿别的格顶替会得出错误的结论，所以不比较。',
      en: 'The form changed; comparing with other cells instead would lead to false findings.',
    },
    fix: { zh: '人工核对与上年报告是否相接。', en: 'Compare with last year by hand.' },
  },
  {
    code: 'previous/wrong-year',
    severity: 'error',
    title: { zh: '上年数据不是上一年的', en: "Last year's file is of another year" },
    why: { zh: '与别的年度比，跨年核对没有意义。', en: 'A comparison with another year means nothing.' },
    fix: { zh: '换成报告年度前一年的数据文件。', en: 'Name the data file of the year before the report year.' },
  },
  {
    code: 'waiver/lapsed',
    severity: 'warning',
    title: { zh: '豁免已失效', en: 'A waiver has lapsed' },
    why: {
      zh: '豁免只对当时的数和文字有效；数或文字变了，要重新核实。',
      en: 'A waiver holds for the figures and words it was given for; when they change, the matter is to be looked at anew.',
    },
    fix: { zh: '重新核实，改写或删去这条豁免。', en: 'Check anew, then update or remove the waiver.' },
  },
  {
    code: 'waiver/no-figures',
    severity: 'warning',
    title: { zh: '豁免没有列出数值', en: 'A waiver without figures' },
    why: { zh: '没有数值的豁免永远不会失效，所以不起作用。', en: 'It would never lapse, so it covers nothing.' },
    fix: { zh: '写上所涉单元格和现在的数。', en: 'List the cells and their present figures.' },
  },
  {
    code: 'waiver/not-waivable',
    severity: 'error',
    title: { zh: '不能豁免的问题', en: 'A finding that cannot be waived' },
    why: {
      zh: '读不出来的数据、缺少的内容不能靠豁免通过，只有核对规则、文字和空白方面的问题可以。',
      en: 'Unreadable or absent data cannot be waived; only findings of rules, on texts and on blanks can.',
    },
    fix: { zh: '改正问题本身，删去豁免。', en: 'Correct the matter itself and remove the waiver.' },
  },
  {
    code: 'waiver/unused',
    severity: 'info',
    title: { zh: '没有用上的豁免', en: 'A waiver that is not used' },
    why: { zh: '问题已经改正，或者代码、单元格写错了。', en: 'The matter is settled, or code or cell are mistyped.' },
    fix: { zh: '核对代码和单元格，不需要的删去。', en: 'Check code and cell; remove it if not needed.' },
  },
];
