/** `explain CODE|CELL`: what a message code, a rule of a pack, or a cell of a form means. */
import { builtInPackIds } from '../env.js';
import { codeEntry } from '../codes.js';
import { cellSpecs } from '../pack/cells.js';
import { resolveCell } from '../pack/names.js';
import type { RuleSpec, TemplatePack } from '../pack/types.js';
import { load } from '../load/load.js';
import { readBytes } from '../env.js';
import { openPack } from '../pipeline.js';
import { diskSources } from './sources.js';
import { EXIT, type MessageLanguage, type Terminal } from './terminal.js';

interface ExplainOptions {
  readonly pack?: string;
  readonly lang: MessageLanguage;
}

export function explainCommand(subject: string, options: ExplainOptions, terminal: Terminal): number {
  const entry = codeEntry(subject);
  if (entry !== undefined) {
    const text = (part: { zh: string; en: string }): string => part[options.lang];
    terminal.out(`${entry.code}\n${text(entry.title)}\n\n`);
    terminal.out(
      options.lang === 'zh'
        ? `为什么：${text(entry.why)}\n怎么办：${text(entry.fix)}\n`
        : `Why: ${text(entry.why)}\nWhat to do: ${text(entry.fix)}\n`,
    );
    return EXIT.clean;
  }
  for (const pack of candidatePacks(options.pack)) {
    const rule = pack.rules.find((candidate) => candidate.id.toLowerCase() === subject.toLowerCase());
    if (rule !== undefined) {
      terminal.out(ruleText(rule, pack, options.lang));
      return EXIT.clean;
    }
    const cell = resolveCell(pack, subject);
    if (cell.kind === 'cell') {
      terminal.out(cellText(cell.address, pack, options.lang));
      return EXIT.clean;
    }
    if (cell.kind === 'ambiguous') {
      terminal.out(
        options.lang === 'zh'
          ? `“${subject}”可以指下列单元格，请写得更具体：\n`
          : `"${subject}" may mean one of these cells:\n`,
      );
      for (const candidate of cell.candidates) terminal.out(`  ${candidate.address}  ${candidate.name}\n`);
      return EXIT.usage;
    }
  }
  terminal.error(
    options.lang === 'zh'
      ? `没有“${subject}”这个代码、规则或单元格。代码见检查结果里每条提示的开头；单元格写法如 t3/r1/total 或 表三/不予公开/属于国家秘密/自然人。\n`
      : `There is no code, rule or cell "${subject}".\n`,
  );
  return EXIT.usage;
}

/** The pack asked for; without one all built-in packs, newest form first. */
function candidatePacks(reference: string | undefined): readonly TemplatePack[] {
  const open = (id: string, at: string): TemplatePack | undefined => openPack(id, diskSources(at, { pack: id })).value;
  if (reference === undefined) {
    return [...builtInPackIds()]
      .reverse()
      .map((id) => open(id, 'report.yaml'))
      .filter((pack): pack is TemplatePack => pack !== undefined && pack.abstract !== true);
  }
  const bytes = readBytes(reference);
  const named = bytes === undefined ? undefined : load(bytes, reference).value?.pack?.value;
  const pack = named === undefined ? open(reference, 'report.yaml') : openPack(named, diskSources(reference)).value;
  return pack === undefined ? [] : [pack];
}

function ruleText(rule: RuleSpec, pack: TemplatePack, lang: MessageLanguage): string {
  const basis = pack.basis.find((candidate) => candidate.id === rule.clause.basis);
  const severity = { error: '错误', warning: '警告', info: '提示' }[rule.severity];
  const clause = [basis?.name, basis?.number, rule.clause.text].filter((part) => part !== undefined).join(' ');
  const unsure = basis?.confirmed === false ? '（原文未核实）' : '';
  const rows =
    lang === 'zh'
      ? [
          `${rule.id}（${severity}，模板 ${pack.id}）`,
          rule.title,
          '',
          ...(rule.testText === undefined ? [] : [`规则：${rule.testText}`]),
          `理由：${rule.reason}`,
          ...(rule.hint === undefined ? [] : [`怎么办：${rule.hint}`]),
          `依据：${clause}${unsure}`,
        ]
      : [
          `${rule.id} (${rule.severity}, pack ${pack.id})`,
          rule.title,
          '',
          ...(rule.testText === undefined ? [] : [`Rule: ${rule.testText}`]),
          `Reason: ${rule.reason}`,
          `Clause: ${clause}${basis?.confirmed === false ? ' (text not seen)' : ''}`,
        ];
  return `${rows.join('\n')}\n`;
}

function cellText(address: string, pack: TemplatePack, lang: MessageLanguage): string {
  const spec = cellSpecs(pack).byAddress.get(address);
  if (spec === undefined) return '';
  const say = (zh: string, en: string): string => (lang === 'zh' ? zh : en);
  const rows = [
    `${address}  ${spec.name}`,
    `${say('模板', 'Pack')}：${pack.id}`,
    ...(spec.unit === undefined ? [] : [`${say('单位', 'Unit')}：${spec.unit}`]),
    ...(spec.computedBy === undefined
      ? []
      : [say('可以不填，由程序计算；填了就核对。', 'Computed when left out, checked when given.')]),
    ...(spec.row.law === undefined ? [] : [`${say('对应条款', 'Law')}：${spec.row.law}`]),
  ];
  return `${rows.join('\n')}\n`;
}
