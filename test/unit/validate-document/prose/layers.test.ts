import { describe, expect, it } from 'vitest';
import { diskSources, openPack } from '../../../../src/index.js';
import type { Passage } from '../../../../src/validate/document/passages.js';
import { clausesOf } from '../../../../src/validate/document/prose/clauses.js';
import { frameOf } from '../../../../src/validate/document/prose/frame.js';
import { contentOf, lexiconOf, type Lexicon } from '../../../../src/validate/document/prose/lexicon.js';
import { mentionsOf, type Mention } from '../../../../src/validate/document/prose/mentions.js';
import { tokensOf } from '../../../../src/validate/document/prose/tokens.js';
import { Author, dataOf } from '../fixture.js';

function lexicon(id: string): Lexicon {
  const pack = openPack(id, diskSources('report.yaml')).value;
  const found = pack === undefined ? undefined : lexiconOf(pack);
  if (found === undefined) throw new Error(`${id} has no lexicon`);
  return found;
}

const [form2014, form2021] = [lexicon('cn-2014'), lexicon('cn-2021')];

function passage(text: string): Passage {
  return { role: 'body', text, pieces: [] };
}

function mentions(text: string, form = form2021, year = 2023): readonly Mention[] {
  return mentionsOf([passage(text)], dataOf(year, new Author()), form);
}

/** Figure and quantities of each mention: `5件 received`. */
function read(text: string, form = form2021): readonly string[] {
  return mentions(text, form)
    .filter(({ comparable, readings }) => comparable && readings.length > 0)
    .map(
      ({ numeral, inWords, readings }) =>
        `${inWords ? '0' : numeral.text} ${readings.map(({ quantity }) => quantity.id).join('|')}`,
    );
}

describe('words and tokens', () => {
  it('takes what no list knows as one token, up to the next word or mark', () => {
    const read = (text: string): readonly string[] =>
      tokensOf(text, form2021).map(({ type, start, end }) => `${type} ${text.slice(start, end)}`);
    expect(read('碧螺峰，碧螺“峰”申请碧')).toEqual([
      'unknown 碧螺峰',
      'break ，',
      'unknown 碧螺',
      'unknown 峰',
      'word 申请',
      'unknown 碧',
    ]);
  });

  it('takes the longest word', () => {
    const [first] = tokensOf('政府信息公开申请数', form2021);
    expect(first).toMatchObject({ type: 'word', text: '政府信息公开申请数', role: { concept: { id: 'request' } } });
  });

  it('keeps what no list knows as unknown', () => {
    expect(frameOf(clausesOf(tokensOf('涉及征地拆迁的申请12件', form2021))[0] ?? { head: [], tail: [] }).unknown).toBe(
      true,
    );
    expect(frameOf(clausesOf(tokensOf('我局共收到申请12件', form2021))[0] ?? { head: [], tail: [] }).unknown).toBe(
      false,
    );
  });

  it('R-16: derives names from the rows of the form, so that a new row needs no entry', () => {
    const content = contentOf('微博微信回应事件', form2014.wordAt);
    expect(form2014.labels.get(content)?.address).toBe('t1/2240/value');
  });

  it('does not take a name that two rows share', () => {
    expect([...form2014.labels.values()].map(({ address }) => address)).not.toContain('t1/4200/value');
  });
});

describe('clauses', () => {
  it('cuts at breaks and between numbers, brackets apart', () => {
    const clauses = clausesOf(tokensOf('收到申请12件（含结转2件），办结11件、答复9件；', form2021));
    expect(clauses.map(({ numeral, after, depth }) => [numeral?.text, after, depth])).toEqual([
      ['12件', 'stop', 0],
      ['2件', 'open', 1],
      ['11件', 'comma', 0],
      ['9件', 'item', 0],
    ]);
  });

  it('survives brackets without end', () => {
    expect(clausesOf(tokensOf('（（（（（（收到申请1件', form2021)).length).toBe(1);
    expect(clausesOf(tokensOf('））收到申请1件））', form2021)).length).toBe(1);
  });
});

describe('what a figure speaks of', () => {
  it.each([
    ['2023年，我局共收到政府信息公开申请12件。', ['12件 received']],
    ['新收12件依申请公开事项。', ['12件 received']],
    [
      '收到申请12件，其中自然人申请10件；办结11件，结转下年度办理1件。',
      ['12件 received', '10件 received', '11件 closed', '1件 carried-out'],
    ],
    [
      '全年办结申请9件，其中予以公开5件、部分公开1件、不予公开3件。',
      ['9件 closed', '5件 granted', '1件 partly-granted', '3件 refused'],
    ],
    ['我单位未收到政府信息公开申请。', ['0 received']],
    ['全年未发生因政府信息公开引起的行政复议、行政诉讼。', ['0 review', '0 suit']],
    ['政府信息公开行政复议2件，其中维持1件、尚未审结1件。', ['2件 review', '1件 review-upheld', '1件 review-pending']],
  ])('R-16: %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['网络申请5件', '政府信息公开申请网络申请5件、信函7件。', ['5件 received-online', '7件 received-by-letter']],
    ['channels one by one', '政务微博、政务微信分别公开政府信息38条和25条。', ['38条 on-weibo', '25条 on-wechat']],
    ['a label line', '政策解读稿件发布数：4篇。', ['4篇 t1/2230/value']],
    ['a label with none', '其他方式回应事件数：无。', []],
  ])('R-16: form of 2014, %s', (_, text, expected) => {
    expect(read(text, form2014)).toEqual(expected);
  });

  it.each([
    // another year, another time, a plan
    '2022年，我局收到政府信息公开申请12件。',
    '上年收到申请12件。',
    '截至目前，共收到申请12件。',
    '2023年3月，收到申请12件。',
    '一季度收到申请12件。',
    '明年计划办结申请12件。',
    // another body
    '各乡镇收到政府信息公开申请12件。',
    // something narrower
    '收到涉及征地拆迁的申请12件。',
    '收到信函申请7件，其中予以公开3件。',
    // another thing
    '收到网民留言12件。',
    '12345热线受理工单12件。',
    '收到人大代表建议12件，均已答复，答复率100%。',
    // business of a bureau of justice
    '全年受理行政复议案件152件。',
    '不存在未按时答复政府信息公开申请的情况。',
  ])('R-16: stays silent on %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('R-16: reads a part of a whole with its whole', () => {
    const [whole, part] = mentions('收到意见83条，其中书面36条。');
    expect([whole?.whole, part?.whole]).toEqual([undefined, 0]);
  });

  it('reads long texts in time that grows with their length', () => {
    const text = '收到申请12件、信函（7件），'.repeat(4000);
    expect(mentions(text).length).toBe(8000);
  });
});
