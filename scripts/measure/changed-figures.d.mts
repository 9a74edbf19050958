import type { OpenOutcome } from '../../src/pipeline.js';

/** How many figures of correct reports were changed one by one, and which of them no check noticed. */
export function changedFigures(open: (bytes: Uint8Array, name: string) => OpenOutcome): {
  readonly all: number;
  readonly missed: readonly string[];
};
