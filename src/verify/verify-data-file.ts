/** The office's full data file in a filing against the public data that its published files carry. */
import { bundleOf } from '../bundle/bundle.js';
import { openBeside, readBundle, type Bundle } from '../bundle/open-bundle.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Manifest } from '../filing/manifest.js';
import * as findings from './findings.js';
import type { VerifyEnv, VerifyPoint } from './input.js';
import { sameBytes } from '../bytes/compare.js';

/** Compares each data file of the manifest; comments, waivers and 办理 are its own and are not compared. */
export function verifyDataFiles(
  manifest: Manifest,
  files: ReadonlyMap<string, Uint8Array>,
  bundle: Bundle,
  env: VerifyEnv,
): { readonly diagnostics: readonly Diagnostic[]; readonly points: readonly VerifyPoint[] } {
  const diagnostics: Diagnostic[] = [];
  const points: VerifyPoint[] = [];
  for (const { path, role } of manifest.files) {
    const bytes = files.get(path);
    if (role !== 'data' || bytes === undefined) continue;
    if (bundle.images.size > 0) {
      points.push({
        state: 'not-checked',
        zh: `数据文件“${path}”没有与公开文件所带的数据比较：正文里有图片，图片的名称不公开`,
        en: `the data file "${path}" was not compared with the published data: its images go by other names`,
      });
      continue;
    }
    const open = openBeside(bytes, bundle, path, env.builtIn).value;
    const again = open === undefined ? undefined : readBundle(bundleOf(open, bundle.generator), path).value;
    if (again === undefined || !sameBytes(again.dataFile, bundle.dataFile)) {
      diagnostics.push(findings.dataFileDiffers(path));
      continue;
    }
    points.push({
      state: 'holds',
      zh: `数据文件“${path}”里公开的部分与公开文件所带的数据一致`,
      en: `the public part of the data file "${path}" is what the published files carry`,
    });
  }
  return { diagnostics, points };
}
