/** Where a template that does not parse goes wrong: the parser only names the line at which it gave up. */

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
