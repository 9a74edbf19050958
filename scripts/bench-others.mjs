/**
 * What one would use instead of nianbao, for `bench.mjs`: the same words and figures set by Typst, and a Word template
 * filled by docxtemplater and printed by LibreOffice. Neither checks anything. What is not installed is named and skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A package, or the end of this process with the name of what is missing. */
async function installed(name) {
  try {
    return await import(name);
  } catch {
    console.log(`skipped: ${name} is not installed`);
    return process.exit(0);
  }
}

/** LibreOffice. */
const OFFICE = 'soffice';

const textOf = (inlines) => inlines.map((inline) => inline.value ?? textOf(inline.children ?? [])).join('');
const quoted = (text) => `#${JSON.stringify(text)}`;

/** The report as a Typst file: headings, paragraphs and tables with their spans, in the same faces and sizes. */
export function typstSource({ children }) {
  const cell = ({ columnSpan, rowSpan, children: inlines }) =>
    `table.cell(colspan: ${columnSpan}, rowspan: ${rowSpan})[${quoted(textOf(inlines))}]`;
  const block = (item) => {
    if (item.type === 'table') {
      const rows = [...item.head, ...item.body].flatMap((row) => row.cells.map(cell));
      const columns = item.widths.map((width) => `${width}fr`).join(', ');
      return `#text(size: 9pt)[#table(columns: (${columns}), inset: 3pt, ${rows.join(', ')})]`;
    }
    if (item.type === 'heading') return `= ${quoted(item.number + textOf(item.children))}`;
    return item.children === undefined ? '' : quoted(textOf(item.children));
  };
  return `#set page(paper: "a4")\n#set text(font: ("LXGW WenKai",), size: 16pt, lang: "zh")\n\n${children.map(block).join('\n\n')}\n`;
}

/** Sets a Typst file as PDF. */
export async function typesetWithTypst(from, to) {
  const { NodeCompiler } = await installed('@myriaddreamin/typst-ts-node-compiler');
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: ['fonts'] }] });
  writeFileSync(to, compiler.pdf({ mainFileContent: readFileSync(from, 'utf8') }));
}

/** A Word file as a template: the year of the report becomes a tag. */
export function templateOf(docx) {
  const parts = unzipSync(docx);
  const body = strFromU8(parts['word/document.xml']).replaceAll(/[{}]/gu, '').replaceAll('2024年', '{year}年');
  return zipSync({ ...parts, 'word/document.xml': strToU8(body) });
}

/** Fills the template and has LibreOffice print it. */
export async function fillTemplate(from, to) {
  const { default: PizZip } = await installed('pizzip');
  const { default: Docxtemplater } = await installed('docxtemplater');
  if (spawnSync(OFFICE, ['--version']).status !== 0) return console.log('skipped: LibreOffice is not installed');
  const document = new Docxtemplater(new PizZip(readFileSync(from)), { paragraphLoop: true });
  document.render({ year: '2024' });
  const filled = join(to, 'report.docx');
  writeFileSync(filled, document.toBuffer());
  const options = ['--headless', `-env:UserInstallation=file://${to}/profile`, '--convert-to', 'pdf', '--outdir', to];
  const printed = spawnSync(OFFICE, [...options, filled], { encoding: 'utf8' });
  if (printed.status !== 0 || !existsSync(join(to, 'report.pdf'))) throw new Error(printed.stderr);
}
