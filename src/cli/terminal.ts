/** Where the command line writes to. Tests hand in their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  readonly colour: boolean;
}

/** Language of messages; Chinese first. */
export type MessageLanguage = 'zh' | 'en';

/** Exit codes (design section 8). */
export const EXIT = {
  /** Clean, warnings only, or all errors waived. */
  clean: 0,
  /** Unwaived errors, or a failed verification. */
  errors: 1,
  /** Wrong use or unreadable input. */
  usage: 2,
  /** Our own bug. */
  bug: 3,
} as const;
