import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { outputFormats } from '../../src/output/outputs.js';
import { nianbao } from '../support/capture.js';
import { readable, spellings } from '../support/file-texts.js';
import { textOfPdf } from '../support/pdf-read.js';

/** One for each place that is never printed; letters and digits only, so that no output has reason to change them. */
const secrets = {
  comment: 'SecretComment01',
  drafter: 'SecretDrafter02',
  signer: 'SecretSigner03',
  reason: 'SecretReason04',
  approver: 'SecretApprover05',
  folder: 'SecretFolder06',
  fileName: 'SecretFile07',
  previousFolder: 'SecretPrevious08',
  adjustment: 'SecretAdjustment09',
  waivedCell: 'SecretUnused10',
  previousComment: 'SecretPrevious11',
  previousApprover: 'SecretPrevious12',
  narrativeFigure: '987654321',
} as const;

/** Printed on purpose: shows that the search finds what is there. */
const printed = 'PrintedAgency00';

const source = readFileSync('examples/huludao-2023/report.yaml', 'utf8');

/** Last year's report: the same form, one year earlier. */
function previousReport(): string {
  return `${source.replaceAll('2023', '2022').replace(/^成文日期.*$/mu, '')}
# ${secrets.previousComment}
豁免:
  - {代码: T-B2, 单元格: t2/licence/decisions, 数值: {t2/licence/decisions: 7}, 理由: 旧, 审批人: ${secrets.previousApprover}}
`;
}

function report(): string {
  const licence = source.replace(/行政许可: [^\n]*/u, `行政许可: 1.5   # ${secrets.comment}`);
  return `# ${secrets.comment}
${licence.replaceAll('葫芦岛市住房公积金管理中心', printed)}
上年数据:
  - 文件: ../${secrets.previousFolder}/report.yaml
    调整:
      - {单元格: t3/r4/natural, 增减: 0, 理由: ${secrets.adjustment}}
豁免:
  - 代码: T-B2
    单元格: t2/licence/decisions
    数值: {t2/licence/decisions: 1.5}
    理由: ${secrets.reason}
    审批人: ${secrets.approver}
  - 代码: T4-R
    单元格: t4/review/total
    数值: {t4/review/total: 3}
    理由: ${secrets.waivedCell}
    审批人: ${secrets.approver}
文中数字: ["${secrets.narrativeFigure}"]
办理:
  拟稿: ${secrets.drafter}
  签发: {姓名: ${secrets.signer}, 版本: [1, 2]}
`;
}

describe('what is internal stays internal (design section 6)', () => {
  const outputs = new Map<string, Uint8Array>();
  beforeAll(async () => {
    const root = mkdtempSync(join(tmpdir(), 'nianbao-secrets-'));
    const folder = join(root, secrets.folder);
    const previous = join(root, secrets.previousFolder);
    for (const path of [folder, previous]) mkdirSync(path);
    writeFileSync(join(previous, 'report.yaml'), previousReport());
    const path = join(folder, `${secrets.fileName}.yaml`);
    writeFileSync(path, report());
    const result = await nianbao('build', path, '-o', join(root, 'out'), '--formats', outputFormats.join(','));
    if (result.code !== 0 || !result.out.includes('已豁免')) throw new Error(`not built: ${result.out}${result.error}`);
    for (const name of readdirSync(join(root, 'out'))) {
      outputs.set(name, new Uint8Array(readFileSync(join(root, 'out', name))));
    }
  });

  it('builds every format, and the search finds what is printed', async () => {
    expect(outputs.size).toBe(outputFormats.length);
    for (const [name, bytes] of outputs) {
      const texts = name.endsWith('.pdf') ? await textOfPdf(bytes) : readable(name, bytes);
      expect(texts.some((text) => text.includes(printed)), name).toBe(true);
    }
  });

  it.each(Object.entries(secrets))('%s is in no output', async (_, secret) => {
    for (const [name, bytes] of outputs) {
      const everything = readable(name, bytes);
      for (const spelling of spellings(secret)) {
        expect(everything.some((text) => text.includes(spelling)), `${name}: ${spelling}`).toBe(false);
      }
      const shown = name.endsWith('.pdf') ? await textOfPdf(bytes) : [];
      expect(
        shown.some((text) => text.includes(secret)),
        name,
      ).toBe(false);
    }
  });

  it('no path of this machine and no user name is in an output', () => {
    const forbidden = [tmpdir(), process.cwd(), process.env['USER'], process.env['HOSTNAME']].filter(
      (text): text is string => text !== undefined && text.length > 3,
    );
    for (const [name, bytes] of outputs) {
      for (const text of forbidden) {
        expect(readable(name, bytes).some((part) => part.includes(text)), `${name}: ${text}`).toBe(false);
      }
    }
  });
});
