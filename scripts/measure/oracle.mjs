/**
 * The oracle: published reports whose faults are known, found by reading and by another program. A folder with
 * `oracle-seeds.yaml` (values and findings) and the texts it names, there or in a neighbouring folder `seeds`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const FILE = 'oracle-seeds.yaml';

/** True when a folder holds the oracle. */
export function hasOracle(folder) {
  return folder !== undefined && folder !== '' && existsSync(join(folder, FILE));
}

/** The seeds: `{seed, year, values, lines, findings, mustHold}`, lines without their line ends, `lines[0]` is line 1. */
export function readOracle(folder) {
  const { seeds } = parse(readFileSync(join(folder, FILE), 'utf8'));
  return seeds.map((seed) => ({
    seed: seed.seed,
    year: seed.report_year,
    values: seed.values,
    lines: readFileSync(textOf(folder, seed.file), 'utf8').split(/\r?\n/u),
    findings: seed.findings,
    mustHold: seed.must_hold,
  }));
}

function textOf(folder, name) {
  const places = [join(folder, name), join(folder, 'seeds', name), join(folder, '..', 'seeds', name)];
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`${name}: not beside ${FILE}, nor in a folder "seeds"`);
  return found;
}
