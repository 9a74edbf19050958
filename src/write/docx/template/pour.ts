/**
 * Pours a report into an office's Word file: the office's styles, pages, headers and letterhead; the report's text and tables.
 * Comes in: the opened file and the parts this program wrote. Goes out: parts of a package, and all that could not be taken.
 */
import type { Diagnostic } from '../../../diagnostic/diagnostic.js';
import type { PageStyle, WordTemplate } from '../../../report/style.js';
import type { ReportMeta } from '../../../report/tree.js';
import type { PackageParts } from '../docx-internals.js';
import { relationshipOwner } from '../normalise.js';
import { cleanNodes } from './clean.js';
import * as edits from './document-edit.js';
import * as findings from './findings.js';
import { Frame, insideOf } from './frame.js';
import { furnitureOf, type Furniture } from './furniture.js';
import { mergedFonts, mergedSettings, tellsEvenPages } from './merge-parts.js';
import { mergeStyles } from './merge-styles.js';
import { NewParts } from './new-parts.js';
import type { OfficeTemplate } from './open-template.js';
import { sectionXml } from './page-setup.js';
import { factsOf, filled } from './placeholders.js';
import { elementsIn, partOf, type XmlElement, type XmlNode } from './xml-tree.js';

export interface PourInput {
  readonly compiled: PackageParts;
  /** This program's own styles, settings and font table, by path. */
  readonly own: Readonly<Record<string, string>>;
  readonly style: PageStyle;
  readonly wanted: WordTemplate['styles'];
  readonly meta: ReportMeta;
  /** False when the office's page setup makes no page: the report keeps its own. */
  readonly takesPage: boolean;
}

export interface Poured {
  readonly compiled: PackageParts;
  readonly parts: Readonly<Record<string, string | Uint8Array>>;
  readonly edits: Readonly<Record<string, (xml: string) => string>>;
  readonly diagnostics: readonly Diagnostic[];
}

const documentPath = 'word/document.xml';

export function pour(template: OfficeTemplate, input: PourInput): Poured {
  const { compiled, own, style, wanted, meta } = input;
  const document = text(compiled, documentPath);
  const styles = mergeStyles(template, wanted, style, own['word/styles.xml'] ?? '', usedStyles(compiled));
  const furniture = furnitureOf(template.body);
  const hasFooter = [...furniture.sections.map(({ properties }) => properties), furniture.properties].some(
    (properties) => elementsIn(properties).some(({ name }) => name === 'w:footerReference'),
  );
  const parts = new NewParts(template);
  const relations = parts.relations('rIdOffice');
  const unknown = new Set<string>();
  const facts = factsOf(meta);
  const styleIds = new Set(elementsIn(template.styles).map(({ attributes }) => attributes['w:styleId'] ?? ''));
  const rename = (xml: string): string => edits.renamedStyles(xml, styles.ids);
  const frame = new Frame(template, parts, relations, {
    marks: rename(insideOf(text(compiled, 'word/header1.xml'))),
    ownFooters: hasFooter ? '' : edits.footerReferences(document),
    tellsEvenPages: tellsEvenPages(template.settings) || !hasFooter,
    styleIds,
    facts,
    unknown,
  });
  const officeNodes = (nodes: readonly XmlElement[]): readonly XmlNode[] =>
    cleanNodes(nodes, {
      relations: template.relationsOf(template.documentPath),
      takePicture: relations.picture,
      styleIds,
      dropped: template.dropped,
    }).map((node) => filled(node, facts, unknown));
  const around = surroundings(furniture, frame, officeNodes, template);
  const first = frame.references(furniture.properties, true);
  addTheme(template, parts);

  const edit = (xml: string): string => {
    const looks = edits.withoutOwnLooks(edits.withBodyStyle(rename(xml), styles.bodyId), styles.drawsTables);
    const paged = edits.withSections(looks, (section, index) => {
      const references = index === 0 ? first : '';
      if (!input.takesPage) return edits.withReferences(section, references);
      const options = { references, isWide: edits.isWide(section), isFirst: index === 0 };
      return sectionXml(furniture.properties, options, template.dropped);
    });
    return edits.surrounded(paged, around.before, around.after);
  };
  // The edit is made at once: what it drops must be known for the findings.
  const poured = edit(document);
  const leaving = partsLeaving(compiled, hasFooter);
  return {
    compiled: new Map(
      [...compiled]
        .filter(([path]) => !leaving.has(path))
        .map(([path, data]) => [
          path,
          path === documentPath
            ? poured
            : typeof data === 'string' && /^word\/(?:footer\d+|comments)\.xml$/u.test(path)
              ? rename(data)
              : data,
        ]),
    ),
    parts: {
      ...parts.parts,
      'word/styles.xml': styles.xml,
      'word/settings.xml': mergedSettings(own['word/settings.xml'] ?? '', template.settings, !hasFooter),
      'word/fontTable.xml': mergedFonts(own['word/fontTable.xml'] ?? '', template.fontTable),
    },
    edits: {
      'word/_rels/document.xml.rels': (xml) =>
        withoutParts(xml, leaving).replace('</Relationships>', `${relations.elements()}</Relationships>`),
      '[Content_Types].xml': (xml) => parts.typed(withoutParts(xml, leaving)),
    },
    diagnostics: [...styles.diagnostics, ...findingsOf(template, furniture, hasFooter, unknown, input.takesPage)],
  };
}

function text(compiled: PackageParts, path: string): string {
  const data = compiled.get(path);
  return typeof data === 'string' ? data : '';
}

/** Ids of styles in everything that was written. */
function usedStyles(compiled: PackageParts): ReadonlySet<string> {
  const found = [...compiled].flatMap(([path, data]) =>
    typeof data === 'string' && /^word\/(?:document|comments|header\d+|footer\d+)\.xml$/u.test(path)
      ? [...data.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]*)"\/>/gu)].map(([, id]) => id ?? '')
      : [],
  );
  return new Set(found);
}

/** The office's content before and after the report, as XML. */
function surroundings(
  furniture: Furniture,
  frame: Frame,
  officeNodes: (nodes: readonly XmlElement[]) => readonly XmlNode[],
  template: OfficeTemplate,
): { readonly before: string; readonly after: string } {
  const sections = furniture.sections.map(({ blocks, properties }) => {
    const options = { references: frame.references(properties, false), isWide: false, isFirst: true };
    return `${edits.officeBlock(officeNodes(blocks))}${edits.sectionEnd(sectionXml(properties, options, template.dropped))}`;
  });
  return {
    before: `${sections.join('')}${edits.officeBlock(officeNodes(furniture.before))}`,
    after: edits.officeBlock(officeNodes(furniture.after)),
  };
}

function addTheme(template: OfficeTemplate, parts: NewParts): void {
  if (template.theme === undefined) return;
  const { path, tree } = template.theme;
  const relations = parts.relations('rId', '../media/');
  const context = {
    relations: template.relationsOf(path),
    takePicture: relations.picture,
    styleIds: new Set<string>(),
    dropped: template.dropped,
  };
  parts.add(
    'word/theme/theme1.xml',
    partOf({ ...tree, children: cleanNodes(elementsIn(tree), context) }),
    undefined,
    relations,
  );
}

/** Headers that docx wrote stand in the office's now; its footers only where the office has none. */
function partsLeaving(compiled: PackageParts, hasFooter: boolean): ReadonlySet<string> {
  const leaves = (path: string): boolean =>
    /^word\/header\d+\.xml$/u.test(path) || (hasFooter && /^word\/footer\d+\.xml$/u.test(path));
  return new Set([...compiled.keys()].filter((path) => leaves(path) || leaves(relationshipOwner(path) ?? '')));
}

/** Takes out the elements that name one of these parts. */
function withoutParts(xml: string, leaving: ReadonlySet<string>): string {
  return xml.replace(/<(?:Override|Relationship)\b[^>]*\/>/gu, (element) => {
    const part = /PartName="\/([^"]*)"/u.exec(element)?.[1] ?? `word/${/\bTarget="([^"]*)"/u.exec(element)?.[1] ?? ''}`;
    return leaving.has(part) ? '' : element;
  });
}

function findingsOf(
  template: OfficeTemplate,
  furniture: Furniture,
  hasFooter: boolean,
  unknown: ReadonlySet<string>,
  takesPage: boolean,
): readonly Diagnostic[] {
  const { file, dropped } = template;
  return [
    ...(takesPage ? [] : [findings.pageUnusable(file)]),
    ...(dropped.size === 0 ? [] : [findings.dropped(file, dropped)]),
    ...(furniture.hasLostMark ? [findings.markUnusable(file)] : []),
    ...(furniture.leftOut === '' || furniture.hasLostMark ? [] : [findings.bodyLeftOut(file, furniture.leftOut)]),
    ...(hasFooter ? [] : [findings.noPageNumber(file)]),
    ...(unknown.size === 0 ? [] : [findings.placeholderLeft(file, [...unknown])]),
  ];
}
