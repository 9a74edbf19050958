/**
 * What there is to say about the waivers themselves, each at its own place in the data file.
 */
import type { Waiver } from '../data/types.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';

/** A figure that differs from the one the waiver was given for; `before` is absent when the waiver does not list it. */
export interface Change {
  readonly address: string;
  readonly before: string | undefined;
  readonly now: string;
}

/** A listed figure has changed: the finding counts again. */
export function lapsed(waiver: Waiver, changes: readonly Change[]): Diagnostic {
  const zh = changes.map(
    ({ address, before, now }) =>
      `${address.replace(/^prev /u, '上年 ')} ${before === undefined ? '豁免时没有列出' : `豁免时为 ${before}`}，现为 ${now}`,
  );
  const en = changes.map(
    ({ address, before, now }) =>
      `${address.replace(/^prev /u, "last year's ")} was ${before ?? 'not listed'} and is ${now}`,
  );
  return notice(
    waiver,
    'waiver/lapsed',
    'warning',
    `${waiver.code} 的豁免已失效：${zh.join('；')}。`,
    `The waiver of ${waiver.code} has lapsed: ${en.join('; ')}.`,
    '请按现在的数重新核实；仍然成立的，改写豁免里的数值，不成立的，删去这条豁免。',
    'Check the figures anew; update the waiver if it still holds, remove it if not.',
    Object.fromEntries(changes.map(({ address, before, now }) => [address, `${before ?? ''} -> ${now}`])),
  );
}

/** No finding stands on the words of the waiver: the sentence was changed or taken out, others of its kind are there. */
export function textGone(waiver: Waiver, text: string): Diagnostic {
  return notice(
    waiver,
    'waiver/lapsed',
    'warning',
    `${waiver.code} 的豁免已失效：有这个问题的文字里没有“${text}”。`,
    `The waiver of ${waiver.code} has lapsed: no finding of this kind stands on "${text}".`,
    '请按现在的文字重新核实；仍然成立的，改写豁免里的“原文”，不成立的，删去这条豁免。',
    'Check the present text; update the words of the waiver if it still holds, remove it if not.',
    { text },
  );
}

/** A waiver without figures would never lapse, so it covers nothing. */
export function noFigures(waiver: Waiver): Diagnostic {
  return notice(
    waiver,
    'waiver/no-figures',
    'warning',
    `${waiver.code} 的豁免没有列出数值，不起作用：数改了也看不出来。`,
    `The waiver of ${waiver.code} lists no figures and covers nothing: a later change could not be seen.`,
    '请把所涉单元格和现在的数写进“数值”（核对结果里有现成的写法）。',
    'List the cells and their present figures under `figures`, as the finding prints them.',
  );
}

export function notWaivable(waiver: Waiver): Diagnostic {
  return notice(
    waiver,
    'waiver/not-waivable',
    'error',
    `${waiver.code} 不能豁免：只有核对规则、文字和空白方面的问题可以豁免。`,
    `${waiver.code} cannot be waived: only findings of rules, on texts and on blanks can.`,
    '请改正问题本身，并删去这条豁免。',
    'Correct the matter itself and remove the waiver.',
  );
}

export function unused(waiver: Waiver): Diagnostic {
  return notice(
    waiver,
    'waiver/unused',
    'info',
    `${waiver.code} 的豁免没有用上：现在没有这个问题。`,
    `The waiver of ${waiver.code} is not used: there is no such finding now.`,
    '请核对代码和单元格；问题已经改正的，可以删去这条豁免。',
    'Check code and cell; if the matter is settled, remove the waiver.',
  );
}

function notice(
  waiver: Waiver,
  code: string,
  severity: Diagnostic['severity'],
  zh: string,
  en: string,
  hintZh: string,
  hintEn: string,
  facts: Readonly<Record<string, string>> = {},
): Diagnostic {
  return {
    code,
    severity,
    message: { zh, en },
    hint: { zh: hintZh, en: hintEn },
    range: waiver.range,
    facts: { waiver: waiver.code, ...facts },
  };
}
