import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { damaged } from '../../support/damage.js';
import { exampleNames } from '../../support/examples.js';
import { keptSources, stands } from '../../support/robust.js';

/** The second suite tries every prefix and 5,000 damages (test/system/robustness.test.ts). */
const PREFIXES = 25;
const DAMAGES = 25;

describe.each(exampleNames)('R-70: a damaged file gives a value or findings, never an exception: %s', (name) => {
  const path = `examples/${name}/report.yaml`;
  const bytes = readFileSync(path);
  const sources = keptSources(path);

  it('cut off anywhere', () => {
    const step = Math.ceil(bytes.length / PREFIXES);
    let tried = 0;
    for (let end = 0; end <= bytes.length; end += step, tried++)
      stands(bytes.subarray(0, end), path, `${end} bytes`, sources);
    expect(tried).toBeGreaterThan(PREFIXES / 2);
  });

  it('damaged anyhow', () => {
    let seed = 0;
    for (; seed < DAMAGES; seed++) stands(damaged(bytes, seed), path, `seed ${seed}`, sources);
    expect(seed).toBe(DAMAGES);
  });
});
