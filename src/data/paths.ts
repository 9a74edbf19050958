/**
 * Paths in a data file: relative to it, with `/`, staying in its folder; last year's file may be in a sibling folder
 * (design 1.12).
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { Located } from '../load/loaded.js';

/** Why a path is refused. */
export type PathProblem = 'absolute' | 'address' | 'backslash' | 'outside' | 'sign';

/**
 * Undefined for a path that may be used. `sibling` allows one leading `..` followed by a folder, with a file in it or alone;
 * a data file beside the folder of this one is no sibling folder.
 */
export function pathProblem(path: string, sibling: boolean): PathProblem | undefined {
  if (/^[a-z][a-z0-9+.-]+:\/\//iu.test(path)) return 'address';
  if (/^(?:[/~]|[\\]{2}|[a-z]:)/iu.test(path)) return 'absolute';
  if (path.includes('\\')) return 'backslash';
  // eslint-disable-next-line no-control-regex -- control characters are exactly what is looked for
  if (/[\u0000-\u001f<>:"|?*]/u.test(path)) return 'sign';
  const parts = path.split('/');
  const [first, second = ''] = parts;
  const isFolder = parts.length > 2 || (second !== '' && !/\.(?:ya?ml|json)$/iu.test(second));
  const inside = sibling && first === '..' && isFolder ? parts.slice(1) : parts;
  return inside.includes('..') ? 'outside' : undefined;
}

/** `data/path` for a refused path, or undefined. */
export function pathDiagnostic(path: Located<string>, sibling: boolean): Diagnostic | undefined {
  const problem = pathProblem(path.value, sibling);
  if (problem === undefined) return undefined;
  const { zh, en } = REASONS[problem];
  return {
    code: 'data/path',
    severity: 'error',
    message: { zh: `路径“${path.value}”不能用：${zh}。`, en: `The path "${path.value}" cannot be used: ${en}.` },
    hint: {
      zh: sibling
        ? '写与本文件同一文件夹的文件名，或相邻文件夹里的文件，如 ../2022/report.yaml。'
        : '把文件放进本文件所在的文件夹，只写文件名或下级路径。',
      en: sibling
        ? 'Name a file in this folder or in a sibling folder, such as ../2022/report.yaml.'
        : 'Put the file into the folder of this file and write its name or a path below it.',
    },
    range: path.range,
  };
}

const REASONS: Readonly<Record<PathProblem, { readonly zh: string; readonly en: string }>> = {
  absolute: {
    zh: '它从盘符或根目录写起，换一台电脑就找不到了',
    en: 'it begins at a drive or the root and would not be found elsewhere',
  },
  address: { zh: '它是网址，本程序不联网', en: 'it is a web address, and nothing is fetched' },
  backslash: { zh: '各级文件夹之间要用“/”，不用“\\”', en: 'folders are parted by "/", not by "\\"' },
  outside: { zh: '它指到了本文件所在文件夹的外面', en: 'it leads out of the folder of this file' },
  sign: { zh: '它含有文件名不能用的符号', en: 'it holds a sign that file names cannot have' },
};
