/**
 * Takes back what an outside signer gave: a signed PDF, or a signature in a file of its own. Comes in: the filing, the file that
 * came back. Goes out: the files to lay beside the filing, or why it is refused. That the signature belongs to this filing is
 * checked as far as bytes tell; whether it is valid is not.
 */
import { startsWith } from '../bytes/compare.js';
import { safeFileName } from '../compose/file-name.js';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { MANIFEST_NAME, type Manifest } from '../filing/manifest.js';
import {
  MOST_SIGNATURES,
  readSignatures,
  signaturesBytes,
  SIGNATURES_FOLDER,
  SIGNATURES_NAME,
  SIGNATURES_VERSION,
  type Signature,
  type SignedHashes,
} from '../filing/signatures.js';
import type { Received } from '../verify/input.js';
import { wholeFiling } from '../verify/whole-filing.js';
import { isSignatureFile, signedHash, targetOf } from './detached.js';
import * as findings from './findings.js';
import { hashesOf } from './request.js';
import { signedPdf } from './signed-pdf.js';

/** What came back from the signer. */
export interface ReturnedFile {
  /** File name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Accepted {
  /** Paths in the filing, the list of signatures last; nothing else is to be changed. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  readonly signature: Signature;
}

const NOTE =
  '签名和印章由签章系统作出；本程序只核对了签的是哪个文件，没有检查签名是否有效、由谁作出。The program that wrote this list did not check whether the signatures are valid.';

/**
 * Accepts a returned file. `wanted` is the path in the filing of what was signed, needed only where the file does not tell.
 * Gives `seal/…`, `verify/no-manifest`, `verify/manifest-unreadable`; with any of them no value.
 */
export function acceptSignature(received: Received, returned: ReturnedFile, wanted?: string): Outcome<Accepted> {
  const filing = wholeFiling(received);
  if ('code' in filing) return { diagnostics: [filing] };
  const { manifest, bytes, damages } = filing;
  if (damages.length > 0) return { diagnostics: [findings.damagedFiling(received.name, damages)] };
  const target = wanted?.normalize('NFC');
  const signable = signableFiles(manifest, bytes);
  if (target !== undefined && !signable.some(({ path }) => path === target)) {
    return { diagnostics: [findings.noSuchFile(target)] };
  }
  const isPdf = startsWith(returned.bytes, new TextEncoder().encode('%PDF-'));
  const signed = isPdf
    ? signedPdfOf(received, manifest, returned, target)
    : detachedSignature(signable, returned, target);
  return 'code' in signed ? { diagnostics: [signed] } : laidBeside(received, returned, signed);
}

type Signed = Omit<Signature, 'file' | 'validity'>;

/** Everything a signature can be given for: the manifest and the files it lists. */
function signableFiles(manifest: Manifest, bytes: Uint8Array): readonly SignedHashes[] {
  const files = manifest.files.map(({ path, size, sha256, sm3 }) => ({ path, size, sha256, sm3 }));
  return [hashesOf(MANIFEST_NAME, bytes), ...files];
}

function signedPdfOf(
  { files }: Received,
  manifest: Manifest,
  { name, bytes }: ReturnedFile,
  target: string | undefined,
): Signed | Diagnostic {
  const pdfs = manifest.files.filter(
    ({ path, media_type: type }) => type === 'application/pdf' && (target === undefined || path === target),
  );
  if (pdfs.length === 0) return findings.noPdf();
  const isBase = ({ path }: { readonly path: string }): boolean => startsWith(bytes, files.get(path) ?? bytes);
  // The longest, should one of our files begin another.
  const base = pdfs.filter(isBase).toSorted((a, b) => b.size - a.size)[0];
  if (base === undefined) return findings.notOurPdf(name);
  if (!signedPdf(bytes.subarray(base.size))) return findings.notSigned(name);
  const { path, size, sha256, sm3 } = base;
  return { kind: 'signed-pdf', signs: { path, size, sha256, sm3 } };
}

function detachedSignature(
  signable: readonly SignedHashes[],
  { name, bytes }: ReturnedFile,
  target: string | undefined,
): Signed | Diagnostic {
  if (!isSignatureFile(name, bytes)) return findings.unknownKind(name);
  const found = signable.find((file) => signedHash(bytes, file) !== undefined);
  const signs = targetOf(signable, name, target) ?? found;
  if (signs === undefined) return findings.whichFile(name);
  const digest = signedHash(bytes, signs);
  if (digest === undefined && found !== undefined) return findings.otherFile(name, found.path, signs.path);
  return { kind: 'detached', signs, ...(digest === undefined ? {} : { digest_found: digest }) };
}

function laidBeside({ files }: Received, { name, bytes }: ReturnedFile, signed: Signed): Outcome<Accepted> {
  const fail = (diagnostic: Diagnostic): Outcome<Accepted> => ({ diagnostics: [diagnostic] });
  const listed = files.get(SIGNATURES_NAME);
  const list = listed === undefined ? [] : readSignatures(listed)?.signatures;
  if (list === undefined || list.length >= MOST_SIGNATURES) return fail(findings.listUnreadable());
  const path = `${SIGNATURES_FOLDER}${safeFileName(name)}`;
  const file = hashesOf(path, bytes);
  if (list.some((other) => other.file.sha256 === file.sha256)) return fail(findings.alreadyThere(name));
  const there = files.get(path);
  const isTaken = there !== undefined && hashesOf(path, there).sha256 !== file.sha256;
  if (isTaken || path === SIGNATURES_NAME) return fail(findings.nameTaken(path));
  const signature: Signature = {
    kind: signed.kind,
    file,
    signs: signed.signs,
    ...(signed.digest_found === undefined ? {} : { digest_found: signed.digest_found }),
    validity: 'not-checked',
  };
  const signatures = { nianbao_signatures: SIGNATURES_VERSION, note: NOTE, signatures: [...list, signature] };
  return {
    value: {
      files: [
        { path, bytes },
        { path: SIGNATURES_NAME, bytes: signaturesBytes(signatures) },
      ],
      signature,
    },
    diagnostics: [],
  };
}
