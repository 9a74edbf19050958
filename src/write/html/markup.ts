/** HTML text and attributes. Everything that comes from a report is escaped here and nowhere else. */

/** Characters that HTML may not hold even by number; a report's own characters were cleaned when it was composed. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu;

export function escapeText(text: string): string {
  return text.replace(FORBIDDEN, '\ufffd').replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

/** Attributes in the order given; absent values and `false` are left out, `true` is an attribute without value. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with inner HTML that is markup already. */
export function element(name: string, attributes: Attributes, inner: string): string {
  return `<${name}${attributesText(attributes)}>${inner}</${name}>`;
}

/** An element that has no content and no end tag. */
export function voidElement(name: string, attributes: Attributes): string {
  return `<${name}${attributesText(attributes)}>`;
}

function attributesText(attributes: Attributes): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escapeAttribute(String(value))}"`))
    .join('');
}

function escapeAttribute(text: string): string {
  return escapeText(text).replace(/"/gu, '&quot;');
}
