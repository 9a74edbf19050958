/**
 * Cleaned text of the data file with the findings that go with it: one for all replaced look-alikes of a text, one for each
 * character that cannot be printed.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Located } from '../load/loaded.js';
import { codePointName } from '../source/code-point.js';
import { cleanText, type CleanedText, type FoundCharacter } from './clean-text.js';
import type { ComposeContext } from './context.js';
import { mappedPlain, rangeIn, type MappedText } from './mapped-text.js';

/** Cleans a text and adds `compose/cleaned-characters` and `compose/unprintable-character` to the findings. */
export function cleaned(mapped: MappedText, context: ComposeContext): MappedText {
  const result = cleanText(mapped);
  context.diagnostics.push(...findings(result, mapped));
  return result.mapped;
}

/** A short text of the data file (a name, a label), cleaned, without findings. */
export function cleanLocated(located: Located<string>): MappedText {
  return cleanText(mappedPlain(located.value, located.range)).mapped;
}

function findings(result: CleanedText, before: MappedText): readonly Diagnostic[] {
  const [first] = result.replaced;
  const unprintable = unprintableFindings(result.unprintable, before);
  if (first === undefined) return unprintable;
  return [replacedFinding(result.replaced, first, before), ...unprintable];
}

/** More of them in one text are no slips but a file read in a wrong encoding: one finding tells the rest. */
const MOST_TOLD = 20;

function unprintableFindings(all: readonly FoundCharacter[], before: MappedText): readonly Diagnostic[] {
  const told = all.slice(0, MOST_TOLD).map((found) => unprintableFinding(found, before));
  const [next] = all.slice(MOST_TOLD);
  return next === undefined ? told : [...told, restFinding(all.length - MOST_TOLD, next, before)];
}

function restFinding(count: number, next: FoundCharacter, before: MappedText): Diagnostic {
  return {
    code: 'compose/unprintable-character',
    severity: 'error',
    message: {
      zh: `这段文字后面还有 ${count} 个印不出来的字符。`,
      en: `${count} more characters of this text cannot be printed.`,
    },
    hint: {
      zh: '这么多，多半是文件的编码不对：在编辑器里打开看看，另存为 UTF-8 再试。',
      en: 'So many of them mean a wrong encoding: look at the file in an editor and save it as UTF-8.',
    },
    facts: { count: String(count) },
    ...place(next, before),
  };
}

function replacedFinding(all: readonly FoundCharacter[], first: FoundCharacter, before: MappedText): Diagnostic {
  const kinds = [...new Map(all.map((found) => [found.character, found])).values()];
  const shown = kinds.slice(0, 8).map(describe);
  const rest = kinds.length > shown.length;
  return {
    code: 'compose/cleaned-characters',
    severity: 'info',
    message: {
      zh: `有 ${all.length} 处字符已换成规范的写法：${shown.join('、')}${rest ? '等' : ''}。`,
      en: `${all.length} character(s) were replaced by their standard form: ${shown.join(', ')}${rest ? ' …' : ''}.`,
    },
    facts: { count: String(all.length) },
    ...place(first, before),
  };
}

function unprintableFinding(found: FoundCharacter, before: MappedText): Diagnostic {
  return {
    code: 'compose/unprintable-character',
    severity: 'error',
    message: {
      zh: `字符 ${codePoints(found.character)} 没有公认的字形，印不出来（草稿里以“〓”代替）。`,
      en: `The character ${codePoints(found.character)} has no agreed shape and cannot be printed (〓 stands for it in drafts).`,
    },
    hint: { zh: '请换成规范的汉字或删去。', en: 'Replace it by a standard character or delete it.' },
    facts: { character: codePoints(found.character) },
    ...place(found, before),
  };
}

/** Visible characters are shown, invisible ones named by code point. */
function describe(found: FoundCharacter): string {
  const named = codePoints(found.character);
  return found.replacement.trim() === '' ? named : `${named}→${found.replacement}`;
}

function codePoints(character: string): string {
  return Array.from(character, codePointName).join(' ');
}

function place(found: FoundCharacter, before: MappedText): Pick<Diagnostic, 'range'> {
  const range = rangeIn(before, found.start, found.end);
  return range === undefined ? {} : { range };
}
