import { describe, expect, it } from 'vitest';
import { bundleOf } from '../../../src/bundle/bundle.js';
import { openBundle, readBundle } from '../../../src/bundle/open-bundle.js';
import { builtInPack } from '../../../src/env.js';
import { openReport, type NamedPack, type OpenReport, type Sources } from '../../../src/pipeline.js';
import { dump } from '../../../src/report/dump.js';
import type { Report } from '../../../src/report/tree.js';
import { exampleNames, openExample, writeOutput } from '../../support/examples.js';
import { smallPng } from '../../support/pdf-everything.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const builtIn = (id: string): NamedPack | undefined => {
  const files = builtInPack(id);
  return files === undefined ? undefined : { name: id, files, builtIn: true };
};

/** The report after a way through the bundle. */
function rebuilt(open: OpenReport): OpenReport {
  const bundle = readBundle(bundleOf(open, 'nianbao test'), 'bundle').value;
  const outcome = bundle === undefined ? undefined : openBundle(bundle, 'bundle', builtIn);
  if (outcome?.value === undefined) throw new Error(JSON.stringify(outcome?.diagnostics));
  return outcome.value;
}

const treeOf = (report: Report | undefined): string => (report === undefined ? '' : dump(report));

const base = (sections: string, more = ''): string => `nianbao: 1
模板: cn-2021
年度: 2023
单位: {名称: 云河市财政局, 类型: 部门, 层级: 市级}
成文日期: 2024-01-20
章节:
${sections}
表格:
  表二: {规章: [0, 0, 0], 行政规范性文件: {本年制发件数: 22（其中修订16件）, 本年废止件数: 空, 现行有效件数: /}, 行政处罚: ——}
  表三: {一、本年新收政府信息公开申请数量: [5, 1, 0, 0, 0, 0]}
  表四: {行政复议: [0, 0, 0, 0], 表注: [含上年度结转数量。]}
${more}`;

function open(text: string, sources: Partial<Sources> = {}): OpenReport {
  const outcome = openReport(bytesOf(text), 'folder/report.yaml', {
    pack: (reference) => builtIn(reference),
    profile: () => undefined,
    previous: () => undefined,
    image: () => undefined,
    ...sources,
  });
  if (outcome.value === undefined) throw new Error(JSON.stringify(outcome.diagnostics));
  return outcome.value;
}

describe('closed bundle', () => {
  it.each(exampleNames)('%s: makes the same tree and the same bytes again', async (name) => {
    const { open: original } = openExample(name);
    const again = rebuilt(original);
    expect(treeOf(again.report)).toBe(treeOf(original.report));
    expect(again.pack.hash).toBe(original.pack.hash);
    const [first, second] = [await writeOutput(original, 'docx'), await writeOutput(again, 'docx')];
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
    expect(bundleOf(again, 'nianbao test')).toEqual(bundleOf(original, 'nianbao test'));
  });

  it('R-05: keeps number, remark, blank, slash, dash and missing apart', () => {
    const original = open(base('  总体情况: 一切如常。'));
    const again = rebuilt(original);
    expect(treeOf(again.report)).toBe(treeOf(original.report));
    const kinds = (report: OpenReport): readonly string[] =>
      [...report.figures.values].map(([address, value]) => `${address} ${value.kind}`);
    expect(kinds(again)).toEqual(kinds(original));
    expect(kinds(again)).toContain('t2/normative/repealed blank');
    expect(kinds(again)).toContain('t2/normative/in_force slash');
    expect(kinds(again)).toContain('t3/r3.1/natural missing');
  });

  it('carries images under numbers, without the path of the office', () => {
    const picture = smallPng(2);
    const original = open(
      base('  总体情况: |\n    如下图。\n\n    ![柱形图](王某某/最终%20稿.png)\n\n    ![饼图](<王某某/图 2.PNG>)'),
      {
        image: () => picture,
      },
    );
    const again = rebuilt(original);
    expect(treeOf(again.report)).toBe(treeOf(original.report));
    expect(new TextDecoder().decode(bundleOf(original, 'nianbao test'))).not.toContain('王某某');
  });

  it("carries last year's figures that the text shows", () => {
    const last = base('  总体情况: 一切如常。')
      .replace('2023', '2022')
      .replace('[5, 1, 0, 0, 0, 0]', '[3, 0, 0, 0, 0, 0]');
    const previous: Sources['previous'] = () => ({
      name: 'last.yaml',
      bytes: bytesOf(last),
      sources: { pack: builtIn, profile: () => undefined, previous: () => undefined, image: () => undefined },
    });
    const text = base(
      '  总体情况: 新收申请{{值 "t3/r1/total"}}件，比上年{{比上年 "t3/r1/total"}}。',
      '上年数据: [../2022/秘密.yaml]\n',
    );
    const original = open(text, { previous });
    const again = rebuilt(original);
    expect(treeOf(original.report)).toContain('100');
    expect(treeOf(again.report)).toBe(treeOf(original.report));
    expect(new TextDecoder().decode(bundleOf(original, 'nianbao test'))).not.toContain('秘密');
  });

  it('carries no comment, waiver, attachment path, 办理 or sign-off that the form does not print', () => {
    const secrets = `# 内情一
豁免:
  - {代码: T6-1, 理由: 内情二, 经办: 内情三}
附件: [内情四.pdf]
签署: {审核人: 内情五}
办理: {拟稿: 内情六}
`;
    const text = new TextDecoder().decode(bundleOf(open(base('  总体情况: 一切如常。', secrets)), 'nianbao test'));
    expect(text).toContain('一切如常');
    expect(text).not.toContain('内情');
  });

  it('is refused when it is damaged, none, or of a newer program', () => {
    const good = new TextDecoder().decode(bundleOf(open(base('  总体情况: 一切如常。')), 'nianbao test'));
    const codes = (text: string): readonly string[] =>
      readBundle(bytesOf(text), 'x').diagnostics.map(({ code }) => code);
    expect(codes(good)).toEqual([]);
    expect(codes(good.slice(0, -20))).toEqual(['bundle/unreadable']);
    expect(codes('[]')).toEqual(['bundle/unreadable']);
    expect(codes('{"nianbao_bundle":"1","data":{}}')).toEqual(['bundle/unreadable']);
    expect(codes(good.replace('"nianbao_bundle": "1"', '"nianbao_bundle": "2"'))).toEqual(['bundle/version']);
  });
});
