/**
 * The DOCX writer. Comes in: Report and PageStyle. Goes out: the bytes of a Word file in native structure, the same for the
 * same input. docx builds the body; styles, settings, fonts and properties are our own parts; one pass makes it stable.
 */
import { Document } from 'docx';
import type { Diagnostic, Outcome } from '../../diagnostic/diagnostic.js';
import type { PageStyle } from '../../report/style.js';
import type { Report } from '../../report/tree.js';
import type { WriteEnv, Writer } from '../writer.js';
import { cleanText } from './characters.js';
import { wordComments } from './comments-part.js';
import { createContext, type TableDescription } from './context.js';
import { describeTables, themeFonts } from './document-edits.js';
import { compiledParts } from './docx-internals.js';
import { embeddedParts } from './embedded-part.js';
import { fontTablePart } from './font-table-part.js';
import { portraitPage, type PageTwips, twipsOfPoints } from './measures.js';
import { normalisePackage } from './normalise.js';
import { applicationPart, corePart } from './properties-part.js';
import { wordSections } from './sections.js';
import { settingsPart } from './settings-part.js';
import { stylesPart } from './styles-part.js';
import type { OfficeLook } from './template/office-look.js';

/**
 * Word files. Gives `docx/character`, `docx/not-rendered`, `docx/table-split`, and `report/grid` for a table whose spans do
 * not resolve.
 */
export const docxWriter: Writer = {
  format: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  write: writeDocx,
};

async function writeDocx(report: Report, style: PageStyle, env: WriteEnv): Promise<Outcome<Uint8Array>> {
  const diagnostics: Diagnostic[] = [];
  const { wordTemplate } = style;
  if (wordTemplate === undefined) return { value: packed(report, style, env, undefined, diagnostics), diagnostics };
  // Loaded when it is wanted: it brings a reader of XML with it.
  const { openLook } = await import('./template/office-look.js');
  const look = openLook(wordTemplate, style, diagnostics);
  if (look === undefined) return { diagnostics };
  return { value: packed(report, look.style, env, look, diagnostics), diagnostics };
}

/** The bytes of the file, in the office's look where there is one. */
function packed(
  report: Report,
  style: PageStyle,
  env: WriteEnv,
  look: OfficeLook | undefined,
  diagnostics: Diagnostic[],
): Uint8Array {
  const described: TableDescription[] = [];
  const page = look?.page ?? portraitPage(style.page, style.pageNumber);
  const context = createContext(style, page, diagnostics, described, env.review);
  const sections = wordSections(report, context, env.review?.notice);
  const document = new Document({
    sections,
    // Asked for once the text is written, since comments are numbered as they are met.
    comments: wordComments(context.comments.all(), report.meta.date, context),
    evenAndOddHeaderAndFooters: true,
    customProperties: customProperties(report),
  });
  const compiled = new Map(compiledParts(document));
  const body = compiled.get('word/document.xml');
  if (typeof body === 'string') compiled.set('word/document.xml', describeTables(body, described));
  // Lines of this program's own styles keep their distance, whatever grid the office's page has.
  const own = ownParts(report, style, env, { ...page, linePitch: twipsOfPoints(style.page.pitch) });
  const poured = look?.pour({ compiled, own, meta: report.meta });
  diagnostics.push(...(poured?.diagnostics ?? []));
  const carried = env.embedded === undefined ? { parts: {}, edits: {} } : embeddedParts(env.embedded);
  const theme = 'word/theme/theme1.xml';
  const edits: Edits[] = [
    poured?.parts[theme] === undefined ? { [theme]: (xml) => themeFonts(xml, style) } : {},
    poured?.edits ?? {},
    carried.edits,
  ];
  return normalisePackage(poured?.compiled ?? compiled, {
    parts: { ...own, ...poured?.parts, ...carried.parts },
    edits: inTurn(edits),
  });
}

type Edits = Readonly<Record<string, (xml: string) => string>>;

/** One edit for each part: those of it, one after the other. */
function inTurn(all: readonly Edits[]): Edits {
  const joined: Record<string, (xml: string) => string> = {};
  for (const edits of all) {
    for (const [path, edit] of Object.entries(edits)) {
      const before = joined[path];
      joined[path] = before === undefined ? edit : (xml) => edit(before(xml));
    }
  }
  return joined;
}

function ownParts(report: Report, style: PageStyle, env: WriteEnv, page: PageTwips): Readonly<Record<string, string>> {
  return {
    'word/styles.xml': stylesPart(style, page, report.lang, env.review !== undefined),
    'word/settings.xml': settingsPart(report.lang, page.linePitch, twipsOfPoints(2 * style.text.body.wordSize)),
    'word/fontTable.xml': fontTablePart(style.fonts),
    'docProps/core.xml': corePart(report.meta, report.lang),
    'docProps/app.xml': applicationPart(report.meta, env.generator),
  };
}

function customProperties({ meta }: Report): readonly { readonly name: string; readonly value: string }[] {
  return [
    { name: 'agency', value: cleanText(meta.agency).text },
    { name: 'year', value: String(meta.year) },
  ];
}
