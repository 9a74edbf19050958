import { describe, expect, it } from 'vitest';
import { measure, type Judged } from '../../scripts/measure/measure.mjs';
import { hasOracle } from '../../scripts/measure/oracle.mjs';
import { diskSources, openReport } from '../../src/index.js';

/** Folder of published reports whose faults are known; not part of the project. */
const folder = process.env['NIANBAO_ORACLE'];
if (!hasOracle(folder)) process.stdout.write('skipped: NIANBAO_ORACLE names no folder with the oracle\n');

/** Data files of the seeds as they were published, judged by a mapping written apart from the checks. */
describe.skipIf(!hasOracle(folder))('R-13, R-15, R-16: findings on published reports', () => {
  let known: Judged | undefined;
  const judged = (): Judged =>
    (known ??= measure(folder ?? '', (bytes, name) => openReport(bytes, name, diskSources(name))));

  it('every finding that has to be found is found', () => {
    const missed = judged().findings.filter(({ required, state }) => required && state === 'missed');
    expect(missed.map(({ id, why }) => `${id}: ${why ?? ''}`)).toEqual([]);
  });

  it('most of what a program can see is found', () => {
    const seen = judged().findings.filter(({ state }) => state !== 'unseen');
    expect(seen.filter(({ state }) => state === 'found').length / seen.length).toBeGreaterThan(0.75);
  });

  it('nothing that holds is denied', () => {
    const denied = judged().holds.filter(({ against }) => against.length > 0);
    expect(
      denied.map(({ seed, text, against }) => `${seed} ${text}: ${against.map(({ zh }) => zh).join(' ')}`),
    ).toEqual([]);
  });

  it('few messages on the text lack a reason', () => {
    const { alarms } = judged();
    const wrong = alarms
      .filter(({ state }) => state === 'false')
      .map(({ seed, message }) => `${seed} ${message.code}: ${message.zh}`);
    expect(wrong.length / alarms.length, wrong.join('\n')).toBeLessThan(0.1);
  });
});
