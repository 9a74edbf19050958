import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** True when a program is on this machine. */
function has(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

const named = new Set<string>();

/** True when one of the programs is missing: for `skipIf`. Prints the reason, once for each. */
export function needs(...programs: readonly string[]): boolean {
  const missing = programs.filter((program) => !has(program));
  for (const program of missing) {
    if (!named.has(program)) process.stdout.write(`skipped: ${program} is not installed\n`);
    named.add(program);
  }
  return missing.length > 0;
}

/** Output of a program; throws when it fails. */
export function run(program: string, ...words: readonly string[]): string {
  return runWith({}, program, ...words);
}

/** The same with variables added to the environment. */
export function runWith(
  variables: Readonly<Record<string, string>>,
  program: string,
  ...words: readonly string[]
): string {
  return execFileSync(program, words, {
    encoding: 'utf8',
    env: { ...process.env, ...variables },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** True when there is no LibreOffice, or one without its spreadsheets: for `skipIf`. Prints the reason. */
export function needsCalc(): boolean {
  if (needs('soffice')) return true;
  const probe = mkdtempSync(join(tmpdir(), 'nianbao-calc-'));
  try {
    writeFileSync(join(probe, 'a.csv'), 'a,1\n');
    const said = run(
      'soffice',
      `-env:UserInstallation=file://${probe}/profile`,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      probe,
      join(probe, 'a.csv'),
    );
    if (/using filter/u.test(said)) return false;
  } catch {
    // Told below, the same as a failed conversion.
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
  process.stdout.write('skipped: LibreOffice is installed without Calc\n');
  return true;
}
