import { describe, expect, it } from 'vitest';
import { changedRuns } from '../../../src/edit/sequence.js';

const runs = (before: string, after: string) =>
  changedRuns([...before], [...after], (item) => item).map((run) => `${run.before.join('')}>${run.after.join('')}`);

describe('changed runs of two lists', () => {
  it.each([
    ['abc', 'abc', []],
    ['abc', 'axc', ['b>x']],
    ['abc', 'ac', ['b>']],
    ['ac', 'abc', ['>b']],
    ['abcdef', 'axcdyf', ['b>x', 'e>y']],
    ['', 'ab', ['>ab']],
    ['ab', '', ['ab>']],
  ])('%s to %s', (before, after, expected) => {
    expect(runs(before, after)).toEqual(expected);
  });

  it('gives the items themselves where only their keys are compared', () => {
    const [run, ...more] = changedRuns(
      [
        { key: 'a', n: 1 },
        { key: 'b', n: 2 },
      ],
      [
        { key: 'a', n: 3 },
        { key: 'c', n: 4 },
      ],
      ({ key }) => key,
    );
    expect(run).toEqual({ before: [{ key: 'b', n: 2 }], after: [{ key: 'c', n: 4 }] });
    expect(more).toEqual([]);
  });

  it('takes lists that differ everywhere as wholly different, at once', () => {
    const [before, after] = ['a', 'b'].map((side) => Array.from({ length: 6000 }, (_, index) => `${side}${index}`));
    const start = process.cpuUsage();
    const [run] = changedRuns(before ?? [], after ?? [], (item) => item);
    const { user } = process.cpuUsage(start);
    expect(run?.before).toHaveLength(6000);
    expect(run?.after).toHaveLength(6000);
    expect(user / 1000).toBeLessThan(5000);
  });
});
