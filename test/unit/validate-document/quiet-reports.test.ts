import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { diskSources, openReport } from '../../../src/index.js';
import { changedFigures } from '../../../scripts/measure/changed-figures.mjs';

const folder = 'test/fixtures/prose/quiet';

/** Whole reports of ours in the manner of a county, a township, a city bureau and a ministry, correct from end to end. */
describe('R-16: a correct report gets no warning', () => {
  it.each(readdirSync(folder).sort())('%s', (name) => {
    const path = join(folder, name);
    const { value, diagnostics } = openReport(readFileSync(path), path, diskSources(path));
    expect(value?.report).toBeDefined();
    const loud = diagnostics.filter(({ severity }) => severity !== 'info');
    expect(loud.map((d) => `${d.code} ${(d.cells ?? []).join(' ')}: ${d.message.zh}`)).toEqual([]);
  });
});

/** The same reports with one figure of the text changed, about a hundred times. */
describe('R-16: a figure that contradicts the rest of the report', () => {
  it('is noticed four times of five at least', () => {
    const { all, missed } = changedFigures((bytes, name) => openReport(bytes, name, diskSources(name)));
    expect(1 - missed.length / all, missed.join('\n')).toBeGreaterThanOrEqual(0.8);
  });
});
