/** Whether the program stands a file: a value or findings in plain words, no exception, in a bounded time. */
import { expect } from 'vitest';
import { renderText } from '../../src/diagnostic/render-text.js';
import { openReport, type OpenOutcome, type Sources } from '../../src/pipeline.js';
import { diskSources } from '../../src/cli/sources.js';
import { templatePack } from './template-pack.js';

/** Processor time, far more than any file takes: a busy machine must not fail a test that a slow algorithm should. */
const MOST_MILLISECONDS = 5000;

/** Images and packs beside an example, the built-in packs loaded once. */
export function keptSources(path: string): Sources {
  const disk = diskSources(path);
  return {
    ...disk,
    pack: (reference, from) => {
      const found = disk.pack(reference, from);
      if (found === undefined || !/^cn-[\w-]+$/u.test(reference)) return found;
      return { ...found, loaded: () => ({ value: templatePack(reference), diagnostics: [], sources: new Map() }) };
    },
  };
}

/** Opens a file as a check does and prints its findings; says what is wrong with the outcome. */
export function stands(bytes: Uint8Array, path: string, what: string, sources = keptSources(path)): OpenOutcome {
  const start = process.cpuUsage();
  let outcome: OpenOutcome;
  let shown: string;
  try {
    outcome = openReport(bytes, path, sources);
    shown = renderText(outcome.diagnostics, outcome.sources, { lang: 'zh' });
  } catch (error) {
    throw new Error(`${what}: an exception`, { cause: error });
  }
  const { user, system } = process.cpuUsage(start);
  const took = (user + system) / 1000;
  expect(took, `${what}: ms`).toBeLessThan(MOST_MILLISECONDS);
  if (outcome.value === undefined) {
    expect(
      outcome.diagnostics.some(({ severity }) => severity === 'error'),
      `${what}: neither value nor error`,
    ).toBe(true);
  }
  expect(shown, what).toMatch(/^(?:合格|不合格)/u);
  expect(outcome.diagnostics.length, `${what}: findings`).toBeLessThan(1000);
  for (const { code, message, range } of outcome.diagnostics) {
    expect(message.zh, `${what}: ${code}`).not.toMatch(/undefined|\[object|NaN|TypeError/u);
    const text = range === undefined ? undefined : outcome.sources.get(range.file)?.text;
    if (range !== undefined && text !== undefined) {
      expect(range.start >= 0 && range.start <= range.end && range.end <= text.length, `${what}: ${code} place`).toBe(
        true,
      );
    }
  }
  return outcome;
}
