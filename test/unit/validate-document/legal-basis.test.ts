import { describe, expect, it } from 'vitest';
import { messages, opened } from './opened.js';

const of = (
  year: number,
  text: string,
  pack = year > 2020 ? 'cn-2021' : year > 2018 ? 'cn-2019' : 'cn-2014',
): readonly string[] => messages('D-Y4', pack === 'cn-2014' ? { lead: text } : { s0: text }, { year, pack });

describe('D-Y4: the basis is that of the year', () => {
  it('finds 〔2019〕60号 in a report on 2023 and names what is in force', () => {
    const { diagnostics } = opened({ text: { s0: '根据国办公开办函〔2019〕60号文件要求编制。' } }, 'D-Y4');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({
      severity: 'warning',
      facts: { cited: '国办公开办函〔2019〕60号', expected: '国办公开办函〔2021〕30号' },
      hint: { zh: expect.stringContaining('国办公开办函〔2021〕30号') },
      text: '根据国办公开办函〔2019〕60号文件要求编制。',
    });
  });

  it.each([
    [2021, '根据国办公开办函【2019】 60号编制。'],
    [2022, '根据国办公开办函[2019]60号编制。'],
    [2019, '根据《条例》（国务院令第492号）编制。'],
    [2023, '根据国务院第492号令编制。'],
    [2020, '根据国办公开办函〔2021〕30号编制。'],
    [2016, '根据《条例》（国务院令第711号）编制。'],
    [2019, '按照《政府信息公开信息处理费管理办法》收取。'],
  ])('finds it in a report on %i: %s', (year, text) => {
    expect(of(year, text)).toHaveLength(1);
  });

  it.each([
    [2020, '根据国办公开办函〔2019〕60号编制。'],
    [2021, '根据国办公开办函〔2021〕30号编制。'],
    [2016, '根据《条例》（国务院令第492号）编制。'],
    [2023, '根据某政办函〔2019〕60号编制。'],
    [2023, '国办公开办函〔2019〕60号同时废止。'],
    [2023, '2019年修订的《条例》（国务院令第711号）施行以来，原国务院令第492号不再适用。'],
    [2023, '格式由国办公开办函〔2019〕60号改为国办公开办函〔2021〕30号。'],
    [2018, '今后将按照《条例》（国务院令第711号）做好工作。'],
    [2021, '按照《政府信息公开信息处理费管理办法》未收取费用。'],
  ])('is silent in a report on %i: %s', (year, text) => {
    expect(of(year, text)).toEqual([]);
  });
});
