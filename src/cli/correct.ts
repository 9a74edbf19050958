/**
 * `correct FILE --filed DIR|ZIP --reason TEXT -o DIR|ZIP`: the next version of a filed report, with a 更正说明. Everything is
 * made in memory first; the earlier filing is only read.
 */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { correctFiling, noticeDay } from '../correct/correct.js';
import { hasErrors } from '../diagnostic/diagnostic.js';
import { renderText } from '../diagnostic/render-text.js';
import type { CellCorrection, Corrections } from '../correct/types.js';
import { isWithin } from '../env.js';
import { filingRequest, writeFiling, type FileOptions } from './file.js';
import { renderFindings, unreadableMessage } from './open.js';
import { readReceived } from './received.js';
import { builtInNamedPack, diskSources } from './sources.js';
import { EXIT, type MessageLanguage, type Terminal } from './terminal.js';

export interface CorrectOptions extends FileOptions {
  /** The earlier filing. */
  readonly filed: string;
  readonly reason: string;
  /** Day of the notice. */
  readonly date?: string;
}

export async function correctCommand(path: string, options: CorrectOptions, terminal: Terminal): Promise<number> {
  const { lang } = options;
  const wrongUse = (zh: string, en: string): number => {
    terminal.error(lang === 'zh' ? zh : en);
    return EXIT.usage;
  };
  const date = options.date === undefined ? undefined : noticeDay(options.date);
  if (options.date !== undefined && date === undefined) {
    return wrongUse(`“${options.date}”不是日期，请写成 2026-03-01。\n`, `"${options.date}" is no date.\n`);
  }
  const read = readReceived(options.filed);
  if (read.kind === 'unreadable')
    return wrongUse(unreadableMessage(options.filed, 'zh'), unreadableMessage(options.filed, 'en'));
  if (read.kind === 'refused') {
    terminal.error(renderText(read.diagnostics, new Map(), { lang, verdict: false }));
    return EXIT.usage;
  }
  if (isInside(options.filed, options.output)) {
    return wrongUse(
      `“${options.output}”在原报送件里面：原报送件要保持原样，请写到别处。\n`,
      `"${options.output}" lies in the earlier filing, which stays as it is; write elsewhere.\n`,
    );
  }
  const request = filingRequest(path, options, terminal);
  if (typeof request === 'number') return request;
  const { outcome, inputs } = request;
  const correction = await correctFiling(
    outcome,
    { ...inputs, filed: read.received, reason: options.reason, ...(date === undefined ? {} : { date }) },
    { builtIn: builtInNamedPack, sources: diskSources(inputs.dataFile.name, options) },
  );
  // Whether the report itself is in order is said only where that was the question.
  const isOfReport = correction.value !== undefined || hasErrors(outcome.diagnostics);
  terminal.out(
    isOfReport
      ? renderFindings({ ...outcome, diagnostics: correction.diagnostics }, lang, terminal)
      : renderText(correction.diagnostics, outcome.sources, { lang, verdict: false }),
  );
  if (correction.value === undefined) {
    terminal.out(lang === 'zh' ? '没有制作更正件。\n' : 'No correction was made.\n');
    return EXIT.errors;
  }
  const { corrections, files, version } = correction.value;
  terminal.out(summary(corrections, version, lang));
  return writeFiling(files, options, terminal);
}

/** True when the output would lie in the folder of the earlier filing, whatever links lead there. */
function isInside(folder: string, output: string): boolean {
  let parent = dirname(resolve(output));
  while (!existsSync(parent) && dirname(parent) !== parent) parent = dirname(parent);
  return isWithin(folder, parent) || isWithin(folder, output);
}

/** What was found changed, for the office's own eyes; the notice says it for the public. */
function summary(corrections: Corrections, version: number, lang: MessageLanguage): string {
  const { facts, cells, labels, texts, attachments, form } = corrections;
  if (lang === 'en') {
    const counts = `${cells.length} cells, ${texts.length + labels.length} places of text, ${facts.length} facts, ${attachments.length} attachments`;
    return `Version ${version}: ${counts} changed.\n${cells.map((cell) => `  ${cellLine(cell, '(blank)', '(none)')}\n`).join('')}`;
  }
  const typed = cells.filter(({ follows }) => !follows).length;
  const counts = [
    [cells.length, `统计表 ${typed} 格${typed === cells.length ? '' : `（另有 ${cells.length - typed} 格随之变化）`}`],
    [texts.length + labels.length, `文字 ${texts.length + labels.length} 处`],
    [facts.length, `基本信息 ${facts.length} 项`],
    [attachments.length, `附件 ${attachments.length} 个`],
    [form ? 1 : 0, '分段、强调等形式'],
  ] as const;
  const told = counts.flatMap(([count, text]) => (count === 0 ? [] : [text]));
  const lines = cells.map((cell) => `  ${cellLine(cell, '（空白）', '（无）')}\n`).join('');
  return `第 ${version} 版，与原报送件相比更正：${told.join('，')}。\n${lines}`;
}

function cellLine({ name, before, after }: CellCorrection, blank: string, absent: string): string {
  const shown = (text: string | undefined): string => (text === undefined ? absent : text === '' ? blank : text);
  return `${name}：${shown(before)} → ${shown(after)}`;
}
