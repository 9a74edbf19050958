/** Facts of a report that changed: who, when, how to reach it. Only what is public is looked at. */
import { publicData, type Json } from '../bundle/public-data.js';
import type { OpenReport } from '../pipeline.js';
import type { FactCorrection } from './types.js';

/** Parts of the public data that hold facts; former names serve checks only. */
const PARTS = ['agency', 'published', 'contact', 'signoff', 'period'];

/** Changed facts, the title first. */
export function changedFacts(before: OpenReport, after: OpenReport): readonly FactCorrection[] {
  const [old, now] = [factsOf(before), factsOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): readonly FactCorrection[] => {
    const [was, is] = [old.get(key), now.get(key)];
    if (was === is) return [];
    return [{ key, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
  });
}

function factsOf(open: OpenReport): ReadonlyMap<string, string> {
  const facts = new Map<string, string>();
  if (open.report !== undefined) facts.set('title', open.report.meta.title);
  const data = publicData(open.data, open.pack, open.pack.id, new Map());
  for (const part of PARTS) collect(part, isRecord(data) ? data[part] : undefined, facts);
  return facts;
}

function collect(key: string, value: Json | undefined, facts: Map<string, string>): void {
  if (typeof value === 'string') facts.set(key, value);
  else if (isRecord(value)) for (const [name, part] of Object.entries(value)) collect(`${key}/${name}`, part, facts);
}

function isRecord(value: Json | undefined): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
