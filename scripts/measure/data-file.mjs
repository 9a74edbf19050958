/**
 * A data file made from a seed: its values to the last cell, and its own lines, unchanged, as title, headings and text.
 * Every line of the data file remembers the line of the seed it came from, so that messages can be laid against findings.
 */

/** `{text, seedLines}`: the YAML, and for each of its lines (index 0 = line 1) the seed's line or undefined. */
export function dataFileOf(seed, layout) {
  const out = [];
  const seedLines = [];
  const put = (line, from) => {
    out.push(line);
    seedLines.push(from);
  };
  const line = (number) => seed.lines[number - 1].trim();
  const quoted = (number) => JSON.stringify(line(number));

  put('nianbao: 1');
  put(`pack: ${layout.pack}`);
  put(`year: ${seed.year}`);
  put('agency:');
  for (const [key, value] of Object.entries(layout.agency)) put(`  ${key}: ${JSON.stringify(value)}`);
  if (layout.published !== undefined) put(`published: ${layout.published}`);
  if (layout.title !== undefined) put(`title: ${quoted(layout.title)}`, layout.title);
  if (layout.subtitle !== undefined) put(`subtitle: ${quoted(layout.subtitle)}`, layout.subtitle);
  if (layout.annexLine !== undefined) put(`annex_line: ${quoted(layout.annexLine)}`, layout.annexLine);
  if (layout.signoff !== undefined) put('signoff:');
  for (const [key, [from, label]] of Object.entries(layout.signoff ?? {}))
    put(`  ${key}: ${JSON.stringify(signed(line(from), label))}`, from);
  put('sections:');
  for (const section of layout.sections) putSection(section, line, put);
  put('tables:');
  for (const [table, rows] of Object.entries(tablesOf(seed.values, layout.pack))) {
    put(`  ${table}:`);
    for (const text of ownWording(layout, table, line)) put(...text);
    for (const [row, cells] of Object.entries(rows)) put(`    ${row}: ${cells}`);
  }
  return { text: `${out.join('\n')}\n`, seedLines };
}

function putSection({ id, heading, text }, line, put) {
  put(`  ${id}:`);
  if (heading !== undefined) put(`    heading: ${JSON.stringify(line(heading))}`, heading);
  if (text === undefined) {
    put('    text: ~', heading);
    return;
  }
  put('    text: |');
  for (let from = text[0]; from <= text[1]; from++) {
    if (line(from) === '') continue;
    put(`      ${line(from)}`, from);
    put('');
  }
}

function ownWording(layout, table, line) {
  const own = layout.table;
  if (own === undefined || table !== 't1') return [];
  const joined = (lines) =>
    JSON.stringify(
      [lines]
        .flat()
        .map(line)
        .join(' ')
        .replace(/ *\|.*$/u, ''),
    );
  return [
    ...(own.title === undefined ? [] : [[`    title: ${joined(own.title)}`, own.title[0]]]),
    ...(own.subtitle === undefined ? [] : [[`    subtitle: ${joined(own.subtitle)}`, own.subtitle]]),
    ...(own.labels === undefined ? [] : [['    labels:']]),
    ...Object.entries(own.labels ?? {}).map(([row, from]) => [`      ${row}: ${joined(from)}`, [from].flat()[0]]),
  ];
}

/** What stands after a label of a sign-off line: `单位负责人: 甲 审核人:乙` → 甲. */
function signed(line, label) {
  return new RegExp(`${label}[:：] *([^ |]*)`, 'u').exec(line)?.[1] ?? '';
}

/** Rows of each table as YAML. The form of 2014 has one figure a row; a table "all N cells 0" is written out. */
function tablesOf(values, pack) {
  if (pack === 'cn-2021') return { t2: tableTwo(values.t2), ...zeroTables };
  const rows = Object.entries(values).map(([key, value]) => [key.replace(/^c/u, ''), cell(key, value, pack)]);
  return { t1: Object.fromEntries(rows) };
}

function cell(key, value, pack) {
  if (value === null) return '空';
  // A fee is typed with its unit, which differs between the forms.
  return key === 'c7000' ? `${value}${pack === 'cn-2014-shanghai' ? '元' : '万元'}` : value;
}

function tableTwo(rows) {
  return Object.fromEntries(
    Object.entries(rows).map(([row, cells]) => [
      row,
      `{${Object.entries(cells)
        .map(([column, value]) => `${column}: ${value ?? '空'}`)
        .join(', ')}}`,
    ]),
  );
}

const tableThreeRows = [
  'r1',
  'r2',
  'r3.1',
  'r3.2',
  ...Array.from({ length: 8 }, (_, i) => `r3.3.${i + 1}`),
  ...Array.from({ length: 3 }, (_, i) => `r3.4.${i + 1}`),
  ...Array.from({ length: 5 }, (_, i) => `r3.5.${i + 1}`),
  ...Array.from({ length: 3 }, (_, i) => `r3.6.${i + 1}`),
  'r3.7',
  'r4',
];

/** Tables three and four of the form of 2021 with 0 in each of their 175 and 15 cells. */
const zeroTables = {
  t3: Object.fromEntries(tableThreeRows.map((row) => [row, '[0, 0, 0, 0, 0, 0, 0]'])),
  t4: Object.fromEntries(['review', 'suit_direct', 'suit_after_review'].map((row) => [row, '[0, 0, 0, 0, 0]'])),
};
