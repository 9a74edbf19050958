import type { TemplatePack } from '../src/pack/types.js';

/** The whole text of docs/rules.md for the loaded packs of forms (common ground left out). */
export function rulesTable(packs: readonly TemplatePack[]): string;
