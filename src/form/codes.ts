import type { CodeEntry } from '../diagnostic/catalogue.js';

/** What reading a filled form, and taking its figures into a data file, may find. */
export const formCodes: readonly CodeEntry[] = [
  {
    code: 'form/not-a-form',
    severity: 'error',
    title: { zh: '不是填报表', en: 'Not the form' },
    why: {
      zh: '别的表格没有说明是哪一年、哪一版表式，不能读。',
      en: 'Another workbook does not say which form it is.',
    },
    fix: { zh: '用 nianbao form 生成填报表，再把数填进去。', en: 'Make a form and fill it in.' },
  },
  {
    code: 'form/newer',
    severity: 'error',
    title: { zh: '填报表来自更新的程序', en: 'A form of a newer program' },
    why: { zh: '里面的写法本程序不认识。', en: 'Its layout is not known here.' },
    fix: { zh: '升级本程序。', en: 'Update the program.' },
  },
  {
    code: 'form/other-pack',
    severity: 'error',
    title: { zh: '填报表是另一版表式', en: 'A form of another pack' },
    why: { zh: '两版表式的行和列不同。', en: 'The rows and columns differ.' },
    fix: { zh: '用同一模板重新生成填报表。', en: 'Make the form with the same pack.' },
  },
  {
    code: 'form/pack-changed',
    severity: 'info',
    title: { zh: '表式在填报表生成以后改过', en: 'The pack changed after the form was made' },
    why: {
      zh: '行列按名称重新找，可能有新增的格没有填。',
      en: 'Cells are found by their names; new ones may be lacking.',
    },
    fix: { zh: '核对读到的数；必要时重新生成填报表。', en: 'Check the figures; make a new form if need be.' },
  },
  {
    code: 'form/agency-missing',
    severity: 'error',
    title: { zh: '没有填单位名称', en: 'The agency is not filled in' },
    why: { zh: '不知道是哪个单位的数。', en: 'It is not known whose figures these are.' },
    fix: { zh: '在“填表说明”里填单位全称。', en: 'Fill it in on the first sheet.' },
  },
  {
    code: 'form/sheet-missing',
    severity: 'error',
    title: { zh: '少一张工作表', en: 'A sheet is missing' },
    why: { zh: '这张表的数一个也没有。', en: 'None of its figures are there.' },
    fix: { zh: '从原来的填报表把工作表复制回来。', en: 'Copy the sheet back from the original form.' },
  },
  {
    code: 'form/row-lost',
    severity: 'error',
    title: { zh: '找不到一行', en: 'A row cannot be found' },
    why: {
      zh: '行名改了或行删了，不能猜哪一行是它。',
      en: 'Its label was changed or it was deleted; it is not guessed.',
    },
    fix: { zh: '把行名改回原样，或补回这一行。', en: 'Put the label or the row back.' },
  },
  {
    code: 'form/column-lost',
    severity: 'error',
    title: { zh: '找不到一列', en: 'A column cannot be found' },
    why: {
      zh: '表头改了或列删了，不能猜哪一列是它。',
      en: 'Its head was changed or it was deleted; it is not guessed.',
    },
    fix: { zh: '把表头改回原样，或补回这一列。', en: 'Put the head or the column back.' },
  },
  {
    code: 'form/label-changed',
    severity: 'warning',
    title: { zh: '行名或表头改过', en: 'A label was changed' },
    why: { zh: '仍按位置读了这里的数，请确认没有错行错列。', en: 'Its figures were read by their place.' },
    fix: { zh: '把行名或表头改回原样。', en: 'Put the label back.' },
  },
  {
    code: 'form/merged-cells',
    severity: 'error',
    title: { zh: '填数的格合并了', en: 'Merged figure cells' },
    why: {
      zh: '合并以后只剩一个数，分不清是哪一格的。',
      en: 'One figure is left, and it does not tell of which cell.',
    },
    fix: { zh: '取消合并，逐格填写。', en: 'Split the cells and fill in each.' },
  },
  {
    code: 'form/stray-figures',
    severity: 'warning',
    title: { zh: '表外有数字', en: 'Figures outside the form' },
    why: { zh: '这些数不在表式的格里，没有读取。', en: 'They are in no cell of the form and were not read.' },
    fix: { zh: '是填错了地方就移到对的格；只是草算可以不管。', en: 'Move them if they are misplaced.' },
  },
  {
    code: 'form/date-cell',
    severity: 'error',
    title: { zh: '数字变成了日期', en: 'A figure turned into a date' },
    why: {
      zh: '表格软件把 3-12 一类的写法自动改成日期，原来的数已经没有了。',
      en: 'The program made a date of what was typed.',
    },
    fix: { zh: '把格式改为“常规”，重新填数。', en: 'Set the format to General and type the figure again.' },
  },
  {
    code: 'form/error-cell',
    severity: 'error',
    title: { zh: '格里是错误值', en: 'An error value' },
    why: { zh: '公式引用的格没有了，算不出数。', en: 'The formula refers to what is gone.' },
    fix: { zh: '重新填数，或恢复公式。', en: 'Type the figure or restore the formula.' },
  },
  {
    code: 'form/true-false',
    severity: 'error',
    title: { zh: '格里是真假值', en: 'True or false in a cell' },
    why: { zh: '真假值不是数。', en: 'It is no figure.' },
    fix: { zh: '填数字。', en: 'Type a figure.' },
  },
  {
    code: 'form/formula-changed',
    severity: 'info',
    title: { zh: '合计的公式改过', en: 'The formula of a total was changed' },
    why: {
      zh: '按格里现在显示的数读，并与各项之和核对。',
      en: 'What it shows was read, and is checked against its parts.',
    },
    fix: { zh: '不是有意改的，就恢复原来的公式。', en: 'Restore the formula unless it was meant.' },
  },
  {
    code: 'take/other-report',
    severity: 'error',
    title: { zh: '填报表不是这份报告的', en: 'The form of another report' },
    why: { zh: '单位、年度或表式不同，放进去就张冠李戴。', en: 'Agency, year or form differ.' },
    fix: { zh: '核对两个文件。', en: 'Check both files.' },
  },
  {
    code: 'take/not-possible',
    severity: 'error',
    title: { zh: '有的格放不进去', en: 'A cell that cannot be put in' },
    why: {
      zh: '数据文件里这一格的写法不能自动改，硬改可能丢内容。',
      en: 'Its way of writing cannot be changed by itself.',
    },
    fix: { zh: '照提示手工改这一格，再试。', en: 'Change it by hand and try again.' },
  },
];
