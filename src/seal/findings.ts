/** What forbids taking a signature back. */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';

function problem(code: string, message: Bilingual, hint: Bilingual): Diagnostic {
  return { code: `seal/${code}`, severity: 'error', message, hint };
}

export const damagedFiling = (name: string, folded: readonly Diagnostic[]): Diagnostic => ({
  ...problem(
    'damaged-filing',
    {
      zh: `报送件“${name}”与它的清单不符，有 ${folded.length} 处，不能签章。`,
      en: `The filing "${name}" does not match its manifest in ${folded.length} places; it cannot be sealed.`,
    },
    {
      zh: '请用原样的报送件；签过的 PDF 不要放进公开文件的文件夹，用本命令交回。',
      en: 'Use the filing as it was made; hand signed files in with this command instead of copying them into it.',
    },
  ),
  folded,
});

export const noSuchFile = (path: string): Diagnostic =>
  problem(
    'no-such-file',
    { zh: `报送件里没有“${path}”。`, en: `There is no "${path}" in the filing.` },
    { zh: '照清单里的写法写路径；签整个报送件的，写 manifest.json。', en: 'Write the path as the manifest does.' },
  );

export const noPdf = (): Diagnostic =>
  problem(
    'no-pdf',
    { zh: '报送件里没有可以盖章的 PDF。', en: 'There is no PDF in the filing to be signed.' },
    { zh: '制作报送件时要有 PDF；或者对清单作单独的签名。', en: 'File with a PDF, or sign the manifest.' },
  );

export const notOurPdf = (name: string): Diagnostic =>
  problem(
    'not-our-pdf',
    {
      zh: `“${name}”的前面部分与报送件里的 PDF 不同：不是在报送的那份上签的，或者签章软件把整个文件重新保存了。`,
      en: `"${name}" does not begin with the PDF of the filing: another file was signed, or the signing program saved it anew.`,
    },
    {
      zh: '请在报送件的 PDF 上签章，签章软件选“增量保存”（追加保存）；不要先打印或转换。',
      en: 'Sign the PDF of the filing itself, with incremental saving.',
    },
  );

export const notSigned = (name: string): Diagnostic =>
  problem(
    'not-signed',
    {
      zh: `“${name}”里没有找到追加的签名。`,
      en: `No appended signature was found in "${name}".`,
    },
    { zh: '请交回签章以后的文件；只盖图片章、没有电子签名的不算。', en: 'Hand in the file after it was signed.' },
  );

export const unknownKind = (name: string): Diagnostic =>
  problem(
    'unknown-kind',
    {
      zh: `“${name}”不是能收的签章文件：可以收签过的 PDF，和单独的签名文件（不超过 1 MB）。`,
      en: `"${name}" is no signature: signed PDFs and detached signatures of up to 1 MB are taken.`,
    },
    {
      zh: '单独的签名文件名要以 .p7s、.p7b、.sig、.sgn、.asc、.der、.pem 之一结尾。',
      en: 'A detached signature ends in .p7s, .p7b, .sig, .sgn, .asc, .der or .pem.',
    },
  );

export const whichFile = (name: string): Diagnostic =>
  problem(
    'which-file',
    {
      zh: `看不出“${name}”签的是报送件里的哪个文件。`,
      en: `It cannot be told which file of the filing "${name}" was given for.`,
    },
    {
      zh: '请用 --for 写明，如 --for manifest.json；或者把签名文件命名为 manifest.json.p7s 的样子。',
      en: 'Name it with --for, such as --for manifest.json, or call the signature manifest.json.p7s.',
    },
  );

export const otherFile = (name: string, found: string, wanted: string): Diagnostic =>
  problem(
    'other-file',
    {
      zh: `“${name}”里的校验值是“${found}”的，不是“${wanted}”的。`,
      en: `"${name}" holds the hash of "${found}" and not of "${wanted}".`,
    },
    { zh: '请核对签名文件和所签的文件。', en: 'Check which file was signed.' },
  );

export const listUnreadable = (): Diagnostic =>
  problem(
    'list-unreadable',
    { zh: '报送件里的签章目录读不出来，或者已经满了。', en: 'The list of signatures cannot be read or is full.' },
    {
      zh: '请恢复原来的签章文件夹，或者把它移走以后重新交回。',
      en: 'Restore the folder of signatures, or move it away.',
    },
  );

export const alreadyThere = (name: string): Diagnostic =>
  problem(
    'already-there',
    { zh: `“${name}”已经收过了，没有改动。`, en: `"${name}" was taken before; nothing was changed.` },
    { zh: '不用再交。', en: 'It need not be handed in again.' },
  );

export const nameTaken = (path: string): Diagnostic =>
  problem(
    'name-taken',
    { zh: `已经有一个“${path}”，内容不同，没有覆盖。`, en: `There is another "${path}"; it was not overwritten.` },
    { zh: '请把交回的文件改一个名称。', en: 'Rename the file that came back.' },
  );
