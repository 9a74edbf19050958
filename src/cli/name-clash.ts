/** Outputs of several inputs that would fall on each other. */
import type { OpenedInput } from './open.js';

/** Two inputs that would be written under one name; compared without case, as Windows and macOS do. */
export function nameClash(opened: readonly OpenedInput[]): readonly [string, string] | undefined {
  const seen = new Map<string, string>();
  for (const input of opened) {
    const name = input.outcome?.value?.report?.meta.fileName.toLowerCase();
    if (name === undefined) continue;
    const earlier = seen.get(name);
    if (earlier !== undefined) return [earlier, input.path];
    seen.set(name, input.path);
  }
  return undefined;
}
