/**
 * Seals and signatures that lie beside a filing: they are what the list says, and were given for this filing. Whether they are
 * valid, and whose they are, is for the reader of the signing system.
 */
import { startsWith } from '../bytes/compare.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { MANIFEST_NAME, manifestFile } from '../filing/manifest.js';
import { readSignatures, SIGNATURES_FOLDER, SIGNATURES_NAME, type SignedHashes } from '../filing/signatures.js';
import * as findings from './findings.js';
import type { VerifyPoint } from './input.js';

export interface SignatureOutcome {
  readonly diagnostics: readonly Diagnostic[];
  readonly points: readonly VerifyPoint[];
  /** Paths that belong to the signatures and to no manifest. */
  readonly paths: ReadonlySet<string>;
}

export function verifySignatures(files: ReadonlyMap<string, Uint8Array>): SignatureOutcome {
  const bytes = files.get(SIGNATURES_NAME);
  if (bytes === undefined) return { diagnostics: [], points: [], paths: new Set() };
  const list = readSignatures(bytes);
  if (list === undefined)
    return { diagnostics: [findings.badSignatures()], points: [], paths: new Set([SIGNATURES_NAME]) };
  const paths = new Set([SIGNATURES_NAME, ...list.signatures.map(({ file }) => file.path)]);
  const diagnostics: Diagnostic[] = [];
  const points: VerifyPoint[] = [];
  for (const { kind, file, signs } of list.signatures) {
    const beneath = files.get(signs.path);
    const signed = files.get(file.path);
    const isKept = file.path.startsWith(SIGNATURES_FOLDER) && matches(file, signed) && matches(signs, beneath);
    const isOver =
      kind === 'detached' || (signed !== undefined && beneath !== undefined && startsWith(signed, beneath));
    if (!isKept || !isOver) {
      diagnostics.push(findings.signedFileDiffers(file.path));
      continue;
    }
    const what =
      signs.path === MANIFEST_NAME
        ? { zh: '清单', en: 'the manifest' }
        : { zh: `“${signs.path}”`, en: `"${signs.path}"` };
    points.push({
      state: 'holds',
      zh: `“${file.path}”是对${what.zh}的签章，${what.zh}在签章以后没有改动`,
      en: `"${file.path}" is a signature on ${what.en}, which was not changed since`,
    });
    points.push({
      state: 'not-checked',
      zh: `“${file.path}”的签章是否有效、由谁签署，没有检查，请用签章系统的阅读器查看`,
      en: `whether the signature in "${file.path}" is valid, and whose it is, was not checked`,
    });
  }
  return { diagnostics, points, paths };
}

function matches(said: SignedHashes, bytes: Uint8Array | undefined): boolean {
  if (bytes === undefined) return false;
  const now = manifestFile(said.path, 'published', '', bytes);
  return now.size === said.size && now.sha256 === said.sha256 && now.sm3 === said.sm3;
}
