/** Sentences of the findings: the part of the text, the figures on both sides, the cells by their official names. */
import type { Bilingual, RelatedPlace } from '../../../diagnostic/diagnostic.js';
import { cellSpecs } from '../../../pack/cells.js';
import type { SourceRange } from '../../../source/source.js';
import { decimalText } from '../../../value/number.js';
import { figureText, rangeOfCell } from '../../cells.js';
import { longestWords } from '../../waiver-block.js';
import type { DocumentContext } from '../context.js';
import { rangeOf } from '../passages.js';
import type { CellSum } from './cell-sums.js';
import type { Mention } from './mentions.js';

const longestExcerpt = 40;

/** The clause of a mention as printed, shortened in the middle of nothing. */
export function excerptOf({ passage, start, end }: Pick<Mention, 'passage' | 'start' | 'end'>): string {
  const characters = [...passage.text.slice(start, end).replace(/\s+/gu, ' ').trim()];
  return characters.length <= longestExcerpt
    ? characters.join('')
    : `${characters.slice(0, longestExcerpt).join('')}……`;
}

export function rangeOfMention({ passage, start, end }: Mention, context: DocumentContext): SourceRange | undefined {
  return rangeOf(passage, context.data.source, start, end);
}

/**
 * The sentence that a mention stands in. A waiver quotes its beginning and lapses when that changes: where the figure
 * stands further on, it is given from its clause on.
 */
export function sentenceOf({ passage, start, end }: Pick<Mention, 'passage' | 'start' | 'end'>): string {
  const { text } = passage;
  const stops = ['。', '！', '？', '\n'];
  const before = start === 0 ? 0 : Math.max(...stops.map((mark) => text.lastIndexOf(mark, start - 1))) + 1;
  const ends = stops.map((mark) => text.indexOf(mark, end)).filter((at) => at >= 0);
  const from = end - before <= longestWords ? before : start;
  return text.slice(from, Math.min(text.length, ...ends.map((at) => at + 1))).trim();
}

export function mentionPlace(mention: Mention, context: DocumentContext): RelatedPlace {
  const range = rangeOfMention(mention, context);
  const excerpt = excerptOf(mention);
  return {
    message: { zh: `正文“${excerpt}”`, en: `the text "${excerpt}"` },
    ...(range === undefined ? {} : { range }),
  };
}

export function cellPlace(address: string, context: DocumentContext): RelatedPlace {
  const range = rangeOfCell(context.data, address);
  const figure = figureOf(address, context);
  const name = cellNames([address], context);
  return {
    message: { zh: `${name.zh}：${figure}`, en: `${name.en}: ${figure}` },
    cell: address,
    ...(range === undefined ? {} : { range }),
  };
}

export function figureOf(address: string, { figures }: DocumentContext): string {
  return figureText(figures.values.get(address) ?? { kind: 'missing' });
}

const mostNamed = 3;

/** 表三“…”行“总计”列; several cells with 与, many by the first ones. */
export function cellNames(addresses: readonly string[], { pack }: DocumentContext): Bilingual {
  const { byAddress } = cellSpecs(pack);
  const names = addresses.map((address) => byAddress.get(address)?.name ?? address);
  if (names.length <= 1) return { zh: names[0] ?? '', en: names[0] ?? '' };
  const shown = names.slice(0, mostNamed);
  const more = names.length > shown.length;
  return {
    zh: `${shown.join('、')}${more ? `等${names.length}格` : ''}之和`,
    en: `the sum of ${shown.join(', ')}${more ? ` and ${names.length - shown.length} more cells` : ''}`,
  };
}

/** 为4, 是空白. */
export function sumText(value: CellSum): Bilingual {
  if (value.kind === 'number') {
    const text = decimalText(value.value);
    return { zh: `为 ${text}`, en: `is ${text}` };
  }
  return { zh: '是空白', en: 'is blank' };
}

/** `{{值 "t3/r1/total"}}`, ready to paste. */
export function referenceTo(addresses: readonly string[]): string {
  return addresses.map((address) => `{{值 "${address}"}}`).join('、');
}
