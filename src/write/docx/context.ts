/**
 * What every part of the writer is handed: the style, the upright page, and a place to put findings.
 */
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import type { ReviewMarks } from '../../report/annotation.js';
import type { PageStyle } from '../../report/style.js';
import type { Text } from '../../report/tree.js';
import { codePointName } from '../../source/code-point.js';
import type { SourceRange } from '../../source/source.js';
import { cleanText } from './characters.js';
import { type CommentPlacer, commentPlacer } from './comments.js';
import type { PageTwips } from './measures.js';

/** Name and summary of a table for readers that cannot see it. */
export interface TableDescription {
  readonly name: string;
  readonly summary: string;
}

export interface DocxContext {
  readonly style: PageStyle;
  readonly page: PageTwips;
  /** Places the comments of a review copy; places none in a clean one. */
  readonly comments: CommentPlacer;
  /** Texts set off in a review copy. */
  readonly marked: ReadonlySet<Text>;
  report(diagnostic: Diagnostic): void;
  /** Called once for each table written, in order; docx cannot say these itself. */
  describeTable(description: TableDescription): void;
  /** Takes a bookmark name; undefined when it is taken, since Word drops the second of two. */
  claimBookmark(id: string): string | undefined;
}

/** A fresh context for one document. `described` and `diagnostics` are filled as the document is made. */
export function createContext(
  style: PageStyle,
  page: PageTwips,
  diagnostics: Diagnostic[],
  described: TableDescription[],
  review: ReviewMarks | undefined,
): DocxContext {
  const taken = new Set<string>();
  return {
    style,
    page,
    comments: commentPlacer(review),
    marked: review?.marked ?? new Set(),
    report: (diagnostic) => void diagnostics.push(diagnostic),
    describeTable: (description) => void described.push(description),
    claimBookmark(id) {
      const name = bookmarkName(id);
      if (taken.has(name)) return undefined;
      taken.add(name);
      return name;
    },
  };
}

/**
 * Text as it goes into the file: line feeds and tabs inside a text are plain spaces (breaks are nodes of their own), and
 * characters that XML cannot hold are taken out and reported as `docx/character`.
 */
export function printableText(text: string, context: DocxContext, origin?: SourceRange): string {
  const clean = cleanText(text);
  if (clean.removed.length > 0) context.report(unwritable(text, clean.removed, origin));
  return clean.text.replace(/[\n\t]/gu, ' ');
}

function unwritable(text: string, removed: readonly number[], origin: SourceRange | undefined): Diagnostic {
  const codes = [...new Set(removed)].map((code) => codePointName(String.fromCodePoint(code)));
  const around = cleanText(text).text.slice(0, 20);
  return {
    code: 'docx/character',
    severity: 'warning',
    message: {
      zh: `“${around}”处有${removed.length}个字符（${codes.join('、')}）不能写入 Word 文件，已略去。`,
      en: `${removed.length} character(s) (${codes.join(', ')}) near “${around}” cannot be written to a Word file and are left out.`,
    },
    hint: {
      zh: '请在数据文件中删去这些字符，或换成正常的字。',
      en: 'Remove them from the data file or type the right characters.',
    },
    facts: { characters: codes.join(' ') },
    ...(origin === undefined ? {} : { range: origin }),
  };
}

/** A `docx/not-rendered` finding: what is named, why it is not shown. */
export function notRendered(
  what: { readonly zh: string; readonly en: string },
  why: { readonly zh: string; readonly en: string },
  origin?: SourceRange,
): Diagnostic {
  return {
    code: 'docx/not-rendered',
    severity: 'warning',
    message: { zh: `${what.zh}未能写入 Word 文件：${why.zh}。`, en: `${what.en} is not in the Word file: ${why.en}.` },
    ...(origin === undefined ? {} : { range: origin }),
  };
}

/** Name of a Word bookmark for a node id: a letter first, then letters, digits and `_`, at most 40 characters. */
function bookmarkName(id: string): string {
  const name = id.replace(/[^A-Za-z0-9_]/gu, '_');
  return (/^[A-Za-z]/u.test(name) ? name : `b_${name}`).slice(0, 40);
}
