/**
 * The manifest of a filing: what was filed, made by which program and form, checked with which result, and the hashes of every
 * file. Nothing in it depends on a clock, a folder or a machine, so that two filings of one report are alike to the byte.
 */
import { sm3 } from '../bytes/sm3.js';
import { sha256 } from '../pack/sha256.js';

export const MANIFEST_VERSION = '1';
export const MANIFEST_NAME = 'manifest.json';

/** What a file of a filing is for. `published` ones are meant for the public; the others go to the recipient alone. */
export type FileRole =
  | 'published'
  /** The office's full data file. */
  | 'data'
  | 'attachment'
  /** 报送单 or 函. */
  | 'cover'
  /** Metadata for the site. */
  | 'metadata'
  /** List of the four-property check. */
  | 'archive'
  /** 更正说明. */
  | 'correction';

export interface ManifestFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly role: FileRole;
  readonly media_type: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly sm3: string;
}

/** A point of the list for the archive (四性), in the words of the pack. */
export interface ManifestArchivePoint {
  readonly property: string;
  readonly point: string;
  readonly result: string;
  readonly text: string;
}

/** Unwaived findings are counted; warnings and waived findings are listed, errors cannot be in a filing. */
export interface ManifestCheck {
  readonly result: '合格' | '不合格';
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly findings: readonly {
    readonly code: string;
    readonly severity: 'warning' | 'info' | 'waived';
    readonly message: string;
    readonly cells?: readonly string[];
    /** Reason of the waiver; who approved it stays in the data file. */
    readonly waived?: string;
  }[];
}

export interface Manifest {
  readonly nianbao_manifest: string;
  readonly report: {
    readonly title: string;
    readonly agency: string;
    readonly credit_code?: string;
    readonly year: number;
    readonly published?: string;
  };
  /** 1 for the first filing; a correction counts on and says what it follows. */
  readonly version: number;
  readonly corrects?: {
    readonly manifest_sha256: string;
    readonly manifest_sm3: string;
    readonly version: number;
    readonly reason: string;
  };
  /** Name and version of the program. */
  readonly generator: string;
  readonly pack: { readonly id: string; readonly name: string; readonly edition: string; readonly hash: string };
  readonly profile?: { readonly id: string; readonly name: string; readonly sha256: string };
  /** Last year's data files that the figures were checked against: names without folder. */
  readonly previous?: readonly { readonly name: string; readonly sha256: string }[];
  /** `built-in`, or `user`: bytes of PDF files can then be compared on the same machine only. */
  readonly fonts: 'built-in' | 'user';
  readonly check: ManifestCheck;
  /** What was checked of the filing as a record; a correction has it too. */
  readonly archive?: readonly ManifestArchivePoint[];
  /** By path. */
  readonly files: readonly ManifestFile[];
}

/** Size and hashes of one file. */
export function manifestFile(path: string, role: FileRole, mediaType: string, bytes: Uint8Array): ManifestFile {
  return { path, role, media_type: mediaType, size: bytes.length, sha256: sha256([bytes]), sm3: sm3(bytes) };
}

/** The manifest as it is written: fixed order of keys, two spaces, a line feed at the end. */
export function manifestBytes(manifest: Manifest): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
}
