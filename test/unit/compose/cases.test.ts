import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { positionOf, sourceText } from '../../../src/source/source.js';
import { dump } from '../../../src/report/dump.js';
import { gridOf } from '../../../src/report/grid.js';
import { composeYaml } from './composing.js';

const folder = 'test/cases/compose';

/** Tree and findings of a case, as its golden holds them. */
function resultOf(name: string): { readonly tree: string; readonly grids: readonly string[] } {
  const { report, diagnostics, text } = composeYaml(readFileSync(join(folder, name, 'input.yaml'), 'utf8'));
  const source = sourceText('report.yaml', text);
  const findings = diagnostics.map((d) => {
    const at = d.range?.file === 'report.yaml' ? positionOf(source, d.range.start) : undefined;
    return `${at === undefined ? '-' : `${at.line}:${at.column}`} ${d.severity} ${d.code} ${d.message.zh}`;
  });
  const grids = report.children.flatMap((block) =>
    block.type === 'table' ? gridOf(block).diagnostics.map((d) => d.message.zh) : [],
  );
  return { tree: [dump(report), ...findings.map((line) => `${line}\n`)].join(''), grids };
}

describe('compose: golden trees', () => {
  const names = readdirSync(folder).sort();

  it('has cases', () => {
    expect(names.length).toBeGreaterThan(5);
  });

  it.each(names)('%s', (name) => {
    const golden = join(folder, name, 'tree.txt');
    const { tree, grids } = resultOf(name);
    if (process.env['UPDATE'] === '1' && process.env['CI'] === undefined) writeFileSync(golden, tree);
    expect(existsSync(golden), `missing golden ${golden}`).toBe(true);
    expect(tree).toBe(readFileSync(golden, 'utf8'));
    expect(grids).toEqual([]);
  });
});
