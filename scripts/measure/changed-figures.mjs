/**
 * Correct reports of our own with one figure of their text changed: does a check say so? Needs no oracle.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const folder = fileURLToPath(new URL('../../test/fixtures/prose/', import.meta.url));

/** `{all, missed: ['report: words']}`. `open` is the library's `openReport` with the files of the disk. */
export function changedFigures(open) {
  const reports = Object.entries(parse(readFileSync(`${folder}changed/figures.yaml`, 'utf8')));
  const missed = reports.flatMap(([report, words]) =>
    unnoticed(report, words, open).map((each) => `${report}: ${each}`),
  );
  return { all: reports.flatMap(([, words]) => words).length, missed };
}

/** Words of a report whose figure can be changed without any warning. */
function unnoticed(report, words, open) {
  const text = readFileSync(`${folder}quiet/${report}.yaml`, 'utf8');
  return words.filter((each) => {
    const at = text.indexOf(each);
    if (at < 0) throw new Error(`${report}: “${each}” does not stand in the text`);
    const bytes = new TextEncoder().encode(text.slice(0, at) + changed(each) + text.slice(at + each.length));
    return open(bytes, `${report}.yaml`).diagnostics.every(({ severity }) => severity === 'info');
  });
}

/** The words with another figure at their end, as a slip of the hand gives. */
function changed(words) {
  return words.replace(/\d+(\.\d)?$/u, (figure) =>
    figure.includes('.')
      ? (Number(figure) + 1.1).toFixed(1)
      : String(Number(figure) + (Number(figure) > 500 ? 111 : 1)),
  );
}
