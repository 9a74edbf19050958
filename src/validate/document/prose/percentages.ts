/** D-T3: shares and changes against last year, computed again from the figures of the text, the tables and last year. */
import type { Decimal } from 'decimal.js';
import { exact } from '../../../rule/exact.js';
import { decimalText } from '../../../value/number.js';
import { previousCell } from '../../previous.js';
import type { RuleFinding } from '../../rule-diagnostic.js';
import type { DocumentCheck, DocumentContext } from '../context.js';
import { grouped } from './grouped.js';
import { mentionsIn } from './analysis.js';
import type { Mention } from './mentions.js';
import * as words from './sentences.js';

/** A warning where a share or a change cannot be what the figures beside it give, to the digit printed. */
export const prosePercentages: DocumentCheck = (context) => {
  const passages = grouped(mentionsIn(context), ({ passage }) => passage);
  return [...passages.values()].flatMap((mentions) =>
    mentions.flatMap((mention) => {
      if (mention.inWords || mention.address !== undefined) return [];
      if (isChange(mention)) return changeFindings(mention, mentions, context);
      return mention.numeral.kind === 'percent' && mention.frame.signs.has('share')
        ? shareFindings(mention, mentions, context)
        : [];
    }),
  );
};

function isChange({ frame: { signs }, numeral }: Mention): boolean {
  return (
    (signs.has('more') || signs.has('less')) && signs.has('more') !== signs.has('less') && numeral.kind !== 'points'
  );
}

interface Range {
  readonly low: Decimal;
  readonly high: Decimal;
}

/** 38条，占13.8%. */
function shareFindings(share: Mention, mentions: readonly Mention[], context: DocumentContext): readonly RuleFinding[] {
  const sentence = mentions.filter(
    ({ clause, numeral }) => clause.sentence === share.clause.sentence && numeral.kind === 'count',
  );
  const part = sentence.findLast(({ order, inWords }) => order < share.order && !inWords);
  if (part === undefined || hasSubject(share)) return [];
  const { unit } = part.numeral;
  const whole = part.whole === undefined ? undefined : mentions.find(({ order }) => order === part.whole);
  const evident = whole ?? sentence.find(({ numeral, order }) => numeral.unit === unit && order < part.order);
  if (evident === undefined || evident.numeral.unit !== unit || evident.numeral.low.lt(part.numeral.low)) return [];
  const wholes = [
    ...mentionsIn(context)
      .filter(({ numeral }) => numeral.unit === unit)
      .map(({ numeral }) => numeral),
    ...cellValues(context),
  ];
  if (wholes.some((other) => other.low.gt(0) && fits(share, ratio(part.numeral, other)))) return [];
  const computed = middle(ratio(part.numeral, evident.numeral)).toDecimalPlaces(share.numeral.decimals);
  return [
    {
      message: {
        zh: `正文“${words.excerptOf(share)}”写的是 ${share.numeral.text}，按 ${part.numeral.text} 占 ${evident.numeral.text} 计算为 ${decimalText(computed)}%。`,
        en: `The text "${words.excerptOf(share)}" states ${share.numeral.text}; ${part.numeral.text} of ${evident.numeral.text} is ${decimalText(computed)}%.`,
      },
      range: words.rangeOfMention(share, context),
      facts: { stated: share.numeral.text, expected: `${decimalText(computed)}%` },
      related: [part, evident].map((mention) => words.mentionPlace(mention, context)),
      text: words.sentenceOf(share),
    },
  ];
}

/** 予以公开占55.4% says itself whose share it is. */
function hasSubject({ clause }: Mention): boolean {
  const sign = clause.head.findIndex(
    (token) => token.type === 'word' && token.role.is === 'sign' && token.role.sign === 'share',
  );
  return clause.head
    .slice(0, sign)
    .some((token) => token.type === 'unknown' || (token.type === 'word' && token.role.is === 'concept'));
}

/** Whole numbers of the tables, any of which a share may be of. */
function cellValues({ figures }: DocumentContext): readonly Range[] {
  return [...figures.values.values()].flatMap((value) =>
    value.kind === 'number' && !value.number.isZero() ? [{ low: exact(value.number), high: exact(value.number) }] : [],
  );
}

/** 12件，同比增长20%; 比上年增加2件. */
function changeFindings(
  change: Mention,
  mentions: readonly Mention[],
  context: DocumentContext,
): readonly RuleFinding[] {
  const { order, clause, numeral, frame } = change;
  // 其中自然人申请增加4件 is the change of a part.
  if (frame.unknown || frame.applicants.length + frame.details.length + frame.channels.length > 0) return [];
  const sentence = mentions.filter(
    (other) => other.clause.sentence === clause.sentence && other.numeral.kind === 'count' && !other.inWords,
  );
  const levels = sentence.filter((other) => other.order < order && !isChange(other));
  const isCurrent = ({ frame: { signs, years } }: Mention): boolean =>
    !signs.has('earlier') && !signs.has('compare') && !years.includes(context.data.year.value - 1);
  const current = levels.findLast(isCurrent);
  if (current === undefined || (numeral.kind === 'count' && numeral.unit !== current.numeral.unit)) return [];
  const bases = basesOf(current, sentence, context).filter(
    ({ value }) => numeral.kind !== 'percent' || value.low.gt(0),
  );
  const changes = bases.map((base) => ({ base, computed: changeFrom(base.value, current.numeral, numeral.kind) }));
  const [first] = changes;
  const signed = (range: Range): Range =>
    frame.signs.has('more') ? range : { low: range.high.negated(), high: range.low.negated() };
  if (first === undefined || changes.some(({ computed }) => fits(change, signed(computed)))) return [];
  const { base, computed } = first;
  const unit = numeral.kind === 'percent' ? '%' : numeral.unit;
  const value = middle(computed).toDecimalPlaces(numeral.decimals);
  const direction = value.isNegative() ? { zh: '减少', en: 'less' } : { zh: '增加', en: 'more' };
  const expected = `${decimalText(value.abs())}${unit}`;
  return [
    {
      message: {
        zh: `正文“${words.excerptOf(change)}”写的是 ${numeral.text}，由 ${current.numeral.text} 与上年的 ${base.text} 计算应为${direction.zh} ${expected}。`,
        en: `The text "${words.excerptOf(change)}" states ${numeral.text}; ${current.numeral.text} against ${base.text} last year is ${expected} ${direction.en}.`,
      },
      range: words.rangeOfMention(change, context),
      facts: { stated: numeral.text, expected, previous: base.text },
      related: [words.mentionPlace(current, context)],
      text: words.sentenceOf(change),
    },
  ];
}

function changeFrom(base: Range, current: Range, kind: Mention['numeral']['kind']): Range {
  const difference = { low: current.low.minus(base.high), high: current.high.minus(base.low) };
  return kind === 'percent' ? scaled(difference, base) : difference;
}

interface Base {
  readonly value: Range;
  readonly text: string;
}

/** Last year's figure: as the sentence gives it, else as last year's file has it; each way of counting gives one. */
function basesOf(current: Mention, sentence: readonly Mention[], context: DocumentContext): readonly Base[] {
  const lastYear = context.data.year.value - 1;
  const said = sentence.filter(
    ({ numeral, frame: { signs, years } }) =>
      numeral.unit === current.numeral.unit &&
      (signs.has('earlier') || signs.has('compare') || years.includes(lastYear)) &&
      !signs.has('more') &&
      !signs.has('less'),
  );
  if (said.length > 0) return said.map(({ numeral }) => ({ value: numeral, text: numeral.text }));
  const sums =
    current.address === undefined ? current.readings.flatMap((reading) => reading.sums) : [[current.address]];
  if (!current.comparable) return [];
  return sums.flatMap((addresses) => {
    let sum = exact(0);
    for (const address of addresses) {
      const value = previousCell(address, context.previous, context.pack)?.value;
      if (value?.kind !== 'number') return [];
      sum = sum.plus(value.number);
    }
    return [{ value: { low: sum, high: sum }, text: decimalText(sum) + current.numeral.unit }];
  });
}

function ratio(part: Range, whole: Range): Range {
  return { low: part.low.times(100).dividedBy(whole.high), high: part.high.times(100).dividedBy(whole.low) };
}

function scaled(difference: Range, base: Range): Range {
  const low = difference.low.times(100).dividedBy(difference.low.isNegative() ? base.low : base.high);
  const high = difference.high.times(100).dividedBy(difference.high.isNegative() ? base.high : base.low);
  return { low, high };
}

/** True when a computed range, rounded to the digits printed, can be what is stated. */
function fits({ numeral }: Mention, { low, high }: Range): boolean {
  const half = numeral.kind === 'percent' ? exact(10).pow(-numeral.decimals).dividedBy(2) : exact(0);
  return low.minus(half).lte(numeral.high) && high.plus(half).gte(numeral.low);
}

function middle({ low, high }: Range): Decimal {
  return low.plus(high).dividedBy(2);
}
