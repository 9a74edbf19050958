/**
 * The command line: parses words, calls one command, turns the outcome into an exit code. Commands return a code and never
 * exit by themselves.
 */
import { Command, CommanderError, Option } from 'commander';
import { generatorName } from '../env.js';
import { buildCommand } from './build.js';
import { checkCommand } from './check.js';
import { explainCommand } from './explain.js';
import { fontsCommand } from './fonts.js';
import { initCommand } from './init.js';
import { packsCheckCommand, packsListCommand, packsShowCommand } from './packs.js';
import { EXIT, type MessageLanguage, type Terminal } from './terminal.js';
import { usageMessage } from './usage.js';

/** Options that every command reading a data file has. */
export interface CommonOptions {
  readonly pack?: string;
  readonly profile?: string;
  readonly previous?: readonly string[];
  readonly lang: MessageLanguage;
}

/** Runs one command line (without `node` and the script name) and gives the exit code. */
export async function main(words: readonly string[], terminal: Terminal): Promise<number> {
  const lang: MessageLanguage = /(^| )--lang[= ]en( |$)/.test(words.join(' ')) ? 'en' : 'zh';
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  let code: number = EXIT.clean;
  const run =
    <A extends readonly unknown[]>(command: (...values: A) => number | Promise<number>) =>
    async (...values: A): Promise<void> => {
      code = await command(...values);
    };

  const program = new Command('nianbao');
  program
    .description(
      say(
        '由一个数据文件生成政府信息公开工作年度报告（Word、PDF），并核对全部统计表。',
        'Builds the annual report on government information disclosure (Word, PDF) from one data file and checks its tables.',
      ),
    )
    .version(generatorName().replace('nianbao ', ''), '-V, --version', say('显示版本号', 'print the version'))
    .helpOption('-h, --help', say('显示帮助', 'print help'))
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: terminal.out, writeErr: () => undefined })
    .configureHelp({ styleTitle: (title) => (lang === 'zh' ? chineseTitle(title) : title) });

  const language = (): Option =>
    new Option('--lang <zh|en>', say('提示信息的语言', 'language of messages')).choices(['zh', 'en']).default('zh');
  const sub = (name: string, zh: string, en: string): Command =>
    program
      .command(name)
      .description(say(zh, en))
      .helpOption('-h, --help', say('显示帮助', 'print help'))
      .addOption(language());
  const reading = (command: Command): Command =>
    command
      .option('--pack <id>', say('改用此模板（名称或文件夹）', 'use this pack (id or folder) instead'))
      .option('--profile <id>', say('改用此要求配置', 'use this profile instead'))
      .option('--previous <file...>', say('上年数据文件', "last year's data file(s)"));

  sub(
    'init <folder>',
    '新建数据文件 report.yaml（不覆盖已有文件）',
    'write a new data file report.yaml (never overwrites)',
  )
    .option('--pack <id>', say('模板', 'pack'), 'cn-2021')
    .option('--year <year>', say('报告年度，缺省为上一年', 'report year, last year by default'))
    .action(run((folder: string, options) => initCommand(folder, options, terminal)));

  reading(sub('check <files...>', '检查数据文件，列出全部问题', 'check data files and list every finding'))
    .addOption(
      new Option('--format <text|json>', say('输出格式', 'output format')).choices(['text', 'json']).default('text'),
    )
    .option('--waivers', say('警告也给出可以粘贴的豁免', 'also print waivers for warnings'))
    .option('--strict', say('按报送要求：空白也算错误', 'as for a filing: blanks count as errors'))
    .action(run((files: string[], options) => checkCommand(files, options, terminal)));

  reading(sub('build <files...>', '生成报告文件', 'build the report'))
    .requiredOption('-o, --output <folder>', say('输出文件夹', 'output folder'))
    .option('--formats <list>', say('输出格式，用逗号分开', 'formats, comma separated'), 'docx,pdf')
    .option(
      '--fonts <built-in|installed|folder>',
      say('PDF 用的字体：内置、本机安装的公文字体、或一个文件夹', 'fonts of PDF files'),
      'built-in',
    )
    .option('--strict-fonts', say('指定的字体缺一种就不生成', 'refuse to build when a chosen font is missing'))
    .option('--draft', say('有错误也生成，每页标“草稿”', 'build in spite of errors, every page marked as a draft'))
    .action(run((files: string[], options) => buildCommand(files, options, terminal)));

  const packs = sub('packs', '查看和检查模板', 'list, show and check packs');
  const packsSub = (name: string, zh: string, en: string): Command =>
    packs.command(name).description(say(zh, en)).helpOption('-h, --help', say('显示帮助', 'print help'));
  packsSub('list', '列出自带的模板', 'list the built-in packs')
    .addOption(language())
    .action(run((options) => packsListCommand(options, terminal)));
  packsSub('show <pack>', '显示模板的章节、表格与核对规则', 'show sections, tables and rules of a pack')
    .addOption(language())
    .action(run((pack: string, options) => packsShowCommand(pack, options, terminal)));
  packsSub('check <pack>', '不用数据检查模板，可生成样张', 'check a pack without data, with a sample if asked')
    .option('-o, --output <folder>', say('把样张写到此文件夹', 'write the sample render here'))
    .addOption(language())
    .action(run((pack: string, options) => packsCheckCommand(pack, options, terminal)));

  sub('explain <code>', '解释一个提示代码、核对规则或单元格', 'explain a message code, a rule or a cell')
    .option('--pack <id>', say('模板或数据文件', 'pack or data file'))
    .action(run((subject: string, options) => explainCommand(subject, options, terminal)));

  sub('fonts', '显示各类字体用的是哪一种', 'show which font serves each role')
    .option(
      '--fonts <built-in|installed|folder>',
      say('内置、本机安装的公文字体、或一个文件夹', 'built in, installed, or a folder'),
      'built-in',
    )
    .action(run((options) => fontsCommand(options, terminal)));

  try {
    await program.parseAsync([...words], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.clean;
      if (error.code === 'commander.help') {
        terminal.out(program.helpInformation());
        return words.length === 0 ? EXIT.usage : EXIT.clean;
      }
      terminal.error(`${usageMessage(error, lang)}\n`);
      return EXIT.usage;
    }
    terminal.error(
      `${say('程序内部出错，这不是您的数据的问题。请把下面的内容发给开发者：', 'Internal error, not a fault of your data. Please report:')}\n`,
    );
    terminal.error(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return EXIT.bug;
  }
}

function chineseTitle(title: string): string {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': '用法：',
    'Options:': '选项：',
    'Commands:': '命令：',
    'Arguments:': '参数：',
  };
  return titles[title] ?? title;
}
