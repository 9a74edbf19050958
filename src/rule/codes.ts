/**
 * Diagnostic codes of formulas and rule examples, given while a pack is loaded.
 */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const ruleCodes: readonly CodeEntry[] = [
  {
    code: 'rule/no-failing-example',
    severity: 'error',
    title: { zh: '规则没有不通过的例子', en: 'A rule without a failing example' },
    why: {
      zh: '没有一组数能使它不通过的规则，看不出它到底查不查得出错。',
      en: 'A rule that no set of figures is shown to fail may check nothing at all.',
    },
    fix: { zh: '在规则的 examples.fail 里写至少一组不通过的数。', en: 'Write at least one failing set of figures.' },
  },
  {
    code: 'rule/example-wrong',
    severity: 'error',
    title: { zh: '规则的例子与公式不符', en: 'An example disagrees with the formula' },
    why: {
      zh: '例子说明规则的本意；两者不符时，公式或例子写错了。',
      en: 'Examples say what the rule is meant to do; when they disagree, the formula or the example is wrong.',
    },
    fix: {
      zh: '改正公式，或改正例子里的数和名称。',
      en: 'Correct the formula, or the figures and names of the example.',
    },
  },
];
