/** Codes of verifying what was received. */
import type { CodeEntry } from '../diagnostic/catalogue.js';

const WHY = {
  zh: '收件人要能看出纸面、Word、网页和数据是不是一回事，文件在路上有没有被改动。',
  en: 'A recipient must be able to tell whether the files agree and were not changed on the way.',
};
const FIX = {
  zh: '与报送单位核对，索取原始文件；在此之前不要采用。',
  en: 'Ask the office for the original, and do not use the file before.',
};

function entry(code: string, zh: string, en: string, severity: CodeEntry['severity'] = 'error'): CodeEntry {
  return { code, severity, title: { zh, en }, why: WHY, fix: FIX };
}

export const verifyCodes: readonly CodeEntry[] = [
  entry('verify/no-manifest', '报送件里没有清单', 'A filing without manifest'),
  entry('verify/manifest-unreadable', '清单读不出来', 'A manifest that cannot be read'),
  entry('verify/missing-file', '少了清单里的文件', 'A file of the manifest is missing'),
  entry('verify/added-file', '多了清单以外的文件', 'A file that is not in the manifest'),
  entry('verify/changed-file', '文件与清单的校验值不符', 'A file that does not match its hash'),
  entry('verify/manifest-differs', '清单与数据说的不一样', 'A manifest that disagrees with the data'),
  entry('verify/data-differ', '几个文件所带的数据不同', 'Files that carry different data'),
  entry('verify/no-data', '文件里没有数据', 'A file without data', 'warning'),
  entry('verify/other-pack', '模板与本程序自带的不同', 'Another pack than this program has'),
  entry('verify/not-rebuilt', '所带的数据不能重新生成报告', 'Data that give no report'),
  entry('verify/bytes-differ', '文件不是由所带的数据生成的原样', 'A file that is not what its data give'),
  entry('verify/differs', '文件的内容与数据不同', 'A file that says something else than its data'),
  entry(
    'verify/data-file-differs',
    '数据文件与公开文件所带的数据不同',
    'A data file that differs from the published data',
  ),
  entry('verify/signed-file-differs', '签章文件与目录不符', 'A signed file that does not match its list'),
  entry('verify/signatures-unreadable', '签章目录读不出来', 'A list of signatures that cannot be read'),
  entry('verify/unknown-kind', '不是能核验的文件', 'A file that cannot be verified'),
  entry('verify/unsafe-folder', '文件夹不能安全打开', 'A folder that is not safe to open'),
  entry('verify/page-lacks', '网页里缺少报告的文字', 'A page without a text of the report'),
  entry('verify/page-table', '网页里缺少报告的表格', 'A page without a table of the report'),
];
