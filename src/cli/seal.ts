/**
 * `seal prepare` and `seal accept`: hands the hashes of a filing to an outside signer and takes back what it gives. Nothing of
 * the filing itself is changed, and no outside program is run.
 */
import { basename, join } from 'node:path';
import { canonicalZip } from '../archive/zip-write.js';
import { renderText } from '../diagnostic/render-text.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { isFolder, readBytes, writeWhole } from '../env.js';
import { SIGNATURES_NAME } from '../filing/signatures.js';
import { acceptSignature, type Accepted } from '../seal/accept.js';
import { requestBytes, signatureRequest } from '../seal/request.js';
import type { Received } from '../verify/input.js';
import { failureMessage } from './write-failure.js';
import { unreadableMessage } from './open.js';
import { readReceived } from './received.js';
import { EXIT, type MessageLanguage, type Terminal } from './terminal.js';

export interface SealPrepareOptions {
  readonly output: string;
  readonly lang: MessageLanguage;
}

export interface SealAcceptOptions {
  /** Path in the filing of what was signed. */
  readonly for?: string;
  /** The zip to write, for a filing that is a zip. */
  readonly output?: string;
  readonly lang: MessageLanguage;
}

/** Writes the request for the signer; an existing file is never overwritten. */
export async function sealPrepareCommand(
  path: string,
  options: SealPrepareOptions,
  terminal: Terminal,
): Promise<number> {
  const { lang, output } = options;
  const received = filingAt(path, lang, terminal);
  if (received === undefined) return EXIT.usage;
  const request = signatureRequest(received);
  if (request.value === undefined) return refused(request.diagnostics, lang, terminal);
  const failure = await writeWhole(output, requestBytes(request.value), true);
  if (failure !== undefined) {
    terminal.error(failureMessage(failure, lang));
    return EXIT.usage;
  }
  const { manifest, documents } = request.value;
  terminal.out(lang === 'zh' ? `已写好签章请求：${output}\n` : `Request written: ${output}\n`);
  for (const { path: file, sha256, sm3 } of [manifest, ...documents]) {
    terminal.out(`${file}\n  SHA-256  ${sha256}\n  SM3      ${sm3}\n`);
  }
  terminal.out(
    lang === 'zh'
      ? '请在签章系统里对上列文件签章（PDF 用增量保存），再交回：nianbao seal accept 报送件 签过的文件\n'
      : 'Sign these with your signing system (PDF: incremental saving), then: nianbao seal accept FILING FILE\n',
  );
  return EXIT.clean;
}

/** Lays a signed PDF or a detached signature beside the filing. */
export async function sealAcceptCommand(
  path: string,
  file: string,
  options: SealAcceptOptions,
  terminal: Terminal,
): Promise<number> {
  const { lang } = options;
  const received = filingAt(path, lang, terminal);
  if (received === undefined) return EXIT.usage;
  const isZip = !isFolder(path);
  if (isZip !== (options.output !== undefined)) {
    terminal.error(zipUse(isZip, lang));
    return EXIT.usage;
  }
  const bytes = readBytes(file);
  if (bytes === undefined) {
    terminal.error(unreadableMessage(file, lang));
    return EXIT.usage;
  }
  const accepted = acceptSignature(received, { name: basename(file), bytes }, options.for);
  if (accepted.value === undefined) return refused(accepted.diagnostics, lang, terminal);
  const failure =
    options.output === undefined
      ? await writeInto(path, accepted.value)
      : await writeWhole(options.output, zipWith(received, accepted.value), true);
  if (failure !== undefined) {
    terminal.error(failureMessage(failure, lang));
    return EXIT.usage;
  }
  terminal.out(acceptedMessage(accepted.value, lang));
  return EXIT.clean;
}

function filingAt(path: string, lang: MessageLanguage, terminal: Terminal): Received | undefined {
  const read = readReceived(path);
  if (read.kind === 'received') return read.received;
  terminal.error(
    read.kind === 'unreadable'
      ? unreadableMessage(path, lang)
      : renderText(read.diagnostics, new Map(), { lang, verdict: false }),
  );
  return undefined;
}

function refused(diagnostics: readonly Diagnostic[], lang: MessageLanguage, terminal: Terminal): number {
  terminal.error(renderText(diagnostics, new Map(), { lang, verdict: false }));
  return EXIT.errors;
}

function zipUse(isZip: boolean, lang: MessageLanguage): string {
  if (isZip) {
    return lang === 'zh'
      ? '报送件是压缩包，不能改写：请用 -o 写明带签章的新压缩包。\n'
      : 'The filing is a zip and is not rewritten: name a new zip with -o.\n';
  }
  return lang === 'zh'
    ? '报送件是文件夹，签章放在里面的“签章”文件夹，不用 -o。\n'
    : 'The filing is a folder; the signature is laid into it, without -o.\n';
}

/** The signed file first: were the list not written, it could be handed in again. */
async function writeInto(folder: string, { files }: Accepted): ReturnType<typeof writeWhole> {
  for (const { path, bytes } of files) {
    const target = join(folder, ...path.split('/'));
    const isList = path === SIGNATURES_NAME;
    const there = isList ? undefined : readBytes(target);
    const isSame = there !== undefined && Buffer.compare(there, bytes) === 0;
    const failure = isSame ? undefined : await writeWhole(target, bytes, !isList);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

/** The files of the filing in their order, then the signatures. */
function zipWith({ files }: Received, accepted: Accepted): Uint8Array {
  const added = new Map(accepted.files.map(({ path, bytes }) => [path, bytes]));
  return canonicalZip([...[...files].filter(([path]) => !added.has(path)), ...added]);
}

function acceptedMessage(
  { signature: { kind, file, signs, digest_found: digest } }: Accepted,
  lang: MessageLanguage,
): string {
  if (lang === 'en') {
    const what =
      kind === 'signed-pdf'
        ? 'it begins with the bytes of'
        : digest === undefined
          ? 'taken as a signature on'
          : 'it holds the hash of';
    return `Taken: ${file.path} (${what} ${signs.path}). Whether the signature is valid was not checked.\n`;
  }
  const how =
    kind === 'signed-pdf'
      ? `前面的字节与“${signs.path}”完全相同，后面追加了签名`
      : digest === undefined
        ? `作为对“${signs.path}”的签名收下；签名里没有写明所签文件的校验值，无法核对`
        : `签名里有“${signs.path}”的 ${digest === 'sm3' ? 'SM3' : 'SHA-256'} 校验值`;
  return `已收下：${file.path}\n  ${how}。\n  签名是否有效、由谁签署，没有检查，请用签章系统的阅读器查看。\n`;
}
