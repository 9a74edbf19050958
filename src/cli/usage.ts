import type { CommanderError } from 'commander';
import type { MessageLanguage } from './terminal.js';

/** A sentence for wrong use of the command line; commander's own texts are English only. */
export function usageMessage(error: CommanderError, lang: MessageLanguage): string {
  if (lang === 'en') return error.message.replace(/^error: /, '');
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  const suggestion = /Did you mean (?:one of )?([^?]*)\?/.exec(error.message)?.[1];
  const meant = suggestion === undefined ? '' : ` 是否想写 ${suggestion.trim()}？`;
  switch (error.code) {
    case 'commander.unknownCommand':
      return `没有“${quoted}”这个命令。${meant}（用 nianbao --help 查看全部命令）`;
    case 'commander.unknownOption':
      return `没有“${quoted}”这个选项。${meant}（用 nianbao 命令 --help 查看选项）`;
    case 'commander.missingArgument':
      return `缺少参数“${quoted}”。（用 nianbao 命令 --help 查看用法）`;
    case 'commander.missingMandatoryOptionValue':
      return `必须给出选项“${quoted}”。`;
    case 'commander.optionMissingArgument':
      return `选项“${quoted}”后面缺少内容。`;
    case 'commander.invalidArgument': {
      const option = /option '([^' ]*)/.exec(error.message)?.[1] ?? '';
      const given = /argument '([^']*)'/.exec(error.message)?.[1] ?? '';
      const choices = /Allowed choices are ([^.]*)\./.exec(error.message)?.[1] ?? '';
      return `选项“${option}”不能写“${given}”，可以写：${choices.replaceAll(', ', '、')}。`;
    }
    case 'commander.excessArguments':
      return '参数太多。（用 nianbao 命令 --help 查看用法）';
    default:
      return `命令写法不对：${error.message.replace(/^error: /, '')}`;
  }
}
