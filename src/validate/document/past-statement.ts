/**
 * Does a sentence report work as done in a year that is not the report's own? Judged by words and cautiously: comparisons,
 * plans, history and the names of documents keep other years and are no faults.
 */
import { withPlainDigits, yearMentions, type YearMention } from './years.js';

/**
 * True for a statement such as 2015年未召开新闻发布会 or 2015年，我局共收到申请4件 in a report on 2016. `mention` is one of the
 * years of `sentence`; `outlook` says that the sentence stands in a section on problems, plans and other matters.
 */
export function isPastStatement(sentence: string, mention: YearMention, reportYear: number, outlook: boolean): boolean {
  const text = withPlainDigits(sentence);
  const future = mention.year > reportYear;
  if (future && (outlook || planned.test(text))) return false;
  if (related.test(text) || namesYear(text, reportYear) || namesSpan(text)) return false;
  if (dependent.test(clauseBefore(text, mention.start))) return false;
  const said = /^\s*年\s*(?:度(?!假|量|数))?([\s\S]*)$/u.exec(text.slice(mention.end))?.[1];
  if (said === undefined || attributive.test(said)) return false;
  const statement = firstClauses(said);
  return done.test(statement) || (!future && wholeYear.test(statement));
}

/** Comparison, carry-over, plans, starting points: the year is meant. */
const related = new RegExp(
  [
    '同比|环比|相比|持平|比上|比(?:19|20)\\d{2}|(?<!占|对|百分|配|之)比(?!例|重|如|赛|较|对|率|值|武|拼)',
    '较(?!大|好|多|为|快|高|强|少|低|差|小|长|全|完|易|难|深)|比较(?:19|20)\\d{2}',
    '上一?年度?|去年|前年|往年|历年|近[几两三四五十]*年|以来|至今|截至|截止|迄今|以前|之前|此前',
    '计划|拟(?!定)|将(?:继续|进一步|于|在|会|以|重点|着力|不断)|预计|力争|打算|下一?步|今后|下一?年度?',
    '结转|跨年|遗留|存量|延续|沿用|本年|今年|当年|报告年度|年[起始]|[日月]起|起[，,至]|为起点|首次|第一次',
    '(?:增长|下降|减少|增加|上升|提高|提升|降低)[了约近超]*\\s*\\d',
  ].join('|'),
  'u',
);

/** Words of outlook, enough to make a coming year a plan. */
const planned = /[将拟要须应]|继续|进一步|计划|力争|确保|目标|重点|努力|加强|推进|打算|预计/u;

/** What makes a year depend on something before it in its clause: 自2015年, 公布2015年…, 编制的2015年…. */
const dependent = new RegExp(
  [
    '(?:至|到|比|较|与|和|对|将|把|以|为|按|照|据|实|行|制|编|布|开|发|示|送|达|汇|审|印|了|的|《|“|完成|作|出|交|报|第)\\s*$',
    '[自从截]|按照|根据|依据|关于|落实|贯彻|执行|编制|制作|制发|编印|印发|发布|公布|公示|公开了|发放|报送|转发|汇编|审议|修订|制定',
  ].join('|'),
  'u',
);

/**
 * After 年 or 年度: not a statement on that year but a date, a span, the name of a thing, a clause that describes one, or
 * the beginning of something that goes on.
 */
const attributive = new RegExp(
  [
    '^\\s*(?:[-—–~～至到底初末起前后版的]|以[前后来]|\\d{1,2}\\s*月)',
    '^[^，,。；;共未了]{0,8}(?:预算|决算|年报|报告|要点|方案|计划|安排|年鉴|考核|评估|评价|结果|清单|目录|白皮书)',
    '^(?!\\s*(?:针对|对|因))[^，,。；;\\d共未]{0,10}的',
    '^[^，,。；;]{1,24}[中上][，,]',
    '^\\s*[，,]?\\s*(?:起|正式|全面)?(?:开通|成立|设立|建立|建成|上线|启动|启用|注册|创办|创刊|组建|挂牌|入驻|制定|出台|印发|施行|实施|获|被|荣)',
  ].join('|'),
  'u',
);

const verbs =
  '召开|举办|举行|发布|公开|收到|接到|接收|受理|办理|办结|答复|回复|开展|完成|组织|处理|处置|接待|培训|推送|编发|解读|回应|参加|制发|收取|更新|报送';
/** Nothing done, or something done: a negation, a total, a verb with 了 or with a figure. A verb with 的 only describes. */
const done = new RegExp(
  [
    '(?:未|没有|无|从未)(?:曾|再)?(?:召开|举办|举行|收到|接到|收取|发生|出现|开展|受理|产生|制发|组织|被|有|公开|发布|涉及|向|因|对|进行|参加|新增|完成|因政府|政府信息公开|行政复议|行政诉讼|依申请)(?![^，。；]{0,4}的)',
    `共(?:计|有)?\\s*(?:${verbs}|产生|新收|新增|制作|制定|印发|发生|推出|有\\d)(?!的)`,
    '(?:共计|累计)[^，。；]{0,12}\\d',
    `(?:${verbs})了`,
    `(?:${verbs})(?!的)[^，。；的]{0,24}[\\d一二两三四五六七八九十百千万]+(?:余|多)?\\s*(?:件|条|次|篇|份|人次|期|场|项|则|个|宗|起|名|批)`,
  ].join('|'),
  'u',
);
const wholeYear = /^全年/u;

function namesYear(text: string, year: number): boolean {
  return yearMentions(text).some((mention) => mention.year === year);
}

function namesSpan(text: string): boolean {
  return /(?:19|20)\d{2}\s*年?\s*度?\s*(?:[-—–~～至到]|、)\s*(?:19|20)\d{2}/u.test(text);
}

/** What stands before the year in its own clause. */
function clauseBefore(text: string, start: number): string {
  return (
    text
      .slice(0, start)
      .split(/[，,：:、；;。（）()]/u)
      .at(-1) ?? ''
  );
}

/** The rest of the clause and up to two more: what is said of the year itself. */
function firstClauses(said: string): string {
  return said
    .replace(/^[，,\s]+/u, '')
    .split(/[，,]/u)
    .slice(0, 3)
    .join('，');
}
