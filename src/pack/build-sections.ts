/** Sections as written to sections as the program uses them, with their wording read in and checked. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { PackTree } from './files.js';
import { checkNames, parseFormula } from './formulas.js';
import * as problems from './problems.js';
import type { SectionFields } from './schema.js';
import { knownInScope, namesInScope } from './scope.js';
import type { Placed } from './shape.js';
import { suggestions } from '../diagnostic/suggest.js';
import { didYouMean } from './shape-problems.js';
import { checkTemplate } from './check-template.js';
import type { TemplateKind } from '../template/template.js';
import type { SectionSpec, SectionWording, TemplatePack } from './types.js';

/** Builds a section. Gives `pack/missing-file` and `pack/formula`. */
export function buildSection(section: SectionFields, tree: PackTree, diagnostics: Diagnostic[]): SectionSpec {
  const { id, number, heading, variants, knownAs, kind, required, aspects, mustMention } = section;
  const starter = section.starter === undefined ? undefined : textOf(section.starter, tree, diagnostics);
  return {
    id: id.value,
    number,
    heading: heading.value,
    variants,
    ...(knownAs.length === 0 ? {} : { knownAs }),
    kind,
    required,
    tables: section.tables.map((table) => table.value),
    wording: section.wording.flatMap((wording): readonly SectionWording[] => {
      const when = wording.when === undefined ? undefined : parseFormula(wording.when, 'truth', diagnostics);
      const template = textOf(wording.file, tree, diagnostics);
      return template === undefined ? [] : [{ template, ...(when === undefined ? {} : { when }) }];
    }),
    ...(starter === undefined ? {} : { starter }),
    aspects,
    mustMention,
  };
}

function textOf(path: Placed<string>, tree: PackTree, diagnostics: Diagnostic[]): string | undefined {
  const found = tree.texts.get(path.value);
  if (found !== undefined) return found.text;
  const [near] = suggestions(path.value, tree.texts.keys(), 1);
  const missing = problems.noSuchText(path.value, path.range);
  diagnostics.push(near === undefined ? missing : { ...missing, hint: didYouMean(near) });
  return undefined;
}

/** Checks a section against the pack it stands in: heading and wording, conditions, tables. */
export function checkSection(
  written: SectionFields,
  section: SectionSpec,
  tree: PackTree,
  pack: TemplatePack,
): readonly Diagnostic[] {
  const tables = pack.tables.map((table) => table.id);
  const conditions = written.wording.flatMap(({ when }) => {
    // What does not parse was reported when the section was built.
    const parsed = when === undefined ? undefined : parseFormula(when, 'truth', []);
    if (when === undefined || parsed === undefined) return [];
    return checkNames(
      when,
      parsed,
      (name) => !name.previous && knownInScope(pack, wholeForm, name),
      namesInScope(pack, wholeForm),
    );
  });
  return [
    ...checkTemplate(written.heading, 'title', pack),
    ...conditions,
    ...written.wording.flatMap(({ file }) => checkText(file, 'wording', tree, pack)),
    ...(written.starter === undefined ? [] : checkText(written.starter, 'narrative', tree, pack)),
    ...written.tables
      .filter((table) => !tables.includes(table.value))
      .map((table) => problems.noSuch({ zh: '表', en: 'table' }, table.value, tables, table.range)),
    ...(section.kind === 'table' && section.tables.length === 0
      ? [problems.sectionTables(section.id, written.id.range)]
      : []),
  ];
}

/** Conditions of wordings speak of cells by address. */
const wholeForm = { each: 'once' } as const;

function checkText(
  path: Placed<string>,
  kind: TemplateKind,
  tree: PackTree,
  pack: TemplatePack,
): readonly Diagnostic[] {
  const text = tree.texts.get(path.value);
  return text === undefined ? [] : checkTemplate(text, kind, pack);
}
