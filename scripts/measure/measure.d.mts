import type { OpenOutcome } from '../../src/pipeline.js';

/** One message on a seed; `lines` are the seed's, 1-based. */
export interface JudgedMessage {
  readonly code: string;
  readonly severity: string;
  readonly zh: string;
  readonly cells: readonly string[];
  readonly lines: readonly number[];
}

export interface Judged {
  readonly findings: readonly {
    readonly id: string;
    readonly kind: string;
    readonly required: boolean;
    readonly state: 'found' | 'missed' | 'unseen';
    readonly why?: string;
  }[];
  readonly alarms: readonly {
    readonly seed: string;
    readonly message: JudgedMessage;
    readonly state: 'true' | 'false' | 'note';
  }[];
  readonly holds: readonly {
    readonly seed: string;
    readonly text: string;
    readonly against: readonly JudgedMessage[];
  }[];
}

/** Opens each seed of the oracle's folder as a data file and judges what the checks say of it. */
export function measure(folder: string, open: (bytes: Uint8Array, name: string) => OpenOutcome): Judged;
