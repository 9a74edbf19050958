/** What forbids a correction, or has to be known about it. */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceRange } from '../source/source.js';

function problem(code: string, message: Bilingual, hint: Bilingual, range?: SourceRange): Diagnostic {
  return { code: `correct/${code}`, severity: 'error', message, hint, ...(range === undefined ? {} : { range }) };
}

export const damagedFiling = (name: string, folded: readonly Diagnostic[]): Diagnostic => ({
  ...problem(
    'damaged-filing',
    {
      zh: `原报送件“${name}”与它的清单不符，有 ${folded.length} 处，不能在它的基础上更正。`,
      en: `The filing "${name}" does not match its manifest in ${folded.length} places; it cannot be corrected.`,
    },
    {
      zh: '请用报送时原样保存的文件夹或压缩包；原件不全的，向收件单位要一份。',
      en: 'Use the folder or zip as it was filed, or ask the recipient for a copy.',
    },
  ),
  folded,
});

export const noData = (name: string): Diagnostic =>
  problem(
    'no-data',
    {
      zh: `原报送件“${name}”里没有能读出来的数据，无法比较改了什么。`,
      en: `The filing "${name}" holds no readable data to compare with.`,
    },
    {
      zh: '请用完整的报送件，其中要有数据文件，或者带数据的公开文件。',
      en: 'Use the whole filing, with its data file or with published files that carry data.',
    },
  );

export const fromDataFile = (name: string): Diagnostic => ({
  ...problem(
    'from-data-file',
    {
      zh: `原报送件“${name}”的公开文件没有带数据，是按其中的数据文件比较的；正文用到的上年数据和图片，两边用的都是现在的文件。`,
      en: `The published files of "${name}" carry no data; its data file was compared, with last year's figures and pictures as they are now.`,
    },
    {
      zh: '请核对更正说明，上年数据和图片的改动不在其中。',
      en: 'Look at the notice: changes of those two are not in it.',
    },
  ),
  severity: 'warning',
});

export const packChanged = (name: string): Diagnostic => ({
  ...problem(
    'pack-changed',
    {
      zh: `模板“${name}”的内容在报送以后变过（例如升级了程序）：固定用语和版面可能与原报送件不同，更正说明只列数据和文字的改动。`,
      en: `The pack "${name}" has changed since the filing: fixed wording and layout may differ, and the notice lists changes of data and text only.`,
    },
    {
      zh: '请打开新旧两份报告对照一遍；需要完全一致的，用原来版本的程序更正。',
      en: 'Compare both reports by eye, or correct with the program that made the filing.',
    },
  ),
  severity: 'warning',
});

export const otherAgency = (was: string, is: string, range: SourceRange): Diagnostic =>
  problem(
    'other-agency',
    {
      zh: `原报送件是“${was}”的报告，数据文件是“${is}”的，不是同一个单位。`,
      en: `The filing is of "${was}" and the data file of "${is}".`,
    },
    {
      zh: '请核对文件。单位更名，或者原来的名称写错了的，把原来的名称写进“曾用名”。',
      en: 'Check the files. For a changed or misspelt name, list the old one under former_names.',
    },
    range,
  );

export const otherYear = (was: number, is: number, range: SourceRange): Diagnostic =>
  problem(
    'other-year',
    {
      zh: `原报送件是 ${was} 年的报告，数据文件是 ${is} 年的。`,
      en: `The filing is of ${was} and the data file of ${is}.`,
    },
    { zh: '请核对文件；年度不同的是另一份报告，不能作为更正。', en: 'A report of another year is no correction.' },
    range,
  );

export const otherForm = (was: string, is: string, range: SourceRange | undefined): Diagnostic =>
  problem(
    'other-form',
    {
      zh: `原报送件用的模板是“${was}”，数据文件用的是“${is}”，表式不同，不能作为更正。`,
      en: `The filing uses the form "${was}" and the data file "${is}".`,
    },
    {
      zh: '请改回原来的模板；确要换表式的，撤回原报送件以后重新报送。',
      en: 'Go back to the form of the filing, or file anew.',
    },
    range,
  );

export const nothingChanged = (name: string): Diagnostic =>
  problem(
    'nothing-changed',
    {
      zh: `公开的内容与原报送件“${name}”完全相同，没有要更正的。`,
      en: `What is published is the same as in the filing "${name}"; there is nothing to correct.`,
    },
    {
      zh: '请核对是不是改了别的文件。办理、豁免、说明等内部内容的改动不用更正。',
      en: 'Check that the right file was changed; internal parts need no correction.',
    },
  );

export const noWords = (pack: string): Diagnostic =>
  problem(
    'no-words',
    {
      zh: `模板“${pack}”里没有更正说明的用语，不能制作更正件。`,
      en: `The pack "${pack}" has no words for a correction.`,
    },
    {
      zh: '让模板沿用一种自带的表式，或者照说明写一个 correction.yaml。',
      en: 'Let the pack extend a built-in form, or write a correction.yaml.',
    },
  );

export const noReason = (): Diagnostic =>
  problem(
    'no-reason',
    { zh: '没有写更正原因，或者写得太长。', en: 'There is no reason, or it is too long.' },
    { zh: '请用一两句话写明原因，不超过两千字；它会公开。', en: 'Give one or two sentences; they will be public.' },
  );
