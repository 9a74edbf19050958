/**
 * Measures what a user waits for, in one run and side by side: a cold build of both files, a check, warm writes, memory,
 * sizes, growth with pages, and what else one would pick, where it is installed. Never part of the tests: a timed test lies
 * on a busy machine. Needs `npm run build`. What the figures mean: docs/performance.md.
 *
 *   npm run bench [-- RUNS]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  builtInFonts,
  createFontSet,
  diskSources,
  load,
  openPack,
  openReport,
  readData,
  validate,
  writerOf,
} from '../dist/index.js';
import { fillTemplate, templateOf, typesetWithTypst, typstSource } from './bench-others.mjs';

const SCRIPT = fileURLToPath(import.meta.url);
const runs = Number(process.argv[2] ?? 7);
const out = mkdtempSync(join(tmpdir(), 'nianbao-bench-'));
const fonts = createFontSet(builtInFonts()).value;

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const cell = (value, width) => String(value).padStart(width);
const ms = (value, width = 7) => cell(value.toFixed(0), width);
const kilobytes = (value, width = 7) => cell((value / 1024).toFixed(0), width);

/** Prints at its end what a process took; imported into the processes measured. */
const REPORT = `data:text/javascript,process.on("exit",()=>{const r=process.resourceUsage();process.stderr.write("\\n@"+(r.userCPUTime+r.systemCPUTime)/1000+" "+r.maxRSS/1024)})`;

/** Wall and CPU time in ms (medians) and the highest memory in MB of a command run by Node. */
function cold(words) {
  const walls = [];
  const cpus = [];
  let peak = 0;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const child = spawnSync(process.execPath, ['--import', REPORT, ...words], { encoding: 'utf8' });
    walls.push(performance.now() - start);
    const taken = /@([\d.]+) ([\d.]+)/u.exec(child.stderr);
    if (child.status !== 0 || taken === null) throw new Error(`${words.join(' ')}: ${child.stdout}${child.stderr}`);
    cpus.push(Number(taken[1]));
    peak = Math.max(peak, Number(taken[2]));
  }
  return { wall: median(walls), cpu: median(cpus), peak };
}

/** Runs before anything is timed: as many as the engine wants before its code is compiled to the end. */
const WARM_UP = 25;

/** Wall and CPU time in ms (medians) of work that has run before. */
async function warm(work) {
  for (let run = 0; run < WARM_UP; run++) await work();
  const walls = [];
  const cpus = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    walls.push(performance.now() - start);
    cpus.push((user + system) / 1000);
  }
  return { wall: median(walls), cpu: median(cpus) };
}

function openExample(name) {
  const path = join('examples', name, 'report.yaml');
  const bytes = readFileSync(path);
  const open = () => openReport(bytes, path, diskSources(path)).value;
  return { path, open, ...open() };
}

async function written(format, report, style) {
  const { value, diagnostics } = await writerOf(format).write(report, style, { fonts, generator: 'nianbao bench' });
  if (value === undefined) throw new Error(JSON.stringify(diagnostics[0]));
  return value;
}

const pagesOf = (pdf) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b(?!s)/gu)?.length ?? 0;

async function examples() {
  console.log('Wall time, CPU time in brackets (ms); peak memory of the cold build (MB); sizes (KB)\n');
  console.log('example             pages    cold build         check     warm docx      warm pdf  peak   docx    pdf');
  for (const name of readdirSync('examples').toSorted()) {
    const { path, open, report, pack } = openExample(name);
    const build = cold(['dist/cli.js', 'build', path, '-o', join(out, name)]);
    const check = cold(['dist/cli.js', 'check', path]);
    await warm(open);
    const docx = await warm(() => written('docx', report, pack.style));
    const pdf = await warm(() => written('pdf', report, pack.style));
    const [docxBytes, pdfBytes] = [await written('docx', report, pack.style), await written('pdf', report, pack.style)];
    const both = ({ wall, cpu }) => `${ms(wall, 6)} (${ms(cpu, 4).trim()})`.padStart(14);
    console.log(
      [
        name.padEnd(19),
        cell(pagesOf(pdfBytes), 5),
        both(build),
        both(check).slice(1),
        both(docx).slice(1),
        both(pdf).slice(1),
        ms(build.peak, 5),
        kilobytes(docxBytes.length, 6),
        kilobytes(pdfBytes.length, 6),
      ].join(''),
    );
  }
}

/** Work as often as its wall and CPU time in ms, a run, can be told; medians of several such rows. */
async function often(work) {
  const times = 5;
  const { wall, cpu } = await warm(() => {
    for (let time = 0; time < times; time++) work();
  });
  return { wall: wall / times, cpu: cpu / times };
}

/** What a check takes in a program that stays: structure and figures, and the whole of it with text and document checks. */
async function checks() {
  console.log('\nA check, warm, the pack loaded: wall time, CPU time in brackets (ms)\n');
  console.log('example             structure and figures   with the document   without its checks');
  for (const name of readdirSync('examples').toSorted()) {
    const path = join('examples', name, 'report.yaml');
    const bytes = readFileSync(path);
    const sources = diskSources(path);
    const packed = openPack(load(bytes, path).value.pack.value, sources);
    const withoutChecks = { ...packed.value, rules: packed.value.rules.filter(({ check }) => check === undefined) };
    const keeping = (value) => ({
      ...sources,
      pack: (id) => ({ name: id, files: {}, loaded: () => ({ ...packed, value }) }),
    });
    const figures = await often(() => {
      const { value } = readData(load(bytes, path).value, packed.value);
      validate(value, packed.value, { previous: [], strict: false, reported: new Set() });
    });
    const whole = await often(() => openReport(bytes, path, keeping(packed.value)));
    const unchecked = await often(() => openReport(bytes, path, keeping(withoutChecks)));
    const both = ({ wall, cpu }) => `${wall.toFixed(1)} (${cpu.toFixed(1)})`;
    console.log(
      [name.padEnd(19), both(figures).padStart(22), both(whole).padStart(20), both(unchecked).padStart(21)].join(''),
    );
  }
}

/** A report with its body printed again and again, to about so many pages. */
async function longReport(report, style, pages) {
  const once = pagesOf(await written('pdf', report, style));
  const copies = Math.max(1, Math.round(pages / once));
  return { ...report, children: Array.from({ length: copies }, () => report.children).flat() };
}

async function growth(name) {
  console.log(`\nGrowth: ${name} printed again and again, warm CPU time (ms)\n`);
  console.log(' pages     pdf  a page    docx  a page   pdf KB');
  const { report, pack } = openExample(name);
  for (const wanted of [10, 50, 200]) {
    const long = await longReport(report, pack.style, wanted);
    const bytes = await written('pdf', long, pack.style);
    const pages = pagesOf(bytes);
    const pdf = (await warm(() => written('pdf', long, pack.style))).cpu;
    const docx = (await warm(() => written('docx', long, pack.style))).cpu;
    const perPage = (time) => cell((time / pages).toFixed(1), 8);
    console.log(
      `${cell(pages, 6)}${ms(pdf, 8)}${perPage(pdf)}${ms(docx, 8)}${perPage(docx)}${kilobytes(bytes.length, 9)}`,
    );
  }
}

/** One of the other ways, in a process of its own; says so when a program or package it needs is not there. */
function other(title, words, file) {
  const probe = spawnSync(process.execPath, words, { encoding: 'utf8' });
  const skipped = /^skipped: .*$/mu.exec(probe.stdout);
  if (skipped !== null) return console.log(`${title.padEnd(44)} ${skipped[0]}`);
  if (probe.status !== 0) return console.log(`${title.padEnd(44)} failed: ${probe.stderr.trim().split('\n').at(-1)}`);
  const { wall, peak } = cold(words);
  const size = file === undefined ? '' : `, ${kilobytes(statSync(file).size).trim()} KB`;
  return console.log(`${title.padEnd(44)} ${ms(wall).trim()} ms, Node's peak ${ms(peak).trim()} MB${size}`);
}

async function others(name) {
  console.log(`\nOther ways to the same pages: ${name}, cold, wall time\n`);
  const { path, report, pack } = openExample(name);
  const at = (file) => join(out, file);
  writeFileSync(at('report.typ'), typstSource(report));
  writeFileSync(at('template.docx'), templateOf(await written('docx', report, pack.style)));
  mkdirSync(at('office'), { recursive: true });
  other('nianbao: PDF', ['dist/cli.js', 'build', path, '--formats', 'pdf', '-o', at('own')]);
  other('Typst (npm): PDF', [SCRIPT, '--typst', at('report.typ'), at('typst.pdf')], at('typst.pdf'));
  other('nianbao: PDF and DOCX', ['dist/cli.js', 'build', path, '-o', at('own')]);
  other('docxtemplater + LibreOffice: PDF and DOCX', [SCRIPT, '--office', at('template.docx'), at('office')]);
}

const [, , role, from, to] = process.argv;
if (role === '--typst') await typesetWithTypst(from, to);
else if (role === '--office') await fillTemplate(from, to);
else {
  console.log(`Node ${process.version}, ${availableParallelism()} cores, median of ${runs} runs`);
  const [load = 0] = loadavg();
  if (load > 1)
    console.log(`The machine is busy (load ${load.toFixed(1)}): wall times are too long, CPU times about right.`);
  await examples();
  await checks();
  await growth('city-2024');
  await others('city-2024');
}
rmSync(out, { recursive: true });
