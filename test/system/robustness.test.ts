import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { damaged } from '../support/damage.js';
import { exampleNames } from '../support/examples.js';
import { keptSources, stands } from '../support/robust.js';

const DAMAGES = 5000;

describe('R-70: a damaged file gives a value or findings, never an exception', () => {
  it('every prefix of a valid file, byte by byte', { timeout: 1_200_000 }, () => {
    const path = 'examples/hengyang-2016/report.yaml';
    const bytes = readFileSync(path);
    const sources = keptSources(path);
    let tried = 0;
    for (; tried <= bytes.length; tried++) stands(bytes.subarray(0, tried), path, `${tried} bytes`, sources);
    expect(tried).toBe(bytes.length + 1);
  });

  it(`${DAMAGES} damages`, { timeout: 1_200_000 }, () => {
    const examples = exampleNames.map((name) => {
      const path = `examples/${name}/report.yaml`;
      return { path, bytes: readFileSync(path), sources: keptSources(path) };
    });
    let tried = 0;
    for (let seed = 0; seed < DAMAGES; seed++) {
      const example = examples[seed % examples.length];
      if (example === undefined) continue;
      stands(damaged(example.bytes, 1000 + seed), example.path, `seed ${seed}`, example.sources);
      tried += 1;
    }
    expect(tried).toBe(DAMAGES);
  });
});
