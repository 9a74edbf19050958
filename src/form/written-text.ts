/** Values as a data file writes them: YAML, or JSON where the file is JSON. */
import { isDecimalText } from '../value/number.js';

/** How a file is written. */
export interface WritingStyle {
  readonly json: boolean;
  readonly newline: string;
}

export function styleOfText(text: string): WritingStyle {
  return { json: /^\s*\{/u.test(text), newline: text.includes('\r\n') ? '\r\n' : '\n' };
}

/** A value; text that YAML would not read as it stands is quoted. */
export function writtenValue(text: string, { json }: WritingStyle): string {
  if (isDecimalText(text)) return text;
  return json || isUnsafe(text) ? JSON.stringify(text) : text;
}

/** A key, quoted where it must be; a code made of digits is plain text in a data file. */
export function writtenKey(text: string, { json }: WritingStyle): string {
  return json || isUnsafe(text) ? JSON.stringify(text) : text;
}

/** Text that is not the same text when it stands in YAML without quotes, also inside brackets. */
function isUnsafe(text: string): boolean {
  return /^$|^\s|\s$|[,[\]{}#&*!|>'"%@`\\\r\n]|: |:$|^[-?:~]/u.test(text);
}
