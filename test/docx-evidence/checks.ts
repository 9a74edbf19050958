/**
 * What a Word file must hold, looked for in its parts alone: no code of the writer and none of docx. Each finding names the
 * requirement it offends.
 */
import { strFromU8, unzipSync } from 'fflate';
import { all, at, type Element, ownText, parseXml, textIn, val } from '../support/docx-xml.js';
import { type Check, type Finding, type Parts, unless } from './finding.js';
import { tables } from './tables.js';

export function partsOfFile(bytes: Uint8Array): Parts {
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, data]) => [
      path,
      /\.(?:xml|rels)$/u.test(path) ? strFromU8(data) : '',
    ]),
  );
}

/** All findings; a part that is no XML is one. */
export function checkDocx(parts: Parts): readonly Finding[] {
  const roots = new Map<string, Element>();
  const root = (path: string): Element => {
    const known = roots.get(path) ?? parseXml(parts[path] ?? '');
    roots.set(path, known);
    return known;
  };
  return checks.flatMap((check) => {
    try {
      return check(parts, root);
    } catch (error) {
      return [{ requirement: 'R-39', text: `${check.name}: ${(error as Error).message}` }];
    }
  });
}

const same = (a: readonly string[], b: readonly string[]): boolean => [...a].sort().join() === [...b].sort().join();
const twice = (values: readonly string[]): readonly string[] => values.filter((v, i) => values.indexOf(v) !== i);

const document = 'word/document.xml';
const styles = 'word/styles.xml';

/** Path of the part that a list of relationships names by a target. */
function targetOf(list: string, target: string): string {
  const steps = `${list.replace(/_rels\/[^/]*$/u, '')}${target}`.split('/');
  return steps.filter((step, i) => step !== '..' && steps[i + 1] !== '..').join('/');
}

const packageParts: Check = (parts, root) => {
  const types = root('[Content_Types].xml');
  const overrides = all(types, 'Override').map((e) => (e.attributes['PartName'] ?? '').slice(1));
  const extensions = new Set(all(types, 'Default').map((e) => e.attributes['Extension'] ?? ''));
  const paths = Object.keys(parts).filter((path) => path !== '[Content_Types].xml');
  const typed = (path: string): boolean =>
    overrides.includes(path) || extensions.has(path.slice(path.lastIndexOf('.') + 1));
  const lists = Object.keys(parts).filter((path) => path.endsWith('.rels'));
  const inside = lists.flatMap((path) =>
    all(root(path), 'Relationship')
      .filter((e) => e.attributes['TargetMode'] !== 'External')
      .map((e) => targetOf(path, e.attributes['Target'] ?? '')),
  );
  // A logo may stand in several headers.
  const targets = [...new Set(inside)];
  const content = paths.filter((path) => !path.endsWith('.rels'));
  const ids = all(root('word/_rels/document.xml.rels'), 'Relationship').map((e) => e.attributes['Id'] ?? '');
  const idsOf = (owner: string): readonly string[] => {
    const list = owner.replace(/([^/]*)$/u, '_rels/$1.rels');
    return list in parts ? all(root(list), 'Relationship').map((e) => e.attributes['Id'] ?? '') : [];
  };
  const lost = content.filter((path) => {
    const used = [...(parts[path] ?? '').matchAll(/\br:(?:id|embed|link|pict)="([^"]+)"/gu)].map(([, id]) => id ?? '');
    return !used.every((id) => idsOf(path).includes(id));
  });
  return [
    ...unless(paths.every(typed), 'R-39', 'a part has no content type'),
    ...unless(
      overrides.every((path) => path in parts),
      'R-39',
      'a content type has no part',
    ),
    ...unless(same(targets, content), 'R-39', 'relationships and parts are not the same'),
    ...unless(lost.length === 0, 'R-39', 'a relationship that is used is not there'),
    ...unless(
      same(
        ids,
        ids.map((_, i) => `rId${i + 1}`),
      ),
      'R-40',
      'relationships are not numbered from 1',
    ),
  ];
};

const styleNames: Check = (_, root) => {
  const defined = all(root(styles), 'w:style');
  const ids = defined.map((e) => e.attributes['w:styleId'] ?? '');
  const names = defined.map((e) => val(e, 'w:name') ?? '');
  const wanted = ['Normal', 'Title', 'heading 1', 'heading 2', 'heading 3', 'heading 4', 'caption', 'Table Grid'];
  const named = ['w:basedOn', 'w:next', 'w:link'].flatMap((key) => defined.flatMap((e) => val(e, key) ?? []));
  const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle'].flatMap((key) =>
    all(root(document), key).map((e) => e.attributes['w:val'] ?? ''),
  );
  const headings = [1, 2, 3, 4].map((level) => defined[names.indexOf(`heading ${level}`)]);
  return [
    ...unless(
      wanted.every((name) => names.includes(name)),
      'R-37',
      'a built-in style has not the name Word knows',
    ),
    ...unless(
      [...named, ...used].every((id) => ids.includes(id)),
      'R-37',
      'a style that is used is not defined',
    ),
    ...unless(twice(ids).length + twice(names).length === 0, 'R-37', 'two styles have one id or name'),
    ...unless(
      headings.every(
        (e, i) => val(e, 'w:pPr', 'w:outlineLvl') === String(i) && at(e, 'w:pPr', 'w:keepNext') !== undefined,
      ),
      'R-37',
      'a heading has not its level or does not keep with its text',
    ),
    ...unless(all(root(document), 'w:numPr').length === 0, 'R-37', 'a heading or list is numbered by Word'),
  ];
};

/** Marks that Word would set narrow, in the Western font. */
const chineseMarks = /[“”‘’…—·]/u;

const fonts: Check = (parts, root) => {
  const normal = all(root(styles), 'w:style').find((e) => val(e, 'w:name') === 'Normal');
  const slots = at(normal, 'w:rPr', 'w:rFonts')?.attributes ?? {};
  const listed = all(root('word/fontTable.xml'), 'w:font');
  const names = new Set(listed.map((e) => e.attributes['w:name'] ?? ''));
  const used = Object.values(parts).flatMap((xml) =>
    [...xml.matchAll(/w:(?:ascii|hAnsi|eastAsia|cs)="([^"]+)"/gu)].map(([, name]) => name ?? ''),
  );
  const narrow = all(root(document), 'w:r').filter((run) => {
    const own = at(run, 'w:rPr', 'w:rFonts')?.attributes;
    const latin = /[A-Za-z]/u.test(textIn(run));
    return !latin && chineseMarks.test(textIn(run)) && own?.['w:hAnsi'] !== own?.['w:eastAsia'];
  });
  const unnamed = all(root(document), 'w:r').filter(
    (run) =>
      chineseMarks.test(textIn(run)) && !/[A-Za-z]/u.test(textIn(run)) && at(run, 'w:rPr', 'w:rFonts') === undefined,
  );
  const scheme = all(root('word/theme/theme1.xml'), 'a:fontScheme')[0];
  const themeFonts = ['a:latin', 'a:ea', 'a:font'].flatMap((key) =>
    scheme === undefined ? [] : all(scheme, key).map((e) => e.attributes['typeface'] ?? ''),
  );
  return [
    ...unless(narrow.length + unnamed.length === 0, 'R-30', 'Chinese quotes, dashes or dots are in the Western font'),
    ...unless(
      slots['w:eastAsia'] !== undefined && slots['w:ascii'] !== undefined && slots['w:ascii'] !== slots['w:eastAsia'],
      'R-30',
      'Normal does not name both fonts',
    ),
    ...unless(
      used.filter((name) => name !== 'zh-CN').every((name) => names.has(name)),
      'R-31',
      'a font is used that the font table does not list',
    ),
    ...unless(
      listed.every((e) => (val(e, 'w:altName') ?? '') !== '' && val(e, 'w:charset') !== undefined),
      'R-31',
      'a font has no other name or no character set',
    ),
    ...unless(!/w:\w+Theme="/u.test(Object.values(parts).join('')), 'R-31', 'a theme font is asked for'),
    ...unless(
      themeFonts.every((name) => names.has(name)),
      'R-31',
      'the theme holds a font of its own',
    ),
  ];
};

const page: Check = (_, root) => {
  const sections = all(root(document), 'w:sectPr');
  const right = sections.every((section) => {
    const size = at(section, 'w:pgSz')?.attributes ?? {};
    const margins = at(section, 'w:pgMar')?.attributes ?? {};
    const sides = [Number(size['w:w']), Number(size['w:h'])];
    return (
      Math.min(...sides) === 11906 &&
      Math.max(...sides) === 16838 &&
      (size['w:orient'] === 'landscape' || (margins['w:top'] === '2098' && margins['w:left'] === '1587')) &&
      at(section, 'w:docGrid')?.attributes['w:linePitch'] === '579'
    );
  });
  const settings = root('word/settings.xml');
  const references = all(root(document), 'w:footerReference').map((e) => e.attributes['w:type'] ?? '');
  const footers = ['word/footer1.xml', 'word/footer2.xml'].map((path) => root(path));
  const numbered = footers.every((footer) => /PAGE/u.test(all(footer, 'w:instrText').map(ownText).join('')));
  return [
    ...unless(sections.length > 0 && right, 'R-32', 'page, margins or line grid are not those of the standard'),
    ...unless(same(references, ['default', 'even']), 'R-38', 'odd and even pages have not their own footers'),
    ...unless(at(settings, 'w:evenAndOddHeaders') !== undefined, 'R-38', 'odd and even footers are switched off'),
    ...unless(numbered && footers.every((f) => /^— ?.*—$/u.test(textIn(f))), 'R-38', 'a footer is not — 1 —'),
    ...unless(at(settings, 'w:updateFields') === undefined, 'R-39', 'Word would ask to update fields'),
  ];
};

const indents: Check = (_, root) => {
  const wrong = all(root(styles), 'w:style').filter((style) => {
    const indent = at(style, 'w:pPr', 'w:ind')?.attributes ?? {};
    const points = Number(val(style, 'w:rPr', 'w:sz') ?? '0') / 2;
    const characters = Number(indent['w:firstLineChars'] ?? '0') / 100;
    return Math.abs(Number(indent['w:firstLine'] ?? '0') - characters * points * 20) > 1;
  });
  const typed = all(root(document), 'w:p').filter((p) => /^[ \u3000]/u.test(textIn(p)));
  return [
    ...unless(wrong.length === 0, 'R-33', 'a first line is indented by another length than by characters'),
    ...unless(typed.length === 0, 'R-33', 'a line is indented by spaces'),
  ];
};

const properties: Check = (_, root) => {
  const core = root('docProps/core.xml');
  const text = (name: string): string => all(core, name).map(ownText).join('');
  const custom = all(root('docProps/custom.xml'), 'property').map((e) => [e.attributes['name'], textOfAll(e)]);
  const named = Object.fromEntries(custom) as Readonly<Record<string, string>>;
  const dates = [text('dcterms:created'), text('dcterms:modified')];
  const bookmarks = all(root(document), 'w:bookmarkStart');
  const names = bookmarks.map((e) => e.attributes['w:name'] ?? '');
  const ids = bookmarks.map((e) => e.attributes['w:id'] ?? '');
  const ends = all(root(document), 'w:bookmarkEnd').map((e) => e.attributes['w:id'] ?? '');
  const marked = all(root(document), 'w:p').filter((p) =>
    /^Heading[1-4]$|^Title$/u.test(val(p, 'w:pPr', 'w:pStyle') ?? ''),
  );
  const isMarked = (element: Element): boolean => all(element, 'w:bookmarkStart').length > 0;
  return [
    ...unless(text('dc:title') !== '' && text('dc:subject') !== '', 'R-41', 'title or subject is missing'),
    ...unless(text('dc:language') === 'zh-CN', 'R-41', 'the language is not Chinese'),
    ...unless(
      (named['agency'] ?? '') !== '' && /^\d{4}$/u.test(named['year'] ?? ''),
      'R-41',
      'agency or year is missing',
    ),
    ...unless(
      all(root(document), 'wp:docPr').every((e) => (e.attributes['descr'] ?? '') !== ''),
      'R-41',
      'a picture has no alternative text',
    ),
    ...unless(
      dates.every((date) => /^\d{4}-\d\d-\d\dT00:00:00Z$/u.test(date)),
      'R-40',
      'a date is not a day of the report',
    ),
    ...unless(same(ids, ends) && twice(ids).length + twice(names).length === 0, 'R-41', 'bookmarks do not pair up'),
    ...unless(marked.every(isMarked), 'R-41', 'a heading has no bookmark'),
    ...unless(all(root(document), 'w:tbl').every(isMarked), 'R-41', 'a table has no bookmark'),
  ];
};

function textOfAll(element: Element): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOfAll(child))).join('');
}

const words: Check = (_, root) => {
  const text = textIn(root(document));
  return [
    ...unless(!/undefined|NaN|\[object|\{\{|\}\}/u.test(text), 'R-39', 'the text holds words of the program'),
    ...unless(!/[\uE000-\uF8FF\u2E80-\u2FDF\uFFFD]/u.test(text), 'R-39', 'the text holds characters that are no words'),
  ];
};

const checks: readonly Check[] = [packageParts, styleNames, fonts, page, indents, tables, properties, words];
