/**
 * Texts as YAML that reads back as the same text, and as comments that stay comments whatever they hold.
 */

/** What ends a line in YAML; a lone carriage return can stand in a text in quotes. */
const LINE_END = /\r\n|\r|\n/u;

/** Words that YAML or the data file would take for something other than text. */
const WORDS = /^(?:true|false|null|yes|no|on|off|~|空|\/|[-—]+)$/iu;

/** One line of text as a scalar: plain where nothing in it can be misread, else in double quotes. */
export function yamlText(text: string): string {
  const plain = /^[\p{L}\p{N}（《“〔][^:：#\r\n\t"'{}[\]&*!|>%@`,\\]*$/u.test(text) && text === text.trim();
  return plain && !WORDS.test(text) ? text : JSON.stringify(text);
}

/**
 * Lines of a text under a key that ends in `|`, each indented. Spaces at the head of the first line are left out: they would
 * set the indentation of the whole block.
 */
export function blockLines(text: string, indent: string): readonly string[] {
  const lines = text
    .replace(/^(?:[ \t]*[\r\n])+/u, '')
    .replace(/^[ \t]+/u, '')
    .trimEnd()
    .split(LINE_END);
  return lines.map((line) => (line.trim() === '' ? '' : indent + line));
}

/** Lines of a text as comments. */
export function commentLines(text: string, indent: string): readonly string[] {
  return text
    .trimEnd()
    .split(LINE_END)
    .map((line) => `${indent}#${line.trim() === '' ? '' : ` ${line}`}`);
}

/** A text on one line, for a comment at the end of a line. */
export function onOneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/gu, ' ').trim();
}
