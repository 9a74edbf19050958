/** Signatures in files of their own: which file of the filing they are for, as far as their bytes and names tell. */
import { decodeBase64 } from '../bytes/base64.js';
import type { SignedHashes } from '../filing/signatures.js';

/** Endings that signing programs give to signatures. */
const ENDING = /\.(?:p7s|p7b|p7|sig|sgn|sign|asc|der|pem)$/iu;
/** A signature with its certificates and time stamp has some kilobytes. */
const MOST_BYTES = 1024 * 1024;

export function isSignatureFile(name: string, bytes: Uint8Array): boolean {
  return ENDING.test(name) && bytes.length > 0 && bytes.length <= MOST_BYTES;
}

/** What was asked for, else what the name says: `manifest.json.p7s` is for `manifest.json`. */
export function targetOf(
  signable: readonly SignedHashes[],
  name: string,
  target: string | undefined,
): SignedHashes | undefined {
  if (target !== undefined) return signable.find(({ path }) => path === target);
  const signed = name.normalize('NFC').replace(ENDING, '');
  const named = signable.filter(({ path }) => path.split('/').at(-1) === signed);
  return named.length === 1 ? named[0] : undefined;
}

/** Which hash of a file the signature holds: CMS signatures carry that of what they sign; bare ones hold none. */
export function signedHash(signature: Uint8Array, { sha256, sm3 }: SignedHashes): 'sha256' | 'sm3' | undefined {
  const bytes = unarmoured(signature);
  if (holds(bytes, sm3)) return 'sm3';
  return holds(bytes, sha256) ? 'sha256' : undefined;
}

/** Text between the lines of a PEM file, decoded; other bytes as they are. */
function unarmoured(bytes: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(bytes);
  const [, body] = /-----BEGIN [^-]{1,64}-----([A-Za-z0-9+/=\s]+)-----END /u.exec(text) ?? [];
  return (body === undefined ? undefined : decodeBase64(body.replace(/\s/gu, ''))) ?? bytes;
}

function holds(bytes: Uint8Array, hash: string): boolean {
  return new TextDecoder('latin1').decode(bytes).includes(rawText(hash));
}

function rawText(hash: string): string {
  const bytes = Uint8Array.from(hash.match(/../gu) ?? [], (pair) => Number.parseInt(pair, 16));
  return new TextDecoder('latin1').decode(bytes);
}
