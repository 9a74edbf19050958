/** Codes of making a filing. */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const filingCodes: readonly CodeEntry[] = [
  {
    code: 'filing/no-words',
    severity: 'error',
    title: { zh: '模板没有报送文书的用语', en: 'A pack without the words of a filing' },
    why: {
      zh: '报送单、元数据和归档自查表怎样写，由模板决定，程序里没有。',
      en: 'What letters and lists say is the pack’s; the program has no words of its own.',
    },
    fix: {
      zh: '沿用自带的表式，或者写一个 filing.yaml。',
      en: 'Extend a built-in form, or write a filing.yaml.',
    },
  },
  {
    code: 'filing/draft-section',
    severity: 'error',
    title: { zh: '还有草稿', en: 'A section still a draft' },
    why: { zh: '草稿没有定稿，不能报送。', en: 'A draft is not the office’s word yet.' },
    fix: { zh: '写好以后去掉草稿标记。', en: 'Finish it and take the mark away.' },
  },
  {
    code: 'filing/attachment-missing',
    severity: 'error',
    title: { zh: '读不到附件', en: 'An attachment that cannot be read' },
    why: {
      zh: '数据文件写明的附件不在文件夹里，报送件就不完整。',
      en: 'A filing without an attachment that the data file names is incomplete.',
    },
    fix: { zh: '补上文件，或者改正名称。', en: 'Add the file, or correct its name.' },
  },
  {
    code: 'filing/attachments-too-large',
    severity: 'error',
    title: { zh: '附件太多或太大', en: 'Attachments beyond the limits' },
    why: { zh: '报送件的大小有上限，免得占满内存和磁盘。', en: 'Filings are bounded.' },
    fix: { zh: '减少附件，或者另行报送。', en: 'Attach less, or send them apart.' },
  },
  {
    code: 'filing/unknown-letter',
    severity: 'warning',
    title: { zh: '没有这种报送文书', en: 'An unknown kind of letter' },
    why: {
      zh: '要求配置指定的文书种类，模板里没有写法。',
      en: 'The profile names a letter that the pack does not describe.',
    },
    fix: { zh: '改正种类，或者在模板里写上。', en: 'Correct the kind, or describe it in the pack.' },
  },
  {
    code: 'filing/data-not-carried',
    severity: 'error',
    title: { zh: '文件所带的数据不对', en: 'A file that does not carry its data' },
    why: {
      zh: '公开文件所带的数据是核验的依据，取出来必须与写入的相同。',
      en: 'The data inside published files are what they are verified by.',
    },
    fix: { zh: '重新制作；仍有问题时不附数据。', en: 'Make it again, or make it without.' },
  },
];
