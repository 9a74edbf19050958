/**
 * The narrative sections of a data file, by section id.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { MapEntry, ScalarNode } from '../load/node.js';
import { normaliseName, splitNumber } from '../pack/normalise-name.js';
import { suggestions } from '../diagnostic/suggest.js';
import type { SectionSpec, TemplatePack } from '../pack/types.js';
import { canonicalKey, didYouMean, givenTwice, readKeys, recordKeys } from './keys.js';
import type { Reading } from './reading.js';
import { quoted, readRecord, readText, wrongShape } from './shapes.js';
import type { SectionInput } from './types.js';

const WHERE = { zh: '章节', en: 'a section' };

/**
 * Reads 章节. A section is named by its id or its heading, with or without number, in any width of brackets and spaces.
 * Gives `data/unknown-section`, `data/duplicate`.
 */
export function readSections(entry: MapEntry | undefined, reading: Reading): ReadonlyMap<string, SectionInput> {
  const sections = new Map<string, SectionInput>();
  const record = entry === undefined ? undefined : readRecord(entry.value, entry.key.text, reading);
  const given = new Map<string, MapEntry>();
  for (const item of record?.entries ?? []) {
    const spec = sectionNamed(item.key.text, reading.pack);
    const first = spec === undefined ? undefined : given.get(spec.id);
    if (spec === undefined) reading.report(unknownSection(item, reading.pack.sections));
    else if (first !== undefined) reading.report(givenTwice(first, item, reading));
    else {
      given.set(spec.id, item);
      sections.set(spec.id, readSection(spec.id, item, reading));
    }
  }
  return sections;
}

/**
 * The section that a name means, or undefined; names of sister forms count last. A lead section prints no heading; it is named by the pack's term for
 * `lead` (开头).
 */
export function sectionNamed(text: string, pack: TemplatePack): SectionSpec | undefined {
  const { sections, terms } = pack;
  const name = normaliseName(text);
  const { rest } = splitNumber(name);
  return (
    sections.find((section) => section.id === text.trim() || namesOf(section).includes(name)) ??
    sections.find((section) => namesOf(section).includes(rest)) ??
    sections.find((section) => (section.knownAs ?? []).some((other) => normaliseName(other) === rest)) ??
    (canonicalKey(text, ['lead'], terms) === undefined ? undefined : sections.find(({ kind }) => kind === 'lead'))
  );
}

function namesOf(section: SectionSpec): readonly string[] {
  const headings = [section.heading, ...section.variants].filter((heading) => heading !== '');
  return headings.flatMap((heading) => [normaliseName(heading), normaliseName(section.number + heading)]);
}

function readSection(id: string, entry: MapEntry, reading: Reading): SectionInput {
  const range = entry.key.range;
  if (entry.value.type === 'scalar') return { id, range, draft: false, ...textField(entry.value) };
  const record = readRecord(entry.value, entry.key.text, reading);
  if (record === undefined) return { id, range, draft: false };
  const keys = readKeys(record, recordKeys.section, WHERE, reading);
  const heading = readText(keys.get('heading'), reading);
  const text = keys.get('text');
  if (text !== undefined && text.value.type !== 'scalar') {
    reading.report(wrongShape(text.value, quoted(text.key.text), { zh: '一段文字', en: 'one text' }));
  }
  return {
    id,
    range,
    draft: readDraft(keys.get('draft'), reading),
    ...(heading === undefined ? {} : { heading }),
    ...(text?.value.type === 'scalar' ? textField(text.value) : {}),
  };
}

function textField(node: ScalarNode): { readonly text?: ScalarNode } {
  return node.text.trim() === '' ? {} : { text: node };
}

const YES: ReadonlySet<string> = new Set(['是', 'true', 'yes']);
const NO: ReadonlySet<string> = new Set(['否', 'false', 'no']);

function readDraft(entry: MapEntry | undefined, reading: Reading): boolean {
  const text = readText(entry, reading);
  if (text === undefined || NO.has(text.value)) return false;
  if (YES.has(text.value)) return true;
  reading.report({
    code: 'data/yes-or-no',
    severity: 'error',
    message: {
      zh: `“${entry?.key.text ?? ''}”只能写“是”或“否”，现在是“${text.value}”。`,
      en: `"${entry?.key.text ?? ''}" is "true" or "false", not "${text.value}".`,
    },
    hint: {
      zh: '这一章还没有定稿写“是”，定稿后删去这一行。',
      en: 'Write "true" while the section is a draft, and delete the line afterwards.',
    },
    range: text.range,
  });
  return true;
}

function unknownSection(entry: MapEntry, sections: readonly SectionSpec[]): Diagnostic {
  const titles = sections.map((section) => section.number + section.heading).filter((title) => title !== '');
  const names = sections.flatMap((section) => [
    section.heading,
    ...section.variants,
    section.number + section.heading,
    section.id,
  ]);
  return {
    code: 'data/unknown-section',
    severity: 'error',
    message: {
      zh: `这一版表式没有叫“${entry.key.text}”的章节。`,
      en: `The form has no section called "${entry.key.text}".`,
    },
    hint: didYouMean(
      suggestions(
        entry.key.text.trim(),
        names.filter((name) => name !== ''),
      ),
      { zh: `章节有：${titles.join('；')}。`, en: `Its sections are: ${titles.join('; ')}.` },
    ),
    range: entry.key.range,
  };
}
