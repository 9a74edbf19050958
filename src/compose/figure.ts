/** Images of the text: checked, with the bytes read. What cannot be used stays as typed, so that a draft shows where it was. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Block, Figure } from '../report/tree.js';
import { readImage, type ImageFault } from './image-bytes.js';
import { FIGURE_MARK, rangeIn } from './mapped-text.js';
import { spanOf, type MarkdownImage } from './markdown.js';
import type { BlockReader } from './narrative.js';
import { printedText } from './references.js';

/**
 * A figure for an image, its title as caption. Gives `compose/image-text` without alternative text, `compose/image` when the
 * path leaves the folder, the file is not there, or its bytes cannot be used.
 */
export function figureOf(node: MarkdownImage, reader: BlockReader): readonly Block[] {
  const { start, end } = spanOf(node);
  const range = rangeIn(reader.mapped, start, end);
  const place = range === undefined ? {} : { origin: range };
  const alt = (node.alt ?? '').trim();
  const faults: Diagnostic[] = [];
  const at = range === undefined ? {} : { range };
  if (alt === '') faults.push({ ...noText, ...at });
  const bytes = isInsideFolder(node.url) ? imageBytes(node.url, reader) : undefined;
  const info = bytes === undefined ? undefined : readImage(bytes);
  if (!isInsideFolder(node.url)) faults.push({ ...outside(node.url), ...at });
  else if (bytes === undefined || info === undefined) faults.push({ ...missing(node.url), ...at });
  else if (typeof info === 'string') faults.push({ ...unusable(node.url, info), ...at });
  reader.context.diagnostics.push(...faults);
  if (faults.length > 0 || bytes === undefined || info === undefined || typeof info === 'string') {
    return [{ type: 'paragraph', role: 'body', children: reader.inlines.literal(start, end), ...place }];
  }
  const caption = (node.title ?? '').trim();
  const figure: Figure = {
    type: 'figure',
    image: bytes,
    mediaType: info.mediaType,
    pixels: { width: info.width, height: info.height },
    alt: withFigures(alt, node, 0, reader),
    caption:
      caption === '' ? [] : [{ type: 'text', value: withFigures(caption, node, marksIn(alt), reader), ...place }],
    ...place,
  };
  return [figure];
}

/** A relative path with forward slashes that never goes up: design 1.12. */
function isInsideFolder(path: string): boolean {
  const plain = path !== '' && !/[\\:]/u.test(path) && !path.startsWith('/') && !path.includes(FIGURE_MARK);
  return plain && !decoded(path).split('/').includes('..');
}

/** Markdown writes spaces and Chinese in paths as they are or percent-coded; both are tried. */
function imageBytes(path: string, { context }: BlockReader): Uint8Array | undefined {
  return context.options.images(path) ?? (decoded(path) === path ? undefined : context.options.images(decoded(path)));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/**
 * Alternative text or caption with its figures printed in place. Markdown hands both over as plain strings; their figures are
 * those whose marks stand inside the image, in order, `skip` of them used up by the text before.
 */
function withFigures(text: string, node: MarkdownImage, skip: number, { mapped }: BlockReader): string {
  const before = marksIn(mapped.text.slice(0, spanOf(node).start)) + skip;
  return printedText({ text, offsets: [], figures: mapped.figures.slice(before) });
}

function marksIn(text: string): number {
  return text.split(FIGURE_MARK).length - 1;
}

const noText: Diagnostic = {
  code: 'compose/image-text',
  severity: 'error',
  message: { zh: '图片没有替代文字。', en: 'The image has no alternative text.' },
  hint: {
    zh: '请在方括号里写明图片的内容：![图片说明](文件名.png)。',
    en: 'Say in the brackets what the image shows: ![text](file.png).',
  },
};

function outside(path: string): Diagnostic {
  return imageFault(
    path,
    { zh: '不在数据文件所在的文件夹里', en: 'is not inside the folder of the data file' },
    {
      zh: '请把图片放到数据文件的文件夹（或其下级）里，写相对路径。',
      en: 'Put the image into that folder and give a relative path.',
    },
  );
}

function missing(path: string): Diagnostic {
  return imageFault(
    path,
    { zh: '找不到', en: 'was not found' },
    { zh: '请核对文件名（相对于数据文件）。', en: 'Check the file name (relative to the data file).' },
  );
}

const faultWords: Readonly<Record<ImageFault, { readonly zh: string; readonly en: string }>> = {
  format: { zh: '既不是 PNG 也不是 JPEG', en: 'is neither PNG nor JPEG' },
  damaged: { zh: '不完整，读不出大小', en: 'is damaged: its size cannot be read' },
  colour: { zh: '不是 RGB 或灰度图（可能是印刷用的 CMYK）', en: 'is neither RGB nor grey (perhaps CMYK for print)' },
  large: { zh: '超过 10 MB', en: 'is larger than 10 MB' },
};

function unusable(path: string, fault: ImageFault): Diagnostic {
  return imageFault(path, faultWords[fault], {
    zh: '请用图片软件另存为 RGB 的 PNG 或 JPEG，并缩小尺寸。',
    en: 'Save it as an RGB PNG or JPEG of smaller size.',
  });
}

function imageFault(
  path: string,
  what: { readonly zh: string; readonly en: string },
  hint: { readonly zh: string; readonly en: string },
): Diagnostic {
  return {
    code: 'compose/image',
    severity: 'error',
    message: { zh: `图片“${path}”${what.zh}。`, en: `The image "${path}" ${what.en}.` },
    hint,
    facts: { path },
  };
}
