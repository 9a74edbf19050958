/**
 * Figures that hold every rule of a form, made from any figures at all: those that a rule ties to others are changed, the
 * rest stay. For tests only; a new rule of a pack that random figures break shows up in test/unit/properties.
 */
import { cellSpecs } from '../../src/pack/cells.js';
import type { TemplatePack } from '../../src/pack/types.js';

/** Figure by address; every input cell of the form. */
export type RawFigures = Map<string, number>;

/** Ties the figures of a form together, in place. Cells that the form computes are left out. */
export function balance(pack: TemplatePack, figures: RawFigures): RawFigures {
  if (pack.tables.some(({ id }) => id === 't3')) {
    balanceRequests(pack, figures);
    balanceDisclosure(figures);
  } else {
    balanceCodes(figures);
  }
  return figures;
}

/** 表三: what came in and what was carried over is what was dealt with and what is carried on, in each column. */
function balanceRequests(pack: TemplatePack, figures: RawFigures): void {
  const cells = cellSpecs(pack).tables.get('t3');
  for (const [column, specs] of cells?.byColumn ?? []) {
    if (column === 'total') continue;
    const at = (row: string): string => `t3/${row}/${column}`;
    const dealtWith = specs
      .filter(({ row }) => row.id.startsWith('r3.') && row.computed === undefined)
      .reduce((sum, { address }) => sum + (figures.get(address) ?? 0), 0);
    const all = dealtWith + (figures.get(at('r4')) ?? 0);
    const carried = (figures.get(at('r2')) ?? 0) % (all + 1);
    figures.set(at('r2'), carried);
    figures.set(at('r1'), all - carried);
  }
}

/** 表二, of either form. */
function balanceDisclosure(figures: RawFigures): void {
  const at = (row: string, column: string): number => figures.get(`t2/${row}/${column}`) ?? 0;
  const set = (row: string, column: string, value: number): void => {
    if (figures.has(`t2/${row}/${column}`)) figures.set(`t2/${row}/${column}`, value);
  };
  for (const row of ['rules', 'normative']) {
    set(row, 'in_force', at(row, 'in_force') + Math.max(0, at(row, 'issued') - at(row, 'repealed')));
    set(row, 'disclosed_total', at(row, 'disclosed_total') + at(row, 'disclosed'));
  }
  for (const row of ['licence', 'other_services', 'penalty', 'coercion', 'fees']) {
    set(row, 'change', at(row, 'change') - at(row, 'items_last_year'));
    const items = at(row, 'items_last_year') + at(row, 'change');
    if (at(row, 'decisions') === items) set(row, 'decisions', items + 1);
  }
  if (at('procurement', 'amount') === 0) set('procurement', 'projects', 0);
}

/** The form with codes (2014). */
function balanceCodes(figures: RawFigures): void {
  const at = (code: string): number => figures.get(`t1/${code}/value`) ?? 0;
  const set = (code: string, value: number): void => {
    if (figures.has(`t1/${code}/value`)) figures.set(`t1/${code}/value`, value);
  };
  const sum = (codes: readonly string[]): number => codes.reduce((total, code) => total + at(code), 0);
  const numbered = (from: number, to: number): string[] =>
    Array.from({ length: (to - from) / 10 + 1 }, (_, index) => String(from + 10 * index));

  const channels = numbered(1210, 1250);
  const largest = Math.max(...channels.map(at));
  set('1100', largest + (at('1100') % (sum(channels) - largest + 1)));
  set('1110', at('1110') % (at('1100') + 1));
  set('1120', at('1120') + at('1110'));

  set('2211', at('2211') % (at('2210') + 1));
  set('2221', at('2221') % (at('2220') + 1));
  set('2100', sum(numbered(2210, 2250)) === 0 ? 0 : at('2100') + Math.max(at('2240'), at('2250')));

  set('3340', sum(['3341', '3342', '3343', '3344', '3345', '3346']));
  set('3300', sum(numbered(3310, 3380)));
  set('3200', at('3300'));
  set('3210', at('3210') % (at('3200') + 1));
  set('3220', at('3200') - at('3210'));
  const received = ['3110', '3120', '3130', '3140', 'sd3150'];
  set('3110', at('3110') + Math.max(0, at('3200') - sum(received)));
  set('3100', sum(received));

  set('4000', sum(['4100', '4200', '4300']));
  set('5000', sum(['5100', '5200', '5300']));
  if (figures.has('t1/sd6100/value')) set('6000', sum(['sd6100', 'sd6200', 'sd6300']));
  set('sdL000', sum(['sdL100', 'sdL200']));
  if (at('3300') === 0) set('7000', 0);
  set('8300', sum(['8310', '8320']));
  set('9300', at('9200') === 0 ? 0 : at('9300') + at('9200'));
}
