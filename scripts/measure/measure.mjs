/**
 * Opens each seed of the oracle as a data file and judges what the checks say of it.
 */
import { dataFileOf } from './data-file.mjs';
import { judge } from './judge.mjs';
import { layouts } from './layouts.mjs';
import { readOracle } from './oracle.mjs';

/** `open(bytes, name)` is the library's `openReport` with the files of the disk. Gives `judge`'s answer and the messages. */
export function measure(folder, open) {
  const seeds = readOracle(folder).map((seed) => {
    const { text, seedLines } = dataFileOf(seed, layouts[seed.seed]);
    const name = `${seed.seed}.yaml`;
    const outcome = open(new TextEncoder().encode(text), name);
    if (outcome.value === undefined)
      throw new Error(`${name}: ${outcome.diagnostics.map((d) => d.message.zh).join(' ')}`);
    const source = outcome.sources.get(name);
    return { seed, text, messages: flat(outcome.diagnostics).map((d) => messageOf(d, name, source, seedLines)) };
  });
  return { seeds, ...judge(seeds) };
}

function flat(diagnostics) {
  return diagnostics.flatMap((d) => [d, ...flat(d.folded ?? [])]);
}

function messageOf(diagnostic, name, source, seedLines) {
  const ranges = [diagnostic.range, ...(diagnostic.related ?? []).map(({ range }) => range)];
  const lines = ranges.flatMap((range) => (range?.file === name ? linesOf(range, source, seedLines) : []));
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    outcome: diagnostic.outcome,
    zh: diagnostic.message.zh,
    cells: diagnostic.cells ?? [],
    lines: [...new Set(lines)],
  };
}

/** The seed's lines that a range of the data file covers. */
function linesOf({ start, end }, { lineStarts }, seedLines) {
  const lines = [];
  lineStarts.forEach((lineStart, index) => {
    const next = lineStarts[index + 1] ?? Number.POSITIVE_INFINITY;
    if (lineStart < Math.max(end, start + 1) && next > start && seedLines[index] !== undefined)
      lines.push(seedLines[index]);
  });
  return lines;
}
