/**
 * The judgement as text for a person, and as the table of docs/checks-measured.md.
 */
const kinds = {
  rule: '勾稽关系不成立',
  not_evaluable: '空白使规则无法核对',
  blank_vs_zero: '空白与零不分',
  wrong_year: '年度写错',
  text_vs_text: '正文前后不一',
  text_vs_table: '正文与表格不一',
  structure: '层次、标题、要件',
  label: '行名与格式不同',
  scrape: '网站、抓取留下的痕迹',
  wording: '文字差错',
};

/** Precision, recall and counts: `{perKind: [...], required, alarms, holds}`. */
export function summary({ findings, alarms, holds }) {
  const perKind = Object.entries(kinds).map(([kind, name]) => {
    const own = findings.filter((finding) => finding.kind === kind);
    const count = (state) => own.filter((finding) => finding.state === state).length;
    return { kind, name, all: own.length, found: count('found'), missed: count('missed'), unseen: count('unseen') };
  });
  const required = findings.filter((finding) => finding.required);
  const alarmsOf = (state) => alarms.filter((alarm) => alarm.state === state).length;
  return {
    perKind,
    required: { all: required.length, found: required.filter(({ state }) => state === 'found').length },
    seen: {
      all: findings.filter(({ state }) => state !== 'unseen').length,
      found: findings.filter(({ state }) => state === 'found').length,
    },
    alarms: { true: alarmsOf('true'), false: alarmsOf('false'), note: alarmsOf('note') },
    holds: { all: holds.length, contradicted: holds.filter(({ against }) => against.length > 0).length },
  };
}

/** Everything, finding by finding. */
export function asText(judged) {
  const counts = summary(judged);
  const lines = [];
  for (const { id, kind, state, required, why, text } of judged.findings)
    lines.push(
      `${id} ${state}${required && state === 'missed' ? ' REQUIRED' : ''} [${kind}] ${text}${why === undefined ? '' : `  <- ${why}`}`,
    );
  lines.push('', 'messages on the text that no finding explains:');
  for (const { seed, message, state } of judged.alarms)
    if (state === 'false') lines.push(`${seed} ${place(message)} ${message.code} ${message.severity}: ${message.zh}`);
  lines.push('', 'what holds and was contradicted:');
  for (const { seed, text, against } of judged.holds)
    for (const message of against) lines.push(`${seed} "${text}" <- ${message.code} ${place(message)}: ${message.zh}`);
  lines.push('', 'changed figures of correct reports that no check noticed:', ...judged.changed.missed);
  lines.push(
    '',
    `required ${counts.required.found} of ${counts.required.all}; visible ${counts.seen.found} of ${counts.seen.all}; ` +
      `messages on the text ${counts.alarms.true} right, ${counts.alarms.false} wrong, ${counts.alarms.note} notes; ` +
      `holding ${counts.holds.all}, contradicted ${counts.holds.contradicted}; ` +
      `changed figures ${judged.changed.all}, noticed ${judged.changed.all - judged.changed.missed.length}`,
  );
  return lines.join('\n');
}

function place({ lines, cells }) {
  return [...lines.map((line) => `L${line}`), ...cells].join(' ');
}

const percent = (part, whole) => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(1)}%`);

/** The tables of docs/checks-measured.md. */
export function asMarkdown(judged) {
  const { perKind, required, seen, alarms, holds } = summary(judged);
  const right = alarms.true;
  const { changed } = judged;
  const unseen = judged.findings.filter(({ state }) => state === 'unseen');
  return [
    '| 差错的种类 | 已知 | 程序看得见的 | 查出 | 查全率 |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...perKind.map(
      ({ name, all, found, unseen: out }) =>
        `| ${name} | ${all} | ${all - out} | ${found} | ${percent(found, all - out)} |`,
    ),
    `| 合计 | ${judged.findings.length} | ${seen.all} | ${seen.found} | ${percent(seen.found, seen.all)} |`,
    '',
    `- 必须查出的 ${required.all} 处，查出 ${required.found} 处（${percent(required.found, required.all)}）。`,
    `- 对文字的提醒 ${right + alarms.false} 条，其中属实 ${right} 条，误报 ${alarms.false} 条，查准率 ${percent(right, right + alarms.false)}；`,
    `  另有说明性的提示 ${alarms.note} 条，不计在内。`,
    `- 已知正确的 ${holds.all} 处，被误判的 ${holds.contradicted} 处。`,
    `- 自编的完整报告里能够核对的数字逐个改动 ${changed.all} 次，报出 ${changed.all - changed.missed.length} 次（${percent(changed.all - changed.missed.length, changed.all)}）。`,
    '',
    '看得见而没有查出的：',
    '',
    '| 编号 | 种类 | 难在哪里 |',
    '| --- | --- | --- |',
    ...judged.findings
      .filter(({ state }) => state === 'missed')
      .map(({ id, kind, why, hard }) => `| ${id} | ${kinds[kind]} | ${hard ?? why} |`),
    '',
    '程序看不见的：',
    '',
    '| 编号 | 种类 | 为什么看不见 |',
    '| --- | --- | --- |',
    ...unseen.map(({ id, kind, why }) => `| ${id} | ${kinds[kind]} | ${why} |`),
    '',
  ].join('\n');
}
