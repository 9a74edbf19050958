/**
 * The text of one cell -> value, unit, remark and findings. 0, blank, `/` and `—` never turn into one another; a figure
 * that is not cleanly typed is an error with its corrected text, and the cell counts as missing until it is put right.
 */
import type { Bilingual, Severity } from '../diagnostic/diagnostic.js';
import { correctedLine } from '../load/corrected-line.js';
import type { ValueType } from '../pack/types.js';
import { numberValue } from '../value/number.js';
import { convertMoney, isMoneyUnit } from '../value/unit.js';
import type { CellValue } from '../value/value.js';
import { readNumber, type NumberSlip } from './number-text.js';

/** What must be known of a cell to read it; `CellSpec` of a pack is one. */
export interface CellFormat {
  /** Official name for messages. */
  readonly name: string;
  readonly unit?: string;
  readonly type: ValueType;
  readonly typedUnit: boolean;
}

/** A finding on one cell, before it has its place. */
export interface CellProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint: Bilingual;
  readonly facts?: Readonly<Record<string, string>>;
}

/** `unit` is the unit that the value is in: the row's after a conversion, else as typed. `remark` has its brackets. */
export interface CellReading {
  readonly value: CellValue;
  readonly unit?: string;
  readonly remark?: string;
  readonly problems: readonly CellProblem[];
}

const MISSING: CellValue = { kind: 'missing' };
const BLANK: CellValue = { kind: 'blank' };

/**
 * Reads what was typed in a cell: `12`, `27.60`, `251000元`, `22（其中修订16件）`, `/`, `——`, `空` or nothing.
 * `blankWord` is the pack's word for a blank; `givenUnit` is the unit of a cell record, as if typed after the figure.
 * Gives `data/number-…` and `data/unit-…`, each with the corrected text.
 */
export function readCellText(typed: string, format: CellFormat, blankWord: string, givenUnit?: string): CellReading {
  const text = typed.trim();
  if (text === '' || text === blankWord) return { value: BLANK, problems: [] };
  const { body, remark } = splitRemark(text);
  const withRemark = remark === undefined ? {} : { remark };
  const mark = readMark(body, format);
  if (mark !== undefined) return { ...mark, ...withRemark };
  const { figure, unit: typedUnit } = splitUnit(body);
  const unit = givenUnit ?? typedUnit;
  const number = readNumber(figure, format.type.kind === 'signed');
  if (number.kind === 'slip') {
    const corrected =
      number.corrected === undefined ? undefined : `${number.corrected}${typedUnit ?? ''}${remark ?? ''}`;
    return {
      value: MISSING,
      problems: [slipProblem(number.slip, correctedLine(text), corrected, format)],
      ...withRemark,
    };
  }
  if (givenUnit !== undefined && typedUnit !== undefined && givenUnit !== typedUnit) {
    return { value: MISSING, problems: [unitMismatch(correctedLine(text), givenUnit, format)], ...withRemark };
  }
  return { ...withUnit(number.text, unit, format), ...withRemark };
}

/** `22（其中修订16件）` -> `22` and the remark with its brackets as typed. */
function splitRemark(text: string): { readonly body: string; readonly remark?: string } {
  const open = text.search(/[（(]/u);
  if (open <= 0 || !/[）)]$/u.test(text)) return { body: text };
  return { body: text.slice(0, open).trimEnd(), remark: text.slice(open) };
}

/** `251000元` -> `251000` and `元`. */
function splitUnit(body: string): { readonly figure: string; readonly unit?: string } {
  const found = /^(?<figure>.*[0-9０-９])\s*(?<unit>\p{Script=Han}{1,6})$/su.exec(body);
  const { figure, unit } = found?.groups ?? {};
  return figure === undefined || unit === undefined ? { figure: body } : { figure, unit };
}

/** `/` and `—`; what merely looks like them is asked about, since a hyphen is neither. */
function readMark(body: string, format: CellFormat): CellReading | undefined {
  if (body === '/') return { value: { kind: 'slash' }, problems: [] };
  if (body === '—' || body === '——') return { value: { kind: 'dash', text: body }, problems: [] };
  if (/^(?:／|\\|N\/?A|不适用|\|)$/iu.test(body)) return markProblem(body, '/', format);
  if (/^[-－–―─−ー_~～]+$/u.test(body)) return markProblem(body, '——', format);
  return undefined;
}

function markProblem(body: string, corrected: string, format: CellFormat): CellReading {
  const problem: CellProblem = {
    code: 'data/number-mark',
    severity: 'error',
    message: {
      zh: `${format.name}写的“${body}”不是数字，也不是表里认得的符号。`,
      en: `"${body}" in ${format.name} is neither a figure nor a mark that the form knows.`,
    },
    hint: {
      zh: `不适用写“/”，按表式划线写“——”，没有发生写 0，还没有数据就留空。看样子这里想写“${corrected}”。`,
      en: `Write "/" for not applicable, "——" for the form's dash, 0 for none, nothing for not known yet. Perhaps "${corrected}" is meant.`,
    },
    facts: { typed: body, corrected },
  };
  return { value: MISSING, problems: [problem] };
}

function withUnit(text: string, unit: string | undefined, format: CellFormat): CellReading {
  const value = numberValue(text);
  if (unit === undefined) {
    const bare = format.typedUnit && !value.number.isZero();
    return bare ? { value: MISSING, problems: [unitMissing(text, format)] } : { value, problems: [] };
  }
  if (unit === format.unit) return { value, unit, problems: [] };
  if (format.unit === undefined) {
    if (!format.typedUnit || isMoneyUnit(unit)) return { value, unit, problems: [] };
    return { value: MISSING, problems: [unitMismatch(text + unit, unit, format)] };
  }
  if (!isMoneyUnit(unit) || !isMoneyUnit(format.unit)) {
    return { value: MISSING, problems: [unitMismatch(text + unit, unit, format)] };
  }
  const converted = convertMoney(text, unit, format.unit, format.type.decimals);
  if (converted === undefined) return { value: MISSING, problems: [unitInexact(text, unit, format.unit, format)] };
  return {
    value: numberValue(converted),
    unit: format.unit,
    problems: [unitConverted(text + unit, converted + format.unit, format)],
  };
}

function unitMissing(text: string, format: CellFormat): CellProblem {
  return {
    code: 'data/unit-missing',
    severity: 'error',
    message: {
      zh: `${format.name}写的“${text}”没有单位，可能是 ${text} 元，也可能是 ${text} 万元。`,
      en: `"${text}" in ${format.name} has no unit: it may be ${text} 元 or ${text} 万元 (10,000 元).`,
    },
    hint: { zh: `连单位一起写：${text}元 或 ${text}万元。`, en: `Write the unit with it: ${text}元 or ${text}万元.` },
    facts: { typed: text },
  };
}

function unitMismatch(text: string, unit: string, format: CellFormat): CellProblem {
  const wanted = format.unit ?? '元、万元';
  return {
    code: 'data/unit-mismatch',
    severity: 'error',
    message: {
      zh: `${format.name}的单位是“${wanted}”，写的“${text}”单位是“${unit}”，不能换算。`,
      en: `The unit of ${format.name} is "${wanted}"; "${text}" is in "${unit}", which cannot be converted.`,
    },
    hint: { zh: `核对数值，按“${wanted}”填写。`, en: `Check the figure and give it in "${wanted}".` },
    facts: { typed: text, unit: wanted },
  };
}

function unitInexact(text: string, from: string, to: string, format: CellFormat): CellProblem {
  const digits = format.type.decimals;
  return {
    code: 'data/unit-inexact',
    severity: 'error',
    message: {
      zh: `${format.name}写的“${text}${from}”折算成${to}后超过 ${digits} 位小数，不能照样填入。`,
      en: `"${text}${from}" in ${format.name} has more than ${digits} decimals in ${to}.`,
    },
    hint: { zh: `按${to}填写，自己决定怎样取舍。`, en: `Give it in ${to}, rounded as you decide.` },
    facts: { typed: text + from, unit: to },
  };
}

function unitConverted(typed: string, converted: string, format: CellFormat): CellProblem {
  return {
    code: 'data/unit-converted',
    severity: 'info',
    message: {
      zh: `${format.name}写的“${typed}”按表中单位折算为 ${converted}。`,
      en: `"${typed}" in ${format.name} was converted to the form's unit: ${converted}.`,
    },
    hint: {
      zh: '核对折算后的数；不想看到本提示，就直接按表中单位填写。',
      en: 'Check it; give the figure in the unit of the form to be rid of this note.',
    },
    facts: { typed, converted },
  };
}

const SLIPS: Readonly<Record<NumberSlip, Bilingual>> = {
  'full-width': { zh: '用了全角数字或符号', en: 'has full-width digits or signs' },
  grouping: { zh: '数字中间有逗号', en: 'has commas between the digits' },
  'leading-zero': { zh: '以 0 开头', en: 'begins with 0' },
  sign: {
    zh: '带了增减符号或文字，而这一格不是增减数',
    en: 'has a sign or word of change, and this cell is no change',
  },
  exponent: { zh: '用了科学计数法', en: 'is in exponent form' },
  form: { zh: '写法不规范', en: 'is not in plain form' },
  word: { zh: '是文字，分不清是 0 还是没有数据', en: 'is a word that may mean 0 or not known' },
  chinese: { zh: '是汉字数字', en: 'is in Chinese numerals' },
  'too-large': { zh: '太大，表格软件会丢掉末尾几位', en: 'is so large that other programs lose its last digits' },
  text: { zh: '不是数字', en: 'is no figure' },
};

function slipProblem(slip: NumberSlip, typed: string, corrected: string | undefined, format: CellFormat): CellProblem {
  const { zh, en } = SLIPS[slip];
  const facts = corrected === undefined ? { typed } : { typed, corrected };
  return {
    code: `data/number-${slip}`,
    severity: 'error',
    message: { zh: `${format.name}写的“${typed}”${zh}。`, en: `"${typed}" in ${format.name} ${en}.` },
    hint: corrected === undefined ? adviceFor(slip) : rewriteAs(slip, corrected),
    facts,
  };
}

/** The corrected text; where the slip may also hide another figure, with what to look at first. */
function rewriteAs(slip: NumberSlip, corrected: string): Bilingual {
  const { zh, en } = DOUBTS[slip] ?? { zh: '', en: '' };
  return { zh: `${zh}改写为：${corrected}`, en: `${en}Write it as: ${corrected}` };
}

const DOUBTS: Partial<Readonly<Record<NumberSlip, Bilingual>>> = {
  'leading-zero': {
    zh: '先看看是不是漏打了前面的数字；没有漏的话，',
    en: 'See whether a digit before it is missing; if not: ',
  },
  sign: { zh: '如果填的就是这个数，', en: 'If this is the figure itself: ' },
  exponent: {
    zh: '先对照原始数据，看看末尾几位有没有丢；没有丢的话，',
    en: 'Compare it with its source, since digits may be lost; if none are: ',
  },
};

function adviceFor(slip: NumberSlip): Bilingual {
  if (slip === 'grouping') {
    return {
      zh: '逗号的位置不对：如果是一个数，去掉逗号；如果是几个数，用方括号分开写。',
      en: 'The commas are out of place: drop them for one figure, use brackets for several.',
    };
  }
  if (slip === 'too-large') return { zh: '核对是不是多写了几位。', en: 'See whether there are digits too many.' };
  return {
    zh: '用阿拉伯数字填写；没有发生写 0，不适用写“/”，还没有数据就留空。',
    en: 'Use Arabic digits; 0 for none, "/" for not applicable, nothing for not known yet.',
  };
}
