/** Diagnostic codes of page layout. */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const layoutCodes: readonly CodeEntry[] = [
  {
    code: 'layout/no-glyph',
    severity: 'error',
    title: { zh: '字符没有字形', en: 'A character has no glyph' },
    why: {
      zh: '所用字体都没有这个字，印出来会是空白或方框；人名里的生僻字尤其不能缺。',
      en: 'No font in use has the character, so it would print as a blank or a box; names must not lose one.',
    },
    fix: {
      zh: '误输的符号请改正；确属生僻字的，请用自己的字体文件指定给相应的字体。',
      en: 'Correct a mistyped sign; for a rare character name a font file of your own that has it.',
    },
  },
  {
    code: 'layout/number-too-wide',
    severity: 'error',
    title: { zh: '数字放不进表格栏', en: 'A figure does not fit its column' },
    why: {
      zh: '数字不能折成两行，缩到最小字号仍然放不下，印出来会压住旁边的格子。',
      en: 'A figure is never broken over lines; even at the smallest size it would run into the next cell.',
    },
    fix: {
      zh: '先核对数字是否多输了位数；没有错的，请在模板里加宽这一栏。',
      en: 'Check the figure for digits too many; if it is right, widen the column in the pack.',
    },
  },
  {
    code: 'layout/row-too-tall',
    severity: 'error',
    title: { zh: '表格的一行比整页还高', en: 'A table row is higher than a page' },
    why: {
      zh: '表格的行不跨页拆开，比整页还高的一行无处可放。',
      en: 'Rows are not split over pages, so a row higher than a page has no place.',
    },
    fix: {
      zh: '请把格子里的长文字移到正文，或者把这一行分成几行。',
      en: 'Move long text out of the cell, or divide the row.',
    },
  },
  {
    code: 'layout/too-large',
    severity: 'error',
    title: { zh: '报告大得不合理', en: 'The report is unreasonably large' },
    why: {
      zh: '字数、表格行数或列表层数远远超过任何一份年度报告，多半是粘贴错了内容；照排会没完没了。',
      en: 'Text, table rows or nested lists go far beyond any annual report; laying it out would take without end.',
    },
    fix: {
      zh: '请检查数据文件里指出的那一处。',
      en: 'Check the place named in the data file.',
    },
  },
  {
    code: 'layout/unknown-look',
    severity: 'error',
    title: { zh: '表格样式没有定义', en: 'A table look is not defined' },
    why: {
      zh: '表格指定的样式在版面样式里找不到，不知道该用多大的字、多粗的线。',
      en: 'The look a table names is not in the page style, so its sizes and lines are unknown.',
    },
    fix: {
      zh: '请在模板的 style.yaml 中定义它，或改用已有的样式。',
      en: 'Define it in style.yaml, or use another look.',
    },
  },
  {
    code: 'fonts/stand-in',
    severity: 'info',
    title: { zh: '用了内置的开源字体', en: 'Built-in open fonts are used' },
    why: {
      zh: '公文规定的仿宋、楷体、小标宋等字体不能随程序分发，PDF 用开源字体代替，字形略有不同，版面尺寸一样。',
      en: 'The official typefaces cannot be shipped; open ones stand in. Shapes differ a little, measures do not.',
    },
    fix: {
      zh: '本机装有规定字体的，生成时加 --fonts installed。',
      en: 'Where the official fonts are installed, build with --fonts installed.',
    },
  },
];
