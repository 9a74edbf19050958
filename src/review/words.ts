/** The words a review copy adds to those of the diagnostics. */
import type { Bilingual, Severity } from '../diagnostic/diagnostic.js';

export type ReviewLanguage = keyof Bilingual;

export const severityNames: Readonly<Record<Severity, Bilingual>> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '警告', en: 'Warning' },
  info: { zh: '提示', en: 'Note' },
};

export const reviewWords = {
  /** Added to the file name, so that a review copy is never taken for the clean one. */
  suffix: { zh: '（审阅稿）', en: '（审阅稿）' },
  notice: { zh: '审阅稿，供内部核对，不对外公开', en: 'Review copy for internal use, not for publication' },
  guide: { zh: '审阅说明', en: 'About this copy' },
  guideInitials: { zh: '审', en: 'Rv' },
  waived: { zh: '（已豁免）', en: ' (waived)' },
  advice: { zh: '建议：', en: 'Advice: ' },
  clause: { zh: '依据：', en: 'Clause: ' },
  reason: { zh: '豁免理由：', en: 'Reason of the waiver: ' },
  see: { zh: '另见：', en: 'See also: ' },
  separator: { zh: '；', en: '; ' },
  sameCause: { zh: '同一原因的还有：', en: 'From the same cause:' },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** `数据文件第12行`. */
export function linePlace(line: number): Bilingual {
  return { zh: `位置：数据文件第${line}行`, en: `Place: line ${line} of the data file` };
}

/** `数据文件 表1!B3`. */
export function sheetPlace(cell: string): Bilingual {
  return { zh: `位置：数据文件${cell}`, en: `Place: ${cell} of the data file` };
}

/** What the copy is, how many remarks it holds, and what the shading means. */
export function guideText(remarks: number, marked: number): readonly Bilingual[] {
  const none = {
    zh: '检查没有发现问题，本稿没有其他批注。',
    en: 'The check found nothing; there are no other remarks.',
  };
  const some = {
    zh: `检查结果共${remarks}条，每条一个批注，标在所说的单元格或语句上；没有具体位置的标在标题上。批注的作者是检查的种类。`,
    en: `The check has ${remarks} finding(s), each a comment on the cell or words it speaks of, or on the title where it has no place of its own. The author of a comment is the kind of check.`,
  };
  const figures = {
    zh: `正文中有底色的数字共${marked}处，取自统计表的单元格，会随表中数字改变。`,
    en: `Shaded figures in the text (${marked}) come from cells of the tables and change with them.`,
  };
  return [
    {
      zh: '本稿供内部核对，不对外公开；公开用的报告请另行生成。修改请改数据文件，不要改本稿。',
      en: 'This copy is for internal review and not for publication; the report itself is built apart. Change the data file, not this copy.',
    },
    remarks === 0 ? none : some,
    ...(marked === 0 ? [] : [figures]),
  ];
}
