import { describe, expect, it } from 'vitest';
import { judge, type SeedMessages } from '../../../scripts/measure/judge.mjs';

type Message = SeedMessages['messages'][number];

const finding = { id: '000-01', kind: 'text_vs_table', severity: 'warning', text: 'six against three' };

/** What the judge makes of some messages on a seed with one finding: 解读稿件 on line 23 against its cell. */
function judged(...messages: Message[]): ReturnType<typeof judge> {
  const mustHold = Array.from({ length: 8 }, (_, index) => `holds ${index + 1}`);
  return judge([{ seed: { seed: '000', findings: [finding], mustHold }, messages }]);
}

function message(code: string, cell: string, line: number, fields: Partial<Message> = {}): Message {
  return {
    code,
    severity: 'warning',
    zh: code,
    cells: cell === '' ? [] : [`t1/${cell}/value`],
    lines: [line],
    ...fields,
  };
}

describe('the judge of the checks', () => {
  it('counts a finding as found by the right check on the right cell and line only', () => {
    expect(judged(message('D-T4', '2230', 23)).findings[0]?.state).toBe('found');
    expect(judged(message('D-T4', '2230', 19)).findings[0]?.state).toBe('missed');
    expect(judged(message('D-T4', '2240', 23)).findings[0]?.state).toBe('missed');
    expect(judged(message('D-T6', '2230', 23)).findings[0]?.state).toBe('missed');
  });

  it('counts a message that no finding explains as wrong, a mere note as neither', () => {
    const { alarms } = judged(
      message('D-T4', '2230', 23),
      message('D-T2', '', 8),
      message('D-T7', '', 8, { severity: 'info' }),
    );
    expect(alarms.map(({ state }) => state)).toEqual(['true', 'false', 'note']);
  });

  it('sees what holds denied, not what could only not be checked', () => {
    const denied = (...messages: Message[]): readonly string[] =>
      judged(...messages)
        .holds.filter(({ against }) => against.length > 0)
        .map(({ text }) => text);
    expect(denied(message('D-T3', '', 20))).toEqual(['holds 4']);
    expect(denied(message('I14-S4', '8300', 102))).toEqual(['holds 1', 'holds 3']);
    expect(denied(message('I14-S4', '8300', 102, { outcome: 'cannot-check' }))).toEqual([]);
    expect(denied(message('D-T3', '', 22))).toEqual([]);
  });
});
