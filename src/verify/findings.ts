/** Findings of verifying, in words for somebody who received the files and did not make them. */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';

const ASK: Bilingual = {
  zh: '请与报送单位核对，并索取原始文件；在此之前不要采用。',
  en: 'Ask the office for the original, and do not use it before.',
};

function finding(
  code: string,
  message: Bilingual,
  hint: Bilingual = ASK,
  facts?: Readonly<Record<string, string>>,
): Diagnostic {
  return { code, severity: 'error', message, hint, ...(facts === undefined ? {} : { facts }) };
}

export const noManifest = (name: string): Diagnostic =>
  finding('verify/no-manifest', {
    zh: `“${name}”里没有清单 manifest.json，不是完整的报送件。`,
    en: `There is no manifest.json in "${name}": it is no complete filing.`,
  });

export const badManifest = (name: string): Diagnostic =>
  finding('verify/manifest-unreadable', {
    zh: `“${name}”里的清单 manifest.json 读不出来，或者内容不完整。`,
    en: `The manifest.json of "${name}" cannot be read or is incomplete.`,
  });

export const missingFile = (path: string): Diagnostic =>
  finding('verify/missing-file', {
    zh: `清单里有“${path}”，收到的文件里没有。`,
    en: `"${path}" is in the manifest and was not received.`,
  });

export const addedFile = (path: string): Diagnostic =>
  finding('verify/added-file', {
    zh: `收到的文件里有“${path}”，清单里没有：它不是报送时的内容。`,
    en: `"${path}" was received and is not in the manifest: it was not filed.`,
  });

export const changedFile = (path: string, size: number, was: number): Diagnostic =>
  finding(
    'verify/changed-file',
    {
      zh: `“${path}”与清单里的校验值不符：报送以后被改动过，或者清单被改动过${size === was ? '' : `（现在 ${size} 字节，清单写的是 ${was} 字节）`}。`,
      en: `"${path}" does not match its hash in the manifest: it or the manifest was changed after filing.`,
    },
    ASK,
    { size: String(size), expected: String(was) },
  );

export const manifestDiffers = (what: Bilingual, manifest: string, data: string): Diagnostic =>
  finding(
    'verify/manifest-differs',
    {
      zh: `清单里的${what.zh}是“${manifest}”，文件所带的数据是“${data}”。`,
      en: `The ${what.en} is "${manifest}" in the manifest and "${data}" in the data that the files carry.`,
    },
    ASK,
    { manifest, data },
  );

export const dataDiffer = (first: string, second: string): Diagnostic =>
  finding('verify/data-differ', {
    zh: `“${first}”和“${second}”所带的数据不一样，不是同一次生成的。`,
    en: `"${first}" and "${second}" carry different data: they were not made together.`,
  });

export const noData = (name: string): Diagnostic => ({
  code: 'verify/no-data',
  severity: 'warning',
  message: {
    zh: `“${name}”里没有数据：生成时没有附上，或者被别的程序去掉了，无法单独核验。`,
    en: `"${name}" carries no data: it was built without, or another program took them out. It cannot be verified by itself.`,
  },
  hint: {
    zh: '可以加 --data 指定数据文件再核对，或者核验带数据的那一份（PDF、Word 或网页）。',
    en: 'Name a data file with --data, or verify the file that carries data.',
  },
});

export const otherPack = (id: string): Diagnostic => ({
  code: 'verify/other-pack',
  severity: 'error',
  message: {
    zh: `文件说用的是模板 ${id}，但它的校验值与本程序自带的同名模板不同。`,
    en: `The file names the pack ${id}, whose hash differs from the pack of that name in this program.`,
  },
  hint: {
    zh: '用生成时的同一版本程序核验；版本相同而仍不同的，模板被换过，请向报送单位核实。',
    en: 'Verify with the same version of the program; if it is the same, the pack was swapped.',
  },
});

export const notRebuilt = (name: string): Diagnostic =>
  finding('verify/not-rebuilt', {
    zh: `“${name}”所带的数据不能重新生成报告，内容不完整或者被改动过。`,
    en: `No report can be made of the data in "${name}": they are incomplete or were changed.`,
  });

export const bytesDiffer = (name: string): Diagnostic =>
  finding('verify/bytes-differ', {
    zh: `用所带的数据重新生成的文件与“${name}”不是逐字节相同：文件生成以后被改动过，或者另存过。`,
    en: `The file made again from the data is not "${name}" to the byte: it was changed or saved again.`,
  });

export const differs = (diagnostic: Diagnostic): Diagnostic => ({ ...diagnostic, code: 'verify/differs', hint: ASK });

export const unknownKind = (name: string): Diagnostic => ({
  code: 'verify/unknown-kind',
  severity: 'error',
  message: {
    zh: `“${name}”不是能核验的文件：可以核验报送件的文件夹或压缩包，以及 PDF、Word、网页。`,
    en: `"${name}" cannot be verified: a filing's folder or zip, PDF, Word and HTML files can.`,
  },
  hint: { zh: '核对文件名和扩展名。', en: 'Check the name and its ending.' },
});

export const pageLacks = (what: string): Diagnostic =>
  finding('verify/page-lacks', {
    zh: `网页里找不到这一段：“${what}”。`,
    en: `The page does not have this text: "${what}".`,
  });

export const pageTable = (table: string): Diagnostic =>
  finding('verify/page-table', {
    zh: `网页里没有${table}，或者它的行列与报告不同。`,
    en: `The page has no ${table}, or one of another shape.`,
  });

export const dataFileDiffers = (path: string): Diagnostic =>
  finding('verify/data-file-differs', {
    zh: `数据文件“${path}”与公开文件所带的数据不同：它们不是同一次生成的，或者有一份被改动过。`,
    en: `The data file "${path}" and the data in the published files differ.`,
  });

export const signedFileDiffers = (path: string): Diagnostic =>
  finding('verify/signed-file-differs', {
    zh: `签章文件“${path}”与签章目录里的校验值不符，或者不是对这份报送件签的。`,
    en: `The signed file "${path}" does not match its list, or was not given for this filing.`,
  });

export const badSignatures = (): Diagnostic =>
  finding('verify/signatures-unreadable', {
    zh: '签章文件夹里的目录 signatures.json 读不出来，或者内容不完整。',
    en: 'The list signatures.json in the folder of signatures cannot be read or is incomplete.',
  });
