/** Texts, links and line breaks as HTML. */
import type { Inline, Text } from '../../report/tree.js';
import { element, escapeText, voidElement } from './markup.js';

export function inlineHtml(inlines: readonly Inline[]): string {
  return inlines
    .map((node) => {
      switch (node.type) {
        case 'text':
          return textHtml(node);
        case 'link':
          return element('a', { href: node.href }, node.children.map(textHtml).join(''));
        case 'lineBreak':
          return voidElement('br', {});
      }
    })
    .join('');
}

function textHtml({ value, strong, emphasis }: Text): string {
  let html = value
    .split(/([!-~]{20,})/u)
    .map(pieceHtml)
    .join('');
  if (emphasis === true) html = element('em', {}, html);
  if (strong === true) html = element('strong', {}, html);
  return html;
}

/** Every second piece is a long run without spaces, such as an address: it may break after its own marks. */
function pieceHtml(piece: string, index: number): string {
  if (index % 2 === 0) return escapeText(piece).replace(/\n/gu, voidElement('br', {}));
  return piece
    .split(/(?<=[/?&=._-])/u)
    .map(escapeText)
    .join(voidElement('wbr', {}));
}
