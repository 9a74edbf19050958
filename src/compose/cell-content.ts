/** What stands in a statutory cell: the figure bound to its address, the unit where it must be read with it, the remark. */
import type { CellInput } from '../data/types.js';
import type { Inline, Text } from '../report/tree.js';
import { printedValue, type CellValue } from '../value/value.js';
import { cleanText } from './clean-text.js';
import { mappedPlain } from './mapped-text.js';

export interface CellSource {
  readonly address: string;
  readonly value: CellValue;
  readonly input: CellInput | undefined;
  /** Unit printed elsewhere in the row; a unit typed with the figure is then not printed again. */
  readonly printedUnit: string | undefined;
  /** Words of the pack: brackets and 其中：. */
  readonly words: {
    readonly open: string;
    readonly close: string;
    readonly ofWhich: string;
    readonly separator: string;
  };
}

/** `22（其中修订16件）`, `251000元`, `0`; nothing for a blank. */
export function cellContent(source: CellSource): readonly Inline[] {
  const { address, value, input, printedUnit } = source;
  const figure = printedValue(value);
  if (figure === '' && input?.remark === undefined) return [];
  const origin = input === undefined ? {} : { origin: input.range };
  const unit = figure !== '' && input?.unit !== undefined && input.unit !== printedUnit ? input.unit : '';
  const after = cleanText(mappedPlain(unit + remarkOf(source))).mapped.text;
  const texts: Text[] = [
    { type: 'text', value: figure, address, ...origin },
    { type: 'text', value: after, ...origin },
  ];
  return texts.filter((text) => text.value !== '');
}

/** The remark as typed, put in brackets when it has none; parts that no remark tells of are named in the same way. */
function remarkOf({ input, words }: CellSource): string {
  const remark = input?.remark?.trim() ?? '';
  if (remark !== '') return /^[（(〔[]/u.test(remark) ? remark : words.open + remark + words.close;
  const parts = [...(input?.parts ?? [])].map(([name, figure]) => `${name}${figure}${input?.unit ?? ''}`);
  return parts.length === 0 ? '' : words.open + words.ofWhich + parts.join(words.separator) + words.close;
}
