/** What a pack must hold as a whole: ids unique, years in order, tables used once, titles and lines that compile, a style that fits the page. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { PageStyle } from '../report/style.js';
import { compileTemplate, hasReferences } from '../template/template.js';
import { checkTemplate } from './check-template.js';
import { duplicates } from './duplicates.js';
import type { PackTree } from './files.js';
import type { WrittenPack } from './load-pack.js';
import * as problems from './problems.js';
import type { Placed } from './shape.js';
import type { TemplatePack } from './types.js';

/** Looks every pack has: tables of the form, and tables that an author writes in the text. */
const requiredLooks = ['statutory', 'plain'];

/** Checks what is not of one section, table or rule alone. */
export function checkPack(written: WrittenPack, tree: PackTree, pack: TemplatePack): readonly Diagnostic[] {
  const { sections, basis, years } = written.pack;
  return [
    ...duplicates(basis.map((entry) => entry.id)),
    ...duplicates(sections.map((section) => section.id)),
    ...(years !== undefined && years.value.until !== undefined && years.value.until < years.value.from
      ? [problems.yearOrder(years.range)]
      : []),
    ...tableUses(written, pack),
    ...titleTemplates(written).flatMap((template) => checkTemplate(template, 'title', pack)),
    ...unusedTexts(tree, written),
    ...checkStyle(pack.style, styleRange(tree)),
  ];
}

function tableUses(written: WrittenPack, pack: TemplatePack): readonly Diagnostic[] {
  if (pack.abstract === true) return [];
  const used = pack.sections.flatMap((section) => section.tables);
  return written.tables.flatMap(({ id }) => {
    const uses = used.filter((other) => other === id.value).length;
    return uses === 1 ? [] : [problems.tableUse(id.value, uses, id.range)];
  });
}

/** Every text of the pack that is printed as one line or paragraph: titles, lines about tables, words with references. */
function titleTemplates(written: WrittenPack): readonly Placed<string>[] {
  const { titles } = written.pack;
  const ofTitles =
    titles === undefined
      ? []
      : [
          ...titles.report,
          titles.subject,
          titles.fileName,
          ...(titles.subtitle === undefined ? [] : [titles.subtitle]),
        ];
  const ofTables = written.tables.flatMap((table) => [...table.before.map((line) => line.text), ...table.notes]);
  return [...ofTitles, ...ofTables, ...Object.values(written.terms.words).filter((word) => hasReferences(word.value))];
}

/** Paths of the texts that sections use, as starter or wording. */
export function usedTexts(written: WrittenPack): ReadonlySet<string | undefined> {
  return new Set(
    written.pack.sections.flatMap((section) => [
      section.starter?.value,
      ...section.wording.map((wording) => wording.file.value),
    ]),
  );
}

/** Wording that no section of this pack uses is kept for the packs that extend it; its names are checked, its cells cannot be. */
function unusedTexts(tree: PackTree, written: WrittenPack): readonly Diagnostic[] {
  const used = usedTexts(written);
  return [...tree.texts]
    .filter(([path]) => !used.has(path))
    .flatMap(([, { text, file }]) => compileTemplate(text, { kind: 'wording', file }).diagnostics);
}

function styleRange(tree: PackTree): Diagnostic['range'] & object {
  const range = tree.style?.range;
  return range === undefined ? problems.fileRange('style.yaml') : { ...range, end: range.start };
}

function checkStyle(style: PageStyle, range: Diagnostic['range'] & object): readonly Diagnostic[] {
  const { width, height, left, top, textWidth, textHeight } = style.page;
  const looks = Object.entries(style.tables);
  const found: Diagnostic[] = requiredLooks
    .filter((look) => !Object.hasOwn(style.tables, look))
    .map((look) =>
      problems.style({ zh: `缺少表格样式“${look}”。`, en: `The table look "${look}" is missing.` }, range),
    );
  if (left + textWidth > width || top + textHeight > height) {
    found.push(problems.style({ zh: '版心超出纸张。', en: 'The text block is larger than the paper.' }, range));
  }
  for (const [name, look] of looks) {
    if (look.minSize > look.size || look.minPaddingY > look.paddingY) {
      found.push(
        problems.style(
          {
            zh: `表格样式“${name}”的最小值大于常用值。`,
            en: `The table look "${name}" has a minimum above its usual value.`,
          },
          range,
        ),
      );
    }
  }
  if (!style.pageNumber.form.includes('#')) {
    found.push(problems.style({ zh: '页码的式样里没有 #。', en: 'The form of page numbers has no #.' }, range));
  }
  return found;
}
