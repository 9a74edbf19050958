/**
 * Inlines to runs. The paragraph's style says fonts and size; a run says only what differs, and marks that Word would set in
 * the Western font (quotes, dashes, dots) stand in runs of their own that name the Chinese font in every slot.
 */
import { Bookmark, ExternalHyperlink, type IRunOptions, type ParagraphChild, ShadingType, TextRun } from 'docx';
import type { FontRoleName, PageStyle } from '../../report/style.js';
import type { Inline, Link, Text } from '../../report/tree.js';
import { type FontSpan, fontSpans } from './characters.js';
import { type CommentCut, markedFill } from './comments.js';
import { type DocxContext, notRendered, printableText } from './context.js';
import { fixedStyleIds } from './style-names.js';

/** What the runs of one paragraph share beside its style. */
export interface RunLook {
  /** Font role of the surrounding style, for the marks. */
  readonly role: FontRoleName;
  /** Size in points where it is not the style's own. */
  readonly size?: number;
  readonly bold?: boolean;
  /** Character style. */
  readonly characterStyle?: string;
  /** Set off by a fill, in review copies. */
  readonly isMarked?: boolean;
}

/** Runs of inlines, in order. Gives `docx/character`, and `docx/not-rendered` for a link that Word cannot follow. */
export function inlineRuns(inlines: readonly Inline[], look: RunLook, context: DocxContext): readonly ParagraphChild[] {
  return inlines.flatMap((node): readonly ParagraphChild[] => {
    switch (node.type) {
      case 'text':
        return textNodeRuns(node, look, context);
      case 'lineBreak':
        return [new TextRun({ break: 1 })];
      case 'link':
        return linkRuns(node, look, context);
    }
  });
}

/** Runs of literal text: heading numbers, list markers, page number form. */
export function textRuns(text: string, look: RunLook, context: DocxContext): readonly TextRun[] {
  return fontSpans(printableText(text, context)).map((span) =>
    runOf(span.text, span.eastAsianMarks, look, context.style),
  );
}

/** Runs inside a bookmark named after a node's id; as they are when another node has that name already. */
export function bookmarked(
  id: string,
  children: readonly ParagraphChild[],
  context: DocxContext,
): readonly ParagraphChild[] {
  const name = context.claimBookmark(id);
  return name === undefined ? children : [new Bookmark({ id: name, children })];
}

function textNodeRuns(node: Text, look: RunLook, context: DocxContext): readonly ParagraphChild[] {
  const own = { ...emphasised(node, look), ...(context.marked.has(node) ? { isMarked: true } : {}) };
  const spans = fontSpans(printableText(node.value, context, node.origin));
  return cutSpans(spans, context.comments.cutsIn(node)).map((piece) =>
    'text' in piece ? runOf(piece.text, piece.eastAsianMarks, own, context.style) : piece,
  );
}

/** The spans with what stands between them, parted where it stands inside one. Cuts past the end come last. */
function cutSpans(spans: readonly FontSpan[], cuts: readonly CommentCut[]): readonly (FontSpan | ParagraphChild)[] {
  const pieces: (FontSpan | ParagraphChild)[] = [];
  const waiting = [...cuts];
  let at = 0;
  for (const { text, eastAsianMarks } of spans) {
    let used = 0;
    for (;;) {
      const cut = waiting[0];
      if (cut === undefined || cut.offset >= at + text.length) break;
      waiting.shift();
      const here = Math.max(used, cut.offset - at);
      if (here > used) pieces.push({ text: text.slice(used, here), eastAsianMarks });
      pieces.push(...cut.children());
      used = here;
    }
    if (used < text.length) pieces.push({ text: text.slice(used), eastAsianMarks });
    at += text.length;
  }
  return [...pieces, ...waiting.flatMap((cut) => cut.children())];
}

/** Emphasis is 楷体 by its style; when strong too, the weight is said on the run, since a run has one character style. */
function emphasised(node: Text, look: RunLook): RunLook {
  if (node.emphasis === true) {
    return {
      ...look,
      role: 'kaiti',
      characterStyle: fixedStyleIds.emphasis,
      bold: node.strong === true || look.bold === true,
    };
  }
  if (node.strong !== true) return look;
  return look.characterStyle === undefined
    ? { ...look, characterStyle: fixedStyleIds.strong }
    : { ...look, bold: true };
}

function linkRuns(node: Link, look: RunLook, context: DocxContext): readonly ParagraphChild[] {
  const target = linkTarget(node.href);
  const own = target === undefined ? look : { ...look, characterStyle: fixedStyleIds.hyperlink };
  const children = node.children.flatMap((text) => textNodeRuns(text, own, context));
  if (target !== undefined) return [new ExternalHyperlink({ link: target, children })];
  const what = { zh: `链接“${node.href}”`, en: `The link “${node.href}”` };
  context.report(
    notRendered(what, { zh: '网址不完整，只印出文字', en: 'its address is not complete; only its text is printed' }),
  );
  return children;
}

/** A complete address with a scheme that Word follows, percent-encoded; undefined for anything else. */
export function linkTarget(href: string): string | undefined {
  if (!/^(?:https?|mailto):/iu.test(href) || !URL.canParse(href)) return undefined;
  return new URL(href).href;
}

function runOf(text: string, eastAsianMarks: boolean, look: RunLook, style: PageStyle): TextRun {
  const name = style.fonts[look.role].name;
  const options: IRunOptions = {
    text,
    ...(look.characterStyle === undefined ? {} : { style: look.characterStyle }),
    ...(look.bold === true ? { bold: true } : {}),
    ...(look.size === undefined ? {} : { size: look.size * 2 }),
    ...(look.isMarked === true ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: markedFill } } : {}),
    ...(eastAsianMarks ? { font: { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' } } : {}),
  };
  return new TextRun(options);
}
