import { main } from '../../src/cli/main.js';

export interface Captured {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs the command line in this process and keeps what it writes. */
export async function nianbao(...words: string[]): Promise<Captured> {
  let out = '';
  let error = '';
  const code = await main(words, {
    out: (text) => {
      out += text;
    },
    error: (text) => {
      error += text;
    },
    colour: false,
  });
  return { code, out, error };
}
