import { beforeAll, describe, expect, it } from 'vitest';
import { sm3 } from '../../../src/bytes/sm3.js';
import { readSignatures, signaturesBytes, type Signatures } from '../../../src/filing/signatures.js';
import { sha256 } from '../../../src/pack/sha256.js';
import { acceptSignature, type ReturnedFile } from '../../../src/seal/accept.js';
import { requestBytes, signatureRequest } from '../../../src/seal/request.js';
import type { Received } from '../../../src/verify/input.js';
import { filedBy, office } from '../../support/correction-fixture.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const hexBytes = (hash: string): Uint8Array => Uint8Array.from(Buffer.from(hash, 'hex'));
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(parts));

/** What a signing program appends, with a signature that nobody could verify. */
const update = encode(
  '\n900 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached\n/ByteRange [0 100 200 300] /Contents <3082abcd> >>\nendobj\nxref\n0 0\ntrailer\n<< /Size 901 /Prev 9 >>\nstartxref\n9\n%%EOF\n',
);

let filing: Received;
let pdfPath = '';
let pdf: Uint8Array;
let manifest: Uint8Array;

beforeAll(async () => {
  filing = await filedBy(office((text) => text, { formats: ['pdf', 'html'] }));
  pdfPath = [...filing.files.keys()].find((path) => path.endsWith('.pdf')) ?? '';
  pdf = filing.files.get(pdfPath) ?? new Uint8Array();
  manifest = filing.files.get('manifest.json') ?? new Uint8Array();
});

const codesOf = (returned: ReturnedFile, wanted?: string, received = filing): readonly string[] => {
  const accepted = acceptSignature(received, returned, wanted);
  expect(accepted.value).toBeUndefined();
  return accepted.diagnostics.map(({ code }) => code);
};

/** The filing with what was accepted laid beside it. */
function withAccepted(received: Received, returned: ReturnedFile, wanted?: string): Received {
  const accepted = acceptSignature(received, returned, wanted);
  if (accepted.value === undefined) throw new Error(JSON.stringify(accepted.diagnostics));
  const files = new Map(received.files);
  for (const { path, bytes } of accepted.value.files) files.set(path, bytes);
  return { ...received, files };
}

describe('the request for a signer', () => {
  it('names the manifest and every PDF with both hashes', () => {
    const request = signatureRequest(filing).value;
    if (request === undefined) throw new Error('no request');
    expect(request).toEqual({
      nianbao_signature_request: '1',
      report: {
        title: '葫芦岛市住房公积金管理中心2023年政府信息公开工作年度报告',
        agency: '葫芦岛市住房公积金管理中心',
        year: 2023,
      },
      version: 1,
      manifest: { path: 'manifest.json', size: manifest.length, sha256: sha256([manifest]), sm3: sm3(manifest) },
      documents: [{ path: pdfPath, size: pdf.length, sha256: sha256([pdf]), sm3: sm3(pdf) }],
    });
    expect(JSON.parse(new TextDecoder().decode(requestBytes(request)))).toEqual(request);
  });

  it('is not made for a filing that was changed', () => {
    const files = new Map(filing.files).set(pdfPath, encode('%PDF-'));
    expect(signatureRequest({ ...filing, files }).diagnostics.map(({ code }) => code)).toEqual(['seal/damaged-filing']);
    expect(signatureRequest({ ...filing, files: new Map() }).diagnostics.map(({ code }) => code)).toEqual([
      'verify/no-manifest',
    ]);
  });
});

describe('a signed PDF', () => {
  it('is laid beside the filing where it begins with our very bytes', () => {
    const bytes = joined(pdf, update);
    const accepted = acceptSignature(filing, { name: '年报（已盖章）.pdf', bytes }).value;
    expect(accepted?.files.map(({ path }) => path)).toEqual(['签章/年报（已盖章）.pdf', '签章/signatures.json']);
    expect(accepted?.files[0]?.bytes).toEqual(bytes);
    expect(accepted?.signature).toEqual({
      kind: 'signed-pdf',
      file: { path: '签章/年报（已盖章）.pdf', size: bytes.length, sha256: sha256([bytes]), sm3: sm3(bytes) },
      signs: { path: pdfPath, size: pdf.length, sha256: sha256([pdf]), sm3: sm3(pdf) },
      validity: 'not-checked',
    });
    const list = readSignatures(accepted?.files[1]?.bytes ?? new Uint8Array());
    expect(list?.signatures).toEqual([accepted?.signature]);
    expect(list?.note).toContain('没有检查签名是否有效');
  });

  it('may be signed a second time over the first', () => {
    const once = withAccepted(filing, { name: '一.pdf', bytes: joined(pdf, update) });
    const twice = withAccepted(once, { name: '二.pdf', bytes: joined(pdf, update, update) });
    const list = readSignatures(twice.files.get('签章/signatures.json') ?? new Uint8Array());
    expect(list?.signatures.map(({ file }) => file.path)).toEqual(['签章/一.pdf', '签章/二.pdf']);
    expect(once.files.get('manifest.json')).toBe(manifest);
  });

  it('is refused where one byte beneath differs, or it was saved anew', () => {
    const changed = joined(pdf, update);
    changed[1000] = (changed[1000] ?? 0) ^ 1;
    expect(codesOf({ name: 'a.pdf', bytes: changed })).toEqual(['seal/not-our-pdf']);
    expect(codesOf({ name: 'a.pdf', bytes: joined(encode('%PDF-1.7\n'), pdf, update) })).toEqual(['seal/not-our-pdf']);
    expect(codesOf({ name: 'a.pdf', bytes: pdf.subarray(0, pdf.length - 1) })).toEqual(['seal/not-our-pdf']);
  });

  it('is refused where nothing, or no signature, was appended', () => {
    const note = encode('\n901 0 obj\n<< /Type /Annot >>\nendobj\n%%EOF\n');
    const cut = update.subarray(0, update.length - 7);
    for (const bytes of [pdf, joined(pdf, note), joined(pdf, cut)]) {
      expect(codesOf({ name: 'a.pdf', bytes })).toEqual(['seal/not-signed']);
    }
  });

  it('is refused where the filing has no PDF', () => {
    const listed = JSON.parse(new TextDecoder().decode(manifest)) as { files: { path: string }[] };
    const kept = { ...listed, files: listed.files.filter(({ path }) => path !== pdfPath) };
    const files = new Map(filing.files).set('manifest.json', encode(JSON.stringify(kept)));
    files.delete(pdfPath);
    expect(codesOf({ name: 'a.pdf', bytes: joined(pdf, update) }, undefined, { ...filing, files })).toEqual([
      'seal/no-pdf',
    ]);
  });
});

describe('a detached signature', () => {
  const cms = (hash: string): Uint8Array => joined(encode('\x30\x20'), hexBytes(hash), encode('rest'));

  it.each(['sha256', 'sm3'] as const)('tells by the %s in it what it is for', (kind) => {
    const hash = kind === 'sm3' ? sm3(manifest) : sha256([manifest]);
    for (const bytes of [
      cms(hash),
      encode(`-----BEGIN PKCS7-----\n${Buffer.from(cms(hash)).toString('base64')}\n-----END PKCS7-----\n`),
    ]) {
      const accepted = acceptSignature(filing, { name: 'x.p7s', bytes }).value;
      expect(accepted?.signature).toMatchObject({
        kind: 'detached',
        signs: { path: 'manifest.json' },
        digest_found: kind,
        validity: 'not-checked',
      });
    }
  });

  it('without a hash is for what it is named after, or for what was named', () => {
    const bare = { bytes: encode('a bare signature') };
    const named = acceptSignature(filing, { ...bare, name: 'manifest.json.sig' }).value;
    expect(named?.signature.signs.path).toBe('manifest.json');
    expect(named?.signature.digest_found).toBeUndefined();
    const page = pdfPath.split('/').at(-1) ?? '';
    expect(acceptSignature(filing, { ...bare, name: `${page}.sig` }).value?.signature.signs.path).toBe(pdfPath);
    expect(acceptSignature(filing, { ...bare, name: 'x.sig' }, pdfPath).value?.signature.signs.path).toBe(pdfPath);
    expect(codesOf({ ...bare, name: 'x.sig' })).toEqual(['seal/which-file']);
    expect(codesOf({ ...bare, name: 'x.sig' }, '别的.pdf')).toEqual(['seal/no-such-file']);
  });

  it('is refused where it is for another file than was said', () => {
    const returned = { name: 'manifest.json.p7s', bytes: cms(sm3(pdf)) };
    expect(codesOf(returned)).toEqual(['seal/other-file']);
    expect(codesOf({ ...returned, name: 'x.p7s' }, 'manifest.json')).toEqual(['seal/other-file']);
  });

  it('is refused where it is none by its name or size', () => {
    expect(codesOf({ name: 'x.exe', bytes: cms(sm3(manifest)) })).toEqual(['seal/unknown-kind']);
    expect(codesOf({ name: 'x.p7s', bytes: new Uint8Array() })).toEqual(['seal/unknown-kind']);
    expect(codesOf({ name: 'x.p7s', bytes: new Uint8Array(1024 * 1024 + 1) })).toEqual(['seal/unknown-kind']);
  });

  it('is taken once, and never over another', () => {
    const returned = { name: 'manifest.json.sig', bytes: encode('one') };
    const once = withAccepted(filing, returned);
    expect(codesOf(returned, undefined, once)).toEqual(['seal/already-there']);
    expect(codesOf({ ...returned, bytes: encode('two') }, undefined, once)).toEqual(['seal/name-taken']);
    expect(codesOf({ name: 'signatures.json.sig', bytes: encode('three') }, undefined, once)).toEqual([
      'seal/which-file',
    ]);
  });

  it('is not added to a list that cannot be read or is full', () => {
    const returned = { name: 'manifest.json.sig', bytes: encode('one') };
    const broken = { ...filing, files: new Map(filing.files).set('签章/signatures.json', encode('{')) };
    expect(codesOf(returned, undefined, broken)).toEqual(['seal/list-unreadable']);
    const once = withAccepted(filing, returned);
    const list = readSignatures(once.files.get('签章/signatures.json') ?? new Uint8Array()) as Signatures;
    const full = { ...list, signatures: Array.from({ length: 100 }, () => list.signatures[0] as never) };
    const files = new Map(filing.files).set('签章/signatures.json', signaturesBytes(full));
    expect(codesOf({ ...returned, bytes: encode('two') }, undefined, { ...filing, files })).toEqual([
      'seal/list-unreadable',
    ]);
  });

  it('keeps to the folder of signatures, whatever it is called', () => {
    const accepted = acceptSignature(filing, { name: '../..\\a:b.sig', bytes: encode('x') }, 'manifest.json').value;
    expect(accepted?.files[0]?.path).toMatch(/^签章\/[^/\\:]+\.sig$/u);
  });
});

describe('a list of signatures', () => {
  const hash = 'a'.repeat(64);
  const hashes = (path: string): object => ({ path, size: 1, sha256: hash, sm3: hash });
  const signature = {
    kind: 'detached',
    file: hashes('签章/a.sig'),
    signs: hashes('manifest.json'),
    validity: 'not-checked',
  };
  const list = (changes: object, signatures: unknown = [signature]): Uint8Array =>
    encode(JSON.stringify({ nianbao_signatures: '1', note: '', signatures, ...changes }));

  it('is read', () => {
    expect(readSignatures(list({}))?.signatures).toHaveLength(1);
  });

  it.each([
    ['another version', list({ nianbao_signatures: '2' })],
    ['no list', list({}, {})],
    [
      'too many',
      list(
        {},
        Array.from({ length: 101 }, () => signature),
      ),
    ],
    ['a file outside the folder', list({}, [{ ...signature, file: hashes('a.sig') }])],
    ['a way out of the folder', list({}, [{ ...signature, file: hashes('签章/../a.sig') }])],
    ['a way out for what was signed', list({}, [{ ...signature, signs: hashes('../a') }])],
    ['a claim that it is valid', list({}, [{ ...signature, validity: 'valid' }])],
    ['another kind', list({}, [{ ...signature, kind: 'stamp' }])],
    ['a hash that is none', list({}, [{ ...signature, signs: { ...hashes('a'), sm3: 'x' } }])],
    ['no JSON', encode('<>')],
    ['no UTF-8', Uint8Array.from([0xff, 0xfe])],
  ])('is refused for %s', (_, bytes) => {
    expect(readSignatures(bytes)).toBeUndefined();
  });
});
