/**
 * The pack's lexicon made ready for reading: every word with what it does, found longest first; the official names of the
 * cells as a lexicon of their own. Compiled once for a pack.
 */
import { cellSpecs, type CellSpec } from '../../../pack/cells.js';
import type { ProseConcept, ProseQuantity, ProseSign, ProseSpec, TemplatePack } from '../../../pack/types.js';
import { unitsOf, type Units } from './numerals.js';

/** What a word does. */
export type WordRole =
  | { readonly is: 'plain' }
  | { readonly is: 'sign'; readonly sign: ProseSign }
  | { readonly is: 'concept'; readonly concept: ProseConcept };

export interface Word {
  readonly text: string;
  readonly role: WordRole;
}

export interface Lexicon {
  readonly units: Units;
  readonly quantities: readonly ProseQuantity[];
  /** The same, to be told without their verb: 没有行政复议, 申请人中自然人57件. */
  readonly quantitiesWithoutActs: readonly ProseQuantity[];
  /** Words that say that a sentence is about disclosure. */
  readonly about: readonly string[];
  /** The longest word that begins at an offset. */
  readonly wordAt: (text: string, offset: number) => Word | undefined;
  /** Words of concepts that name the year before or after: 上年结转. */
  readonly ofOtherYears: readonly Word[];
  /** Cells by what is left of their official name when plain words are taken out (`contentOf`). */
  readonly labels: ReadonlyMap<string, CellSpec>;
}

const compiled = new WeakMap<ProseSpec, Lexicon>();

/** The lexicon of a pack; undefined when it has none. */
export function lexiconOf(pack: TemplatePack): Lexicon | undefined {
  const { prose } = pack;
  if (prose === undefined) return undefined;
  let lexicon = compiled.get(prose);
  if (lexicon === undefined) {
    lexicon = compile(prose, pack);
    compiled.set(prose, lexicon);
  }
  return lexicon;
}

/** A text without its plain words and signs and without punctuation: what tells one figure from another. */
export function contentOf(text: string, wordAt: Lexicon['wordAt']): string {
  let content = '';
  for (let at = 0; at < text.length;) {
    const word = wordAt(text, at);
    const step = word?.text.length ?? 1;
    if (word === undefined ? /[\p{L}\p{N}]/u.test(text.charAt(at)) : word.role.is === 'concept') {
      content += text.slice(at, at + step);
    }
    at += step;
  }
  return content;
}

function compile(prose: ProseSpec, pack: TemplatePack): Lexicon {
  const words = wordsOf(prose);
  const wordAt = finder(words);
  return {
    units: unitsOf(prose.units),
    quantities: prose.quantities,
    quantitiesWithoutActs: withoutActs(prose),
    about: [...prose.signs.about],
    wordAt,
    ofOtherYears: words.filter(({ text, role }) => role.is === 'concept' && /[上下]年/u.test(text)),
    labels: labelsOf(pack, wordAt),
  };
}

function withoutActs({ concepts, quantities }: ProseSpec): readonly ProseQuantity[] {
  const acts = new Set(concepts.flatMap(({ id, kind }) => (kind === 'act' ? [id] : [])));
  return quantities.map((quantity) => ({
    ...quantity,
    when: quantity.when.filter((id) => !acts.has(id)),
    may: [...quantity.may, ...quantity.when],
  }));
}

/** A word that stands in several lists means the last: plain words, then signs, then concepts. */
function wordsOf(prose: ProseSpec): readonly Word[] {
  const signs = Object.entries(prose.signs) as [ProseSign, readonly string[]][];
  return [
    ...prose.plain.map((text): Word => ({ text, role: { is: 'plain' } })),
    ...signs.flatMap(([sign, words]) => words.map((text): Word => ({ text, role: { is: 'sign', sign } }))),
    ...prose.concepts.flatMap((concept) =>
      concept.words.map((text): Word => ({ text, role: { is: 'concept', concept } })),
    ),
  ];
}

/** Words by their characters, one level each. */
interface Branch {
  word?: Word;
  readonly next: Map<string, Branch>;
}

function finder(words: readonly Word[]): Lexicon['wordAt'] {
  const root: Branch = { next: new Map() };
  for (const word of words) {
    let branch = root;
    for (const character of word.text.split('')) {
      const next = branch.next.get(character) ?? { next: new Map<string, Branch>() };
      branch.next.set(character, next);
      branch = next;
    }
    branch.word = word;
  }
  return (text, offset) => {
    let longest: Word | undefined;
    let branch = root.next.get(text.charAt(offset));
    for (let at = offset + 1; branch !== undefined; at++) {
      longest = branch.word ?? longest;
      branch = branch.next.get(text.charAt(at));
    }
    return longest;
  };
}

/** Shorter names (其他, 总计, 行政许可) are said of many things. */
const shortestLabel = 5;

function labelsOf(pack: TemplatePack, wordAt: Lexicon['wordAt']): ReadonlyMap<string, CellSpec> {
  const cells = new Map<string, CellSpec | undefined>();
  for (const table of cellSpecs(pack).tables.values()) {
    for (const ofRow of table.byRow.values()) {
      const only = ofRow.length === 1 ? ofRow[0] : ofRow.find(({ column }) => column.computed !== undefined);
      for (const cell of only === undefined ? ofRow : [only]) {
        for (const label of cell === only
          ? [cell.row.name]
          : [cell.row.name + cell.column.label, cell.column.label + cell.row.name]) {
          const content = contentOf(withoutMeasure(label), wordAt);
          // A name that two rows share names neither.
          if (content.length >= shortestLabel) cells.set(content, cells.has(content) ? undefined : cell);
        }
      }
    }
  }
  return new Map([...cells].filter((entry): entry is [string, CellSpec] => entry[1] !== undefined));
}

/** 政策解读稿件发布数 -> 政策解读稿件发布. */
export function withoutMeasure(label: string): string {
  return label.replace(/(?:总次数|总数|次数|(?<![事稿文信])件数|人数|数量|人员数|数)?[：:]?$/u, '');
}
