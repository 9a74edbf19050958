import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellSpecs, type CellSpec } from '../../../src/pack/cells.js';
import type { RuleSpec, TemplatePack } from '../../../src/pack/types.js';
import { openReport } from '../../../src/pipeline.js';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { nameExpressions } from '../../../src/rule/operands.js';
import { placesOf } from '../../../src/validate/scope.js';
import { builtInPack } from '../../support/pack-files.js';
import { figureText, randomReport, type RandomReport } from '../../support/random-report.js';
import { templatePack } from '../../support/template-pack.js';

const packs = [
  'cn-2014',
  'cn-2014-shanghai',
  'cn-2014-zhejiang',
  'cn-2014-hunan',
  'cn-2014-shandong',
  'cn-2019',
  'cn-2021',
] as const;

/** Fixed, so that every run tries the same files; change them to look further. */
const SEED = 20_261_122;
const RUNS = 40;

function check(text: string, pack: TemplatePack): readonly Diagnostic[] {
  const outcome = openReport(new TextEncoder().encode(text), 'report.yaml', {
    pack: (reference) => {
      const found = builtInPack(reference);
      return found === undefined
        ? undefined
        : { ...found, loaded: () => ({ value: pack, diagnostics: [], sources: new Map() }) };
    },
    profile: () => undefined,
    previous: () => undefined,
    image: () => undefined,
  });
  return outcome.diagnostics;
}

/** An equality of the form at one place: the cells on its two sides. */
interface Equality {
  readonly rule: RuleSpec;
  readonly left: readonly CellSpec[];
  readonly right: readonly CellSpec[];
}

function equalitiesOf(pack: TemplatePack): readonly Equality[] {
  return pack.rules.flatMap((rule) => {
    const { test } = rule;
    if (test?.type !== 'comparison' || test.operator !== '==' || rule.crossYear) return [];
    const places = placesOf(rule.scope, pack);
    if ('error' in places) throw new Error(`${rule.id}: ${places.error.en}`);
    return places
      .map((place) => ({
        rule,
        left: nameExpressions(test.left).flatMap((name) => place.cells(name) ?? []),
        right: nameExpressions(test.right).flatMap((name) => place.cells(name) ?? []),
      }))
      .filter(({ left, right }) => left.length > 0 && right.length > 0);
  });
}

/** Findings and those folded under them. */
function all(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.flatMap((diagnostic) => [diagnostic, ...all(diagnostic.folded ?? [])]);
}

/** Numbers of a file, so that a failure shows what differs from the right one. */
const shown = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ code, message }) => `${code} ${message.zh}`);

describe('a random report whose figures balance', () => {
  it.each(packs)('has no error, and no rule on figures speaks (%s)', (id) => {
    const pack = templatePack(id);
    const rules = new Set(pack.rules.filter(({ test }) => test !== undefined).map((rule) => rule.id));
    fc.assert(
      fc.property(randomReport(pack), ({ text }) => {
        const found = check(text, pack);
        const loud = all(found).filter(
          ({ severity, code }) => severity === 'error' || code.startsWith('data/') || rules.has(code),
        );
        expect(shown(loud)).toEqual([]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

/** A report with one figure changed that some equality covers. */
interface Changed {
  readonly report: RandomReport;
  readonly equality: Equality;
  readonly cell: CellSpec;
  readonly text: string;
}

function changedReport(pack: TemplatePack): fc.Arbitrary<Changed> {
  const equalities = equalitiesOf(pack);
  return fc
    .record({
      report: randomReport(pack),
      equality: fc.constantFrom(...equalities),
      which: fc.nat({ max: 1000 }),
      by: fc.integer({ min: 1, max: 300 }),
    })
    .map(({ report, equality, which, by }) => {
      const cells = [...equality.left, ...equality.right];
      const cell = cells[which % cells.length] ?? cells[0];
      if (cell === undefined) throw new Error(`${equality.rule.id} covers nothing`);
      const before = Number.parseFloat(report.figures.get(cell.address) ?? '0');
      const after = which % 2 === 0 && before >= by ? before - by : before + by;
      const figures = new Map(report.figures).set(cell.address, figureText(cell, after));
      return { report, equality, cell, text: report.withFigures(figures) };
    });
}

describe('one figure changed that an equality covers, totals typed', () => {
  it.each(packs)('is reported at that cell or its sum every time (%s)', (id) => {
    const pack = templatePack(id);
    fc.assert(
      fc.property(changedReport(pack), ({ equality, cell, text }) => {
        const sums = equality.left.length === 1 ? equality.left : [...equality.left, ...equality.right];
        const near = new Set([cell, ...sums].map(({ address }) => address));
        const found = all(check(text, pack)).filter(({ severity }) => severity !== 'info');
        const told = found.filter(({ cells = [] }) => cells.some((address) => near.has(address)));
        expect(shown(told), shown(found).join('\n')).not.toEqual([]);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });

  it.each(packs)('the equalities of %s cover the cells they should', (id) => {
    const covered = new Set(equalitiesOf(templatePack(id)).flatMap(({ left, right }) => [...left, ...right]));
    expect(covered.size).toBeGreaterThan(30);
    expect(cellSpecs(templatePack(id)).byAddress.size).toBeGreaterThanOrEqual(covered.size);
  });
});
