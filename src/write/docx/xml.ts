/** Writing XML by hand: the declaration every part opens with, and escaping. */

/** XML declaration as Word writes it. */
export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Replaces the five characters that XML text and attributes cannot hold as they are. */
export function escapeXml(text: string): string {
  return text
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/>/gu, '&gt;')
    .replace(/"/gu, '&quot;')
    .replace(/'/gu, '&apos;');
}
