import { readFileSync } from 'node:fs';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleNames, expectedTables, openExample, withoutSpace, writeOutput } from '../support/examples.js';
import type { ReadTable } from '../support/read-docx.js';
import { needs, run } from './tools.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-html-'));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const skip = needs('chromium');
let browser: Browser;

beforeAll(async () => {
  if (skip) return;
  browser = await chromium.launch({
    executablePath: run('sh', '-c', 'command -v chromium').trim(),
    args: ['--no-sandbox', '--disable-quic', '--disable-background-networking'],
  });
});

afterAll(async () => {
  if (!skip) await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

async function written(name: string, format: 'html' | 'html-fragment'): Promise<string> {
  const path = join(folder, `${name}.${format}.html`);
  const html = new TextDecoder().decode(await writeOutput(openExample(name).open, format));
  const whole =
    format === 'html'
      ? html
      : `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>文章</title></head><body><main><h1>文章</h1>${html}</main></body></html>`;
  writeFileSync(path, whole);
  return pathToFileURL(path).href;
}

/** Tables by where their cells are drawn: rows of texts from left to right. Runs in the browser. */
function shownTables(): { text: string; x: number; y: number; width: number }[][] {
  return [...document.querySelectorAll('table')].map((table) =>
    [...table.querySelectorAll('th, td')].map((cell) => {
      const { x, y, width } = cell.getBoundingClientRect();
      return { text: (cell as HTMLElement).innerText, x: Math.round(x), y: Math.round(y), width };
    }),
  );
}

/** Texts of a table's cells in the order in which the eye meets where they start. */
function inReadingOrder(cells: readonly { readonly text: string; readonly x: number; readonly y: number }[]): string[] {
  return [...cells].sort((a, b) => a.y - b.y || a.x - b.x).map(({ text }) => withoutSpace(text));
}

function expectedOrder(cells: ReadTable): string[] {
  return cells.flatMap((row) => row.filter((cell): cell is string => cell !== null).map(withoutSpace));
}

describe.skipIf(skip)('HTML in a real browser', () => {
  it.each(exampleNames)('%s: tables as shown equal the data, in the page and in the fragment', async (name) => {
    for (const format of ['html', 'html-fragment'] as const) {
      const page = await browser.newPage({ viewport: { width: 1100, height: 1400 } });
      await page.goto(await written(name, format));
      const shown = await page.evaluate(shownTables);
      expect(shown.map(inReadingOrder)).toEqual(expectedTables(name).map(({ cells }) => expectedOrder(cells)));
      expect(shown.flat().filter(({ width }) => width < 8)).toEqual([]);
      await page.close();
    }
  });

  it.each(exampleNames)('%s: axe finds nothing', async (name) => {
    for (const format of ['html', 'html-fragment'] as const) {
      const page = await browser.newPage();
      await page.goto(await written(name, format));
      // The page's own policy forbids scripts in it; the tool runs beside it.
      const found = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
        `${axe}; axe.run(document)`,
      );
      expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      await page.close();
    }
  });

  it('axe sees a fault where there is one', async () => {
    const page = await browser.newPage();
    await page.setContent('<html lang="zh-CN"><title>x</title><main><h1>x</h1><img src="data:,"></main></html>');
    const found = await page.evaluate<{ violations: { id: string }[] }>(`${axe}; axe.run(document)`);
    expect(found.violations.map(({ id }) => id)).toContain('image-alt');
    await page.close();
  });

  it('asks the network for nothing, and prints on A4 with no table cut at the edge', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const url = await written('city-2024', 'html');
    await page.goto(url);
    expect(asked).toEqual([url]);
    const pdf = join(folder, 'printed.pdf');
    await page.pdf({ path: pdf, preferCSSPageSize: true });
    await page.close();
    expect(run('pdfinfo', pdf)).toMatch(/Page size:\s+59\d\.\d+ x 84\d\.\d+ pts \(A4\)/u);
    // 28 mm and 26 mm margins: every word lies between them.
    const words = [...run('pdftotext', '-bbox', pdf, '-').matchAll(/xMin="([\d.]+)"[^>]*xMax="([\d.]+)"/gu)];
    expect(words.length).toBeGreaterThan(300);
    expect(words.filter(([, left, right]) => Number(left) < 78 || Number(right) > 523).length).toBe(0);
  });

  it('the fragment still stands when a site takes out style, class and head', async () => {
    const page = await browser.newPage({ viewport: { width: 1100, height: 1400 } });
    await page.goto(await written('city-2024', 'html-fragment'));
    const before = await page.evaluate(shownTables);
    await page.evaluate(() => {
      document.querySelectorAll('*').forEach((node) => {
        ['style', 'class', 'id'].forEach((name) => {
          node.removeAttribute(name);
        });
      });
      document.head.querySelectorAll('style').forEach((node) => {
        node.remove();
      });
    });
    expect(await page.evaluate(shownTables)).toEqual(before);
    await page.close();
  });
});
