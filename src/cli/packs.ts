import { join } from 'node:path';
import { hasErrors } from '../diagnostic/diagnostic.js';
import { renderText } from '../diagnostic/render-text.js';
import { builtInFonts, builtInPackIds, generatorName, writeWhole } from '../env.js';
import { createFontSet } from '../fonts/fonts.js';
import { valueRows } from '../pack/cells.js';
import type { ColumnNode, RowNode, TableSpec } from '../pack/types.js';
import { openPack } from '../pipeline.js';
import { sampleReport } from '../init/sample.js';
import { writerOf } from '../write/registry.js';
import { diskSources } from './sources.js';
import { EXIT, type MessageLanguage, type Terminal } from './terminal.js';

interface PackOptions {
  readonly lang: MessageLanguage;
  readonly output?: string;
}

/** What an office looks at when it makes a form. */
const SAMPLE_FORMATS = ['docx', 'pdf'];

/** `packs list`: the built-in packs with the years they are for. */
export function packsListCommand(options: PackOptions, terminal: Terminal): number {
  for (const id of builtInPackIds()) {
    const pack = openPack(id, diskSources('report.yaml')).value;
    if (pack === undefined || pack.abstract === true) continue;
    const years = pack.years.until === undefined ? `${pack.years.from}–` : `${pack.years.from}–${pack.years.until}`;
    terminal.out(`${id.padEnd(20)} ${years.padEnd(11)} ${pack.name}\n`);
  }
  return EXIT.clean;
}

/** `packs show ID`: what a pack holds, without data. */
export function packsShowCommand(reference: string, options: PackOptions, terminal: Terminal): number {
  const say = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  const opened = openPack(reference, diskSources('report.yaml', { pack: reference }));
  const pack = opened.value;
  if (pack === undefined) {
    terminal.error(renderText(opened.diagnostics, new Map(), { lang: options.lang, verdict: false }));
    return EXIT.usage;
  }
  terminal.out(`${pack.id}  ${pack.name}\n`);
  terminal.out(
    say(
      `继承：${pack.chain.join(' → ')}\n校验值：${pack.hash}\n`,
      `Chain: ${pack.chain.join(' → ')}\nHash: ${pack.hash}\n`,
    ),
  );
  terminal.out(say('\n依据\n', '\nBasis\n'));
  for (const basis of pack.basis) {
    terminal.out(
      `  ${basis.name}${basis.number === undefined ? '' : ` ${basis.number}`}${basis.confirmed ? '' : say('（原文未核实）', ' (text not seen)')}\n`,
    );
  }
  terminal.out(say('\n章节\n', '\nSections\n'));
  for (const section of pack.sections) terminal.out(`  ${section.id.padEnd(4)} ${section.number}${section.heading}\n`);
  terminal.out(say('\n统计表\n', '\nTables\n'));
  for (const table of pack.tables) {
    terminal.out(
      `  ${table.id} ${table.label} ${table.name}${say(`：${valueRows(table).length} 行`, `: ${valueRows(table).length} rows`)}\n`,
    );
    for (const line of idLines(table, say)) terminal.out(`${line}\n`);
  }
  terminal.out(say('\n核对规则\n', '\nRules\n'));
  for (const rule of pack.rules) terminal.out(`  ${rule.id.padEnd(9)} ${rule.title}\n`);
  return EXIT.clean;
}

/** Every id of a table beside what is printed: what `set`, `drop`, `add`, rules and references go by. */
function idLines(table: TableSpec, say: (zh: string, en: string) => string): readonly string[] {
  return table.bands.flatMap((band) => [
    `    ${say('段', 'band')} ${band.id}${band.heading === undefined ? '' : ` ${band.heading}`}`,
    ...band.columns.flatMap((column) => columnLines(column, say, 3)),
    ...band.rows.flatMap((row) => rowLines(row, say, 3)),
  ]);
}

function columnLines(column: ColumnNode, say: (zh: string, en: string) => string, depth: number): readonly string[] {
  const own = column.id === '' ? [] : [`${'  '.repeat(depth)}${say('列', 'column')} ${column.id} ${column.label}`];
  return [...own, ...column.children.flatMap((child) => columnLines(child, say, depth))];
}

function rowLines(row: RowNode, say: (zh: string, en: string) => string, depth: number): readonly string[] {
  return [
    `${'  '.repeat(depth)}${say('行', 'row')} ${row.id} ${row.label}`,
    ...row.children.flatMap((child) => rowLines(child, say, depth + 1)),
  ];
}

/** `packs check DIR|ID`: checks a pack without data; with `-o` also writes a sample in every format. */
export async function packsCheckCommand(reference: string, options: PackOptions, terminal: Terminal): Promise<number> {
  const say = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  const opened = openPack(reference, diskSources('report.yaml', { pack: reference }));
  terminal.out(renderText(opened.diagnostics, opened.sources, { lang: options.lang }));
  const pack = opened.value;
  if (pack === undefined || hasErrors(opened.diagnostics)) {
    return opened.diagnostics.some((d) => d.code === 'pack/not-found') ? EXIT.usage : EXIT.errors;
  }
  if (pack.abstract === true) return EXIT.clean;
  const sample = sampleReport(pack);
  const fonts = createFontSet(builtInFonts());
  if (sample.value === undefined || fonts.value === undefined) {
    terminal.out(
      renderText([...sample.diagnostics, ...fonts.diagnostics], new Map(), { lang: options.lang, verdict: false }),
    );
    return EXIT.errors;
  }
  for (const format of SAMPLE_FORMATS) {
    const writer = writerOf(format);
    const written = await writer?.write(sample.value, pack.style, { fonts: fonts.value, generator: generatorName() });
    const problems = written?.diagnostics.filter((d) => d.severity !== 'info') ?? [];
    if (problems.length > 0) terminal.out(renderText(problems, new Map(), { lang: options.lang, verdict: false }));
    if (writer === undefined || written?.value === undefined || hasErrors(problems)) return EXIT.errors;
    if (options.output === undefined) continue;
    const path = join(options.output, `${pack.id}-${say('样张', 'sample')}.${writer.extension}`);
    const failure = await writeWhole(path, written.value);
    if (failure !== undefined) {
      terminal.error(
        say(`写不了“${path}”（${failure.detail}）。\n`, `Could not write "${path}" (${failure.detail}).\n`),
      );
      return EXIT.usage;
    }
    terminal.out(say(`样张：${path}\n`, `Sample: ${path}\n`));
  }
  terminal.out(
    say(
      `模板“${pack.id}”可以使用：${pack.sections.length} 个章节，${pack.tables.length} 张表，${pack.rules.length} 条核对规则。\n`,
      `The pack "${pack.id}" is usable.\n`,
    ),
  );
  return EXIT.clean;
}
