/** A small filing made of an opened report, before and beside the command that makes real ones. */
import { MANIFEST_NAME, manifestBytes, manifestFile, type Manifest } from '../../src/filing/manifest.js';
import { builtInFonts, createFontSet } from '../../src/index.js';
import { writeOutputs } from '../../src/output/outputs.js';
import type { OpenReport } from '../../src/pipeline.js';

const fonts = createFontSet(builtInFonts()).value;
if (fonts === undefined) throw new Error('no fonts');

export const filingEnv = { fonts, generator: 'nianbao test' };

/** Files of the filing by path; `change` alters the manifest before it is written. */
export async function smallFiling(
  open: OpenReport,
  formats: readonly string[],
  change: (manifest: Manifest) => Manifest = (manifest) => manifest,
): Promise<Map<string, Uint8Array>> {
  const written = await writeOutputs(open, { formats, env: filingEnv, embed: true, verify: false });
  if (written.value === undefined) throw new Error(JSON.stringify(written.diagnostics));
  const files = new Map(written.value.map(({ name, bytes }) => [name, bytes]));
  const { pack, data, report } = open;
  const manifest: Manifest = {
    nianbao_manifest: '1',
    report: {
      title: report?.meta.title ?? '',
      agency: report?.meta.agency ?? '',
      year: data.year.value,
      ...(report === undefined || data.published === undefined ? {} : { published: report.meta.date }),
    },
    version: 1,
    generator: filingEnv.generator,
    pack: { id: pack.id, name: pack.name, edition: pack.edition, hash: pack.hash },
    fonts: 'built-in',
    check: { result: '合格', errors: 0, warnings: 0, infos: 0, findings: [] },
    files: written.value.map(({ name, mediaType, bytes }) => manifestFile(name, 'published', mediaType, bytes)),
  };
  return files.set(MANIFEST_NAME, manifestBytes(change(manifest)));
}
