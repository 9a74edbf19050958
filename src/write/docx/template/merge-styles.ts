/**
 * One `word/styles.xml` of two: the office's own styles as they are, and those of this program that the text uses and the
 * office lacks. Also: which style of the result stands for which of this program's.
 */
import type { Diagnostic } from '../../../diagnostic/diagnostic.js';
import type { PageStyle, TextStyle, TextStyleName, WordTemplate } from '../../../report/style.js';
import { twipsOfPoints } from '../measures.js';
import { fixedStyleIds, textStyleNames } from '../style-names.js';
import { escapeXml } from '../xml.js';
import { cleanNodes } from './clean.js';
import * as findings from './findings.js';
import { type OfficeStyle, OfficeStyles } from './office-styles.js';
import { showsNumber } from './numbering.js';
import type { OfficeTemplate } from './open-template.js';
import { runInStyle, runInStyleIds } from './run-in-styles.js';
import { type StyleRole, styleRoles } from './style-roles.js';
import { elementsIn, type XmlElement, xmlOf, partOf } from './xml-tree.js';

export interface MergedStyles {
  readonly xml: string;
  /** Style of the result by id of this program's. */
  readonly ids: ReadonlyMap<string, string>;
  /** Id of the style of body text; undefined when text that names no style has it. */
  readonly bodyId: string | undefined;
  /** True when the office's table style draws the lines. */
  readonly drawsTables: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** Roles whose look follows the body where the office has no style for them; the rest keep this program's own. */
const likeBody: ReadonlySet<TextStyleName> = new Set([
  ...([
    'subtitle',
    'quote',
    'annexLine',
    'annexMark',
    'tableTitle',
    'tableSubtitle',
    'tableLine',
    'tableUnit',
  ] as const),
  ...(['tableNote', 'tableSignoff', 'figureCaption', 'signature', 'date', 'footnote'] as const),
]);

/** A role that has no style of its own may take that of a kindred one. */
const kindred: Readonly<Record<string, string>> = { LeadHeading: 'Heading1', TableTitle: 'Caption' };

/** Built-in styles that an office's file is expected to have when the text uses them. */
const expected: ReadonlySet<string> = new Set(['Normal', 'Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4']);

/**
 * Merges. `ours` is this program's whole styles part, `used` the ids of it that the text uses. Gives
 * `docx/template-style-missing`, `-style-added`, `-style-unknown`, `-body-indent` and `-numbering`.
 */
export function mergeStyles(
  template: OfficeTemplate,
  wanted: WordTemplate['styles'],
  style: PageStyle,
  ours: string,
  used: ReadonlySet<string>,
): MergedStyles {
  const office = new OfficeStyles(template.styles);
  const matched = new Map<string, OfficeStyle>();
  const diagnostics: Diagnostic[] = [];
  const roles = styleRoles(style);
  for (const role of roles) {
    const found = officeStyleOf(role, office, wanted, template.file, diagnostics);
    if (found !== undefined) matched.set(role.id, found);
  }
  const adder = new StyleAdder(office, ours);
  const normal = matched.get('Normal');
  const ids = new Map([...matched].map(([id, { id: officeId }]) => [id, officeId]));
  if (normal === undefined) ids.set('Normal', adder.own('Normal', ids));
  const bodyBase = ids.get('Normal') ?? 'Normal';
  ids.set('Normal', bodyStyle(bodyBase, normal, wanted.body !== undefined));

  const lacking = roles.filter(({ id }) => used.has(id) && !ids.has(id));
  for (const role of lacking) {
    const other = kindred[role.id];
    const borrowed = other === undefined ? undefined : matched.get(other)?.id;
    ids.set(
      role.id,
      borrowed ??
        (role.text !== undefined && likeBody.has(role.text)
          ? adder.likeBody(role, style.text[role.text], ids, office.points(normal), bodyBase)
          : adder.own(role.id, ids)),
    );
  }
  ids.set(fixedStyleIds.listParagraph, listStyle());
  for (const [level, ourId] of runInStyleIds) {
    if (used.has(ourId))
      ids.set(ourId, adder.add(ourId, runInStyle(level, matched.get(`Heading${level}`), office, ours)));
  }
  diagnostics.push(...aboutStyles());

  return {
    xml: partOf({ ...template.styles, children: officeStyles(template, normal) }, adder.xml),
    ids,
    bodyId: isDefault(ids.get('Normal')) ? undefined : ids.get('Normal'),
    drawsTables: office.property(matched.get(fixedStyleIds.tableGrid), 'w:tblPr', 'w:tblBorders').length > 0,
    diagnostics,
  };

  /** The office's body style, with an indent of its own where it has none and nobody chose it. */
  function bodyStyle(base: string, found: OfficeStyle | undefined, isChosen: boolean): string {
    const indent = style.text.body.firstLineIndent;
    const keys = ['w:firstLine', 'w:firstLineChars', 'w:hanging', 'w:hangingChars'];
    const setsIndent = office
      .property(found, 'w:pPr', 'w:ind')
      .some(({ attributes }) => keys.some((key) => key in attributes));
    if (found === undefined || isChosen || setsIndent || indent === 0) return base;
    diagnostics.push(findings.bodyIndent(template.file, found.name));
    const twips = twipsOfPoints(indent * office.points(found));
    return adder.add(
      'ReportBody',
      '<w:style w:type="paragraph" w:customStyle="1" w:styleId="ReportBody"><w:name w:val="Report Body"/><w:aliases w:val="报告正文"/>' +
        `<w:basedOn w:val="${escapeXml(base)}"/><w:qFormat/>` +
        `<w:pPr><w:ind w:firstLineChars="${Math.round(indent * 100)}" w:firstLine="${twips}"/></w:pPr></w:style>`,
    );
  }

  /** Items of lists look like the body: the office's list style is made for its own bullets. */
  function listStyle(): string {
    const name = wanted.listParagraph;
    const found = name === undefined ? undefined : office.named('paragraph', [name]);
    if (name !== undefined && found === undefined) diagnostics.push(unknown('list_paragraph', name));
    return found?.id ?? ids.get('Normal') ?? bodyBase;
  }

  function unknown(role: string, name: string): Diagnostic {
    return findings.styleUnknown(template.file, role, name, namesOf(office));
  }

  function aboutStyles(): readonly Diagnostic[] {
    const missing = [
      ...(normal === undefined ? ['正文'] : []),
      ...lacking.filter(({ id }) => expected.has(id)).map(({ shown }) => shown),
    ];
    const added = lacking
      .filter(({ id }) => !expected.has(id) && id !== fixedStyleIds.spacer)
      .map(({ shown }) => shown);
    const isNumbered = (found: OfficeStyle): boolean =>
      office.property(found, 'w:pPr', 'w:numPr').some((one) => showsNumber(one, template.numbering));
    const numbered = roles.flatMap(({ id, names: known, shown }) => {
      const found = matched.get(id);
      return found === undefined || !isNumbered(found) ? [] : [known.includes(found.name) ? shown : found.name];
    });
    const names = [...new Set(numbered)];
    return [
      ...(missing.length === 0 ? [] : [findings.styleMissing(template.file, missing)]),
      ...(names.length === 0 ? [] : [findings.numbering(template.file, names)]),
      ...(added.length === 0 ? [] : [findings.styleAdded(template.file, added)]),
    ];
  }

  function isDefault(id: string | undefined): boolean {
    return (
      id === office.default('paragraph')?.id ||
      (normal === undefined && id === bodyBase && office.default('paragraph') === undefined)
    );
  }
}

/** The office's style for a role: the one it was told, else one that bears its name. */
function officeStyleOf(
  role: StyleRole,
  office: OfficeStyles,
  wanted: WordTemplate['styles'],
  file: string,
  diagnostics: Diagnostic[],
): OfficeStyle | undefined {
  const chosen = role.role === undefined ? undefined : wanted[role.role];
  if (chosen !== undefined) {
    const found = office.named(role.type, [chosen]);
    if (found !== undefined) return found;
    const key = (role.role ?? '').replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
    const finding = findings.styleUnknown(file, key, chosen, namesOf(office));
    // Cells of every look ask for the same.
    if (!diagnostics.some(({ message }) => message.zh === finding.message.zh)) diagnostics.push(finding);
  }
  return role.id === textStyleNames.body.id
    ? (office.named('paragraph', role.names) ?? office.default('paragraph'))
    : office.named(role.type, role.names);
}

/** Names an author could mean, those of the office's own first. */
function namesOf(office: OfficeStyles): readonly string[] {
  const paragraphs = office.all.filter(({ type }) => type !== 'character' && type !== 'numbering');
  const isOwn = ({ element }: OfficeStyle): boolean => element.attributes['w:customStyle'] !== undefined;
  return [...paragraphs.filter(isOwn), ...paragraphs.filter((found) => !isOwn(found))].map(({ name }) => name);
}

/**
 * The office's styles without numbers, traces of editing, and names of styles that are not there. Some programs name no
 * style for text that names none: it is `normal` then.
 */
function officeStyles(template: OfficeTemplate, normal: OfficeStyle | undefined): readonly XmlElement[] {
  const ids = new Set(elementsIn(template.styles).map(({ attributes }) => attributes['w:styleId'] ?? ''));
  const context = { relations: new Map(), takePicture: () => undefined, styleIds: ids, dropped: template.dropped };
  const refers = /^w:(?:basedOn|next|link)$/u;
  const hasDefault = new OfficeStyles(template.styles).default('paragraph') !== undefined;
  const becomesDefault = ({ attributes }: XmlElement): boolean => !hasDefault && attributes['w:styleId'] === normal?.id;
  return cleanNodes(elementsIn(template.styles), context)
    .filter((node) => typeof node !== 'string')
    .map((element) => ({
      ...element,
      attributes: becomesDefault(element) ? { ...element.attributes, 'w:default': '1' } : element.attributes,
      children: element.children.filter(
        (child) => typeof child === 'string' || !refers.test(child.name) || ids.has(child.attributes['w:val'] ?? ''),
      ),
    }));
}

/** Collects styles put beside the office's own, under ids and names that none of its styles has. */
class StyleAdder {
  readonly #office: OfficeStyles;
  readonly #ours: ReadonlyMap<string, string>;
  readonly #added: string[] = [];

  constructor(office: OfficeStyles, ours: string) {
    this.#office = office;
    this.#ours = new Map(
      [...ours.matchAll(/<w:style\b[^>]*w:styleId="([^"]*)".*?<\/w:style>/gsu)].map(([xml, id]) => [id ?? '', xml]),
    );
  }

  get xml(): string {
    return this.#added.join('');
  }

  /** Adds a style under its id, or another where the office's file has one of that id; the id taken. */
  add(id: string, xml: string): string {
    let free = id;
    for (let n = 2; this.#office.byId(free) !== undefined; n++) free = `${id}${n}`;
    const name = /<w:name w:val="([^"]*)"/u.exec(xml)?.[1] ?? '';
    const isTaken = this.#office.all.some((style) => style.name.toLowerCase() === name.toLowerCase());
    const named = isTaken ? xml.replace('<w:name w:val="', '<w:name w:val="nianbao ') : xml;
    this.#added.push(named.replace(`w:styleId="${id}"`, `w:styleId="${free}"`));
    return free;
  }

  /** Adds this program's own style; what it stands on is looked up among `ids` and the office's defaults. */
  own(id: string, ids: ReadonlyMap<string, string>): string {
    const bases = new Map([
      ['Normal', this.#office.default('paragraph')?.id],
      ['DefaultParagraphFont', this.#office.default('character')?.id],
      ['TableNormal', this.#office.default('table')?.id],
    ]);
    const xml = (this.#ours.get(id) ?? '')
      .replace(/<w:link [^>]*\/>/u, '')
      .replace(/<w:basedOn w:val="([^"]*)"\/>/u, (_, base: string) =>
        reference('basedOn', bases.get(base) ?? ids.get(base)),
      )
      .replace(/<w:next w:val="([^"]*)"\/>/u, (_, next: string) => reference('next', ids.get(next)))
      .replace(
        / w:default="1"/u,
        id === 'Normal' && this.#office.default('paragraph') === undefined ? ' w:default="1"' : '',
      );
    return this.add(id, xml);
  }

  /** Adds a style that differs from the body only in where its lines stand. */
  likeBody(role: StyleRole, text: TextStyle, ids: ReadonlyMap<string, string>, points: number, base: string): string {
    const name = Object.values(textStyleNames).find(({ id }) => id === role.id);
    const hundredths = (characters: number): number => Math.round(characters * 100);
    const twips = (characters: number): number => twipsOfPoints(characters * points);
    const indent = `<w:ind w:leftChars="${hundredths(text.leftIndent)}" w:left="${twips(text.leftIndent)}" w:rightChars="${hundredths(text.rightIndent)}" w:right="${twips(text.rightIndent)}" w:firstLineChars="${hundredths(text.firstLineIndent)}" w:firstLine="${twips(text.firstLineIndent)}"/>`;
    const align = text.align === 'justify' ? 'both' : text.align;
    return this.add(
      role.id,
      `<w:style w:type="paragraph"${name?.alias === undefined ? '' : ' w:customStyle="1"'} w:styleId="${role.id}">` +
        `<w:name w:val="${escapeXml(role.names[0] ?? role.id)}"/>` +
        (name?.alias === undefined ? '' : `<w:aliases w:val="${escapeXml(name.alias)}"/>`) +
        `<w:basedOn w:val="${escapeXml(base)}"/>${reference('next', ids.get('Normal'))}<w:qFormat/>` +
        `<w:pPr>${text.keepWithNext ? '<w:keepNext/>' : ''}${indent}<w:jc w:val="${align}"/></w:pPr>` +
        `${text.bold ? '<w:rPr><w:b/><w:bCs/></w:rPr>' : ''}</w:style>`,
    );
  }
}

function reference(name: string, id: string | undefined): string {
  return id === undefined ? '' : xmlOf({ name: `w:${name}`, attributes: { 'w:val': id }, children: [] });
}
