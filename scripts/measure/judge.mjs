/**
 * Lays the messages of each report against the findings of the oracle.
 */
import { alsoTrue, expected, holding, notes } from './expected.mjs';

/** Checks on the text; messages of these count for precision. The rules on the figures have tests of their own. */
const TEXT_CHECK = /^D-/u;

/**
 * `{findings: [{id, kind, severity, text, state: found|missed|unseen, required, why?}], alarms: [{message, state}],
 * holds: [{seed, text, against: [message]}]}` for all seeds. `messages` are those of one seed: `{code, severity, outcome, zh,
 * cells, lines}`, lines being the seed's.
 */
export function judge(seeds) {
  const findings = [];
  const alarms = [];
  const holds = [];
  for (const { seed, messages } of seeds) {
    const used = new Set();
    for (const finding of seed.findings) findings.push(stateOf(finding, messages, used));
    for (const message of messages) {
      if (!TEXT_CHECK.test(message.code)) continue;
      alarms.push({ seed: seed.seed, message, state: alarmState(seed.seed, message, used) });
    }
    const rules = holding[seed.seed] ?? [];
    if (rules.length !== seed.mustHold.length) throw new Error(`${seed.seed}: every must_hold needs its entry`);
    rules.forEach((patterns, index) => {
      const against = messages.filter((m) => isContradiction(m) && patterns.some((pattern) => matches(m, pattern)));
      holds.push({ seed: seed.seed, text: seed.mustHold[index], against });
    });
  }
  return { findings, alarms, holds };
}

function stateOf(finding, messages, used) {
  const { id, kind, severity, text } = finding;
  const wanted = expected[id];
  if (wanted === undefined) throw new Error(`${id}: a finding without an entry in expected.mjs`);
  const base = { id, kind, severity, text, required: wanted.required === true };
  if (wanted.unseen !== undefined) return { ...base, state: 'unseen', why: wanted.unseen };
  const patterns = wanted.all ?? wanted.any;
  const hits = patterns.map((pattern) => messages.filter((message) => matches(message, pattern)));
  for (const message of hits.flat()) used.add(message);
  const found = wanted.all === undefined ? hits.some((hit) => hit.length > 0) : hits.every((hit) => hit.length > 0);
  const lacking = patterns.filter((_, index) => hits[index].length === 0);
  return {
    ...base,
    state: found ? 'found' : 'missed',
    ...(found
      ? {}
      : { why: lacking.map(describe).join('；'), ...(wanted.hard === undefined ? {} : { hard: wanted.hard }) }),
  };
}

function alarmState(seed, message, used) {
  if (used.has(message)) return 'true';
  if (alsoTrue.some((also) => also.seed === seed && matches(message, also))) return 'true';
  if (notes.includes(message.code) && message.severity === 'info') return 'note';
  return 'false';
}

/** What cannot be checked contradicts nothing. */
function isContradiction(message) {
  return message.outcome !== 'cannot-check' && message.severity !== 'info';
}

function matches(message, { codes, cells, lines, says }) {
  if (codes instanceof RegExp ? !codes.test(message.code) : !codes.includes(message.code)) return false;
  if (says !== undefined && !says.test(message.zh)) return false;
  const atCell = cells?.some((cell) => message.cells.some((address) => isCell(address, cell)));
  const atLine = lines?.some((line) => message.lines.includes(line));
  // A message about a label or a sign-off stands on a cell or on a line; about prose and a cell, on both.
  if (cells !== undefined && lines !== undefined)
    return message.cells.length === 0 ? atLine : atCell && (atLine || message.lines.length === 0);
  return atCell ?? atLine ?? true;
}

/** `3100` means t1/3100/value; `t3/` any cell of a table; anything else a full address. */
function isCell(address, cell) {
  if (cell.endsWith('/')) return address.startsWith(cell);
  return address === (cell.includes('/') ? cell : `t1/${cell}/value`);
}

function describe({ codes, cells, lines }) {
  const place = [...(cells ?? []), ...(lines ?? []).map((line) => `L${line}`)].join(' ');
  return `${codes.join('/')}${place === '' ? '' : ` ${place}`}`;
}
