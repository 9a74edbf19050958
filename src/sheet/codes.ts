import type { CodeEntry } from '../diagnostic/catalogue.js';

/** What reading an Excel file may find before it is known to be the form. */
export const sheetCodes: readonly CodeEntry[] = [
  {
    code: 'sheet/not-a-workbook',
    severity: 'error',
    title: { zh: '不是 Excel 工作簿', en: 'No Excel workbook' },
    why: { zh: '给出的是 Word 文件或别的压缩文件。', en: 'It is a Word file or another archive.' },
    fix: { zh: '给出数据文件或填好的填报表。', en: 'Give a data file or a filled form.' },
  },
  {
    code: 'sheet/unreadable',
    severity: 'error',
    title: { zh: '工作簿读不出来', en: 'An unreadable workbook' },
    why: { zh: '文件内部不完整或不规范。', en: 'Its parts are incomplete or malformed.' },
    fix: { zh: '用办公软件打开后另存一份。', en: 'Open it and save it again.' },
  },
  {
    code: 'sheet/too-large',
    severity: 'error',
    title: { zh: '工作簿太大', en: 'A workbook too large' },
    why: { zh: '填报表只有几百个格子。', en: 'A form has some hundred cells.' },
    fix: { zh: '只留填报表的工作表。', en: 'Keep the sheets of the form only.' },
  },
];
