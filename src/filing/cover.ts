/** The letter that goes with a filing (报送单, 函), in the words of the pack or of the superior's profile. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { FilingSpec, Letter, LetterRow } from '../pack/filing-spec.js';
import type { OpenReport } from '../pipeline.js';
import type { Block, Report, Row } from '../report/tree.js';
import { cell, documentOf, paragraph, paragraphs, tableOf, titleBlock } from './document.js';
import { unknownLetter } from './findings.js';
import { counted, lineText, templateText, titleLine, type WordsContext } from './words.js';

/** Shares of the width of a letter's table: labels and what stands beside them. */
const tableWidths = [28, 72];

/** The letter to write: the profile's kind, else the pack's own. Gives `filing/unknown-letter`. */
export function chosenLetter(
  open: OpenReport,
  spec: FilingSpec,
): { readonly letter: Letter | undefined; readonly diagnostics: readonly Diagnostic[] } {
  const usual = spec.letters.find(({ id }) => id === spec.letter);
  const { profile } = open;
  const kind = profile?.cover?.kind;
  if (profile === undefined || kind === undefined) return { letter: usual, diagnostics: [] };
  const asked = spec.letters.find(({ id, name }) => name === kind || id === kind);
  if (asked !== undefined) return { letter: asked, diagnostics: [] };
  const known = spec.letters.map(({ name }) => name);
  return { letter: usual, diagnostics: [unknownLetter(kind, usual?.name ?? '', known, profile.range)] };
}

/**
 * The letter as a tree. `items` are the parts of the filing by their names. Gives `template/…` for a wording of the profile
 * that cannot be printed: a letter that the superior asks for is not sent in other words.
 */
export function coverLetter(
  open: OpenReport,
  spec: FilingSpec,
  letter: Letter,
  items: readonly string[],
  context: WordsContext,
): { readonly document: Report; readonly diagnostics: readonly Diagnostic[] } {
  const own = open.profile?.cover?.template;
  const ownBody = own === undefined ? undefined : templateText(own, 'wording', context.facts.title ?? '', context);
  const body = ownBody?.text ?? (letter.body === undefined ? '' : lineText(letter.body, context));
  const title = letter.title.map((line) => titleLine(line, context)).filter((line) => line !== '');
  const children: readonly Block[] = [
    ...(letter.number === undefined ? [] : [paragraph('tableUnit', letter.number)]),
    titleBlock(title),
    ...(letter.addressee === undefined ? [] : [paragraph('tableLine', lineText(letter.addressee, context))]),
    ...paragraphs('body', body),
    ...rowsTable(letter, spec.look, title.join(''), context),
    ...listOf(letter, items),
    ...signatureOf(letter, context),
    ...(letter.contact === undefined ? [] : [paragraph('footnote', lineText(letter.contact, context))]),
  ];
  return {
    document: documentOf(open, title.join(''), letter.name, children),
    diagnostics: ownBody?.diagnostics ?? [],
  };
}

function rowsTable({ rows }: Letter, look: string, name: string, context: WordsContext): readonly Block[] {
  if (rows.length === 0) return [];
  const body = rows.map((row) => rowOf(row, context));
  return [tableOf({ name, look, widths: tableWidths, stub: 1, head: [], body })];
}

function rowOf(row: LetterRow, context: WordsContext): Row {
  const text = row.text === undefined && row.show === undefined ? row.otherwise : lineText(row, context);
  return { kind: 'data', cells: [cell('rowHead', row.label, 'center'), cell('text', text, row.align, row.room)] };
}

function listOf({ list }: Letter, items: readonly string[]): readonly Block[] {
  if (list === undefined) return [];
  return [
    paragraph('annexLine', list.head),
    ...items.map((item, index) => paragraph('quote', counted(list.item, index + 1) + item)),
  ];
}

function signatureOf({ signature }: Letter, context: WordsContext): readonly Block[] {
  if (signature === undefined) return [];
  return signature.lines.map((line, index) =>
    paragraph(index === 0 ? 'signature' : 'date', lineText(line, context), index === 0 ? signature.room : 0),
  );
}
