/** Findings of reading an output back. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';

export function unreadable(name: string): Diagnostic {
  return {
    code: 'readback/unreadable',
    severity: 'error',
    message: {
      zh: `“${name}”读不出来：文件损坏，或者不是它的扩展名所说的那种文件。`,
      en: `"${name}" cannot be read: it is damaged, or not of the kind its name says.`,
    },
    hint: { zh: '请重新取得这个文件。', en: 'Get the file again.' },
  };
}

export function tooLarge(name: string): Diagnostic {
  return {
    code: 'readback/too-large',
    severity: 'error',
    message: {
      zh: `“${name}”太大，没有读：年度报告不会有这么多页。`,
      en: `"${name}" is too large and was not read: no report has as many pages.`,
    },
    hint: { zh: '请确认文件来源。', en: 'Check where it comes from.' },
  };
}
