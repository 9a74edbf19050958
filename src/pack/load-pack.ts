/**
 * Pack folders to a checked TemplatePack. Comes in: files of a pack and a way to its parents. Goes out: the pack, or every
 * mistake in it with its place. Never reads folders, never runs anything of a pack.
 */
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import type { MapNode } from '../load/node.js';
import type { SourceText } from '../source/source.js';
import { buildCorrection, checkCorrection } from './build-correction.js';
import { buildFiling, checkFiling } from './build-filing.js';
import { buildRule, checkRule } from './build-rule.js';
import { buildProse } from './build-prose.js';
import { buildSection, checkSection } from './build-sections.js';
import { buildTable } from './build-table.js';
import { checkPack, usedTexts } from './check-pack.js';
import { checkTable } from './check-table.js';
import { correctionShape, type CorrectionFields } from './correction-schema.js';
import { scalarOf, type PackTree } from './files.js';
import { filingShape, type FilingFields } from './filing-schema.js';
import { hashOf, mergeChain, readChain, type PackStage, type ParentOf } from './inherit.js';
import { expandMappings } from './mappings.js';
import * as problems from './problems.js';
import { proseShape, type ProseFields } from './prose-schema.js';
import { readShape } from './read-shape.js';
import {
  packShape,
  requiredOfForms,
  ruleShape,
  termsShape,
  type PackFields,
  type RuleFields,
  type TermsFields,
} from './schema.js';
import type { Shape } from './shape.js';
import { missingKey } from './shape-problems.js';
import { styleShape, type StyleFields } from './style-schema.js';
import { tableShape, type TableFields } from './table-schema.js';
import type { PackFiles, Terms, TemplatePack, TitleTemplates } from './types.js';
import { buildStyle } from './word-template.js';

export type { NamedPackFiles, ParentOf } from './inherit.js';

/** A loaded pack with the texts its diagnostics point into, by name. */
export interface PackOutcome extends Outcome<TemplatePack> {
  readonly sources: ReadonlyMap<string, SourceText>;
}

/**
 * Loads a pack with its parents and checks it without data. `name` is what messages call the folder. All
 * diagnostics are errors of the pack; with any of them there is no value.
 */
export function loadPack(files: PackFiles, name: string, parentOf: ParentOf): PackOutcome {
  const diagnostics: Diagnostic[] = [];
  const sources = new Map<string, SourceText>();
  const chain = readChain({ files, name }, parentOf, diagnostics, sources);
  const tree = chain === undefined || hasErrors(diagnostics) ? undefined : mergeChain(chain, diagnostics);
  const written = tree === undefined ? undefined : readTree(tree, name, diagnostics);
  const isOwn = (file: string): boolean => file.startsWith(`${name}/`);
  // Later checks stand on the form of the files: with a broken form they would only repeat it.
  if (chain === undefined || tree === undefined || written === undefined || hasErrors(diagnostics)) {
    return { diagnostics: diagnostics.map((found) => placedInParent(found, chain, isOwn)), sources };
  }
  const pack = buildPack(written, tree, chain, isOwn, diagnostics);
  diagnostics.push(...checkAll(written, tree, pack, isOwn), ...unusedTexts(tree, written, isOwn, extendsAForm(chain)));
  const placed = diagnostics.map((found) => placedInParent(found, chain, isOwn));
  return hasErrors(placed) ? { diagnostics: placed, sources } : { value: pack, diagnostics: placed, sources };
}

/** A finding in a parent's file says so: it came about by a change of this pack, and is mended here. */
function placedInParent(
  found: Diagnostic,
  chain: readonly PackStage[] | undefined,
  isOwn: (file: string) => boolean,
): Diagnostic {
  const [own] = chain?.slice(-1) ?? [];
  if (own === undefined || found.range === undefined || found.severity !== 'error' || isOwn(found.range.file)) {
    return found;
  }
  const [other] = found.related ?? [];
  if (other?.range !== undefined && isOwn(other.range.file)) {
    return { ...found, range: other.range, related: [{ ...other, range: found.range }] };
  }
  return problems.inParent(found, idOf(own));
}

function extendsAForm(chain: readonly PackStage[]): boolean {
  const parent = chain.at(-2);
  return parent !== undefined && scalarOf(parent.tree, 'abstract')?.text !== 'true';
}

/** Texts of this pack that no section uses. Common ground, and a form right on it, keep texts for the packs that extend them. */
function unusedTexts(
  tree: PackTree,
  written: WrittenPack,
  isOwn: (file: string) => boolean,
  hasFormAsParent: boolean,
): readonly Diagnostic[] {
  if (!hasFormAsParent) return [];
  const used = usedTexts(written);
  return [...tree.texts].flatMap(([path, { file }]) =>
    used.has(path) || !isOwn(file) ? [] : [problems.unusedText(path, file)],
  );
}

/** Everything of a pack, its form checked. */
export interface WrittenPack {
  readonly pack: PackFields;
  readonly terms: TermsFields;
  readonly style: StyleFields;
  readonly prose: ProseFields | undefined;
  readonly filing: FilingFields | undefined;
  readonly correction: CorrectionFields | undefined;
  readonly tables: readonly TableFields[];
  readonly rules: readonly RuleFields[];
}

function readTree(tree: PackTree, name: string, diagnostics: Diagnostic[]): WrittenPack | undefined {
  const pack = readShape(tree.pack, packShape, diagnostics);
  if (pack !== undefined && !pack.abstract) {
    const absent = requiredOfForms.filter(
      (key) => pack[key] === undefined || (Array.isArray(pack[key]) && pack[key].length === 0),
    );
    diagnostics.push(...absent.map((key) => missingKey(tree.pack, key)));
  }
  const terms = readFile(tree.terms, termsShape, `${name}/terms.yaml`, diagnostics);
  const style = readFile(tree.style, styleShape, `${name}/style.yaml`, diagnostics);
  const prose = tree.prose === undefined ? undefined : readShape(tree.prose, proseShape, diagnostics);
  const filing = tree.filing === undefined ? undefined : readShape(tree.filing, filingShape, diagnostics);
  const correction =
    tree.correction === undefined ? undefined : readShape(tree.correction, correctionShape, diagnostics);
  const tables = readNamed(tree.tables, tableShape, diagnostics);
  const rules = readNamed(tree.rules, ruleShape, diagnostics);
  return pack === undefined || terms === undefined || style === undefined
    ? undefined
    : { pack, terms, style, prose, filing, correction, tables, rules };
}

function readFile<T>(
  root: MapNode | undefined,
  shape: Shape<T>,
  file: string,
  diagnostics: Diagnostic[],
): T | undefined {
  if (root !== undefined) return readShape(root, shape, diagnostics);
  const slash = file.lastIndexOf('/');
  diagnostics.push(problems.missingFile(file.slice(0, slash), file.slice(slash + 1)));
  return undefined;
}

/** Files of one folder, each named after the id it holds. */
function readNamed<T extends { readonly id: { readonly value: string; readonly range: Diagnostic['range'] & object } }>(
  files: ReadonlyMap<string, MapNode>,
  shape: Shape<T>,
  diagnostics: Diagnostic[],
): readonly T[] {
  return [...files].flatMap(([file, root]) => {
    const read = readShape(root, shape, diagnostics);
    if (read === undefined) return [];
    if (read.id.value !== file) diagnostics.push(problems.wrongFileName(read.id.value, `${file}.yaml`, read.id.range));
    return [read];
  });
}

function buildPack(
  written: WrittenPack,
  tree: PackTree,
  chain: readonly PackStage[],
  isOwn: (file: string) => boolean,
  diagnostics: Diagnostic[],
): TemplatePack {
  const { pack, terms } = written;
  const { until, ...years } = pack.years?.value ?? { from: 0 };
  const tables = written.tables.map((table) => buildTable(table, diagnostics));
  return {
    id: pack.id.value,
    name: pack.name,
    edition: pack.edition ?? '',
    ...(pack.abstract ? { abstract: true } : {}),
    language: pack.language,
    years: until === undefined ? years : { ...years, until },
    chain: chain.map((stage) => idOf(stage)),
    hash: hashOf(chain),
    basis: pack.basis.map((basis) => ({ ...basis, id: basis.id.value })),
    terms: buildTerms(terms),
    titles: buildTitles(pack.titles),
    sections: pack.sections.map((section) => buildSection(section, tree, diagnostics)),
    tables,
    rules: written.rules.map((rule) => buildRule(rule, diagnostics)),
    style: buildStyle(written.style, tree.wordFiles, diagnostics),
    mapsFrom: expandMappings(pack.mapsFrom, tables, (range) => isOwn(range.file), diagnostics),
    ...(written.prose === undefined
      ? {}
      : { prose: buildProse(written.prose, tables, (range) => isOwn(range.file), diagnostics) }),
    ...(written.filing === undefined ? {} : { filing: buildFiling(written.filing) }),
    ...(written.correction === undefined ? {} : { correction: buildCorrection(written.correction) }),
  };
}

function idOf(stage: PackStage): string {
  const id = stage.tree.pack.entries.find((entry) => entry.key.text === 'id')?.value;
  return id?.type === 'scalar' ? id.text : stage.name;
}

function buildTerms(terms: TermsFields): Terms {
  const words = Object.entries(terms.words).map(([key, word]) => [key, word.value] as const);
  return { keys: terms.keys, words: Object.fromEntries(words) };
}

function buildTitles(titles: PackFields['titles']): TitleTemplates {
  if (titles === undefined) return { report: [], subject: '', fileName: '' };
  const { report, subject, fileName, subtitle } = titles;
  return {
    report: report.map((line) => line.value),
    subject: subject.value,
    fileName: fileName.value,
    ...(subtitle === undefined || subtitle.value === '' ? {} : { subtitle: subtitle.value }),
  };
}

function checkAll(
  written: WrittenPack,
  tree: PackTree,
  pack: TemplatePack,
  isOwn: (file: string) => boolean,
): readonly Diagnostic[] {
  // Common ground has rules whose tables and clauses only the forms that extend it have.
  const whole = pack.abstract === true ? [] : written.rules;
  return [
    ...checkPack(written, tree, pack),
    ...(written.filing === undefined ? [] : checkFiling(written.filing, pack, isOwn)),
    ...(written.correction === undefined ? [] : checkCorrection(written.correction, pack)),
    ...pairs(written.tables, pack.tables).flatMap(([table, built]) => checkTable(table, built, pack.style)),
    ...pairs(written.pack.sections, pack.sections).flatMap(([section, built]) =>
      checkSection(section, built, tree, pack),
    ),
    ...pairs(whole, pack.rules).flatMap(([rule, built]) => checkRule(rule, built, pack)),
  ];
}

function pairs<A, B>(first: readonly A[], second: readonly B[]): readonly (readonly [A, B])[] {
  return first.flatMap((item, index) => {
    const other = second[index];
    return other === undefined ? [] : [[item, other] as const];
  });
}
