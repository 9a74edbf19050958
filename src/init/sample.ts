import { compose } from '../compose/compose.js';
import { readData } from '../data/read.js';
import type { Outcome } from '../diagnostic/diagnostic.js';
import { load } from '../load/load.js';
import type { TemplatePack } from '../pack/types.js';
import type { Report } from '../report/tree.js';
import { computeFigures } from '../validate/compute.js';
import { newDataFile } from './data-file.js';

/** A report made of a pack alone, every figure 0, so that an office can look at its form before there is data. */
export function sampleReport(pack: TemplatePack): Outcome<Report> {
  const year = pack.years.until ?? pack.years.from;
  const loaded = load(new TextEncoder().encode(newDataFile(pack, year, { filler: '0' })), `${pack.id}.yaml`);
  if (loaded.value === undefined) return { diagnostics: loaded.diagnostics };
  const read = readData(loaded.value, pack);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  return compose(read.value, computeFigures(read.value, pack), pack, { draft: false, images: () => undefined });
}
