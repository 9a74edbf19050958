import type { TemplatePack } from '../../src/pack/types.js';
import type { PageStyle } from '../../src/report/style.js';

/** A pack with nothing in it but what `own` says, for checks that read neither titles nor style. */
export function barePack(own: Partial<TemplatePack>): TemplatePack {
  return {
    id: 'form',
    name: '测试表式',
    edition: '1',
    language: 'zh-CN',
    years: { from: 2008 },
    chain: ['form'],
    hash: '',
    basis: [],
    terms: { keys: {}, words: {} },
    titles: { report: [], subject: '', fileName: '' },
    sections: [],
    tables: [],
    rules: [],
    style: {} as PageStyle,
    mapsFrom: {},
    ...own,
  };
}
