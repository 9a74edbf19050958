/**
 * Tags looked at without the parser: where a template that does not parse goes wrong (the parser only names the line at
 * which it gave up), and whether blocks are nested too deep for it (its time grows with the square of the depth).
 */

const tags = /\{\{(?<sign>[#^/]?)\s*(?<name>[^\s{}]*)[^{}]*(?<close>\}\})?/gu;

/**
 * Offset of the tag at fault: the first that is not closed by braces, else the first end that fits no beginning, else the
 * innermost block that is still open at the end. Undefined when none of these is the case.
 */
export function offsetOfUnclosed(text: string): number | undefined {
  const open: { readonly name: string; readonly at: number }[] = [];
  for (const match of text.matchAll(tags)) {
    const { sign = '', name = '', close } = match.groups ?? {};
    if (close === undefined) return match.index;
    if (sign === '#' || (sign === '^' && name !== '')) open.push({ name, at: match.index });
    else if (sign === '/' && open.pop()?.name !== name) return match.index;
  }
  return open.at(-1)?.at;
}

/** Offset of the first block that stands inside `deepest` others; undefined when there is none. */
export function offsetOfDeepBlock(text: string, deepest: number): number | undefined {
  let depth = 0;
  for (const match of text.matchAll(tags)) {
    const { sign = '' } = match.groups ?? {};
    if (sign === '/') depth = Math.max(0, depth - 1);
    else if (sign !== '') depth += 1;
    if (depth > deepest) return match.index;
  }
  return undefined;
}
