/** Codes of taking seals and signatures back. */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const sealCodes: readonly CodeEntry[] = [
  {
    code: 'seal/damaged-filing',
    severity: 'error',
    title: { zh: '报送件不完好', en: 'A damaged filing' },
    why: { zh: '少了、多了或改动过文件的报送件，签了也说明不了什么。', en: 'A seal on changed files proves nothing.' },
    fix: { zh: '用原样的报送件。', en: 'Use the filing as it was made.' },
  },
  {
    code: 'seal/no-such-file',
    severity: 'error',
    title: { zh: '报送件里没有这个文件', en: 'No such file in the filing' },
    why: { zh: '签名要对应报送件里的一个文件。', en: 'A signature is given for a file of the filing.' },
    fix: { zh: '照清单里的写法写路径。', en: 'Write the path as the manifest does.' },
  },
  {
    code: 'seal/no-pdf',
    severity: 'error',
    title: { zh: '没有可以盖章的 PDF', en: 'No PDF to sign' },
    why: {
      zh: '签过的 PDF 要对应报送件里的一份 PDF。',
      en: 'A signed PDF is one of the filing with something appended.',
    },
    fix: { zh: '制作报送件时要有 PDF，或者对清单作单独的签名。', en: 'File with a PDF, or sign the manifest.' },
  },
  {
    code: 'seal/not-our-pdf',
    severity: 'error',
    title: { zh: '不是报送的那份 PDF', en: 'Another PDF' },
    why: {
      zh: '电子签章应当追加在报送的文件后面；前面的字节变了，就不能证明内容与报送的相同。',
      en: 'A seal is appended; when the bytes before it differ, nothing shows that the content is what was filed.',
    },
    fix: { zh: '在报送件的 PDF 上签章，用增量保存。', en: 'Sign the PDF of the filing, saving incrementally.' },
  },
  {
    code: 'seal/not-signed',
    severity: 'error',
    title: { zh: '没有找到签名', en: 'No signature found' },
    why: { zh: '交回的文件里没有追加的签名。', en: 'The file that came back has no appended signature.' },
    fix: { zh: '交回签章以后的文件。', en: 'Hand in the signed file.' },
  },
  {
    code: 'seal/unknown-kind',
    severity: 'error',
    title: { zh: '不是签章文件', en: 'Not a signature' },
    why: {
      zh: '只收签过的 PDF 和单独的签名文件，免得别的东西混进报送件。',
      en: 'Nothing else is laid beside a filing.',
    },
    fix: { zh: '核对文件和扩展名。', en: 'Check the file and its ending.' },
  },
  {
    code: 'seal/which-file',
    severity: 'error',
    title: { zh: '不知道签的是哪个文件', en: 'A signature for which file?' },
    why: { zh: '单独的签名文件不一定写明签的是什么。', en: 'A detached signature need not say what it is for.' },
    fix: { zh: '用 --for 写明。', en: 'Name the file with --for.' },
  },
  {
    code: 'seal/other-file',
    severity: 'error',
    title: { zh: '签的是别的文件', en: 'A signature for another file' },
    why: { zh: '签名里的校验值是另一个文件的。', en: 'The hash in it is that of another file.' },
    fix: { zh: '核对签名文件和所签的文件。', en: 'Check which file was signed.' },
  },
  {
    code: 'seal/list-unreadable',
    severity: 'error',
    title: { zh: '签章目录读不出来', en: 'A list of signatures that cannot be read' },
    why: { zh: '接着写会丢掉以前的签章记录。', en: 'Writing on would lose what is listed.' },
    fix: { zh: '恢复或移走签章文件夹。', en: 'Restore the folder, or move it away.' },
  },
  {
    code: 'seal/already-there',
    severity: 'error',
    title: { zh: '已经收过', en: 'Taken before' },
    why: { zh: '同一个签章文件只收一次。', en: 'Each signature is taken once.' },
    fix: { zh: '不用再交。', en: 'Nothing is to be done.' },
  },
  {
    code: 'seal/name-taken',
    severity: 'error',
    title: { zh: '名称已有', en: 'A name in use' },
    why: { zh: '已经收下的签章文件不覆盖。', en: 'What was taken is never overwritten.' },
    fix: { zh: '换一个名称。', en: 'Rename it.' },
  },
];
