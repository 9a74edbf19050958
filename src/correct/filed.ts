/**
 * An earlier filing opened again: its manifest, and the report that was filed, from the data that its published files carry or
 * else from its data file. It may have been anywhere since, so it is believed only as far as its hashes hold.
 */
import { openBundle, readBundle } from '../bundle/open-bundle.js';
import { sm3 } from '../bytes/sm3.js';
import { hasErrors, type Diagnostic, type Outcome } from '../diagnostic/diagnostic.js';
import type { Manifest } from '../filing/manifest.js';
import { sha256 } from '../pack/sha256.js';
import { openReport, type NamedPack, type OpenReport, type Sources } from '../pipeline.js';
import { extractData } from '../readback/extract.js';
import { carrierKind, formatOf } from '../verify/carriers.js';
import type { Received } from '../verify/input.js';
import { wholeFiling } from '../verify/whole-filing.js';
import { damagedFiling, fromDataFile, noData, packChanged } from './findings.js';

/** What was filed. */
export interface Filed {
  readonly manifest: Manifest;
  /** Hashes of the manifest as it lies there. */
  readonly sha256: string;
  readonly sm3: string;
  readonly open: OpenReport;
}

export interface FiledEnv {
  readonly builtIn: (id: string) => NamedPack | undefined;
  /** Where the corrected data file finds packs, last year's data and pictures: for filings whose files carry no data. */
  readonly sources: Sources;
}

/**
 * Opens a filing. Gives `verify/no-manifest`, `verify/manifest-unreadable`, `correct/damaged-filing`,
 * `correct/no-data`; `correct/from-data-file` and `correct/pack-changed` beside a value.
 */
export async function openFiled(received: Received, env: FiledEnv): Promise<Outcome<Filed>> {
  const { name } = received;
  const filing = wholeFiling(received);
  if ('code' in filing) return { diagnostics: [filing] };
  const { manifest, bytes, damages } = filing;
  if (damages.length > 0) return { diagnostics: [damagedFiling(name, damages)] };
  const found = (await carriedReport(manifest, received, env)) ?? dataFileReport(manifest, received, env);
  if (found?.open.report === undefined) return { diagnostics: [noData(name)] };
  const { open, diagnostics } = found;
  const isSamePack = open.pack.hash === manifest.pack.hash;
  return {
    value: { manifest, sha256: sha256([bytes]), sm3: sm3(bytes), open },
    diagnostics: isSamePack ? diagnostics : [...diagnostics, packChanged(manifest.pack.name)],
  };
}

interface Found {
  readonly open: OpenReport;
  readonly diagnostics: readonly Diagnostic[];
}

/** The report from the first published file that carries its data whole. */
async function carriedReport(
  manifest: Manifest,
  { files }: Received,
  { builtIn }: FiledEnv,
): Promise<Found | undefined> {
  for (const { path } of manifest.files.filter(({ role }) => role === 'published')) {
    const kind = carrierKind(formatOf(path) ?? '');
    const bytes = files.get(path);
    if (kind === undefined || bytes === undefined) continue;
    const carried = (await extractData(bytes, kind, path)).value;
    const bundle = carried === undefined ? undefined : readBundle(carried, path).value;
    const open = bundle === undefined ? undefined : openBundle(bundle, path, builtIn).value;
    if (open?.report !== undefined) return { open, diagnostics: [] };
  }
  return undefined;
}

function dataFileReport(manifest: Manifest, { name, files }: Received, { sources }: FiledEnv): Found | undefined {
  const path = manifest.files.find(({ role }) => role === 'data')?.path ?? '';
  const bytes = files.get(path);
  const outcome = bytes === undefined ? undefined : openReport(bytes, path, sources);
  // With an error in it, what it prints now is not what was filed.
  if (outcome?.value === undefined || hasErrors(outcome.diagnostics)) return undefined;
  return { open: outcome.value, diagnostics: [fromDataFile(name)] };
}
