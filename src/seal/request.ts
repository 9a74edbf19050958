/**
 * What an outside signer is given: which files there are to seal or sign, with the hashes that signing systems ask for. This
 * program signs nothing and runs nothing.
 */
import type { Outcome } from '../diagnostic/diagnostic.js';
import { MANIFEST_NAME, manifestFile } from '../filing/manifest.js';
import type { SignedHashes } from '../filing/signatures.js';
import type { Received } from '../verify/input.js';
import { wholeFiling } from '../verify/whole-filing.js';
import { damagedFiling } from './findings.js';

export const REQUEST_VERSION = '1';

/** The request as JSON for people and programs. */
export interface SignatureRequest {
  readonly nianbao_signature_request: string;
  readonly report: { readonly title: string; readonly agency: string; readonly year: number };
  readonly version: number;
  /** For a detached signature over the whole filing: the manifest holds the hashes of every file. */
  readonly manifest: SignedHashes;
  /** For a seal on the pages: a seal must be appended to these very bytes. */
  readonly documents: readonly SignedHashes[];
}

/** Gives `verify/no-manifest`, `verify/manifest-unreadable`, `seal/damaged-filing`. */
export function signatureRequest(received: Received): Outcome<SignatureRequest> {
  const filing = wholeFiling(received);
  if ('code' in filing) return { diagnostics: [filing] };
  const { manifest, bytes, damages } = filing;
  if (damages.length > 0) return { diagnostics: [damagedFiling(received.name, damages)] };
  const { title, agency, year } = manifest.report;
  return {
    value: {
      nianbao_signature_request: REQUEST_VERSION,
      report: { title, agency, year },
      version: manifest.version,
      manifest: hashesOf(MANIFEST_NAME, bytes),
      documents: manifest.files
        .filter(({ media_type: type }) => type === 'application/pdf')
        .map(({ path, size, sha256, sm3 }) => ({ path, size, sha256, sm3 })),
    },
    diagnostics: [],
  };
}

export function hashesOf(path: string, bytes: Uint8Array): SignedHashes {
  const { size, sha256, sm3 } = manifestFile(path, 'published', '', bytes);
  return { path, size, sha256, sm3 };
}

/** UTF-8 bytes: fixed order of keys, two spaces, a line feed at the end. */
export function requestBytes(request: SignatureRequest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(request, null, 2)}\n`);
}
