import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, it } from 'vitest';
import { dump } from '../../../src/report/dump.js';
import type { Report } from '../../../src/report/tree.js';
import { htmlFragmentWriter, htmlWriter, HTML_DATA_ID } from '../../../src/write/html/html-writer.js';
import type { WriteEnv } from '../../../src/write/writer.js';
import { exampleNames, expectedTables, openExample, withoutSpace, writeOutput } from '../../support/examples.js';
import { officialStyle } from '../../support/page-style.js';
import { everything, tinted } from '../../support/pdf-everything.js';
import { body, builtInFonts, report } from '../../support/pdf-fixtures.js';
import { elementsNamed, readHtmlTables, textOfHtml } from '../../support/read-html.js';

type Node = DefaultTreeAdapterTypes.Node;

const env: WriteEnv = { fonts: builtInFonts(), generator: 'test' };

async function page(tree: Report, more: Partial<WriteEnv> = {}): Promise<string> {
  const { value } = await htmlWriter.write(tree, tinted(officialStyle), { ...env, ...more });
  return new TextDecoder().decode(value);
}

async function fragment(tree: Report): Promise<string> {
  const { value } = await htmlFragmentWriter.write(tree, officialStyle, env);
  return new TextDecoder().decode(value);
}

function attributesOf(node: Node): readonly string[] {
  return 'attrs' in node ? node.attrs.map(({ name }) => name) : [];
}

describe('HTML outputs', () => {
  it.each(exampleNames)('%s: page and fragment hold every cell of the statutory tables', async (name) => {
    const { open } = openExample(name);
    for (const format of ['html', 'html-fragment']) {
      const html = new TextDecoder().decode(await writeOutput(open, format));
      const tables = readHtmlTables(format === 'html' ? parse(html) : parseFragment(html));
      expect(tables.length).toBe(expectedTables(name).length);
      for (const [index, { cells }] of expectedTables(name).entries()) {
        const shown = tables[index]?.cells.map((row) => row.map((cell) => (cell === null ? null : withoutSpace(cell))));
        expect(shown).toEqual(cells.map((row) => row.map((cell) => (cell === null ? null : withoutSpace(cell)))));
      }
    }
  });

  it('says the same words as the tree, in the same order', async () => {
    for (const name of exampleNames) {
      const { open } = openExample(name);
      if (open.report === undefined) throw new Error(name);
      const html = parse(new TextDecoder().decode(await writeOutput(open, 'html')));
      const main = elementsNamed(html, 'main')[0];
      const shown = withoutSpace(textOfHtml(main, ['caption']));
      const quoted = [...dump(open.report).matchAll(/“([^”]*)”/gu)].map(([, text]) => withoutSpace(text ?? ''));
      let at = 0;
      const missing = quoted.filter((text) => {
        const found = shown.indexOf(text, at);
        if (found >= 0) at = found;
        return found < 0;
      });
      expect(missing, name).toEqual([]);
    }
  });

  it('gives heads their scope and each part of table two its own body', async () => {
    const { open } = openExample('city-2024');
    const html = parse(new TextDecoder().decode(await writeOutput(open, 'html')));
    const heads = elementsNamed(html, 'th');
    expect(heads.length).toBeGreaterThan(60);
    expect(heads.filter((head) => !attributesOf(head).includes('scope'))).toEqual([]);
    const tableTwo = elementsNamed(html, 'table').find((table) => textOfHtml(table, []).includes('第二十条'));
    expect(elementsNamed(tableTwo, 'tbody').length).toBe(4);
  });

  it('never lets text of the report become markup, close the data block or run', async () => {
    const hostile = '<script>alert(1)</script>&amp;"\'<img src=x onerror=alert(1)>';
    const bytes = new TextEncoder().encode(JSON.stringify({ text: '</script><script>alert(2)</script>' }));
    const embedded = { name: 'd.json', mediaType: 'application/json', description: 'd', bytes };
    const tree = report([body(hostile)], { title: hostile, agency: hostile });
    const document = parse(await page(tree, { embedded }));
    const scripts = elementsNamed(document, 'script');
    expect(scripts.map((script) => ('attrs' in script ? script.attrs.map(({ value }) => value) : []))).toEqual([
      ['application/json', HTML_DATA_ID],
    ]);
    expect(JSON.parse(textOfHtml(scripts[0], []))).toEqual({ text: '</script><script>alert(2)</script>' });
    expect(elementsNamed(document, 'img')).toEqual([]);
    expect(textOfHtml(elementsNamed(document, 'main')[0], [])).toContain(hostile);
  });

  it('loads nothing from outside and has no script without data', async () => {
    const html = await page(everything());
    expect(elementsNamed(parse(html), 'script')).toEqual([]);
    expect(elementsNamed(parse(html), 'link')).toEqual([]);
    expect(html).not.toMatch(/@import|url\(/u);
    expect(html).toContain("default-src 'none'");
  });

  it('the fragment stands on elements and table attributes alone', async () => {
    const nodes = elementsNamed(parseFragment(await fragment(everything())), '*');
    expect(nodes.length).toBeGreaterThan(50);
    expect(
      nodes.filter((node) => attributesOf(node).some((name) => /^(?:class|style|id|data-|on)/u.test(name))),
    ).toEqual([]);
    const names = new Set(nodes.map((node) => node.nodeName));
    expect(
      [...names].filter((name) => ['style', 'script', 'link', 'head', 'meta', 'div', 'ul'].includes(name)),
    ).toEqual([]);
    expect(names.has('h1')).toBe(false);
  });

  it('marks a draft at its head and keeps the literal markers of lists', async () => {
    const tree = everything();
    const html = await page({ ...tree, meta: { ...tree.meta, draftMark: '草稿' } });
    expect(html).toContain('<p class="draft">草稿</p>');
    expect(await fragment({ ...tree, meta: { ...tree.meta, draftMark: '草稿' } })).toMatch(/^<p align="center">草稿/u);
  });
});
