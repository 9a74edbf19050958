// Measures what a user waits for: a cold build of both files, warm writes, memory. Never part of the tests: a timed test lies
// on a busy machine. Usage: npm run bench [-- RUNS]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtInFonts, createFontSet, diskSources, openReport, writerOf } from '../dist/index.js';

const runs = Number(process.argv[2] ?? 7);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const milliseconds = (value) => `${value.toFixed(0)} ms`;
const examples = readdirSync('examples').toSorted();

const out = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
console.log(`Node ${process.version}, median of ${runs} runs\n`);
console.log('example               cold build   check   warm docx   warm pdf   docx KB   pdf KB   peak MB');
for (const name of examples) {
  const path = join('examples', name, 'report.yaml');
  const cold = [];
  let peak = 0;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const child = spawnSync(
      process.execPath,
      [
        '--import',
        'data:text/javascript,process.on("exit",()=>process.stderr.write("\\nMB "+process.resourceUsage().maxRSS/1024))',
        'dist/cli.js',
        'build',
        path,
        '-o',
        out,
      ],
      { encoding: 'utf8' },
    );
    cold.push(performance.now() - start);
    if (child.status !== 0) throw new Error(`${name}: ${child.stdout}${child.stderr}`);
    peak = Math.max(peak, Number(/MB ([\d.]+)/.exec(child.stderr)?.[1] ?? 0));
  }

  const fonts = createFontSet(builtInFonts()).value;
  const bytes = readFileSync(path);
  const open = () => openReport(bytes, path, diskSources(path));
  const timed = async (work) => {
    await work();
    const values = [];
    for (let run = 0; run < runs; run++) {
      const start = performance.now();
      await work();
      values.push(performance.now() - start);
    }
    return median(values);
  };
  const checked = await timed(open);
  const { report, pack } = open().value;
  const sizes = {};
  const write = async (format) => {
    const written = await writerOf(format).write(report, pack.style, { fonts, generator: 'nianbao bench' });
    sizes[format] = written.value.length / 1024;
  };
  const docx = await timed(() => write('docx'));
  const pdf = await timed(() => write('pdf'));
  console.log(
    [
      name.padEnd(20),
      milliseconds(median(cold)).padStart(11),
      milliseconds(checked).padStart(7),
      milliseconds(docx).padStart(11),
      milliseconds(pdf).padStart(10),
      sizes.docx.toFixed(0).padStart(9),
      sizes.pdf.toFixed(0).padStart(8),
      peak.toFixed(0).padStart(9),
    ].join(' '),
  );
}
rmSync(out, { recursive: true });
