import type { Judged, JudgedMessage } from './measure.mjs';

/** A seed with its findings and what holds in it, and what the checks said of it. */
export interface SeedMessages {
  readonly seed: {
    readonly seed: string;
    readonly findings: readonly {
      readonly id: string;
      readonly kind: string;
      readonly severity: string;
      readonly text: string;
    }[];
    readonly mustHold: readonly string[];
  };
  readonly messages: readonly (JudgedMessage & { readonly outcome?: string })[];
}

/** Lays messages against findings. */
export function judge(seeds: readonly SeedMessages[]): Judged;
