/**
 * What stands on every page outside the text: page numbers and the draft mark.
 */
import { AlignmentType, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { PageStyle } from '../../report/style.js';
import { cleanText } from './characters.js';
import { twipsOfPoints } from './measures.js';
import { fixedStyleIds } from './style-names.js';

/**
 * Footers of odd (`default`) and even pages: odd right and even left, one character in from the text edge, or both in the
 * middle (R-38; GB/T 9704-2012 clause 7.5).
 */
export function pageFooters(style: PageStyle): { readonly default: Footer; readonly even: Footer } {
  return { default: footer(style, 'right'), even: footer(style, 'left') };
}

function footer(style: PageStyle, side: 'left' | 'right'): Footer {
  const { form, position, inset, size } = style.pageNumber;
  // The first # is the number; a form without one prints as it stands.
  const cut = form.indexOf('#');
  const texts = cut < 0 ? [form] : [form.slice(0, cut), PageNumber.CURRENT, form.slice(cut + 1)];
  const isCentred = position === 'center';
  const paragraph = new Paragraph({
    style: fixedStyleIds.footer,
    alignment: isCentred ? AlignmentType.CENTER : side,
    ...(isCentred ? {} : { indent: { [side]: twipsOfPoints(inset * size) } }),
    children: [new TextRun({ children: texts.filter((text) => text !== '') })],
  });
  return new Footer({ children: [paragraph] });
}

/** Word turns its watermarks by this much. */
const watermarkRotation = 315;

/** Headers with the draft mark in grey across the page, for odd and even pages; undefined when the report is no draft. */
export function draftHeaders(
  style: PageStyle,
  mark: string | undefined,
): { readonly default: Header; readonly even: Header } | undefined {
  const text = cleanText(mark ?? '')
    .text.replace(/\s+/gu, ' ')
    .trim();
  if (text === '') return undefined;
  const { font, size, colour } = style.draftMark;
  const header = (): Header =>
    new Header({
      children: [
        new Paragraph({
          style: fixedStyleIds.header,
          children: [
            new TextWatermark({
              text,
              font: style.fonts[font].name,
              color: colour,
              opacity: 0.5,
              rotation: watermarkRotation,
              // The shape stretches the word to its box, so the box is as large as the word at its size.
              width: [...text].length * size,
              height: size,
            }),
          ],
        }),
      ],
    });
  return { default: header(), even: header() };
}
