import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtInNamedPack } from '../../../src/cli/sources.js';
import { signaturesBytes, SIGNATURES_NAME, type SignedHashes } from '../../../src/filing/signatures.js';
import { builtInFonts, createFontSet } from '../../../src/index.js';
import { MANIFEST_NAME, manifestFile, type Manifest } from '../../../src/filing/manifest.js';
import { outputFormats, writeOutputs } from '../../../src/output/outputs.js';
import type { OpenReport } from '../../../src/pipeline.js';
import { readPdf } from '../../../src/readback/read-pdf.js';
import type { Received } from '../../../src/verify/input.js';
import { verify, type VerifyOptions, type VerifyOutcome } from '../../../src/verify/verify.js';
import { editDocx } from '../../support/docx-edit.js';
import { exampleNames, openExample } from '../../support/examples.js';
import { editPart } from '../../support/forms.js';
import { filingEnv, smallFiling } from '../../support/filing-fixture.js';
import { breakPdf } from '../../support/pdf-edit.js';
import { PdfFile } from '../../support/pdf-file.js';
import { latin1 } from '../../support/pdf-read.js';

const env = { ...filingEnv, builtIn: builtInNamedPack };
const { open } = openExample('city-2024');
const formats = outputFormats;
const filing = await smallFiling(open, formats);
const nameOf = (ending: string): string => [...filing.keys()].find((path) => path.endsWith(ending)) ?? '';
const bytesOf = (ending: string): Uint8Array => filing.get(nameOf(ending)) ?? new Uint8Array();

function received(files: ReadonlyMap<string, Uint8Array>): Received {
  return { name: '报送件', kind: 'filing', files };
}

function oneFile(name: string, bytes: Uint8Array): Received {
  return { name, kind: 'file', files: new Map([[name, bytes]]) };
}

const codesOf = (outcome: VerifyOutcome): readonly string[] => [
  ...new Set(outcome.diagnostics.map(({ code }) => code)),
];

/** The filing with one file changed, and its manifest too when the forger is careful. */
function changed(ending: string, bytes: Uint8Array, careful: boolean): ReadonlyMap<string, Uint8Array> {
  const files = new Map(filing).set(nameOf(ending), bytes);
  if (!careful) return files;
  const manifest = JSON.parse(new TextDecoder().decode(files.get(MANIFEST_NAME))) as Manifest;
  const list = manifest.files.map((file) =>
    file.path === nameOf(ending) ? manifestFile(file.path, file.role, file.media_type, bytes) : file,
  );
  return files.set(MANIFEST_NAME, new TextEncoder().encode(JSON.stringify({ ...manifest, files: list })));
}

async function verdict(files: ReadonlyMap<string, Uint8Array>, options: VerifyOptions = {}): Promise<VerifyOutcome> {
  return verify(received(files), env, options);
}

describe('R-74: verify', () => {
  it('says in one sentence that an untouched filing holds, and byte for byte', async () => {
    const outcome = await verdict(filing);
    expect(outcome.diagnostics).toEqual([]);
    expect(outcome.verdict).toBe('holds');
    expect(outcome.sentence.zh).toBe('一致：报送件“报送件”的内容与它所带的数据一致。');
    expect(outcome.points.filter(({ zh }) => zh.includes('逐字节相同')).length).toBe(formats.length);
  });

  it('a re-zipped folder with the same content still holds: files count, not their packing', async () => {
    const reversed = new Map([...filing].reverse());
    expect((await verdict(reversed)).verdict).toBe('holds');
  });

  it.each(exampleNames.slice(1))('%s: single files hold by themselves', async (name) => {
    const { open: other } = openExample(name);
    const written = await writeOutputs(other, {
      formats: ['docx', 'pdf', 'html'],
      env: filingEnv,
      embed: true,
      verify: false,
      draft: true,
    });
    for (const file of written.value ?? []) {
      const outcome = await verify(oneFile(file.name, file.bytes), env);
      expect(outcome.verdict, file.name).toBe('holds');
    }
  });

  describe('one digit changed', () => {
    const docx = editDocx(bytesOf('.docx'), 'word/document.xml', (xml) => xml.replace('>5931<', '>5981<'));
    const html = new TextEncoder().encode(
      new TextDecoder().decode(bytesOf('公开工作年度报告.html')).replace(/>5931</u, '>5981<'),
    );

    it('in the Excel tables: the hash, the bytes and the cell are told', async () => {
      const xlsx = editPart(bytesOf('.xlsx'), 'xl/worksheets/sheet2.xml', (xml) =>
        xml.replace('<v>7433</v>', '<v>7438</v>'),
      );
      expect(codesOf(await verdict(changed('.xlsx', xlsx, false)))).toEqual([
        'verify/changed-file',
        'verify/differs',
        'verify/bytes-differ',
      ]);
      const careful = await verdict(changed('.xlsx', xlsx, true));
      expect(careful.diagnostics[0]?.message.zh).toContain('表三“一、本年新收政府信息公开申请数量”行“总计”列');
      const alone = await verify(oneFile('x.xlsx', xlsx), env, { data: open });
      expect(codesOf(alone)).toEqual(['verify/differs', 'verify/bytes-differ']);
    });

    it.each([
      ['in the Word file', '.docx', docx],
      ['in the web page', '公开工作年度报告.html', html],
    ])('%s: the hash, the bytes and the cell are told', async (_, ending, bytes) => {
      const careless = await verdict(changed(ending, bytes, false));
      expect(careless.verdict).toBe('fails');
      expect(codesOf(careless)).toEqual(['verify/changed-file', 'verify/differs', 'verify/bytes-differ']);
      const careful = await verdict(changed(ending, bytes, true));
      expect(codesOf(careful)).toEqual(['verify/differs', 'verify/bytes-differ']);
      expect(careful.diagnostics[0]?.message.zh).toContain('5981');
      expect(careful.diagnostics[0]?.message.zh).toContain('5931');
      const alone = await verify(oneFile(`x${ending}`, bytes), env);
      expect(codesOf(alone)).toEqual(['verify/differs', 'verify/bytes-differ']);
    });

    it('on a PDF page, though its hash was mended', async () => {
      // Two characters of the first figure that is shown by itself change places.
      const pdf = breakPdf(bytesOf('.pdf'), /<([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{8})> Tj/u, '<$2$1$3> Tj');
      const outcome = await verdict(changed('.pdf', pdf, true));
      expect(outcome.verdict).toBe('fails');
      expect(codesOf(outcome)).toEqual(['verify/differs', 'verify/bytes-differ']);
    });

    it('in the data that a file carries: it disagrees with its own page and with the other files', async () => {
      const data = editDocx(bytesOf('.docx'), 'customXml/item1.xml', (xml) => xml.replace('5931', '5981'));
      const outcome = await verdict(changed('.docx', data, true));
      expect(outcome.verdict).toBe('fails');
      expect(codesOf(outcome)).toContain('verify/data-differ');
      const alone = await verify(oneFile('x.docx', data), env);
      expect(codesOf(alone)).toEqual(['verify/differs', 'verify/bytes-differ']);
    });

    it('in the attachment of the PDF', async () => {
      const pdf = breakPdf(bytesOf('.pdf'), /"natural": "5931"/u, '"natural": "5981"');
      const outcome = await verdict(changed('.pdf', pdf, true));
      expect(outcome.verdict).toBe('fails');
      expect(codesOf(outcome)).toContain('verify/data-differ');
      expect(codesOf(await verify(oneFile('x.pdf', pdf), env))).toEqual(['verify/differs', 'verify/bytes-differ']);
    });

    it('in the Excel tables', async () => {
      const parts = unzipSync(bytesOf('.xlsx'));
      const sheet =
        Object.keys(parts).find((path) => strFromU8(parts[path] ?? new Uint8Array()).includes('<v>5931</v>')) ?? '';
      const xlsx = editDocx(bytesOf('.xlsx'), sheet, (xml) => xml.replace('<v>5931</v>', '<v>5981</v>'));
      const careful = await verdict(changed('.xlsx', xlsx, true));
      expect(codesOf(careful)).toEqual(['verify/differs', 'verify/bytes-differ']);
      expect(careful.diagnostics[0]?.cells).toEqual(['t3/r1/natural']);
    });

    it('in the manifest: a hash, or what it says of the report', async () => {
      const text = new TextDecoder().decode(filing.get(MANIFEST_NAME));
      const edited = (from: RegExp, to: string): ReadonlyMap<string, Uint8Array> =>
        new Map(filing).set(MANIFEST_NAME, new TextEncoder().encode(text.replace(from, to)));
      const hash = await verdict(edited(/("sha256": ")([0-9a-f])/u, '$1' + (/"sha256": "0/u.test(text) ? '1' : '0')));
      expect(codesOf(hash)).toEqual(['verify/changed-file']);
      const year = await verdict(edited(/"year": 2024/u, '"year": 2023'));
      expect(codesOf(year)).toEqual(['verify/manifest-differs']);
      expect(year.diagnostics[0]?.message.zh).toBe('清单里的年度是“2023”，文件所带的数据是“2024”。');
      const broken = await verdict(edited(/"files": \[/u, '"files": {'));
      expect(codesOf(broken)).toEqual(['verify/manifest-unreadable']);
    });
  });

  it('a missing file, an added file, and no manifest', async () => {
    const without = new Map(filing);
    without.delete(nameOf('.pdf'));
    expect(codesOf(await verdict(without))).toEqual(['verify/missing-file']);
    const more = new Map(filing).set('补充说明.txt', new Uint8Array([1]));
    expect(codesOf(await verdict(more))).toEqual(['verify/added-file']);
    const bare = new Map(filing);
    bare.delete(MANIFEST_NAME);
    expect(codesOf(await verdict(bare))).toEqual(['verify/no-manifest']);
  });

  it('a swapped pack: the name is the same and the hash is not', async () => {
    const swapped = await smallFiling({ ...open, pack: { ...open.pack, hash: 'f'.repeat(64) } }, ['docx', 'pdf']);
    const outcome = await verdict(swapped);
    expect(outcome.verdict).toBe('fails');
    expect(codesOf(outcome)).toContain('verify/other-pack');
    expect(outcome.points.filter(({ state }) => state === 'not-checked').length).toBe(2);
  });

  it('another version of the program: not compared to the byte, and that is said', async () => {
    const outcome = await verify(received(filing), { ...env, generator: 'nianbao 9.9.9' });
    expect(outcome.verdict).toBe('holds');
    expect(
      outcome.points.filter(({ state }) => state === 'not-checked').map(({ zh }) => zh.includes('nianbao test')),
    ).toEqual(formats.map(() => true));
    expect(outcome.sentence.zh).toContain(`有 ${formats.length} 点没有检查`);
  });

  it('a file without data is unknown, and holds or fails against a data file', async () => {
    const { value } = await writeOutputs(open, { formats: ['pdf'], env: filingEnv, embed: false, verify: false });
    const [pdf] = value ?? [];
    if (pdf === undefined) throw new Error('no file');
    const alone = await verify(oneFile(pdf.name, pdf.bytes), env);
    expect(alone.verdict).toBe('unknown');
    expect(codesOf(alone)).toEqual(['verify/no-data']);
    const held = await verify(oneFile(pdf.name, pdf.bytes), env, { data: open });
    expect(held.verdict).toBe('holds');
    const other: OpenReport = openExample('huludao-2023').open;
    expect((await verify(oneFile(pdf.name, pdf.bytes), env, { data: other })).verdict).toBe('fails');
  });

  it('a saved web page with the site around it: holds, and a changed figure or a lost sentence is told', async () => {
    const fragment = new TextDecoder().decode(bytesOf('.fragment.html'));
    const site = (body: string): Uint8Array =>
      new TextEncoder().encode(
        `<html><body><nav><table><tr><td>首页</td><td>政务公开</td></tr></table></nav><article>${body}</article><footer>版权所有</footer></body></html>`,
      );
    const against = (body: string): VerifyOptions => ({ against: { name: '网页.html', bytes: site(body) } });
    const good = await verdict(filing, against(fragment));
    expect(good.verdict).toBe('holds');
    expect(good.points.at(-1)?.zh).toContain('网页“网页.html”上有报告的全部表格和文字');
    const digit = await verdict(filing, against(fragment.replace('>5931<', '>5981<')));
    expect(digit.diagnostics.map(({ message }) => message.zh)).toEqual([
      '“网页.html”里表三“一、本年新收政府信息公开申请数量”行“自然人”列是“5981”，数据是“5931”。',
    ]);
    const lost = await verdict(filing, against(fragment.replace('除上述事项外，没有其他需要报告的事项', '')));
    expect(codesOf(lost)).toEqual(['verify/page-lacks']);
    const tableless = await verdict(filing, against(fragment.replace(/<table[\s\S]*<\/table>/u, '')));
    expect(codesOf(tableless)).toContain('verify/page-table');
  });

  it('a signed PDF: the bytes beneath are checked, and what was not checked is said', async () => {
    const update = new TextEncoder().encode(
      '\n9 0 obj\n<</Type /Sig /ByteRange [0 1 2 3] /Contents <00>>>\nendobj\n%%EOF\n',
    );
    const pdf = bytesOf('.pdf');
    const signed = new Uint8Array([...pdf, ...update]);
    const outcome = await verify(oneFile('签章.pdf', signed), env);
    expect(outcome.verdict).toBe('holds');
    expect(outcome.points.map(({ state }) => state)).toEqual(['holds', 'not-checked']);
    const beneath = Uint8Array.from(signed);
    const at = pdf.length - 2000;
    beneath[at] = (beneath[at] ?? 0) ^ 1;
    expect((await verify(oneFile('签章.pdf', beneath), env)).verdict).not.toBe('holds');
  });

  it('a signed PDF whose appended part shows another page does not hold', async () => {
    const pdf = bytesOf('.pdf');
    const file = new PdfFile(pdf);
    const [number, stream] = [...file.objects.keys()]
      .filter((key) => file.objects.get(key)?.stream !== undefined)
      .map((key) => [key, latin1(file.stream({ type: 'reference', number: key }))] as const)
      .find(([, text]) => /<[0-9a-f]{16}> Tj/u.test(text)) ?? [0, ''];
    const other = stream.replace(/<([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{8})> Tj/u, '<$2$1$3> Tj');
    expect(other).not.toBe(stream);
    const at = pdf.length + 1;
    const body = `${number} 0 obj\n<</Length ${other.length}>>\nstream\n${other}\nendstream\nendobj\n`;
    const trailer = latin1(pdf.subarray(file.tableStart)).replace(
      /^[\s\S]*trailer\s*<</u,
      `trailer\n<< /Prev ${file.tableStart}`,
    );
    const update =
      `\n${body}% /ByteRange [0 1 2 3] /Contents <00>\n` +
      `xref\n${number} 1\n${String(at).padStart(10, '0')} 00000 n \n` +
      trailer.replace(
        /startxref\s+\d+/u,
        `startxref\n${at + body.length + '% /ByteRange [0 1 2 3] /Contents <00>\n'.length}`,
      );
    const signed = Uint8Array.from([...pdf, ...Array.from(update, (character) => character.charCodeAt(0))]);
    const outcome = await verify(oneFile('签章.pdf', signed), env);
    expect(outcome.verdict).toBe('fails');
    expect(codesOf(outcome)).toEqual(['verify/differs']);
  });

  it('what is no output, or damaged, is said and never thrown', async () => {
    expect(codesOf(await verify(oneFile('x.txt', new Uint8Array([1, 2])), env))).toEqual(['verify/unknown-kind']);
    for (const name of ['x.pdf', 'x.docx', 'x.html']) {
      const outcome = await verify(oneFile(name, new TextEncoder().encode('<html>junk')), env);
      expect(outcome.verdict, name).not.toBe('holds');
    }
    const cut = bytesOf('.pdf').slice(0, 5000);
    expect((await verify(oneFile('x.pdf', cut), env)).verdict).not.toBe('holds');
  });

  it('data that give no report: said, and nothing concluded', async () => {
    const bundle = new TextEncoder().encode(
      '{"nianbao_bundle":"1","generator":"nianbao test","pack":{"id":"cn-2021","hash":"0"},"data":{"nianbao":"1","pack":"cn-2021"}}',
    );
    const page = new TextEncoder().encode(
      `<html><body><main>x</main><script type="application/json" id="nianbao-data">${new TextDecoder().decode(bundle)}</script></body></html>`,
    );
    expect(codesOf(await verify(oneFile('x.html', page), env))).toEqual(['verify/not-rebuilt']);
  });

  it('a PDF beyond any report is refused before it is read', async () => {
    const huge = new Uint8Array(64 * 1024 * 1024 + 1);
    expect((await readPdf(huge, 'x.pdf')).diagnostics.map(({ code }) => code)).toEqual(['readback/too-large']);
  });

  it('fonts of the user are recorded: the PDF is then compared by cells only, the others to the byte', async () => {
    const boxes = new Uint8Array(readFileSync('test/fixtures/evidence/boxes.otf'));
    const set = createFontSet(builtInFonts(), [{ role: 'latin', origin: 'user', bytes: boxes, sha256: 'ab' }]).value;
    if (set === undefined) throw new Error('no fonts');
    const written = await writeOutputs(open, {
      formats: ['docx', 'pdf'],
      env: { fonts: set, generator: filingEnv.generator },
      embed: true,
      verify: false,
    });
    for (const file of written.value ?? []) {
      const outcome = await verify(oneFile(file.name, file.bytes), env);
      const states = outcome.points.map(({ state }) => state);
      expect(states).toEqual(file.format === 'pdf' ? ['not-checked', 'holds'] : ['holds']);
      expect(outcome.diagnostics).toEqual([]);
    }
  });

  it('the full data file in a filing says what the published files carry, or that is told', async () => {
    const path = join('examples', 'city-2024', 'report.yaml');
    const data = new Uint8Array(readFileSync(path));
    const withData = async (bytes: Uint8Array): Promise<VerifyOutcome> => {
      const files = new Map(filing).set('数据/数据文件.yaml', bytes);
      const manifest = JSON.parse(new TextDecoder().decode(files.get(MANIFEST_NAME))) as Manifest;
      const list = [...manifest.files, manifestFile('数据/数据文件.yaml', 'data', 'application/yaml', bytes)];
      return verdict(files.set(MANIFEST_NAME, new TextEncoder().encode(JSON.stringify({ ...manifest, files: list }))));
    };
    const good = await withData(data);
    expect(good.verdict).toBe('holds');
    expect(good.points.at(-1)?.zh).toContain('公开的部分与公开文件所带的数据一致');
    const text = new TextDecoder().decode(data);
    const comment = await withData(new TextEncoder().encode(`${text}\n# 内部批注\n办理: {拟稿: 某某}\n`));
    expect(comment.verdict).toBe('holds');
    const digit = await withData(new TextEncoder().encode(text.replace('[5931,', '[5981,')));
    expect(codesOf(digit)).toEqual(['verify/data-file-differs']);
  });

  it('a correction says what it follows, and that this was not looked at', async () => {
    const corrects = { manifest_sha256: 'a', manifest_sm3: 'b', version: 1, reason: '漏计' };
    const second = await smallFiling(open, ['pdf'], (manifest) => ({ ...manifest, version: 2, corrects }));
    const outcome = await verdict(second);
    expect(outcome.verdict).toBe('holds');
    expect(outcome.points.map(({ zh }) => zh)).toContain(
      '这是第 2 版，更正第 1 版（那一版清单的 SM3 是 b）；第 1 版不在这里，没有核对',
    );
    const broken = await smallFiling(open, ['pdf'], (manifest) => ({
      ...manifest,
      corrects: { ...corrects, version: '1' as unknown as number },
    }));
    expect(codesOf(await verdict(broken))).toEqual(['verify/manifest-unreadable']);
  });

  it('seals beside a filing: kept, changed, or of another filing', async () => {
    const seal = new TextEncoder().encode('signature');
    const name = '签章/manifest.json.p7s';
    const listed = (signs: Uint8Array): Uint8Array =>
      signaturesBytes({
        nianbao_signatures: '1',
        note: '',
        signatures: [
          {
            kind: 'detached',
            file: hashesOf(name, seal),
            signs: hashesOf(MANIFEST_NAME, signs),
            validity: 'not-checked',
          },
        ],
      });
    const manifest = filing.get(MANIFEST_NAME) ?? new Uint8Array();
    const sealed = (list: Uint8Array, bytes = seal): ReadonlyMap<string, Uint8Array> =>
      new Map(filing).set(SIGNATURES_NAME, list).set(name, bytes);
    const good = await verdict(sealed(listed(manifest)));
    expect(good.verdict).toBe('holds');
    expect(good.points.slice(-2).map(({ state }) => state)).toEqual(['holds', 'not-checked']);
    const swapped = await verdict(sealed(listed(manifest), new TextEncoder().encode('signaturf')));
    expect(codesOf(swapped)).toEqual(['verify/signed-file-differs']);
    const other = await verdict(sealed(listed(new Uint8Array([1]))));
    expect(codesOf(other)).toEqual(['verify/signed-file-differs']);
    const broken = await verdict(sealed(new TextEncoder().encode('{')));
    expect(codesOf(broken)).toContain('verify/signatures-unreadable');
  });
});

function hashesOf(path: string, bytes: Uint8Array): SignedHashes {
  const { size, sha256, sm3 } = manifestFile(path, 'published', '', bytes);
  return { path, size, sha256, sm3 };
}
