/**
 * Names of cells inside the data file (waivers, adjustments), resolved to addresses.
 */
import type { Located } from '../load/loaded.js';
import { shortAddress } from '../pack/cells.js';
import { resolveCell } from '../pack/names.js';
import { didYouMean } from './keys.js';
import type { Reading } from './reading.js';

/** The address that a name means. Gives `data/unknown-cell` or `data/ambiguous-cell`. */
export function readAddress(name: Located<string>, reading: Reading): string | undefined {
  const cell = resolveCell(reading.pack, name.value);
  if (cell.kind === 'cell') return cell.address;
  if (cell.kind === 'unknown') {
    reading.report({
      code: 'data/unknown-cell',
      severity: 'error',
      message: { zh: `表里没有叫“${name.value}”的格子。`, en: `The form has no cell called "${name.value}".` },
      hint: didYouMean(cell.suggestions, {
        zh: '写作“表/行/列”，如 t3/r1/total，或 表三/予以公开/总计。',
        en: 'Write table/row/column, such as t3/r1/total.',
      }),
      range: name.range,
    });
    return undefined;
  }
  const addresses = cell.candidates.map((candidate) => candidate.address);
  const short = addresses.map((address) => shortAddress(reading.pack, address));
  reading.report({
    code: 'data/ambiguous-cell',
    severity: 'error',
    message: {
      zh: `“${name.value}”可以指好几个格子：${short.join('、')}。`,
      en: `"${name.value}" may mean several cells: ${short.join(', ')}.`,
    },
    hint: {
      zh: '写上表名和上级行名，或直接写地址。',
      en: 'Add the table and the rows above, or write the address itself.',
    },
    range: name.range,
    cells: addresses,
  });
  return undefined;
}
