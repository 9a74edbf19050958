/**
 * Measures the checks on published reports whose faults are known: what they find, what they miss, what they say without
 * reason. Prints "skipped" where the reports are not there. Needs `npm run build`.
 *
 *   node scripts/measure-checks.mjs --oracle DIR             every finding, message and count
 *   node scripts/measure-checks.mjs --oracle DIR --markdown  the measured part of docs/checks-measured.md, written into it
 *
 * DIR may also come from NIANBAO_ORACLE. Exit: 0; 1 when a required finding is missed or something that holds is denied.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { changedFigures } from './measure/changed-figures.mjs';
import { measure } from './measure/measure.mjs';
import { hasOracle } from './measure/oracle.mjs';
import { asMarkdown, asText, summary } from './measure/print.mjs';

const DOCUMENT = fileURLToPath(new URL('../docs/checks-measured.md', import.meta.url));
const START = '<!-- measured -->';
const END = '<!-- /measured -->';

const { values } = parseArgs({
  options: {
    oracle: { type: 'string' },
    markdown: { type: 'boolean', default: false },
    // another build of the library, for trying a change
    library: { type: 'string' },
  },
});
const folder = values.oracle ?? process.env['NIANBAO_ORACLE'];
if (!hasOracle(folder)) {
  console.log('skipped: no oracle (--oracle DIR or NIANBAO_ORACLE)');
  process.exit(0);
}
const library =
  values.library === undefined ? new URL('../dist/index.js', import.meta.url) : pathToFileURL(values.library);
const { diskSources, openReport } = await import(library.href);
const open = (bytes, name) => openReport(bytes, name, diskSources(name));
const judged = { ...measure(folder, open), changed: changedFigures(open) };
if (values.markdown) {
  const text = readFileSync(DOCUMENT, 'utf8');
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`${DOCUMENT}: no place between ${START} and ${END}`);
  writeFileSync(DOCUMENT, `${text.slice(0, start + START.length)}\n\n${asMarkdown(judged)}\n${text.slice(end)}`);
}
console.log(asText(judged));
const { required, holds } = summary(judged);
if (required.found < required.all || holds.contradicted > 0) process.exitCode = 1;
