/**
 * Codes of the DOCX writer. Every one names something the file cannot show as asked; none stops the build.
 */
import type { CodeEntry } from '../../diagnostic/catalogue.js';

export const docxCodes: readonly CodeEntry[] = [
  {
    code: 'docx/character',
    severity: 'warning',
    title: { zh: '字符不能写入 Word 文件', en: 'Character cannot be written to a Word file' },
    why: {
      zh: 'Word 文件的内部格式不允许控制字符和残缺字符，写入后整个文件将打不开。',
      en: 'XML forbids control characters and broken surrogates; a file that holds one does not open.',
    },
    fix: {
      zh: '在数据文件中删去该字符，或换成正常的字。',
      en: 'Remove the character from the data file or type the right one.',
    },
  },
  {
    code: 'docx/not-rendered',
    severity: 'warning',
    title: { zh: '有内容未能写入 Word 文件', en: 'Something could not be shown in the Word file' },
    why: {
      zh: '凡未能按原样写出的内容都要点名，不得悄悄略去。',
      en: 'Whatever cannot be shown as it stands is named, never dropped in silence.',
    },
    fix: { zh: '按提示修改该处内容后重新生成。', en: 'Change the part named and build again.' },
  },
  {
    code: 'docx/table-split',
    severity: 'info',
    title: { zh: '表格在 Word 中将跨页', en: 'Table runs over more than one page in Word' },
    why: {
      zh: '该表要求排在一页之内，但字号和行距缩到下限仍放不下，只能跨页并重复表头。',
      en: 'The table is meant to fit one page, but does not at the least size and row height; its head rows repeat instead.',
    },
    fix: {
      zh: '缩短行名或表注，或在样式中放宽最小字号。',
      en: 'Shorten labels or notes, or allow a smaller size in the style.',
    },
  },
  {
    code: 'docx/template-unreadable',
    severity: 'error',
    title: { zh: 'Word 模板读不了', en: 'The Word template cannot be used' },
    why: {
      zh: '本单位的 Word 模板是旧格式、加了密码、损坏，或者根本不是 Word 文件，报告无处可放。',
      en: 'The file is of the old form, protected, broken or no Word file.',
    },
    fix: {
      zh: '用 Word 或 WPS 打开，另存为新格式的 Word 模板或 Word 文档，换掉模板文件夹里的文件。',
      en: 'Save it as .dotx or .docx and replace it in the pack folder.',
    },
  },
  {
    code: 'docx/template-dropped',
    severity: 'warning',
    title: { zh: 'Word 模板里有内容没有采用', en: 'Parts of the Word template were left out' },
    why: {
      zh: '宏、外部链接、嵌入的对象可能被人利用，有的图形别的软件显示不出来，一律不带进报告。',
      en: 'Macros, links elsewhere and embedded objects can do harm, and some drawings show in one program only.',
    },
    fix: {
      zh: '在模板里删去这些内容；标识改用存在文件里的图片。',
      en: 'Remove them from the template; keep the logo as a picture in the file.',
    },
  },
  {
    code: 'docx/template-style-missing',
    severity: 'warning',
    title: { zh: 'Word 模板缺少样式', en: 'The Word template lacks styles' },
    why: {
      zh: '报告用到的标题等样式，模板里没有，只好用本程序的，看上去会与模板不一致。',
      en: "Headings of the report have no style in the template and take the program's own.",
    },
    fix: {
      zh: '在模板里定义这些样式，或者在本表式的版面文件里写明用模板的哪个样式。',
      en: 'Define them, or name others in word_styles of style.yaml.',
    },
  },
  {
    code: 'docx/template-style-added',
    severity: 'info',
    title: { zh: 'Word 模板里加了样式', en: 'Styles were added to the Word template' },
    why: {
      zh: '表注、附件说明这类文字 Word 没有现成的样式，程序自己加上，字体字号随模板的正文；表格里的字用本程序的。',
      en: 'Word has no built-in styles for notes of tables and the like; the program adds its own.',
    },
    fix: {
      zh: '要改样子，在模板里建同名的样式。',
      en: 'Define styles of these names in the template to change their look.',
    },
  },
  {
    code: 'docx/template-style-unknown',
    severity: 'warning',
    title: { zh: 'Word 模板里没有写明的样式', en: 'A named style is not in the Word template' },
    why: { zh: '写错一个字，文字就会用别的样式。', en: 'With a mistyped name the text takes another style.' },
    fix: { zh: '照提示列出的样式名改正。', en: 'Correct word_styles by the names listed.' },
  },
  {
    code: 'docx/template-body-indent',
    severity: 'info',
    title: { zh: 'Word 模板的正文没有首行缩进', en: 'The body style of the Word template has no first-line indent' },
    why: {
      zh: '公文正文首行缩进两字；模板的正文样式没有写，程序另建一个样式加上，表格等不受影响。',
      en: 'Official text is indented by two characters; a style that adds it is made.',
    },
    fix: {
      zh: '模板另有正文样式的，在本表式的版面文件里写明。',
      en: "Name the template's own body style in word_styles, if it has one.",
    },
  },
  {
    code: 'docx/template-numbering',
    severity: 'warning',
    title: { zh: 'Word 模板的标题带自动编号', en: 'Headings of the Word template number themselves' },
    why: {
      zh: '序号在数据和表式里已经写好，再自动编号就会出现两个序号。',
      en: 'Numbers are part of the text; automatic ones would double them.',
    },
    fix: { zh: '把模板里这些样式的编号设为“无”。', en: 'Set the numbering of these styles to none.' },
  },
  {
    code: 'docx/template-body',
    severity: 'warning',
    title: { zh: 'Word 模板正文里的内容没有采用', en: 'Text of the Word template was left out' },
    why: {
      zh: '没有写明报告放在哪里时，只取样式、页面、页眉页脚，模板里的示范文字不能混进报告。',
      en: 'Without a mark only the look is taken: sample text must not get into the report.',
    },
    fix: {
      zh: '要保留红头、封面、版记，在放报告的地方单独写一段 {{正文}}。',
      en: 'To keep a letterhead, write a paragraph {{正文}} where the report goes.',
    },
  },
  {
    code: 'docx/template-mark',
    severity: 'warning',
    title: { zh: '放报告的标记用不了', en: 'The mark for the report cannot be used' },
    why: {
      zh: '报告有整页的表，放不进表格、文本框或一行字的中间。',
      en: 'A report has tables as wide as the page and needs a place of its own.',
    },
    fix: { zh: '让 {{正文}} 单独占一段，不放在表格和文本框里。', en: 'Give the mark a paragraph of its own.' },
  },
  {
    code: 'docx/template-page',
    severity: 'warning',
    title: { zh: 'Word 模板的页面设置用不了', en: 'The page setup of the Word template cannot be used' },
    why: { zh: '页边距大过纸张，或者剩下的地方太小，排不下文字和表格。', en: 'The margins leave no room for text.' },
    fix: { zh: '在模板的“页面设置”里改好。', en: 'Correct the page setup of the template.' },
  },
  {
    code: 'docx/template-page-number',
    severity: 'warning',
    title: { zh: 'Word 模板没有页脚', en: 'The Word template has no footer' },
    why: {
      zh: '报告要有页码；模板没有页脚，就用本程序的页码。',
      en: "A report needs page numbers; the program's own are used.",
    },
    fix: { zh: '在模板的页脚里插入页码。', en: 'Insert page numbers into the footer of the template.' },
  },
  {
    code: 'docx/template-placeholder',
    severity: 'warning',
    title: { zh: 'Word 模板里有没有换掉的标记', en: 'A placeholder of the Word template was not replaced' },
    why: { zh: '认不出的 {{…}} 会原样印出来。', en: 'Unknown {{…}} would be printed as they stand.' },
    fix: {
      zh: '只用 {{单位}}、{{年}}、{{标题}}、{{成文日期}}、{{正文}}；别的删去。',
      en: 'Use the known ones only, and remove the others.',
    },
  },
];
