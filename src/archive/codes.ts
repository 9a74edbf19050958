import type { CodeEntry } from '../diagnostic/catalogue.js';

/** What opening a packed file may find. */
export const archiveCodes: readonly CodeEntry[] = [
  {
    code: 'archive/damaged',
    severity: 'error',
    title: { zh: '压缩文件损坏', en: 'A damaged archive' },
    why: {
      zh: '文件不完整，或者里面的大小、校验码与实际不符。',
      en: 'It is cut short, or its sizes and checksums are wrong.',
    },
    fix: { zh: '重新保存或重新传送一份。', en: 'Save or send it again.' },
  },
  {
    code: 'archive/too-large',
    severity: 'error',
    title: { zh: '压缩文件太大', en: 'An archive too large' },
    why: {
      zh: '解开后的大小或文件个数超过上限，可能是恶意文件。',
      en: 'What it unpacks to is beyond the limits; it may be hostile.',
    },
    fix: { zh: '确认文件来源；删去多余的内容再保存。', en: 'Check where it comes from; drop what is not needed.' },
  },
  {
    code: 'archive/unsafe-name',
    severity: 'error',
    title: { zh: '压缩文件里的文件名不安全', en: 'An unsafe name in an archive' },
    why: {
      zh: '里面有指向别处的路径、重名或链接，解开会写到不该写的地方。',
      en: 'It holds paths that lead elsewhere, double names or links.',
    },
    fix: { zh: '确认文件来源，重新打包。', en: 'Check where it comes from and pack it anew.' },
  },
  {
    code: 'archive/encrypted',
    severity: 'error',
    title: { zh: '压缩文件有密码', en: 'An archive with a password' },
    why: { zh: '加密的内容读不出来。', en: 'Encrypted content cannot be read.' },
    fix: { zh: '去掉密码后重新保存。', en: 'Save it without a password.' },
  },
];
