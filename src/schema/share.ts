/** Schemas that stand in a schema several times, put once among its definitions: a data file's schema is read by eye too. */
import { ref, type JsonSchema } from './json-schema.js';

/** Shorter ones are as easily repeated. */
const WORTH_SHARING = 100;

/** The same schema with every entry of a record that is repeated word by word defined once, as `shared-1`, `shared-2` … */
export function shareRepeated(schema: JsonSchema): JsonSchema {
  const counts = new Map<string, number>();
  eachEntry(schema, (text) => counts.set(text, (counts.get(text) ?? 0) + 1));
  const names = new Map<string, string>();
  const definitions: Record<string, JsonSchema> = {};
  const shared = withEntries(schema, (entry, text) => {
    if (text.length < WORTH_SHARING || (counts.get(text) ?? 0) < 2) return entry();
    const name = names.get(text) ?? `shared-${names.size + 1}`;
    if (!names.has(text)) {
      names.set(text, name);
      definitions[name] = entry();
    }
    return ref(name);
  });
  return { ...shared, definitions: { ...shared.definitions, ...definitions } };
}

function eachEntry(schema: JsonSchema, visit: (text: string) => void): void {
  withEntries(schema, (entry, text) => {
    visit(text);
    return entry();
  });
}

type Replace = (entry: () => JsonSchema, text: string) => JsonSchema;

/** Rebuilds a schema with its entries, at any depth, replaced. */
function withEntries(schema: JsonSchema, replace: Replace): JsonSchema {
  const replaced = (entry: JsonSchema): JsonSchema => replace(() => withEntries(entry, replace), JSON.stringify(entry));
  const inside = (entries: Readonly<Record<string, JsonSchema>>, change: (entry: JsonSchema) => JsonSchema) =>
    Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, change(entry)]));
  const { properties, patternProperties, definitions } = schema;
  return {
    ...schema,
    ...(properties === undefined ? {} : { properties: inside(properties, replaced) }),
    ...(patternProperties === undefined ? {} : { patternProperties: inside(patternProperties, replaced) }),
    ...(definitions === undefined ? {} : { definitions: inside(definitions, (entry) => withEntries(entry, replace)) }),
  };
}
