/**
 * Blocks other than tables to paragraphs. Numbers and list markers are literal text (design 7); looks stand in the styles,
 * so a paragraph says only its style and what the tree adds.
 */
import { ImageRun, Paragraph, type ParagraphChild } from 'docx';
import type { Figure, Heading, List, ListItem, Paragraph as ReportParagraph, Title } from '../../report/tree.js';
import type { TextStyleName } from '../../report/style.js';
import { type DocxContext, notRendered, printableText } from './context.js';
import { bookmarked, inlineRuns, textRuns } from './runs.js';
import { fixedStyleIds, paragraphStyleId, runInStyleId, textStyleNames } from './style-names.js';

/** Whether the paragraph is the first of a new page. */
export interface PageStart {
  readonly startsPage: boolean;
}

/** Title: one paragraph, its lines parted by line breaks, so that the document has one title. */
export function titleParagraph(title: Title, start: PageStart, context: DocxContext): Paragraph {
  const role = context.style.text.title.font;
  const children = title.lines.flatMap((line, index): readonly ParagraphChild[] => [
    ...(index === 0 ? [] : inlineRuns([{ type: 'lineBreak' }], { role }, context)),
    ...inlineRuns(line, { role }, context),
  ]);
  return styled('title', context.comments.around(title, bookmarked('title', children, context)), start);
}

/** Heading with its literal number, bookmarked by its id. */
export function headingParagraph(heading: Heading, start: PageStart, context: DocxContext): Paragraph {
  const name = `heading${heading.level}` as const;
  const look = { role: context.style.text[name].font };
  const children = [...textRuns(heading.number, look, context), ...inlineRuns(heading.children, look, context)];
  return styled(name, context.comments.around(heading, bookmarked(heading.id, children, context)), start);
}

/** Paragraph of any role; a run-in heading stands before its text in the character style of its level. */
export function textParagraph(paragraph: ReportParagraph, start: PageStart, context: DocxContext): Paragraph {
  return styled(paragraph.role, paragraphChildren(paragraph, context), start);
}

function paragraphChildren(paragraph: ReportParagraph, context: DocxContext): readonly ParagraphChild[] {
  const look = { role: context.style.text[paragraph.role].font };
  const children = [...runInHeading(paragraph, context), ...inlineRuns(paragraph.children, look, context)];
  return context.comments.around(paragraph, children);
}

function runInHeading({ runIn }: ReportParagraph, context: DocxContext): readonly ParagraphChild[] {
  if (runIn === undefined) return [];
  const look = {
    role: context.style.text[`heading${runIn.level}`].font,
    characterStyle: runInStyleId(runIn.level),
  };
  const children = [...textRuns(runIn.number, look, context), ...inlineRuns(runIn.children, look, context)];
  return bookmarked(runIn.id, children, context);
}

function styled(name: TextStyleName, children: readonly ParagraphChild[], { startsPage }: PageStart): Paragraph {
  const style = paragraphStyleId(name);
  return new Paragraph({
    children,
    ...(style === undefined ? {} : { style }),
    ...(startsPage ? { pageBreakBefore: true } : {}),
  });
}

/**
 * Paragraphs of a list, indented like the body: each item's marker before its first paragraph. Lists in lists stand at the
 * same edge, told apart by their markers, as in official documents.
 */
export function listParagraphs(list: List, start: PageStart, context: DocxContext): readonly Paragraph[] {
  return list.items.flatMap((item, index) =>
    itemParagraphs(item, { startsPage: start.startsPage && index === 0 }, context),
  );
}

function itemParagraphs(item: ListItem, start: PageStart, context: DocxContext): readonly Paragraph[] {
  const marker = textRuns(item.marker, { role: context.style.text.body.font }, context);
  const markerAlone = item.children[0]?.type === 'paragraph' ? [] : [listParagraph(marker, start)];
  const rest = item.children.flatMap((child, index): readonly Paragraph[] => {
    if (child.type === 'list') return listParagraphs(child, { startsPage: false }, context);
    const children = paragraphChildren(child, context);
    return [
      index === 0 ? listParagraph([...marker, ...children], start) : listParagraph(children, { startsPage: false }),
    ];
  });
  return [...markerAlone, ...rest];
}

function listParagraph(children: readonly ParagraphChild[], { startsPage }: PageStart): Paragraph {
  return new Paragraph({
    children,
    style: fixedStyleIds.listParagraph,
    ...(startsPage ? { pageBreakBefore: true } : {}),
  });
}

const twipsPerPixel = 1440 / 96;

/**
 * Figure, as large as its pixels at 96 to the inch but never wider than the text nor higher than two thirds of it; then its
 * caption. Gives `docx/not-rendered` for a picture without pixels.
 */
export function figureParagraphs(figure: Figure, start: PageStart, context: DocxContext): readonly Paragraph[] {
  const caption = inlineRuns(figure.caption, { role: context.style.text.figureCaption.font }, context);
  const captionParagraph = new Paragraph({ children: caption, style: textStyleNames.figureCaption.id });
  const captions = caption.length === 0 ? [] : [captionParagraph];
  const { width, height } = figure.pixels;
  if (!(width > 0 && height > 0) || figure.image.length === 0) {
    const what = { zh: `图“${figure.alt}”`, en: `The figure “${figure.alt}”` };
    context.report(notRendered(what, { zh: '图片是空的', en: 'the picture is empty' }, figure.origin));
    return captions;
  }
  const widest = context.page.textWidth / twipsPerPixel;
  const highest = (context.page.textHeight * 2) / 3 / twipsPerPixel;
  const scale = Math.min(1, widest / width, highest / height);
  const alternative = printableText(figure.alt, context, figure.origin);
  const image = new ImageRun({
    type: figure.mediaType === 'image/png' ? 'png' : 'jpg',
    data: figure.image,
    transformation: { width: Math.floor(width * scale), height: Math.floor(height * scale) },
    altText: { name: alternative.slice(0, 60), description: alternative },
  });
  return [
    new Paragraph({
      children: [image],
      style: fixedStyleIds.figure,
      // Kept with its caption by the style; without one it must not cling to the text below.
      ...(captions.length === 0 ? { keepNext: false } : {}),
      ...(start.startsPage ? { pageBreakBefore: true } : {}),
    }),
    ...captions,
  ];
}

/** An empty line of the body, between two tables that follow each other. */
export function emptyLine(): Paragraph {
  return new Paragraph({});
}

/** An unseen paragraph of one point, where Word asks for one: after a table that ends a section, before one on a new page. */
export function spacerParagraph({ startsPage }: PageStart, children: readonly ParagraphChild[] = []): Paragraph {
  return new Paragraph({ children, style: fixedStyleIds.spacer, ...(startsPage ? { pageBreakBefore: true } : {}) });
}
