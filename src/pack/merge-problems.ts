/** What can be wrong with the changes a child pack makes. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { DataNode } from '../load/node.js';
import { didYouMean } from './shape-problems.js';
import { suggestions } from '../diagnostic/suggest.js';

export function unknownId(at: DataNode, id: string, known: readonly string[]): Diagnostic {
  const [near] = suggestions(id, known, 1);
  return {
    code: 'pack/unknown-id',
    severity: 'error',
    message: {
      zh: `上级模板包里没有标识为“${id}”的内容，改动无从落实。`,
      en: `The parent pack has nothing with the id "${id}" to change.`,
    },
    hint:
      near === undefined
        ? {
            zh: '请核对标识；已有的标识可用 packs show 查看。',
            en: 'Check the id; `packs show` lists the ids there are.',
          }
        : didYouMean(near),
    range: at.range,
  };
}

const forms = {
  set: { zh: 'set: {标识: {键: 值}}', en: 'set: {id: {key: value}}' },
  drop: { zh: 'drop: [标识, 标识]', en: 'drop: [id, id]' },
  add: { zh: 'add: [{after: 标识, item: {id: 新标识, …}}]', en: 'add: [{after: id, item: {id: new-id, …}}]' },
} as const;

export function wrongEdit(at: DataNode, kind: keyof typeof forms): Diagnostic {
  return {
    code: 'pack/wrong-edit',
    severity: 'error',
    message: { zh: `“${kind}”的写法不对。`, en: `The form of "${kind}" is not right.` },
    hint: { zh: `请照这样写：${forms[kind].zh}`, en: `Write it like this: ${forms[kind].en}` },
    range: at.range,
  };
}
