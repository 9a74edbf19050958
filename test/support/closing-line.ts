import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Prints `N passed, N failed, N skipped` alone on the last line, and keeps the counts in a file for `.ci/run`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      let tests = 0;
      for (const test of module.children.allTests()) {
        tests++;
        const state = test.result().state;
        if (state === 'passed' || state === 'failed' || state === 'skipped') counts[state]++;
        else counts.failed++;
      }
      if (tests === 0 || module.errors().length > 0) counts.failed++;
    }
    counts.failed += errors.length;
    const file = process.env['NIANBAO_TEST_COUNTS'];
    if (file !== undefined) writeFileSync(file, `${counts.passed} ${counts.failed} ${counts.skipped}\n`);
    // Vitest prints its own summary after this hook returns; the line must come last.
    process.on('exit', () => {
      process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
    });
  }
}
