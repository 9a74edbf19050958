/** The text of comments, for `word/comments.xml`. */
import { type ICommentsOptions, Paragraph } from 'docx';
import { cleanText } from './characters.js';
import type { NumberedAnnotation } from './comments.js';
import type { DocxContext } from './context.js';
import { textRuns } from './runs.js';
import { commentRole, fixedStyleIds } from './style-names.js';

/** All comments by number, each of the report's own day (`YYYY-MM-DD`), since no clock may enter a file. */
export function wordComments(
  comments: readonly NumberedAnnotation[],
  day: string,
  context: DocxContext,
): ICommentsOptions {
  const date = new Date(`${day}T00:00:00Z`);
  return {
    children: comments.map(({ number, annotation }) => ({
      id: number,
      author: attribute(annotation.author),
      initials: attribute(annotation.initials),
      date,
      children: [
        commentParagraph(annotation.heading, true, context),
        ...annotation.paragraphs.map((text) => commentParagraph(text, false, context)),
      ],
    })),
  };
}

function attribute(text: string): string {
  return cleanText(text).text;
}

function commentParagraph(text: string, bold: boolean, context: DocxContext): Paragraph {
  // Cleaned beforehand: what the report itself holds is reported where it stands.
  const runs = textRuns(cleanText(text).text, { role: commentRole, bold }, context);
  return new Paragraph({ style: fixedStyleIds.commentText, children: runs });
}
