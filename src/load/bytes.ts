/**
 * Bytes of an input file -> its text. Comes in: bytes and a name. Goes out: text without byte order mark, line ends kept,
 * and the encoding found, so that a change can be written back in it.
 */
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { codePointName } from '../source/code-point.js';
import type { Encoding } from '../source/encoding.js';
import { sourceText, type SourceRange, type SourceText } from '../source/source.js';

/** A data file is some tens of kilobytes; anything near this size is another kind of file. */
const LARGEST_FILE_BYTES = 1024 * 1024;

/** `source` is there when the bytes are text that may not be used, so that the place can be shown. */
export interface ReadOutcome extends Outcome<{ readonly source: SourceText; readonly encoding: Encoding }> {
  readonly source?: SourceText;
}

/**
 * The text of a file: UTF-8, or GBK (as Windows editors save Chinese text) when it is not valid UTF-8 but valid GBK.
 * Gives `load/too-large`, `load/utf-16`, `load/encoding`, `load/control-character` (no value) and `load/gbk` (a warning).
 */
export function readSource(bytes: Uint8Array, name: string): ReadOutcome {
  const place: SourceRange = { file: name, start: 0, end: 0 };
  if (bytes.byteLength > LARGEST_FILE_BYTES) return { diagnostics: [tooLarge(bytes.byteLength, place)] };
  if (hasUtf16Mark(bytes)) return { diagnostics: [utf16(place)] };
  const unicode = decode(bytes, 'utf-8');
  if (unicode !== undefined) {
    const marked = unicode.startsWith('\ufeff');
    return checkedText(sourceText(name, marked ? unicode.slice(1) : unicode), marked ? 'utf-8-bom' : 'utf-8', []);
  }
  const chinese = decode(bytes, 'gb18030');
  if (chinese !== undefined) return checkedText(sourceText(name, chinese), 'gbk', [gbk(place)]);
  return { diagnostics: [unknownEncoding(bytes, place)] };
}

function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** Control characters cannot stand in Word or PDF text, and a lone CR would be no line end for the YAML reader. */
function checkedText(source: SourceText, encoding: Encoding, diagnostics: readonly Diagnostic[]): ReadOutcome {
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  const found = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]|\r(?!\n)/u.exec(
    source.text,
  );
  if (found === null) return { value: { source, encoding }, diagnostics };
  const range = { file: source.name, start: found.index, end: found.index + 1 };
  return { source, diagnostics: [...diagnostics, controlCharacter(found[0], range)] };
}

function controlCharacter(character: string, range: SourceRange): Diagnostic {
  const number = codePointName(character);
  return {
    code: 'load/control-character',
    severity: 'error',
    message: {
      zh: `这里有一个看不见的控制字符（${number}），数据文件里不能有它。`,
      en: `There is an invisible control character (${number}) here, which a data file may not hold.`,
    },
    hint: {
      zh: '删去这个字符；如果是整篇换行都不对，请用编辑器把换行改为“LF”或“CRLF”后再保存。',
      en: 'Delete it; if all line ends are wrong, save the file again with LF or CRLF line ends.',
    },
    range,
  };
}

function tooLarge(size: number, range: SourceRange): Diagnostic {
  return {
    code: 'load/too-large',
    severity: 'error',
    message: {
      zh: `文件有 ${size} 字节，超过数据文件的上限 ${LARGEST_FILE_BYTES} 字节。`,
      en: `The file has ${size} bytes, more than the limit of ${LARGEST_FILE_BYTES} bytes for a data file.`,
    },
    hint: {
      zh: '看看是不是选错了文件；图片放在附件里，不要写进数据文件。',
      en: 'See whether this is the right file; keep images in attachments, not in the data file.',
    },
    range,
  };
}

function utf16(range: SourceRange): Diagnostic {
  return {
    code: 'load/utf-16',
    severity: 'error',
    message: {
      zh: '文件是按“Unicode（UTF-16）”保存的，读不了。',
      en: 'The file was saved as UTF-16, which cannot be read.',
    },
    hint: {
      zh: '在记事本里点“另存为”，“编码”选“UTF-8”，再试一次。',
      en: 'Save it again with the encoding UTF-8.',
    },
    range,
  };
}

function gbk(range: SourceRange): Diagnostic {
  return {
    code: 'load/gbk',
    severity: 'warning',
    message: {
      zh: '文件不是按 UTF-8 保存的，已按 GBK（Windows 中文编码）读取。',
      en: 'The file was not saved as UTF-8; it was read as GBK, the Chinese encoding of Windows.',
    },
    hint: {
      zh: '看看汉字是否都对；建议在编辑器里另存为 UTF-8。',
      en: 'Look whether all characters are right; it is better to save the file as UTF-8.',
    },
    range,
  };
}

function unknownEncoding(bytes: Uint8Array, range: SourceRange): Diagnostic {
  const readable = new TextDecoder('utf-8').decode(bytes).split('\ufffd')[0] ?? '';
  const line = readable.split('\n').length;
  return {
    code: 'load/encoding',
    severity: 'error',
    message: {
      zh: `文件既不是 UTF-8 也不是 GBK 编码，第 ${line} 行起读不出来。`,
      en: `The file is neither UTF-8 nor GBK; it cannot be read from line ${line} on.`,
    },
    hint: {
      zh: '看看是不是选错了文件（例如 Word 文档）；如果是文本，请在编辑器里另存为 UTF-8。',
      en: 'See whether this is the right file (not a Word document); if it is text, save it as UTF-8.',
    },
    range,
  };
}
