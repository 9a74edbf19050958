/**
 * Seals and signatures that outside signers gave for a filing. They lie beside it in a folder of their own, after its manifest
 * was made: the manifest is what they are given for, and never changes. This program does not judge whether they are valid.
 */
import { isRecord, parseJson } from '../bytes/json.js';

/** Folder of the signed files, and of the list of them; nothing in it belongs to the manifest. */
export const SIGNATURES_FOLDER = '签章/';
export const SIGNATURES_NAME = '签章/signatures.json';
export const SIGNATURES_VERSION = '1';

/** More are no signatures of one report. */
export const MOST_SIGNATURES = 100;

export interface SignedHashes {
  /** Relative, with `/`. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly sm3: string;
}

export interface Signature {
  /**
   * `signed-pdf`: a PDF of the filing with a signature appended (its first bytes are those of the filing's file);
   * `detached`: a signature in a file of its own.
   */
  readonly kind: 'signed-pdf' | 'detached';
  /** What came back, in the folder of signatures. */
  readonly file: SignedHashes;
  /** The file of the filing that it was given for. */
  readonly signs: SignedHashes;
  /** Hash of the signed file that was found inside a detached signature; absent = none was found. */
  readonly digest_found?: 'sha256' | 'sm3';
  /** Always: whether a signature is valid, and whose it is, is for the reader of the signing system. */
  readonly validity: 'not-checked';
}

export interface Signatures {
  readonly nianbao_signatures: string;
  /** For people who open the file. */
  readonly note: string;
  readonly signatures: readonly Signature[];
}

/** The list as it is written: fixed order of keys, two spaces, a line feed at the end. */
export function signaturesBytes(signatures: Signatures): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(signatures, null, 2)}\n`);
}

/** A list nobody vouches for; undefined when it is none of ours, or names files outside its folder. */
export function readSignatures(bytes: Uint8Array): Signatures | undefined {
  const value = parseJson(bytes);
  if (!isRecord(value) || value['nianbao_signatures'] !== SIGNATURES_VERSION) return undefined;
  const { note, signatures } = value;
  if (typeof note !== 'string' || !Array.isArray(signatures) || signatures.length > MOST_SIGNATURES) return undefined;
  return signatures.every(isSignature) ? (value as unknown as Signatures) : undefined;
}

function isSignature(value: unknown): value is Signature {
  if (!isRecord(value)) return false;
  const { kind, file, signs, digest_found: digest, validity } = value;
  return (
    (kind === 'signed-pdf' || kind === 'detached') &&
    isHashes(file) &&
    file.path.startsWith(SIGNATURES_FOLDER) &&
    isHashes(signs) &&
    (digest === undefined || digest === 'sha256' || digest === 'sm3') &&
    validity === 'not-checked'
  );
}

function isHashes(value: unknown): value is SignedHashes {
  if (!isRecord(value)) return false;
  const { path, size, sha256, sm3 } = value;
  return (
    typeof path === 'string' &&
    path !== '' &&
    !path.split('/').some((part) => part === '' || part === '.' || part === '..') &&
    Number.isSafeInteger(size) &&
    [sha256, sm3].every((hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/u.test(hash))
  );
}
