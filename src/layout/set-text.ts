/**
 * From the inlines of a node to measured characters: each with its face, size and width. Lines are broken over these.
 * Gives `layout/no-glyph` (error) once for every character that no face has.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { punctuationFace, type FontFace, type FontRole, type FontSet } from '../fonts/fonts.js';
import type { Inline } from '../report/tree.js';
import { codePointName } from '../source/code-point.js';
import type { SourceRange } from '../source/source.js';
import { classOf, isInvisible, isLatinFaced, isSharedMark, type CharacterClass } from './characters.js';

/** One character ready to be set. */
export interface SetCharacter {
  readonly text: string;
  readonly kind: CharacterClass;
  readonly latin: boolean;
  readonly face: FontFace;
  readonly size: number;
  /** Advance in points, with the grid spacing of full-width characters. */
  readonly width: number;
  /** Part of `width` that is spacing after the glyph and not the glyph's own advance. */
  readonly spacing: number;
  readonly href?: string;
  /** A line ends after this character whatever follows. */
  readonly endsLine?: boolean;
}

/** How a stretch of text is set. `tracking` is added to full-width characters so that they fall on the character grid. */
export interface TextSetting {
  readonly role: FontRole;
  readonly size: number;
  readonly bold: boolean;
  readonly tracking: number;
}

/** Where text without a place of its own stands, for messages: the node's range and what the reader calls it. */
export interface TextPlace {
  readonly origin?: SourceRange;
  readonly name: string;
}

/** Turns inlines into measured characters; remembers faces by character, so one setter serves a whole report. */
export class TextSetter {
  readonly diagnostics: Diagnostic[] = [];
  readonly usedFaces = new Set<FontFace>();
  readonly #fonts: FontSet;
  readonly #missing = new Set<number>();
  /** By setting, then by character; null where no face has it. */
  readonly #faces = new Map<string, Map<string, FontFace | null>>();

  constructor(fonts: FontSet) {
    this.#fonts = fonts;
  }

  set(inlines: readonly Inline[], setting: TextSetting, place: TextPlace): SetCharacter[] {
    const out: SetCharacter[] = [];
    for (const inline of inlines) {
      if (inline.type === 'lineBreak') {
        const last = out.pop();
        if (last !== undefined) out.push({ ...last, endsLine: true });
      } else if (inline.type === 'link') {
        for (const text of inline.children) {
          this.#append(out, text.value, withStrong(setting, text.strong), text.origin, place, inline.href);
        }
      } else this.#append(out, inline.value, withStrong(setting, inline.strong), inline.origin, place);
    }
    return out;
  }

  /** Characters of plain text, for labels, numbers and marks that are no inlines. */
  setText(text: string, setting: TextSetting, place: TextPlace): SetCharacter[] {
    const out: SetCharacter[] = [];
    this.#append(out, text, setting, undefined, place);
    return out;
  }

  /** All characters in the face of one role, digits too: page numbers, whose digits are those of 宋体. */
  setPlain(text: string, role: FontRole, size: number): SetCharacter[] {
    return Array.from(text).flatMap((character): SetCharacter[] => {
      const code = character.codePointAt(0) ?? 0;
      const face = this.#faceOf(code, character, false, { role, size, bold: false, tracking: 0 });
      if (face === undefined) return [];
      this.usedFaces.add(face);
      const width = face.program.advance(code) * size;
      return [{ text: character, kind: classOf(character), latin: false, face, size, width, spacing: 0 }];
    });
  }

  #append(
    out: SetCharacter[],
    value: string,
    setting: TextSetting,
    origin: SourceRange | undefined,
    place: TextPlace,
    href?: string,
  ): void {
    const characters = Array.from(value).filter((character) => !isInvisible(character.codePointAt(0) ?? 0));
    let before = out.at(-1)?.text ?? '';
    for (let i = 0; i < characters.length; i++) {
      const text = (characters[i] ?? '').replace('\t', ' ');
      const latin = isLatinFaced(text, before, characters[i + 1] ?? '');
      before = text;
      const code = text.codePointAt(0) ?? 0;
      const face = this.#faceOf(code, text, latin, setting);
      if (face === undefined) {
        this.#report(code, text, origin ?? place.origin, place.name);
        continue;
      }
      const advance = face.program.advance(code) * setting.size;
      const spacing = !latin && advance >= setting.size * 0.9 ? setting.tracking : 0;
      out.push({
        text,
        kind: classOf(text),
        latin,
        face,
        size: setting.size,
        width: advance + spacing,
        spacing,
        ...(href === undefined ? {} : { href }),
      });
    }
  }

  #faceOf(code: number, text: string, latin: boolean, setting: TextSetting): FontFace | undefined {
    const key = `${setting.role}${setting.bold ? ' bold' : ''}${latin ? ' latin' : ''}`;
    const faces = this.#faces.get(key) ?? new Map<string, FontFace | null>();
    this.#faces.set(key, faces);
    const known = faces.get(text);
    if (known !== undefined) return known ?? undefined;
    const role = latin ? 'latin' : setting.bold ? BOLD_OF[setting.role] : setting.role;
    const face =
      !latin && isSharedMark(text)
        ? punctuationFace(this.#fonts, role, code)
        : this.#fonts.faceFor(code, role, setting.bold || HEAVY.has(setting.role));
    faces.set(text, face ?? null);
    if (face !== undefined) this.usedFaces.add(face);
    return face;
  }

  #report(code: number, text: string, range: SourceRange | undefined, name: string): void {
    if (this.#missing.has(code)) return;
    this.#missing.add(code);
    const point = codePointName(text);
    this.diagnostics.push({
      code: 'layout/no-glyph',
      severity: 'error',
      message: {
        zh: `${name}中的字符“${text}”（${point}）在所用字体中都没有字形，无法印出。`,
        en: `No font in use has a glyph for “${text}” (${point}) in ${name}; it cannot be printed.`,
      },
      hint: {
        zh: '请核对是否为误输的符号；确属生僻字的，请指定含有该字的字体文件。',
        en: 'Check that the character is meant; if it is, name a font file that has it.',
      },
      facts: { character: text, codePoint: point },
      ...(range === undefined ? {} : { range }),
    });
  }
}

/** Chinese faces have no bold of their own; 公文 stresses by a heavier face. */
const BOLD_OF: Readonly<Record<FontRole, FontRole>> = {
  songti: 'biaosong',
  fangsong: 'heiti',
  kaiti: 'heiti',
  heiti: 'heiti',
  biaosong: 'biaosong',
  latin: 'latin',
};

/** Roles whose strokes are as heavy as bold Latin letters. */
const HEAVY: ReadonlySet<FontRole> = new Set(['biaosong', 'heiti']);

function withStrong(setting: TextSetting, strong: boolean | undefined): TextSetting {
  return strong === true && !setting.bold ? { ...setting, bold: true } : setting;
}
