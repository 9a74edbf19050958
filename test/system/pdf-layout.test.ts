import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textOfReport } from '../evidence/checks/report-text.js';
import { exampleNames, openExample, withoutSpace, writeOutput } from '../support/examples.js';
import { needs, run } from './tools.js';

const MILLIMETRE = 72 / 25.4;
const PITCH = 28.95;
const [LEFT, RIGHT] = [28 * MILLIMETRE, 184 * MILLIMETRE];
const folder = mkdtempSync(join(tmpdir(), 'nianbao-pdf-'));

async function written(name: string): Promise<string> {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, await writeOutput(openExample(name).open, 'pdf'));
  return path;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly height: number;
}

/** Boxes of words on each page, as poppler finds them. */
function boxesOf(path: string): readonly (readonly Box[])[] {
  return run('pdftotext', '-bbox', path, '-')
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/gu)].map((match) => {
        const [left = 0, top = 0, right = 0, bottom = 0] = match.slice(1).map(Number);
        return { left, right, top, height: bottom - top };
      }),
    );
}

describe.skipIf(needs('pdftotext', 'pdfinfo'))('poppler measures the PDF', () => {
  it.each(exampleNames)('R-32: %s stands on lines 28.95 pt apart and within 156 mm', async (name) => {
    const pages = boxesOf(await written(name));
    for (const { left, right } of pages.flat()) {
      expect(left).toBeGreaterThan(LEFT - 0.5);
      expect(right).toBeLessThan(RIGHT + 0.5);
    }
    // The height of a box is that of its font and size; above that of table text, the body has the most words.
    const heights = new Map<string, number>();
    const keyOf = ({ height }: Box): string => height.toFixed(1);
    for (const box of pages.flat()) {
      if (box.height > 15.75) heights.set(keyOf(box), (heights.get(keyOf(box)) ?? 0) + 1);
    }
    const [body] = [...heights].sort(([, a], [, b]) => b - a)[0] ?? [];
    let reached = 0;
    for (const boxes of pages) {
      const text = boxes.filter((box) => keyOf(box) === body);
      reached += text.filter(({ right }) => Math.abs(right - RIGHT) <= 0.5).length;
      const first = Math.min(...text.map(({ top }) => top));
      for (const { top } of text) {
        const lines = (top - first) / PITCH;
        expect(Math.abs(lines - Math.round(lines)) * PITCH, `${name} at ${top}`).toBeLessThanOrEqual(0.02);
      }
    }
    expect(reached).toBeGreaterThan(5);
  });

  it.each(exampleNames)('R-51, R-57: the structure tree of %s reads as the report', async (name) => {
    const { report } = openExample(name).open;
    if (report === undefined) throw new Error('no report');
    const tree = run('pdfinfo', '-struct-text', await written(name));
    const said = [...tree.matchAll(/^ *"(.*)"$/gmu)].map(([, text]) => text ?? '').join('');
    expect(withoutSpace(said)).toBe(withoutSpace(textOfReport(report)));
  });
});
