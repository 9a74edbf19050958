/**
 * A filled form's bytes -> what must be known before its pack: which report it is for. Its figures are found once the pack is
 * known (`read-form.ts`).
 */
import { looksLikeZip } from '../archive/zip-directory.js';
import type { Bilingual, Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { LoadedFile } from '../load/loaded.js';
import type { SourceRange } from '../source/source.js';
import type { ReadWorkbook } from '../sheet/read-model.js';
import { readXlsx } from '../sheet/read-xlsx.js';
import { readIdentity, type FormIdentity } from './identity.js';

/** A form before its cells are found; the tree is still empty. */
export interface LoadedForm extends LoadedFile {
  readonly form: { readonly workbook: ReadWorkbook; readonly identity: FormIdentity };
}

/** True for the bytes of a form: data files are text and never begin as an archive does. */
export function isSpreadsheet(bytes: Uint8Array): boolean {
  return looksLikeZip(bytes);
}

/** Loads a form. Gives the findings of `readXlsx`, `form/not-a-form` and `form/newer`, then without a value. */
export function loadForm(bytes: Uint8Array, name: string): Outcome<LoadedForm> {
  const read = readXlsx(bytes, name);
  if (read.value === undefined) return { diagnostics: read.diagnostics };
  const range: SourceRange = { file: name, start: 0, end: 0 };
  const found = readIdentity(read.value);
  if (found.kind === 'not-a-form') return { diagnostics: [notAForm(name, range)] };
  if (found.kind === 'newer') return { diagnostics: [newer(name, range)] };
  const { identity } = found;
  return {
    diagnostics: [],
    value: {
      source: { name, text: '', lineStarts: [0] },
      root: { type: 'map', entries: [], range },
      pack: { value: identity.pack.reference, range },
      previousFiles: [],
      encoding: 'xlsx',
      form: { workbook: read.value, identity },
    },
  };
}

function notAForm(name: string, range: SourceRange): Diagnostic {
  return finding('form/not-a-form', range, {
    message: {
      zh: `“${name}”不是本程序的填报表，不知道是哪一年、哪一版表式。`,
      en: `"${name}" is not a form of this program.`,
    },
    hint: {
      zh: '先用 nianbao form 数据文件（或模板名称）-o 填报表.xlsx 生成一份，再把数填进去；如果本来就是填报表，是隐藏的“程序用”工作表被删了，请从原文件复制回来。',
      en: 'Make one with `nianbao form FILE -o form.xlsx` and fill it in; if it is one, its hidden sheet was deleted.',
    },
  });
}

function newer(name: string, range: SourceRange): Diagnostic {
  return finding('form/newer', range, {
    message: {
      zh: `“${name}”是更新的程序生成的填报表，本程序读不了。`,
      en: `"${name}" is a form made by a newer program.`,
    },
    hint: { zh: '请升级本程序。', en: 'Update this program.' },
  });
}

function finding(
  code: string,
  range: SourceRange,
  text: { readonly message: Bilingual; readonly hint: Bilingual },
): Diagnostic {
  return { code, severity: 'error', ...text, range };
}
