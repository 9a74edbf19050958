/** T6-1: a section contains the words that the form asks for, such as 信息处理费. */
import type { DocumentCheck } from './context.js';
import { isEmptySection } from './empty-sections.js';
import { passagesOf } from './passages.js';

/** One finding for each section and missing word. Silent where an empty or missing section is reported already. */
export const mustMention: DocumentCheck = ({ sections, report, data, checks, pack }) => {
  const statutory = new Set(pack.tables.map((table) => table.id));
  return sections.flatMap((section) => {
    const { spec, heading, blocks } = section;
    const reported = checks.has('empty-sections') || checks.has('section-headings');
    if (spec === undefined || spec.mustMention.length === 0 || (reported && isEmptySection(section, report))) return [];
    const words = passagesOf(blocks, statutory)
      .map((passage) => passage.text.replace(/\s+/gu, ''))
      .join('\n');
    const input = data.sections.get(spec.id);
    return spec.mustMention
      .filter((word) => !words.includes(word))
      .map((word) => ({
        message: {
          zh: `“${heading}”没有提到“${word}”。`,
          en: `The section "${heading}" does not mention "${word}".`,
        },
        hint: {
          zh: `请写明“${word}”的情况；没有这类情况的，也写一句话说明。`,
          en: `State the facts about "${word}"; where there are none, say so in one sentence.`,
        },
        facts: { expected: word },
        range: input?.text?.range ?? input?.range,
      }));
  });
};
