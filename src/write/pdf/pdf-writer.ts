/**
 * The PDF writer: lays the report out and writes it as tagged PDF/A-3a and PDF/UA-1 (PDF/A-3b
 * where fonts of the user have CFF outlines). Comes in: Report, PageStyle, fonts.
 * Goes out: bytes, the same for the same input on every machine. Never reads a clock, a file or the network.
 */
import type { EmbeddableImage } from 'pdfmake/js/PDFDocument.js';
import { hasErrors, type Diagnostic, type Outcome } from '../../diagnostic/diagnostic.js';
import type { FontFace } from '../../fonts/fonts.js';
import { layoutReport } from '../../layout/layout.js';
import type { Layout } from '../../layout/model.js';
import type { PageStyle } from '../../report/style.js';
import type { Figure, Report } from '../../report/tree.js';
import type { WriteEnv, Writer } from '../writer.js';
import { embedFile } from './embedded-file.js';
import { imageOf, type ImageProblem } from './image.js';
import { addBookmarks } from './outline.js';
import { PageWriter } from './page-writer.js';
import { OfficialDocument, requireSplitUnicodeMap } from './pdfmake-internals.js';
import { srgbProfile } from './srgb-profile.js';
import { TagTree } from './tag-tree.js';
import { xmpOf, type FileDescription } from './xmp.js';

/** Writes `.pdf`. Gives the diagnostics of layout, and `pdf/image` (error) for an image that cannot be printed. */
export const pdfWriter: Writer = {
  format: 'pdf',
  mediaType: 'application/pdf',
  extension: 'pdf',
  write: (report, style, env) => Promise.resolve(writePdf(report, style, env)),
};

function writePdf(report: Report, style: PageStyle, env: WriteEnv): Outcome<Uint8Array> {
  const { value: layout, diagnostics } = layoutReport(report, style, env.fonts);
  if (layout === undefined) return { diagnostics };
  const images = readImages(layout);
  const all = [...diagnostics, ...images.diagnostics];
  if (hasErrors(all)) return { diagnostics: all };
  return { value: draw(layout, describe(report, layout, env), env, images.byFigure), diagnostics: all };
}

function describe(report: Report, layout: Layout, env: WriteEnv): FileDescription {
  const { meta } = report;
  return {
    title: meta.title,
    author: meta.agency,
    subject: meta.subject,
    generator: env.generator,
    language: report.lang,
    created: new Date(`${meta.date}T00:00:00Z`),
    accessible: facesOf(layout).every(hasTrueTypeOutlines),
  };
}

function facesOf(layout: Layout): readonly FontFace[] {
  const faces = new Set<FontFace>();
  for (const page of layout.pages) {
    for (const item of [...page.backdrop, ...page.items, ...page.furniture]) {
      if (item.type === 'text') for (const run of item.runs) faces.add(run.face);
    }
  }
  return [...faces];
}

const TAG_TTCF = 0x74746366;
const TAG_OTTO = 0x4f54544f;

/** Fonts with CFF outlines are embedded in another form, which the evidence on PDF does not cover. */
function hasTrueTypeOutlines({ bytes }: FontFace): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = view.getUint32(0) === TAG_TTCF ? view.getUint32(12) : 0;
  return view.getUint32(first) !== TAG_OTTO;
}

function draw(
  layout: Layout,
  file: FileDescription,
  { fonts, embedded }: WriteEnv,
  images: ReadonlyMap<Figure, EmbeddableImage>,
): Uint8Array {
  const document = new OfficialDocument({ ...file, metadata: xmpOf(file), profile: srgbProfile() });
  requireSplitUnicodeMap(document.fontOf(fonts.face('fangsong')));
  const tags = new TagTree(document);
  const writer = new PageWriter(document, tags, (item) => {
    const image = images.get(item.figure);
    if (image === undefined) throw new Error('an image was not read before drawing');
    return image;
  });
  for (const page of layout.pages) writer.write(page);
  tags.finish(layout.structure);
  addBookmarks(document, layout.bookmarks);
  if (embedded !== undefined) embedFile(document, embedded, file.created);
  return document.bytes();
}

function readImages(layout: Layout): {
  readonly byFigure: ReadonlyMap<Figure, EmbeddableImage>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const byFigure = new Map<Figure, EmbeddableImage>();
  const diagnostics: Diagnostic[] = [];
  for (const page of layout.pages) {
    for (const item of page.items) {
      if (item.type !== 'image' || byFigure.has(item.figure)) continue;
      const { figure } = item;
      const { image, problem } = imageOf(figure.image, figure.mediaType, `I${byFigure.size + 1}`);
      if (image === undefined) diagnostics.push(imageDiagnostic(figure, problem));
      else byFigure.set(figure, image);
    }
  }
  return { byFigure, diagnostics };
}

const PROBLEMS: Readonly<Record<ImageProblem, { readonly zh: string; readonly en: string }>> = {
  damaged: { zh: '文件已损坏', en: 'the file is damaged' },
  cmyk: { zh: '用的是 CMYK 颜色', en: 'it uses CMYK colours' },
  huge: { zh: '像素多得不合理', en: 'it has an unreasonable number of pixels' },
  interlaced: { zh: '是隔行扫描的 PNG', en: 'it is an interlaced PNG' },
};

function imageDiagnostic(figure: Figure, problem: ImageProblem): Diagnostic {
  const what = PROBLEMS[problem];
  return {
    code: 'pdf/image',
    severity: 'error',
    message: {
      zh: `图片“${figure.alt}”放不进 PDF：${what.zh}。`,
      en: `The image “${figure.alt}” cannot be put into the PDF: ${what.en}.`,
    },
    hint: {
      zh: '请另存为 RGB 或灰度的普通 PNG 或 JPEG。',
      en: 'Save it again as a plain PNG or JPEG in RGB or grey.',
    },
    facts: { problem },
    ...(figure.origin === undefined ? {} : { range: figure.origin }),
  };
}
