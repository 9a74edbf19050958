/**
 * The command line: parses words, calls one command, turns the outcome into an exit code. Commands return a code and never
 * exit by themselves. Each is loaded when it is the one asked for: a check needs neither spreadsheets nor a reader of PDF.
 */
import { Command, CommanderError, Option } from 'commander';
import { generatorName } from '../env.js';
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

  const filing = (command: Command): Command =>
    reading(command)
      .requiredOption(
        '-o, --output <folder|file.zip>',
        say('报送件的文件夹或压缩包，不能已经存在', 'new folder or zip'),
      )
      .option(
        '--formats <list>',
        say('公开文件的格式，用逗号分开，缺省为全部', 'formats, comma separated, all by default'),
      )
      .option(
        '--fonts <built-in|installed|folder>',
        say('PDF 用的字体：内置、本机安装的公文字体、或一个文件夹', 'fonts of PDF files'),
        'built-in',
      )
      .option('--no-embed', say('文件里不带公开数据（有的档案馆不收带附件的 PDF/A）', 'carry no data inside the files'))
      .option('--to <name>', say('收件单位，写在报送单或函里', 'who receives it, for the letter'))
      .option('--index-number <text>', say('索引号，写在公开元数据里', 'index number for the metadata'));

  sub(
    'init <folder>',
    '新建数据文件 report.yaml（不覆盖已有文件）',
    'write a new data file report.yaml (never overwrites)',
  )
    .option('--pack <id>', say('模板', 'pack'), 'cn-2021')
    .option('--year <year>', say('报告年度，缺省为上一年', 'report year, last year by default'))
    .action(run(async (folder: string, options) => (await import('./init.js')).initCommand(folder, options, terminal)));

  sub('new <file>', '由上年的数据文件新建今年的（不覆盖已有文件）', "write this year's data file from last year's")
    .requiredOption(
      '--from <file...>',
      say('上年的数据文件；机构合并时写几个', "last year's data file, or those of all predecessors"),
    )
    .option('--pack <id>', say('模板，缺省为今年适用的', 'pack, by default the one in force'))
    .option(
      '--year <year>',
      say('报告年度，缺省为上年文件的下一年', "report year, by default the one after last year's"),
    )
    .option('--agency <name>', say('单位名称，缺省照上年', "name of the office, by default last year's"))
    .action(run(async (file: string, options) => (await import('./new.js')).newCommand(file, options, terminal)));

  reading(sub('check <files...>', '检查数据文件，列出全部问题', 'check data files and list every finding'))
    .addOption(
      new Option('--format <text|json|xlsx>', say('输出格式', 'output format'))
        .choices(['text', 'json', 'xlsx'])
        .default('text'),
    )
    .option('-o, --output <folder|file.xlsx>', say('--format xlsx 时写到这里', 'where --format xlsx is written'))
    .option('--waivers', say('警告也给出可以粘贴的豁免', 'also print waivers for warnings'))
    .option('--strict', say('按报送要求：空白也算错误', 'as for a filing: blanks count as errors'))
    .action(
      run(async (files: string[], options) => (await import('./check.js')).checkCommand(files, options, terminal)),
    );

  reading(
    sub(
      'fix <files...>',
      '修正数据文件的写法：列出有把握的改动和要您决定的问题',
      'put slips of writing in data files right',
    ),
  )
    .option('--write', say('写入文件（不加时只显示改动）', 'write the files (without it the changes are only shown)'))
    .action(run(async (files: string[], options) => (await import('./fix.js')).fixCommand(files, options, terminal)));

  reading(sub('build <files...>', '生成报告文件', 'build the report'))
    .requiredOption('-o, --output <folder>', say('输出文件夹', 'output folder'))
    .option('--formats <list>', say('输出格式，用逗号分开', 'formats, comma separated'), 'docx,pdf')
    .option(
      '--fonts <built-in|installed|folder>',
      say('PDF 用的字体：内置、本机安装的公文字体、或一个文件夹', 'fonts of PDF files'),
      'built-in',
    )
    .option('--strict-fonts', say('指定的字体缺一种就不生成', 'refuse to build when a chosen font is missing'))
    .option('--no-embed', say('文件里不带公开数据（有的档案馆不收带附件的 PDF/A）', 'carry no data inside the files'))
    .option(
      '--verify',
      say('生成后用独立的程序读回来，与数据逐格比较', 'read every file back and compare it with the data'),
    )
    .option('--draft', say('有错误也生成，每页标“草稿”', 'build in spite of errors, every page marked as a draft'))
    .action(
      run(async (files: string[], options) => (await import('./build.js')).buildCommand(files, options, terminal)),
    );

  filing(
    sub('file <file>', '制作报送件：公开文件、数据、报送单、元数据、归档自查表和清单', 'make the filing of a report'),
  ).action(run(async (file: string, options) => (await import('./file.js')).fileCommand(file, options, terminal)));

  filing(
    sub(
      'correct <file>',
      '更正已报送的报告：制作下一版报送件和更正说明，原报送件不动',
      'make the next version of a filed report, with a notice of what changed',
    ),
  )
    .requiredOption('--filed <folder|file.zip>', say('原来的报送件（文件夹或压缩包）', 'the filing to correct'))
    .requiredOption('--reason <text>', say('更正原因，会写进更正说明', 'the reason, printed in the notice'))
    .option('--date <day>', say('更正说明的日期，缺省留空手填', 'day of the notice, left open by default'))
    .action(
      run(async (file: string, options) => (await import('./correct.js')).correctCommand(file, options, terminal)),
    );

  reading(
    sub('review <files...>', '生成审阅稿：检查结果写成批注', 'write a review copy with every finding as a comment'),
  )
    .requiredOption('-o, --output <folder>', say('输出文件夹', 'output folder'))
    .option('--strict', say('按报送要求：空白也算错误', 'as for a filing: blanks count as errors'))
    .action(
      run(async (files: string[], options) => (await import('./review.js')).reviewCommand(files, options, terminal)),
    );

  reading(
    sub('form <file>', '把统计表做成 Excel 填报表（给出数据文件或模板名称）', 'write the tables as an Excel form'),
  )
    .requiredOption('-o, --output <file.xlsx>', say('填报表文件', 'the form to write'))
    .option('--year <year>', say('没有数据文件时的报告年度，缺省为上一年', 'report year of a form without data'))
    .action(run(async (file: string, options) => (await import('./form.js')).formCommand(file, options, terminal)));

  reading(
    sub(
      'take <form.xlsx> <file>',
      '把填好的 Excel 填报表的数放进数据文件',
      'put the figures of a filled form into a data file',
    ),
  )
    .option('--dry-run', say('只列出要改的格，不写入文件', 'list the changes without writing'))
    .action(
      run(async (form: string, file: string, options) =>
        (await import('./take.js')).takeCommand(form, file, options, terminal),
      ),
    );

  reading(
    sub(
      'verify <path>',
      '核验收到的报送件或单个文件与数据是否一致',
      'verify a received filing or file against its data',
    ),
  )
    .option('--against <page.html>', say('再与保存下来的网页比较', 'compare with a saved web page too'))
    .option('--data <file>', say('文件里没有数据时，用这个数据文件核对', 'a data file for files that carry none'))
    .addOption(
      new Option('--format <text|json>', say('输出格式', 'output format')).choices(['text', 'json']).default('text'),
    )
    .action(run(async (path: string, options) => (await import('./verify.js')).verifyCommand(path, options, terminal)));

  sub('extract <file>', '取出文件里带的公开数据', 'give back the public data that a file carries')
    .option('-o, --output <file>', say('写到此文件（不覆盖），缺省为显示', 'write it here (never overwrites)'))
    .option('--data-file', say('只要其中的数据文件，可以再检查和生成', 'only the data file in it'))
    .action(
      run(async (file: string, options) => (await import('./extract.js')).extractCommand(file, options, terminal)),
    );

  const seal = sub('seal', '签章：把报送件交给签章系统，收回签过的文件', 'hand a filing to a signer and take it back');
  const sealSub = (name: string, zh: string, en: string): Command =>
    seal.command(name).description(say(zh, en)).helpOption('-h, --help', say('显示帮助', 'print help'));
  sealSub('prepare <filing>', '写出签章请求：要签的文件和校验值', 'write what is to be signed, with its hashes')
    .requiredOption('-o, --output <file.json>', say('签章请求文件', 'the request to write'))
    .addOption(language())
    .action(
      run(async (filing: string, options) => (await import('./seal.js')).sealPrepareCommand(filing, options, terminal)),
    );
  sealSub('accept <filing> <file>', '收回签过的 PDF 或单独的签名文件', 'take back a signed PDF or a detached signature')
    .option('--for <path>', say('签的是报送件里的哪个文件', 'which file of the filing was signed'))
    .option(
      '-o, --output <file.zip>',
      say('报送件是压缩包时，带签章的新压缩包', 'the new zip, for a filing that is a zip'),
    )
    .addOption(language())
    .action(
      run(async (filing: string, file: string, options) =>
        (await import('./seal.js')).sealAcceptCommand(filing, file, options, terminal),
      ),
    );

  const packs = sub('packs', '查看和检查模板', 'list, show and check packs');
  const packsSub = (name: string, zh: string, en: string): Command =>
    packs.command(name).description(say(zh, en)).helpOption('-h, --help', say('显示帮助', 'print help'));
  packsSub('list', '列出自带的模板', 'list the built-in packs')
    .addOption(language())
    .action(run(async (options) => (await import('./packs.js')).packsListCommand(options, terminal)));
  packsSub('show <pack>', '显示模板的章节、表格与核对规则', 'show sections, tables and rules of a pack')
    .addOption(language())
    .action(
      run(async (pack: string, options) => (await import('./packs.js')).packsShowCommand(pack, options, terminal)),
    );
  packsSub('check <pack>', '不用数据检查模板，可生成样张', 'check a pack without data, with a sample if asked')
    .option('-o, --output <folder>', say('把样张写到此文件夹', 'write the sample render here'))
    .addOption(language())
    .action(
      run(async (pack: string, options) => (await import('./packs.js')).packsCheckCommand(pack, options, terminal)),
    );

  sub('explain <code>', '解释一个提示代码、核对规则或单元格', 'explain a message code, a rule or a cell')
    .option('--pack <id>', say('模板或数据文件', 'pack or data file'))
    .action(
      run(async (subject: string, options) =>
        (await import('./explain.js')).explainCommand(subject, options, terminal),
      ),
    );

  sub('schema <pack>', '输出编辑器用的填写说明（JSON Schema）', 'write the JSON Schema of a pack for editors')
    .option('-o, --output <file>', say('写到此文件', 'write it here'))
    .action(run(async (pack: string, options) => (await import('./schema.js')).schemaCommand(pack, options, terminal)));

  sub('fonts', '显示各类字体用的是哪一种', 'show which font serves each role')
    .option(
      '--fonts <built-in|installed|folder>',
      say('内置、本机安装的公文字体、或一个文件夹', 'built in, installed, or a folder'),
      'built-in',
    )
    .action(run(async (options) => (await import('./fonts.js')).fontsCommand(options, terminal)));

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
