/**
 * Slips as clerks make them, put into a valid data file. Each takes a text and a number that picks the place, and gives the
 * damaged text, or the text itself where it has no such place.
 */
import { blockTextLines } from '../../src/fix/lines.js';
import { sourceText } from '../../src/source/source.js';

export type SlipMaker = (text: string, place: number) => string;

/** Changes one of the lines on which `change` changes anything; the text of blocks only where `inText` says so. */
function onLine(text: string, place: number, change: (line: string) => string, inText = false): string {
  const block = blockTextLines(sourceText('x', text));
  const lines = text.split('\n');
  const fits = lines.flatMap((line, at) => (block.has(at + 1) === inText && change(line) !== line ? [at] : []));
  const chosen = fits[place % Math.max(1, fits.length)];
  return lines.map((line, at) => (at === chosen ? change(line) : line)).join('\n');
}

function wideDigits(text: string): string {
  return text.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

/** Values of the tables: lists and plain figures; those of waivers stand deeper. */
const list = /(?<=: )\[[\d, ]+\](?=\s*$)/u;
const figure = /(?<=^ {4}[^\s:][^:]*: )\d+(?=\s*$)/u;
const thousands = /(?<=\d)(?=(?:\d{3})+$)/gu;

const indentedBy =
  (sign: string): ((line: string) => string) =>
  (line) =>
    line.replace(/^(?: {2})+(?=[^\s#])/u, (lead) => sign.repeat(lead.length / 2));

export const slips: Readonly<Record<string, SlipMaker>> = {
  'Chinese colon': (text, place) =>
    onLine(text, place, (line) => line.replace(/^( *(?:- )?[^\s#:："'][^:：]*):(?: |$)/u, '$1：')),
  'no space after the colon': (text, place) =>
    onLine(text, place, (line) => line.replace(/^( *(?:- )?[^\s#:："'][^:：]*): (?=[^|>\s])/u, '$1:')),
  'tabs on one line': (text, place) => onLine(text, place, indentedBy('\t')),
  'tabs everywhere': (text) => {
    const block = blockTextLines(sourceText('x', text));
    const lines = text.split('\n');
    return lines.map((line, at) => (block.has(at + 1) ? line : indentedBy('\t')(line))).join('\n');
  },
  'full-width spaces on one line': (text, place) => onLine(text, place, indentedBy('\u3000')),
  'full-width digits': (text, place) =>
    onLine(text, place, (line) => line.replace(figure, wideDigits).replace(list, wideDigits)),
  'commas for thousands': (text, place) =>
    onLine(text, place, (line) => line.replace(figure, (digits) => digits.replace(thousands, ','))),
  'Chinese commas for thousands': (text, place) =>
    onLine(text, place, (line) => line.replace(figure, (digits) => digits.replace(thousands, '，'))),
  'Chinese commas in a list': (text, place) =>
    onLine(text, place, (line) => line.replace(list, (items) => items.replaceAll(', ', '，'))),
  'no brackets': (text, place) => onLine(text, place, (line) => line.replace(list, (items) => items.slice(1, -1))),
  'Chinese brackets': (text, place) =>
    onLine(text, place, (line) => line.replace(list, (items) => `【${items.slice(1, -1)}】`)),
  'a bracket not closed': (text, place) =>
    onLine(text, place, (line) => line.replace(list, (items) => items.slice(0, -1))),
  'a quote not closed': (text, place) =>
    onLine(text, place, (line) => line.replace(/(?<=: )(?=[\u4e00-\u9fff][^"'#]*$)/u, '"')),
  'full-width braces': (text, place) =>
    onLine(text, place, (line) => line.replace(/\{\{([^{}]*)\}\}/u, '｛｛$1｝｝'), true),
  'a date with dots': (text) => text.replace(/(?<=成文日期: )(\d+)-(\d+)-(\d+)/u, '$1.$2.$3'),
  'a year in full-width digits': (text) => text.replace(/(?<=^年度: )\d{4}/mu, wideDigits),
  'a leading zero': (text, place) => onLine(text, place, (line) => line.replace(figure, '0$&')),
};
