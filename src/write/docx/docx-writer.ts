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

/**
 * Word files. Gives `docx/character`, `docx/not-rendered`, `docx/table-split`, and `report/grid` for a table whose spans do
 * not resolve.
 */
export const docxWriter: Writer = {
  format: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: 'docx',
  write: (report, style, env) => Promise.resolve(writeDocx(report, style, env)),
};

function writeDocx(report: Report, style: PageStyle, env: WriteEnv): Outcome<Uint8Array> {
  const diagnostics: Diagnostic[] = [];
  const described: TableDescription[] = [];
  const page = portraitPage(style.page, style.pageNumber);
  const context = createContext(style, page, diagnostics, described, env.review);
  const sections = wordSections(report, context, env.review?.notice);
  const document = new Document({
    sections,
    // Asked for once the text is written, since comments are numbered as they are met.
    comments: wordComments(context.comments.all(), report.meta.date, context),
    evenAndOddHeaderAndFooters: true,
    customProperties: customProperties(report),
  });
  const carried = env.embedded === undefined ? { parts: {}, edits: {} } : embeddedParts(env.embedded);
  const value = normalisePackage(compiledParts(document), {
    parts: { ...ownParts(report, style, env, page), ...carried.parts },
    edits: {
      ...carried.edits,
      'word/document.xml': (xml) => describeTables(xml, described),
      'word/theme/theme1.xml': (xml) => themeFonts(xml, style),
    },
  });
  return { value, diagnostics };
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
