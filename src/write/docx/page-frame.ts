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

/**
 * Headers of odd and even pages: the draft mark in grey across the page, and the notice of a review copy at its head;
 * undefined when there is neither.
 */
export function pageHeaders(
  style: PageStyle,
  mark: string | undefined,
  notice: string | undefined,
): { readonly default: Header; readonly even: Header } | undefined {
  const header = (): Header => new Header({ children: [...draftMark(style, mark), ...noticeLine(notice)] });
  return oneLine(mark) === '' && oneLine(notice) === '' ? undefined : { default: header(), even: header() };
}

function oneLine(text: string | undefined): string {
  return cleanText(text ?? '')
    .text.replace(/\s+/gu, ' ')
    .trim();
}

function noticeLine(notice: string | undefined): readonly Paragraph[] {
  const text = oneLine(notice);
  return text === '' ? [] : [new Paragraph({ style: fixedStyleIds.header, children: [new TextRun({ text })] })];
}

function draftMark(style: PageStyle, mark: string | undefined): readonly Paragraph[] {
  const text = oneLine(mark);
  if (text === '') return [];
  const { font, size, colour } = style.draftMark;
  return [
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
  ];
}
