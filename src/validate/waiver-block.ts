/**
 * The waiver of a finding, ready to paste into the data file under 豁免.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isOfLastYear, waivableCells, waivedAddresses } from './waivers.js';

/**
 * One item of the list 豁免 as YAML with Chinese keys; reason and approver are left to fill in. Empty when the diagnostic
 * cannot be waived. The figures and the words are today's; the waiver lapses when one of them changes.
 */
export function waiverBlock(diagnostic: Diagnostic): string {
  if (diagnostic.waivable !== true) return '';
  const [cell] = waivableCells(diagnostic);
  // On one line: a column of table three has more than twenty figures.
  const figures = waivedAddresses(diagnostic).map(
    (address) => `${writtenAddress(address)}: ${scalar(diagnostic.facts?.[address] ?? '')}`,
  );
  return [
    `- 代码: ${diagnostic.code}`,
    ...(cell === undefined ? [] : [`  单元格: ${cell}`]),
    ...(figures.length === 0 ? [] : [`  数值: {${figures.join(', ')}}`]),
    ...(diagnostic.text !== undefined ? [`  原文: ${quotedWords(diagnostic.text)}`] : []),
    '  理由: 待填',
    '  审批人: 待填',
    '',
  ].join('\n');
}

/** Last year's figures stand under 上年 and the address in this year's form. */
export function writtenAddress(address: string): string {
  return isOfLastYear(address) ? address.replace(/^prev /u, '上年 ') : address;
}

/** Characters of a sentence that a waiver quotes. */
export const longestWords = 60;

/** The beginning of the sentence in double quotes, as JSON and YAML both read them. */
function quotedWords(sentence: string): string {
  return JSON.stringify([...sentence.replace(/\s+/gu, ' ').trim()].slice(0, longestWords).join(''));
}

/** Dashes would begin a list or a document when they stand alone; everything else a figure can be is a plain scalar. */
function scalar(figure: string): string {
  return /^[-—]+$/u.test(figure) ? `"${figure}"` : figure;
}
