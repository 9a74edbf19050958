/** Diagnostic codes of composing. */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const composeCodes: readonly CodeEntry[] = [
  {
    code: 'compose/default-wording',
    severity: 'info',
    title: { zh: '用了模板的规定写法', en: 'Wording of the form was used' },
    why: {
      zh: '数据文件没有写这一部分，而有关数字确定符合条件，程序写上了模板里的句子。句子以单位名义公布，请过目。',
      en: 'The data file gives no text for this section and the figures meet the condition for certain, so the sentence of the pack was printed. It is published in the name of the office: please read it.',
    },
    fix: {
      zh: '不合适时在“章节”下写上自己的文字。',
      en: 'Where it does not fit, give your own text under "sections".',
    },
  },
  {
    code: 'compose/cleaned-characters',
    severity: 'info',
    title: { zh: '替换了看着对、其实不对的字符', en: 'Look-alike characters were replaced' },
    why: {
      zh: '从网页、PDF 或聊天窗口复制来的文字常夹带部首字符、不可见字符、特殊空格，检索不到，换个软件还会变成方框。',
      en: 'Text pasted from web pages, PDF files or chats often carries radicals, invisible characters and special spaces; they cannot be searched and turn into boxes elsewhere.',
    },
    fix: {
      zh: '不必处理；愿意的话在原文里重新输入这些字。',
      en: 'Nothing to do; retype them in the source if you like.',
    },
  },
  {
    code: 'compose/unprintable-character',
    severity: 'error',
    title: { zh: '文字里有印不出来的字符', en: 'A character that cannot be printed' },
    why: {
      zh: '自造字和损坏的字符没有公认的字形，别人打开只见空白或方框。',
      en: 'Private-use and damaged characters have no agreed shape; others see a gap or a box.',
    },
    fix: { zh: '请换成规范的汉字或删去。', en: 'Replace it by a standard character or delete it.' },
  },
  {
    code: 'compose/unsupported-markup',
    severity: 'warning',
    title: { zh: '正文里有不支持的标记', en: 'Markup that is not supported' },
    why: {
      zh: '这种标记（如网页标签、脚注、代码块、分隔线）不会变成格式，已照原样印成文字。',
      en: 'Such marks (HTML tags, footnotes, code, rules) do not become formatting; they are printed as they stand.',
    },
    fix: {
      zh: '不要印出来的请删去；要加粗写 **文字**，要换段空一行，要列表格用 | 表格。',
      en: 'Delete what should not be printed; bold is **text**, a blank line starts a paragraph, tables use |.',
    },
  },
  {
    code: 'compose/heading-level',
    severity: 'warning',
    title: { zh: '标题的“#”数目不对', en: 'The number of # of a heading is out of place' },
    why: {
      zh: '一级标题（一、）由模板给出；正文里的标题用 ##（一）、### 1.、####（1）三级。',
      en: 'Level 1 comes from the form; headings of the text are ## (一), ### 1. and #### (1).',
    },
    fix: { zh: '请改成 ##、### 或 ####，后面空一格。', en: 'Use ##, ### or #### and one space.' },
  },
  {
    code: 'compose/heading-repeated',
    severity: 'info',
    title: { zh: '正文开头又写了一遍章节标题', en: 'The text begins with the heading of its section' },
    why: {
      zh: '章节标题由模板印出，正文里的那一行没有再印，以免重复。',
      en: 'The form prints the heading; the line in the text was left out so that it is not there twice.',
    },
    fix: { zh: '请删去正文的第一行。', en: 'Delete the first line of the text.' },
  },
  {
    code: 'compose/lines-joined',
    severity: 'info',
    title: { zh: '没有空行的几行接成了一段', en: 'Lines without a blank line between were joined' },
    why: {
      zh: '同一段里的换行不算分段。上一行以句号结束，可能本来想另起一段。',
      en: 'A line break inside a paragraph does not end it. The line before ends with a full stop, so perhaps a new paragraph was meant.',
    },
    fix: {
      zh: '要分段，请在两段之间空一行，或在行首空两个全角空格。',
      en: 'To start a paragraph, leave a blank line or begin the line with two ideographic spaces.',
    },
  },
  {
    code: 'compose/link',
    severity: 'warning',
    title: { zh: '链接不能用', en: 'A link cannot be used' },
    why: {
      zh: '公布的文件里只能有 https、http 和 mailto 链接；其他的照原样印成文字。',
      en: 'Published files may hold https, http and mailto links only; others are printed as text.',
    },
    fix: { zh: '请写完整的网址。', en: 'Write the full address.' },
  },
  {
    code: 'compose/image',
    severity: 'error',
    title: { zh: '图片不能用', en: 'An image cannot be used' },
    why: {
      zh: '图片要和数据文件在同一文件夹里，PNG 或 JPEG 格式，RGB 或灰度，不超过 10 MB，才能可靠地印进两种文件。',
      en: 'Only PNG and JPEG images, RGB or grey, of at most 10 MB, inside the folder of the data file, can be printed reliably in both outputs.',
    },
    fix: { zh: '请按提示改正图片或路径。', en: 'Correct the image or its path as the message says.' },
  },
  {
    code: 'compose/image-text',
    severity: 'error',
    title: { zh: '图片没有替代文字', en: 'An image without alternative text' },
    why: {
      zh: '看不见图片的人靠替代文字了解内容，无障碍要求必须有。',
      en: 'Readers who cannot see the image rely on its alternative text; accessibility requires it.',
    },
    fix: { zh: '请写成 ![图片说明](文件名.png)。', en: 'Write ![what the image shows](file.png).' },
  },
  {
    code: 'compose/office-label',
    severity: 'warning',
    title: { zh: '表中行名与规定格式不同', en: "A row carries the office's own label" },
    why: {
      zh: '行名照数据文件印出，与规定格式的名称不同，汇总和比对时要留意。',
      en: 'The label is printed as the data file gives it and differs from the form; mind it when comparing or adding up.',
    },
    fix: {
      zh: '没有特别理由时请删去“行名”，用规定的名称。',
      en: 'Without a special reason remove the own label and use that of the form.',
    },
  },
  {
    code: 'compose/added-row',
    severity: 'warning',
    title: { zh: '表中有本单位增加的行', en: 'A row was added by the office' },
    why: {
      zh: '增加的行照印，但不计入规定的合计，也不参加汇总。',
      en: 'The row is printed, but kept out of the sums of the form and out of roll-ups.',
    },
    fix: {
      zh: '请确认上级允许增加；否则把内容写进正文或表注。',
      en: 'Make sure the superior allows it; otherwise put it into the text or a table note.',
    },
  },
];
