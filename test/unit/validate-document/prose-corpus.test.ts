import { describe, expect, it } from 'vitest';
import { faultsOf, proseCases, proseFiles } from '../../support/prose-cases.js';

const cases = proseFiles.flatMap((file) => proseCases(file));

/** Sentences of ours, labelled before the checks were written: what is wrong is told, what is right stays silent. */
describe.each(proseFiles)('R-16: %s', (file) => {
  it.each(proseCases(file).map((item) => [item.name, item] as const))('%s', (_, item) => {
    expect(faultsOf(item), item.why).toEqual([]);
  });
});

describe('the labelled sentences', () => {
  it('are many, with names of their own, and most of them correct', () => {
    expect(cases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    expect(cases.filter((item) => item.expect.length === 0).length / cases.length).toBeGreaterThanOrEqual(0.6);
  });
});
