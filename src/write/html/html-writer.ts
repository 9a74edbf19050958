/**
 * The HTML writers: a page of its own that carries everything with it, and a fragment for pasting into a site's editor.
 * Comes in: Report and PageStyle. Goes out: UTF-8 bytes, the same for the same input. No script runs in either; the page may
 * hold one inert block of data.
 */
import type { Outcome } from '../../diagnostic/diagnostic.js';
import type { PageStyle } from '../../report/style.js';
import type { Report } from '../../report/tree.js';
import type { EmbeddedData, WriteEnv, Writer } from '../writer.js';
import { blockHtml } from './blocks.js';
import { fragmentDialect, pageDialect } from './dialect.js';
import { element, escapeText, voidElement } from './markup.js';
import { styleSheet } from './style-sheet.js';

/** Id of the block of data in the page. */
export const HTML_DATA_ID = 'nianbao-data';

export const htmlWriter: Writer = {
  format: 'html',
  mediaType: 'text/html',
  extension: 'html',
  write: (report, style, env) => Promise.resolve(asOutcome(pageHtml(report, style, env))),
};

export const htmlFragmentWriter: Writer = {
  format: 'html-fragment',
  mediaType: 'text/html',
  extension: 'fragment.html',
  write: (report) => Promise.resolve(asOutcome(fragmentHtml(report))),
};

function asOutcome(html: string): Outcome<Uint8Array> {
  return { value: new TextEncoder().encode(html), diagnostics: [] };
}

function pageHtml(report: Report, style: PageStyle, { generator, embedded }: WriteEnv): string {
  const { meta } = report;
  const named = (name: string, content: string): string => voidElement('meta', { name, content });
  const head = [
    voidElement('meta', { charset: 'utf-8' }),
    // Nothing is loaded and no script runs, whatever text the report holds.
    voidElement('meta', {
      'http-equiv': 'Content-Security-Policy',
      content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
    }),
    voidElement('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, escapeText(meta.title)),
    named('author', meta.agency),
    named('description', meta.subject),
    named('date', meta.date),
    named('generator', generator),
    element('style', {}, styleSheet(style)),
  ].join('\n');
  const draft = meta.draftMark === undefined ? [] : [element('p', { class: 'draft' }, escapeText(meta.draftMark))];
  const blocks = report.children.map((block) => blockHtml(block, pageDialect));
  const main = element('main', {}, `\n${[...draft, ...blocks].join('\n')}\n`);
  const data = embedded === undefined ? '' : `\n${dataBlock(embedded)}`;
  const html = element('html', { lang: report.lang }, `\n<head>\n${head}\n</head>\n<body>\n${main}${data}\n</body>\n`);
  return `<!DOCTYPE html>\n${html}\n`;
}

function fragmentHtml(report: Report): string {
  const { draftMark } = report.meta;
  const draft = draftMark === undefined ? [] : [element('p', { align: 'center' }, escapeText(draftMark))];
  const blocks = report.children.map((block) => blockHtml(block, fragmentDialect)).filter((html) => html !== '');
  return `${[...draft, ...blocks].join('\n')}\n`;
}

/** Data that no browser runs or shows; `<` is written as JSON may write it, so that the block cannot be closed from inside. */
function dataBlock({ bytes, mediaType }: EmbeddedData): string {
  const json = new TextDecoder().decode(bytes).replace(/</gu, '\\u003c');
  return `<script type="${mediaType}" id="${HTML_DATA_ID}">\n${json}</script>`;
}
