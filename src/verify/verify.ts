/**
 * Verifies what was received. Comes in: bytes nobody vouches for, and this program's own packs and fonts. Goes out: what holds,
 * what does not, and what was not checked, with one sentence that says it all (R-74). Never throws on what it is given.
 */
import { bundleOf } from '../bundle/bundle.js';
import { hasErrors, type Bilingual, type Diagnostic } from '../diagnostic/diagnostic.js';
import { MANIFEST_NAME, type Manifest } from '../filing/manifest.js';
import type { OpenReport } from '../pipeline.js';
import { isoDate } from '../data/date.js';
import * as findings from './findings.js';
import type { Received, VerifyEnv, VerifyPoint } from './input.js';
import { readManifest } from './read-manifest.js';
import { verifyDataFiles } from './verify-data-file.js';
import { hashFindings } from './verify-hashes.js';
import { pageFindings } from './verify-page.js';
import { publishedFiles, verifyPublished, type PublishedOutcome } from './verify-published.js';
import { verifySignatures } from './verify-signatures.js';

export interface VerifyOptions {
  /** A saved copy of the published page, under the name messages call it by. */
  readonly against?: { readonly name: string; readonly bytes: Uint8Array };
  /** The report as opened from a data file of the user's own, for files that carry no data. */
  readonly data?: OpenReport;
}

export interface VerifyOutcome {
  /** `holds`: everything that was checked agrees; `fails`: something does not; `unknown`: too little could be checked. */
  readonly verdict: 'holds' | 'fails' | 'unknown';
  /** The result in one sentence. */
  readonly sentence: Bilingual;
  readonly points: readonly VerifyPoint[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Verifies a filing or one published file. Gives `verify/…` and the findings of reading the files. */
export async function verify(received: Received, env: VerifyEnv, options: VerifyOptions = {}): Promise<VerifyOutcome> {
  const given = options.data === undefined ? undefined : bundleOf(options.data, env.generator);
  const outcome =
    received.kind === 'filing' ? await verifyFiling(received, env, given) : await verifyFile(received, env, given);
  const { against } = options;
  const page = against === undefined ? { diagnostics: [], points: [] } : verifyAgainst(against, outcome);
  return concluded(received, [...outcome.diagnostics, ...page.diagnostics], [...outcome.points, ...page.points]);
}

async function verifyFiling(received: Received, env: VerifyEnv, given?: Uint8Array): Promise<PublishedOutcome> {
  const bytes = received.files.get(MANIFEST_NAME);
  if (bytes === undefined) return { diagnostics: [findings.noManifest(received.name)], points: [] };
  const manifest = readManifest(bytes);
  if (manifest === undefined) return { diagnostics: [findings.badManifest(received.name)], points: [] };
  const signatures = verifySignatures(received.files);
  const filed = new Map([...received.files].filter(([path]) => !signatures.paths.has(path)));
  const hashes = hashFindings(manifest, filed);
  const roles = new Map(manifest.files.map((file) => [file.path, file.role]));
  const files = publishedFiles(filed).filter(({ path }) => roles.get(path) === 'published');
  const published = await verifyPublished(files, env, given, manifest.fonts === 'built-in');
  const points: VerifyPoint[] =
    hashes.length > 0
      ? []
      : [
          {
            state: 'holds',
            zh: `清单列出的 ${manifest.files.length} 个文件都在，大小、SHA-256 和 SM3 校验值都相符，没有多出的文件`,
            en: `all ${manifest.files.length} files of the manifest are there with their hashes, and no others`,
          },
        ];
  const { open, bundle } = published;
  const said = open === undefined ? [] : manifestFindings(manifest, open, bundle?.generator ?? '');
  const data = bundle === undefined ? { diagnostics: [], points: [] } : verifyDataFiles(manifest, filed, bundle, env);
  return {
    ...published,
    diagnostics: [...hashes, ...said, ...published.diagnostics, ...data.diagnostics, ...signatures.diagnostics],
    points: [...points, ...versionPoints(manifest), ...published.points, ...data.points, ...signatures.points],
  };
}

/** A correction names what it follows; that filing is not at hand and was not looked at. */
function versionPoints({ version, corrects }: Manifest): readonly VerifyPoint[] {
  if (corrects === undefined) return [];
  return [
    {
      state: 'not-checked',
      zh: `这是第 ${version} 版，更正第 ${corrects.version} 版（那一版清单的 SM3 是 ${corrects.manifest_sm3}）；第 ${corrects.version} 版不在这里，没有核对`,
      en: `this is version ${version}, a correction of version ${corrects.version} (its manifest has the SM3 ${corrects.manifest_sm3}), which was not at hand`,
    },
  ];
}

/** What the manifest says of the report, against the data that the files carry. */
function manifestFindings(manifest: Manifest, open: OpenReport, generator: string): readonly Diagnostic[] {
  const { data, pack, report } = open;
  const published = data.published === undefined ? '' : isoDate(data.published.value);
  const pairs: readonly (readonly [Bilingual, string, string])[] = [
    [{ zh: '报告标题', en: 'title' }, manifest.report.title, report?.meta.title ?? ''],
    [{ zh: '单位名称', en: 'agency' }, manifest.report.agency, report?.meta.agency ?? ''],
    [{ zh: '年度', en: 'year' }, String(manifest.report.year), String(data.year.value)],
    [{ zh: '成文日期', en: 'date' }, manifest.report.published ?? '', published],
    [
      { zh: '统一社会信用代码', en: 'credit code' },
      manifest.report.credit_code ?? '',
      data.agency.creditCode?.value ?? '',
    ],
    [{ zh: '模板', en: 'pack' }, `${manifest.pack.id} ${manifest.pack.hash}`, `${pack.id} ${pack.hash}`],
    [{ zh: '生成程序', en: 'program' }, manifest.generator, generator],
  ];
  return pairs.flatMap(([what, said, is]) => (said === is ? [] : [findings.manifestDiffers(what, said, is)]));
}

async function verifyFile(received: Received, env: VerifyEnv, given?: Uint8Array): Promise<PublishedOutcome> {
  const files = publishedFiles(received.files);
  if (files.length === 0) return { diagnostics: [findings.unknownKind(received.name)], points: [] };
  return verifyPublished(files, env, given);
}

function verifyAgainst(
  against: { readonly name: string; readonly bytes: Uint8Array },
  { open }: PublishedOutcome,
): { readonly diagnostics: readonly Diagnostic[]; readonly points: readonly VerifyPoint[] } {
  if (open?.report === undefined) return { diagnostics: [], points: [] };
  const diagnostics = pageFindings(against.bytes, against.name, open.report, open.pack);
  const point: VerifyPoint = {
    state: 'holds',
    zh: `网页“${against.name}”上有报告的全部表格和文字，各格一致`,
    en: `the page "${against.name}" shows all tables and words of the report`,
  };
  return { diagnostics, points: diagnostics.length === 0 ? [point] : [] };
}

function concluded(
  received: Received,
  diagnostics: readonly Diagnostic[],
  points: readonly VerifyPoint[],
): VerifyOutcome {
  const what = received.kind === 'filing' ? { zh: '报送件', en: 'filing' } : { zh: '文件', en: 'file' };
  const name = { zh: `“${received.name}”`, en: `"${received.name}"` };
  const failures = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (hasErrors(diagnostics)) {
    return {
      verdict: 'fails',
      sentence: {
        zh: `不一致：${what.zh}${name.zh}有 ${failures} 处与它所带的数据或清单不符，详见下面。`,
        en: `Does not hold: the ${what.en} ${name.en} differs from its data or manifest in ${failures} places.`,
      },
      points,
      diagnostics,
    };
  }
  const unchecked = points.filter(({ state }) => state === 'not-checked').length;
  if (!points.some(({ state }) => state === 'holds')) {
    return {
      verdict: 'unknown',
      sentence: {
        zh: `无法核验：${what.zh}${name.zh}里没有可以用来核对的数据。`,
        en: `Cannot be verified: the ${what.en} ${name.en} carries nothing to compare with.`,
      },
      points,
      diagnostics,
    };
  }
  return {
    verdict: 'holds',
    sentence: {
      zh: `一致：${what.zh}${name.zh}的内容与它所带的数据一致${unchecked === 0 ? '' : `；有 ${unchecked} 点没有检查，见下面`}。`,
      en: `Holds: the ${what.en} ${name.en} says what its data say${unchecked === 0 ? '' : `; ${unchecked} points were not checked`}.`,
    },
    points,
    diagnostics,
  };
}
