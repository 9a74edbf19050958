import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { renumberIds, renumberOne } from '../../../src/write/docx/normalise.js';
import { body, fullReport, reportOf } from '../../support/docx-fixtures.js';
import { all } from '../../support/docx-xml.js';
import { build } from './build.js';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** DOS date and time of every local header, as in the bytes. */
function entryTimes(bytes: Uint8Array): readonly number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const times: number[] = [];
  for (let i = 0; i + 30 < bytes.length; i++) {
    if (view.getUint32(i, true) === 0x04034b50) times.push(view.getUint32(i + 10, true));
  }
  return times;
}

describe('same input, same bytes', () => {
  test('R-40: two builds are byte-equal, at other times, in other zones, after another document', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(new Date('2024-01-20T08:00:00Z'));
    vi.stubEnv('TZ', 'Asia/Shanghai');
    const first = await build(fullReport({ draftMark: '草稿' }));
    await build(reportOf([body('另一份报告'), ...fullReport().children]));
    vi.setSystemTime(new Date('2031-07-01T23:59:59Z'));
    vi.stubEnv('TZ', 'America/Los_Angeles');
    const second = await build(fullReport({ draftMark: '草稿' }));
    expect(second.bytes).toEqual(first.bytes);
  });

  test('R-40: dates are the report’s own, entries are of 1980-01-01, content types come first', async () => {
    const { bytes, parts } = await build(fullReport());
    expect(parts['docProps/core.xml']?.match(/>2024-01-20T00:00:00Z</gu)).toHaveLength(2);
    const paths = Object.keys(unzipSync(bytes));
    expect(new Set(entryTimes(bytes))).toEqual(new Set([(1 << 21) | (1 << 16)]));
    expect(entryTimes(bytes)).toHaveLength(paths.length);
    expect(paths.slice(0, 2)).toEqual(['[Content_Types].xml', '_rels/.rels']);
  });

  test('R-39: every part has a content type and a relationship, every relationship its part', async () => {
    const { bytes, part } = await build(fullReport({ draftMark: '草稿' }));
    const files = unzipSync(bytes);
    const types = strFromU8(files['[Content_Types].xml'] ?? new Uint8Array());
    const targets = [
      ...all(part('_rels/.rels'), 'Relationship').map((r) => r.attributes['Target'] ?? ''),
      ...all(part('word/_rels/document.xml.rels'), 'Relationship')
        .filter((r) => r.attributes['TargetMode'] !== 'External')
        .map((r) => `word/${r.attributes['Target'] ?? ''}`),
    ].sort();
    const content = Object.keys(files).filter((path) => !path.endsWith('.rels') && path !== '[Content_Types].xml');
    expect(targets).toEqual(content.sort());
    for (const [, path] of types.matchAll(/PartName="\/([^"]+)"/gu)) expect(files[path ?? '']).toBeDefined();
  });

  test('R-40: ids count up in order of appearance', async () => {
    const { document, part } = await build(fullReport());
    const ids = all(part('word/_rels/document.xml.rels'), 'Relationship').map((r) => r.attributes['Id']);
    expect(ids).toEqual(ids.map((_, index) => `rId${index + 1}`));
    expect(all(document, 'w:hyperlink')[0]?.attributes['r:id']).toBe('rId1');
    expect(all(document, 'wp:docPr').map((e) => e.attributes['id'])).toEqual(['1']);
  });
});

describe('renumbering', () => {
  test('relationships: order of use first, then order of the list; ids unknown to the list stay', () => {
    const list =
      '<Relationships xmlns="r"><Relationship Id="rIdx" Target="a"/><Relationship Id="rId1" Target="b"/></Relationships>';
    expect(renumberOne(list, '<p r:id="rId1"/><q r:embed="rIdx"/><s r:id="other"/>')).toEqual({
      list: '<Relationships xmlns="r"><Relationship Id="rId1" Target="b"/><Relationship Id="rId2" Target="a"/></Relationships>',
      part: '<p r:id="rId1"/><q r:embed="rId2"/><s r:id="other"/>',
      count: 2,
    });
  });

  test('bookmarks pair up again, drawings and watermarks count from one', () => {
    const xml =
      '<w:bookmarkStart w:name="a" w:id="91"/><w:bookmarkStart w:name="b" w:id="7"/><w:bookmarkEnd w:id="7"/><w:bookmarkEnd w:id="91"/>' +
      '<wp:docPr name="x" id="55" descr="id=&quot;"/><v:shape id="PowerPlusWaterMarkObjectabc"/>';
    expect(renumberIds(xml)).toBe(
      '<w:bookmarkStart w:name="a" w:id="1"/><w:bookmarkStart w:name="b" w:id="2"/><w:bookmarkEnd w:id="2"/><w:bookmarkEnd w:id="1"/>' +
        '<wp:docPr name="x" id="1" descr="id=&quot;"/><v:shape id="PowerPlusWaterMarkObject1"/>',
    );
  });
});
