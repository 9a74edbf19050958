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
  return { code: `verify/${code}`, severity, title: { zh, en }, why: WHY, fix: FIX };
}

export const verifyCodes: readonly CodeEntry[] = [
  entry('no-manifest', '报送件里没有清单', 'A filing without manifest'),
  entry('manifest-unreadable', '清单读不出来', 'A manifest that cannot be read'),
  entry('missing-file', '少了清单里的文件', 'A file of the manifest is missing'),
  entry('added-file', '多了清单以外的文件', 'A file that is not in the manifest'),
  entry('changed-file', '文件与清单的校验值不符', 'A file that does not match its hash'),
  entry('manifest-differs', '清单与数据说的不一样', 'A manifest that disagrees with the data'),
  entry('data-differ', '几个文件所带的数据不同', 'Files that carry different data'),
  entry('no-data', '文件里没有数据', 'A file without data', 'warning'),
  entry('other-pack', '模板与本程序自带的不同', 'Another pack than this program has'),
  entry('not-rebuilt', '所带的数据不能重新生成报告', 'Data that give no report'),
  entry('bytes-differ', '文件不是由所带的数据生成的原样', 'A file that is not what its data give'),
  entry('differs', '文件的内容与数据不同', 'A file that says something else than its data'),
  entry('unknown-kind', '不是能核验的文件', 'A file that cannot be verified'),
  entry('unsafe-folder', '文件夹不能安全打开', 'A folder that is not safe to open'),
  entry('page-lacks', '网页里缺少报告的文字', 'A page without a text of the report'),
  entry('page-table', '网页里缺少报告的表格', 'A page without a table of the report'),
];
