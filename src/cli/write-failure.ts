/** What a clerk is told when a file cannot be written. */
import type { WriteFailure } from '../env.js';
import type { MessageLanguage } from './terminal.js';

/** Why a file could not be written, and that the old one stays. */
export function failureMessage(failure: WriteFailure, lang: MessageLanguage): string {
  const { path, reason, detail } = failure;
  if (lang === 'en') return `Could not write "${path}" (${reason}, ${detail}); the old file, if any, is unchanged.\n`;
  switch (reason) {
    case 'in-use':
      return `请先关闭“${path}”：它正被 Word 或其他程序打开，原文件保持不变。\n`;
    case 'denied':
      return `没有权限写入“${path}”。请换一个输出文件夹。\n`;
    case 'exists':
      return `“${path}”已经存在，没有覆盖。\n`;
    case 'failed':
      return `写不了“${path}”：${whyFailed(detail)}。原文件保持不变。\n`;
  }
}

/** What a system code means to a clerk. */
function whyFailed(detail: string): string {
  switch (detail) {
    case 'EEXIST':
    case 'ENOTDIR':
      return '输出的地方是一个文件，不是文件夹，请换一个输出文件夹';
    case 'EISDIR':
      return '那里有一个同名的文件夹，请改名或移走';
    case 'ENOSPC':
      return '磁盘已满';
    case 'ENAMETOOLONG':
      return '路径太长，请换一个短一些的输出文件夹';
    default:
      return `系统代码 ${detail}，请检查磁盘和文件夹`;
  }
}
