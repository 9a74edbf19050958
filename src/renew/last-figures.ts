/**
 * Last year's figures as comments beside the cells of the new year.
 */
import { cellSpecs } from '../pack/cells.js';
import type { TemplatePack } from '../pack/types.js';
import { figureText } from '../validate/cells.js';
import { mappedAddresses, previousCell } from '../validate/previous.js';
import type { LastYear } from './types.js';
import { onOneLine } from './yaml.js';

/**
 * Last year's figure of a cell of the new form as a clerk would write it, with unit and remark: 106（其中修订16件）, 2516000元.
 * Undefined when last year's form has no such cell. Several predecessors are added up, or listed where their units may differ.
 */
export function lastFigure(address: string, last: readonly LastYear[], pack: TemplatePack): string | undefined {
  const value = previousCell(address, last, pack)?.value;
  if (value === undefined) return undefined;
  if (cellSpecs(pack).byAddress.get(address)?.typedUnit === true) {
    return last.map((report) => ownFigure(address, report, pack)).join('，');
  }
  const [only] = last;
  const decorated = last.length === 1 && only !== undefined ? ownFigure(address, only, pack) : undefined;
  return decorated ?? figureText(value);
}

/** As one report has it; undefined when it is a sum of its cells. */
function ownFigure(address: string, { data, figures, pack: from }: LastYear, pack: TemplatePack): string | undefined {
  const [source, ...others] = mappedAddresses(address, from, pack);
  if (source === undefined || others.length > 0) return undefined;
  const input = data.tables.get(source.slice(0, source.indexOf('/')))?.cells.get(source);
  const value = figures.values.get(source) ?? { kind: 'missing' };
  const spec = cellSpecs(from).byAddress.get(source);
  const unit = spec?.typedUnit === true && value.kind === 'number' ? (spec.unit ?? input?.unit ?? '') : '';
  const parts = [...(input?.parts ?? [])].map(([name, number]) => `${name}${number}`).join('、');
  return figureText(value) + unit + (input?.remark ?? (parts === '' ? '' : `（其中${parts}）`));
}

/** What the form prints beside a row, for the comment at its end; empty when last year's form has none of its cells. */
export function rowComment(addresses: readonly string[], last: readonly LastYear[], pack: TemplatePack): string {
  const figures = addresses.map((address) => lastFigure(address, last, pack));
  if (figures.every((figure) => figure === undefined)) return '';
  if (figures.length > 1 && figures.every((figure) => figure === '0')) return '上年都是 0';
  return onOneLine(`上年 ${figures.map((figure) => figure ?? '无此格').join('、')}`);
}
