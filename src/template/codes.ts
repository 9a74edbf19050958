/**
 * Diagnostic codes of templates and of references in text.
 */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const templateCodes: readonly CodeEntry[] = [
  {
    code: 'template/unknown-name',
    severity: 'error',
    title: { zh: '引用里的名称不认识', en: 'Unknown name in a reference' },
    why: {
      zh: '引用不写对，印出来的就不是要说的数。',
      en: 'A reference that is not right would print something else than was meant.',
    },
    fix: { zh: '照提示改正名称。', en: 'Correct the name as hinted.' },
  },
  {
    code: 'template/forbidden',
    severity: 'error',
    title: { zh: '不允许的写法', en: 'Form not allowed' },
    why: {
      zh: '模板只装文字：不能运算、判断数值真假或读取别的内容。',
      en: 'Templates hold wording only: they neither compute nor read anything else.',
    },
    fix: { zh: '照提示的写法改写。', en: 'Write it as hinted.' },
  },
  {
    code: 'template/arguments',
    severity: 'error',
    title: { zh: '引用的内容不对', en: 'Wrong arguments' },
    why: {
      zh: '引用不写对，印出来的就不是要说的数。',
      en: 'A reference that is not right would print something else than was meant.',
    },
    fix: { zh: '照提示的写法改写。', en: 'Write it as hinted.' },
  },
  {
    code: 'template/syntax',
    severity: 'error',
    title: { zh: '引用没有写完整', en: 'Incomplete reference' },
    why: { zh: '没有合上的引用会吞掉后面的文字。', en: 'A reference that is not closed would swallow what follows.' },
    fix: { zh: '补上 }} 或结束的标记。', en: 'Close it.' },
  },
  {
    code: 'template/single-brace',
    severity: 'error',
    title: { zh: '引用只有一层大括号', en: 'One brace instead of two' },
    why: { zh: '只有两层大括号的才是引用，一层的会照原样印出来。', en: 'Only double braces make a reference.' },
    fix: { zh: '左右各写两个大括号。', en: 'Write two braces on each side.' },
  },
  {
    code: 'template/full-width-braces',
    severity: 'error',
    title: { zh: '全角大括号', en: 'Full-width braces' },
    why: {
      zh: '全角的大括号只是普通文字，引用不会生效。',
      en: 'Full-width braces are plain text and refer to nothing.',
    },
    fix: { zh: '改成半角大括号。', en: 'Use plain braces.' },
  },
  {
    code: 'template/full-width-marks',
    severity: 'error',
    title: { zh: '引用里有中文引号或全角空格', en: 'Chinese quotes or full-width spaces in a reference' },
    why: { zh: '地址要写在英文双引号里才认得出。', en: 'An address is known by its straight double quotes.' },
    fix: { zh: '改成英文双引号和半角空格。', en: 'Use straight quotes and plain spaces.' },
  },
  {
    code: 'template/private-character',
    severity: 'error',
    title: { zh: '自定义区字符', en: 'Private-use character' },
    why: {
      zh: '自定义区的字符各台电脑不同，别人看到的是空白或别的字。',
      en: 'Private-use characters differ from machine to machine.',
    },
    fix: { zh: '换成规范字。', en: 'Replace it with a standard character.' },
  },
  {
    code: 'template/unknown-cell',
    severity: 'error',
    title: { zh: '引用的单元格不存在', en: 'No such cell' },
    why: {
      zh: '引用不写对，印出来的就不是要说的数。',
      en: 'A reference that is not right would print something else than was meant.',
    },
    fix: { zh: '照提示改正地址。', en: 'Correct the address as hinted.' },
  },
  {
    code: 'template/ambiguous-cell',
    severity: 'error',
    title: { zh: '引用可以指几个单元格', en: 'Ambiguous cell' },
    why: { zh: '猜错一格，印出来的数就错了。', en: 'A wrong guess would print a wrong figure.' },
    fix: { zh: '写明完整的地址。', en: 'Give the full address.' },
  },
  {
    code: 'template/no-figure',
    severity: 'error',
    title: { zh: '引用的单元格没有数', en: 'Cell without a figure' },
    why: { zh: '空白不等于零，不能替它写数。', en: 'A blank is not a zero and no figure may be made up.' },
    fix: { zh: '填上这一格，或删去引用。', en: 'Fill in the cell or take the reference out.' },
  },
  {
    code: 'template/no-previous',
    severity: 'error',
    title: { zh: '没有上年数据', en: 'No figures of last year' },
    why: { zh: '与上年比较要有上年的数。', en: 'A comparison needs the figures of last year.' },
    fix: { zh: '写上“上年数据”，或删去引用。', en: "Name last year's file, or take the reference out." },
  },
  {
    code: 'template/no-base',
    severity: 'error',
    title: { zh: '基数为零', en: 'Base of zero' },
    why: { zh: '以零为基数没有百分比。', en: 'There is no percentage of zero.' },
    fix: { zh: '直接写出两个数。', en: 'State both figures.' },
  },
  {
    code: 'template/not-whole',
    severity: 'error',
    title: { zh: '不能写成中文数字', en: 'No Chinese numeral' },
    why: { zh: '只有整数才写中文数字。', en: 'Only whole numbers are written so.' },
    fix: { zh: '用“值”写出数字。', en: 'Use `value`.' },
  },
  {
    code: 'template/bad-date',
    severity: 'error',
    title: { zh: '不是日期', en: 'Not a date' },
    why: { zh: '印出的日期必须存在。', en: 'A printed date must exist.' },
    fix: { zh: '写成 2024-01-20 的形式。', en: 'Write 2024-01-20.' },
  },
  {
    code: 'template/no-field',
    severity: 'error',
    title: { zh: '要用的内容没有填写', en: 'Fact not given' },
    why: { zh: '模板要印这项内容，不能留下空白。', en: 'The template prints it and must not leave a gap.' },
    fix: { zh: '在数据文件里填写。', en: 'Give it in the data file.' },
  },
];
