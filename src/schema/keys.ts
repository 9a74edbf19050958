/**
 * Records with named entries: each known by its key and by its Chinese names, the first of which is the one editors offer.
 */
import type { TemplatePack } from '../pack/types.js';
import { exactPattern, textPattern, wholeName } from './name-pattern.js';
import type { JsonSchema } from './json-schema.js';

/** An entry that may stand in a record. */
export interface SchemaEntry {
  /** Offered by editors; absent when nothing is offered for it. */
  readonly name?: string;
  /** Matches every way of typing its name. */
  readonly pattern: string;
  readonly schema: JsonSchema;
}

/** The entry of a canonical key, with the names that the pack's terms give it. */
export function keyEntry(key: string, schema: JsonSchema, pack: TemplatePack): SchemaEntry {
  const names = Object.hasOwn(pack.terms.keys, key) ? (pack.terms.keys[key] ?? []) : [];
  return { name: names[0] ?? key, pattern: wholeName([exactPattern(key), ...names.map(textPattern)]), schema };
}

/** Properties and patterns of a record that holds these entries and nothing else; earlier entries go before later ones. */
export function recordOf(entries: readonly SchemaEntry[], rest: boolean | JsonSchema = false): JsonSchema {
  const properties: Record<string, JsonSchema> = {};
  const patternProperties: Record<string, JsonSchema> = {};
  for (const { name, pattern, schema } of entries) {
    if (name !== undefined && !Object.hasOwn(properties, name)) properties[name] = schema;
    if (!Object.hasOwn(patternProperties, pattern)) patternProperties[pattern] = schema;
  }
  return { properties, patternProperties, additionalProperties: rest };
}
