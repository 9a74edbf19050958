/** The tail of a web page: 文章来源：…, 责任编辑：…, 打印, 关闭窗口, 分享到. */
import { anyOf, perRule, wordList } from '../options.js';
import { excerpt, isWritten } from '../text-places.js';
import type { Leftover, LeftoverSearch } from './leftover.js';

/** A longer stretch after such a label is a sentence of the office's own. */
const longestTail = 60;

/**
 * Labels of the option `site_labels` with a colon, at the beginning of a line or after the end of a sentence, and lines made
 * of nothing but the words of `site_buttons`. One leftover a passage, from the first label to its end.
 */
export const siteTails: LeftoverSearch = ({ passages }, rule) => {
  const { labelled, onlyButtons } = patterns(rule);
  const isButtons = (text: string): boolean => text.length <= longestTail && onlyButtons.test(text);
  return passages.filter(isWritten).flatMap((passage): readonly Leftover[] => {
    const { text } = passage;
    const found = labelled.exec(text);
    const start =
      found !== null ? found.index + found[0].length - (found[1] ?? '').length : isButtons(text) ? 0 : undefined;
    if (start === undefined) return [];
    const tail = text.slice(start).trim();
    if (tail.length > longestTail) return [];
    return [
      {
        place: { passage, start, end: text.length },
        sentence: tail,
        message: {
          zh: `正文里留有网页上的文字“${excerpt(tail)}”，不属于报告。`,
          en: `"${excerpt(tail)}" was left in the text from a web page and is not part of the report.`,
        },
        hint: { zh: '删去这些文字。', en: 'Delete these words.' },
      },
    ];
  });
};

const patterns = perRule((rule) => {
  const labels = anyOf(wordList(rule, 'site_labels'));
  const buttons = anyOf(wordList(rule, 'site_buttons'));
  return {
    labelled: new RegExp(`(?:^|[。！？；\\s（(【\\[|])\\s{0,9}(${labels}\\s{0,9}[：:])`, 'u'),
    onlyButtons: new RegExp(`^[\\s【】\\[\\]（()）|·]*(?:${buttons}[\\s【】\\[\\]（()）|·、：:]*)+$`, 'u'),
  };
});
