/** What is known of a report and its files, as its manifest says it. */
import { isoDate } from '../data/date.js';
import { sha256 } from '../pack/sha256.js';
import type { OpenReport } from '../pipeline.js';
import type { FilingFile, FilingInputs } from './filing.js';
import { MANIFEST_VERSION, manifestFile } from './manifest.js';
import type { FileRole, Manifest, ManifestArchivePoint, ManifestCheck } from './manifest.js';

/** The manifest of these files; `previous` and `profile` stand in it only where the report used them. */
export function manifestOf(
  open: OpenReport,
  files: readonly FilingFile[],
  facts: {
    readonly check: ManifestCheck;
    readonly archive: readonly ManifestArchivePoint[];
    readonly inputs: FilingInputs;
  },
): Manifest {
  const { data, pack, profile, report, used } = open;
  const { env, correction } = facts.inputs;
  const creditCode = data.agency.creditCode?.value;
  const [profileFile] = used.profiles;
  return {
    nianbao_manifest: MANIFEST_VERSION,
    report: {
      title: report?.meta.title ?? '',
      agency: report?.meta.agency ?? '',
      ...(creditCode === undefined ? {} : { credit_code: creditCode }),
      year: data.year.value,
      ...(data.published === undefined ? {} : { published: isoDate(data.published.value) }),
    },
    ...(correction === undefined
      ? { version: 1 }
      : { version: correction.corrects.version + 1, corrects: correction.corrects }),
    generator: env.generator,
    pack: { id: pack.id, name: pack.name, edition: pack.edition, hash: pack.hash },
    ...(profile === undefined || profileFile === undefined
      ? {}
      : { profile: { id: profile.id, name: profile.name, sha256: sha256([profileFile.bytes]) } }),
    ...(used.previousFiles.length === 0
      ? {}
      : {
          previous: used.previousFiles.map(({ name, bytes }) => ({ name: baseName(name), sha256: sha256([bytes]) })),
        }),
    fonts: env.fonts.faces.every(({ origin }) => origin === 'built-in') ? 'built-in' : 'user',
    check: facts.check,
    archive: facts.archive,
    files: files.map(({ path, role, mediaType, bytes }) => manifestFile(path, role as FileRole, mediaType, bytes)),
  };
}

function baseName(path: string): string {
  return path.split(/[/\\]/u).at(-1) ?? '';
}
