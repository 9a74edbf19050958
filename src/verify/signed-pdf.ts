/**
 * A signed PDF is our file with something appended (an incremental update, ISO 32000-1 7.5.6). What lies beneath is checked;
 * whether the signature is valid is a question for the reader of the signing office.
 */
import { startsWith } from '../bytes/compare.js';
import type { PublishedFile } from './verify-published.js';
import type { VerifyPoint } from './input.js';

/** Points on a PDF that begins with the bytes `made` again from its data; undefined when it does not. */
export function signedPoint(
  { path, format, bytes }: PublishedFile,
  made: Uint8Array,
): readonly VerifyPoint[] | undefined {
  if (format !== 'pdf' || bytes.length <= made.length) return undefined;
  if (!startsWith(bytes, made)) return undefined;
  const appended = new TextDecoder('latin1').decode(bytes.subarray(made.length));
  const isSignature = /\/ByteRange\s*\[/u.test(appended) && /\/Contents\s*</u.test(appended);
  const changesPages = /\/Type\s*\/Page\b/u.test(appended) && !isSignature;
  if (changesPages) return undefined;
  return [
    {
      state: 'holds',
      zh: `“${path}”在原文件后面追加了${isSignature ? '签名' : '内容'}，前面的部分与用所带数据重新生成的文件逐字节相同`,
      en: `"${path}" is the file its data give, with ${isSignature ? 'a signature' : 'something'} appended`,
    },
    {
      state: 'not-checked',
      zh: isSignature
        ? `“${path}”的签名是否有效、由谁签署，没有检查，请用签章系统的阅读器查看；追加的部分会不会改变页面的样子，也要在阅读器里看`
        : `“${path}”追加的内容没有检查，请查明来源`,
      en: `the appended part of "${path}" was not checked: look at it in the reader of the signing system`,
    },
  ];
}
