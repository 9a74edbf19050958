import { defineConfig } from 'vitest/config';

/** The second suite: needs poppler, qpdf, xmllint, LibreOffice and Chromium; a missing program is named and its tests skipped. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/system/**/*.test.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: 'forks',
    maxWorkers: 1,
  },
});
