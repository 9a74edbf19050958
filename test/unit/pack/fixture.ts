/** A small complete pack, as files, that tests change in one place at a time. */
import { loadPack, type NamedPackFiles, type PackOutcome } from '../../../src/pack/load-pack.js';
import { lineOf, positionOf } from '../../../src/source/source.js';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import type { PackFiles, TemplatePack } from '../../../src/pack/types.js';

/** Path -> text; `undefined` takes a file away. */
export type Texts = Readonly<Record<string, string | undefined>>;

export function bytesOf(texts: Texts): PackFiles {
  const encoder = new TextEncoder();
  const entries = Object.entries(texts).flatMap(([path, text]) =>
    text === undefined ? [] : [[path, encoder.encode(text)] as const],
  );
  return Object.fromEntries(entries);
}

const textStyle =
  '{font: fangsong, size: 15.75, word_size: 16, bold: false, align: left, first_line_indent: 0, left_indent: 0, right_indent: 0, space_before: 0, space_after: 0, keep_with_next: false}';
const look =
  '{font: songti, head_font: heiti, note_font: kaiti, size: 10.5, min_size: 9, line_height: 1.2, padding_x: 2, padding_y: 3, min_padding_y: 1, min_row_height: 15, outer_border: 1, inner_border: 0.5, bold_categories: false, one_page: true}';
const styleNames =
  'title subtitle lead_heading heading1 heading2 heading3 heading4 body quote annex_line annex_mark table_title table_subtitle table_line table_unit table_note table_signoff figure_caption signature date footnote';

const style = `page: {width: 210, height: 297, top: 37, left: 28, text_width: 156, text_height: 225, lines: 22, characters: 28, pitch: 28.95}
fonts:
${['biaosong', 'fangsong', 'kaiti', 'heiti', 'songti', 'latin'].map((role) => `  ${role}: {name: ${role}, alternatives: []}`).join('\n')}
text:
${styleNames
  .split(' ')
  .map((name) => `  ${name}: ${textStyle}`)
  .join('\n')}
tables:
  statutory: ${look}
  plain: ${look}
page_number: {font: songti, size: 14, form: "— # —", position: outside, inset: 1, below: 7}
draft_mark: {font: heiti, size: 96, colour: "#D9D9D9"}
`;

/** Table three in little: rows by columns with a computed row and column. */
const table = `id: t3
label: 表三
aliases: [三]
name: 申请情况
unit: 件
value: {type: integer, min: 0}
stub: {columns: 2, layout: nested}
widths: [1, 2, 1, 1, 1]
look: statutory
before:
  - {role: tableTitle, text: "{{年}}年统计表"}
notes: ["共{{值 \\"t3/r1/total\\"}}件"]
bands:
  - id: main
    columns:
      - label: 申请人情况
        children:
          - {id: natural, label: 自然人}
          - {id: legal, label: 法人}
          - {id: total, label: 总计, computed: natural + legal}
    rows:
      - {id: r1, number: 一、, name: 新收申请}
      - id: r3
        number: 二、
        name: 办理结果
        rows:
          - {id: r3.1, number: （一）, name: 公开, note: 含部分公开}
          - {id: r3.2, number: （二）, name: 其他, unit: 次}
      - {id: r4, number: 三、, name: 总计, computed: sum(r3.*)}
`;

/** An indicator table: codes, one figure a row. */
const indicators = `id: t1
label: 统计表
name: 统计指标表
stub: {columns: 1, layout: outline}
widths: [6, 1, 1, 2]
look: plain
heading_mark: {code: ——, unit: ——, value: ""}
bands:
  - id: main
    corner: 统计指标
    columns:
      - {id: code, label: 代码, kind: code}
      - {id: unit, label: 单位, kind: unit}
      - {id: value, label: 统计数}
    rows:
      - id: "1000"
        kind: heading
        number: 一、
        name: 主动公开情况
        rows:
          - id: "1100"
            number: （一）
            name: 主动公开数
            note: 相同信息计1条
            code: "1100"
            unit: 条
            rows:
              - {id: "1110", prefix: 其中：, name: 规范性文件数, code: "1110", unit: 条, of_which: true}
          - {id: "1200", number: （二）, name: 其他数, code: "1200", unit: 条}
      - id: "2000"
        kind: heading
        number: 二、
        name: 收费情况
        rows:
          - {id: "2100", number: （一）, name: 收费数, code: "2100", unit: 万元, value: {type: decimal}, typed_unit: true}
          - {id: "2200", number: （二）, name: 其他数, code: "2200", unit: 条}
`;

export const base: Texts = {
  'pack.yaml': `nianbao_pack: 1
id: base
name: 试用格式
edition: "2021"
language: zh-CN
years: {from: 2021}
basis:
  - {id: law, name: 条例, confirmed: true}
titles:
  report: ["{{单位}}", "{{年}}年报告"]
  subject: 报告
  file_name: "{{单位}}{{年}}年报告"
sections:
  - {id: s1, number: 一、, heading: 总体情况, kind: narrative, required: true, starter: sections/s1.md.hbs}
  - id: s2
    number: 二、
    heading: 申请情况
    kind: table
    tables: [t3, t1]
    wording:
      - {when: "[t3/r1/total] == 0", file: sections/s2.md.hbs}
`,
  'terms.yaml': `keys:
  year: [年度]
words:
  continued: （续）
`,
  'style.yaml': style,
  'tables/t3.yaml': table,
  'tables/t1.yaml': indicators,
  'rules/T3-R.yaml': `id: T3-R
title: 总计等于各列之和
severity: error
clause: {basis: law, text: 附件}
reason: 各列没有重叠。
scope: {each: row, table: t3}
test: total == natural + legal
examples:
  pass:
    - {total: 3, natural: 1, legal: 2}
  fail:
    - {total: 4, natural: 1, legal: 2}
`,
  'rules/B1.yaml': `id: B1
title: 按期公布
severity: warning
clause: {basis: law}
reason: 公布有期限。
check: {name: publication-date, deadlines: [{publish_by: "03-31"}]}
examples:
  pass: [{年度: 2023, 成文日期: 2024-01-20}]
  fail: [{年度: 2023, 成文日期: 2024-05-20}]
`,
  'sections/s1.md.hbs': '{{年}}年收到申请{{值 "t3/r1/total"}}件。\n',
  'sections/s2.md.hbs': '{{年}}年没有收到申请。\n',
};

/** Loads the pack with some of its files changed. */
export function loadWith(changes: Texts = {}, parents: Readonly<Record<string, Texts>> = {}): PackOutcome {
  const parentOf = (reference: string): NamedPackFiles | undefined => {
    const texts = parents[reference];
    return texts === undefined ? undefined : { files: bytesOf(texts), name: reference };
  };
  return loadPack(bytesOf({ ...base, ...changes }), 'base', parentOf);
}

/** A child of the small pack: only the files given, over `base`. */
export function loadChild(texts: Texts): PackOutcome {
  const pack = texts['pack.yaml'] ?? childPack;
  return loadPack(bytesOf({ ...texts, 'pack.yaml': pack }), 'child', (reference) =>
    reference === 'base' ? { files: bytesOf(base), name: 'base' } : undefined,
  );
}

export const childPack = 'nianbao_pack: 1\nid: child\nname: 下级格式\nextends: base\n';

/** The small pack, which must load. */
export function packOf(outcome: PackOutcome): TemplatePack {
  if (outcome.value === undefined)
    throw new Error(outcome.diagnostics.map((d) => `${d.code} ${d.message.zh}`).join('\n'));
  return outcome.value;
}

/** A file of the small pack with one text replaced, which must be there. */
export function replaced(path: string, from: string, to: string): Texts {
  const text = base[path];
  if (text?.includes(from) !== true) throw new Error(`${path} has no ${from}`);
  return { [path]: text.replace(from, to) };
}

/** `code path:line text of the line from the place on`, as a reader sees a diagnostic. */
export function seen(outcome: PackOutcome): readonly string[] {
  return outcome.diagnostics.map((diagnostic) => `${diagnostic.code} ${placeOf(diagnostic, outcome)}`);
}

function placeOf(diagnostic: Diagnostic, outcome: PackOutcome): string {
  const { range } = diagnostic;
  if (range === undefined) return 'nowhere';
  const source = outcome.sources.get(range.file);
  if (source === undefined) return range.file;
  const { line, column } = positionOf(source, range.start);
  return `${range.file}:${line} ${[...lineOf(source, line)]
    .slice(column - 1)
    .join('')
    .slice(0, 20)}`.trimEnd();
}
