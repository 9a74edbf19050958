/**
 * The part of JSON Schema (draft-07) that the schema of a data file is made of, with the words that YAML editors add to it.
 */

/** One schema. Order of keys is the order in the file. */
export interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  /** Shown by editors in place of `description`. */
  readonly markdownDescription?: string;
  /** Shown by editors when `pattern` does not match. */
  readonly patternErrorMessage?: string;
  /** Shown by editors instead of their own words. */
  readonly errorMessage?: string;
  /** Editors accept the name and do not offer it. */
  readonly doNotSuggest?: boolean;
  readonly defaultSnippets?: readonly { readonly label: string; readonly body: unknown }[];
  readonly examples?: readonly unknown[];
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema | readonly JsonSchema[];
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly propertyNames?: JsonSchema;
  readonly required?: readonly string[];
  readonly allOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly not?: JsonSchema;
  readonly if?: JsonSchema;
  readonly then?: JsonSchema;
  readonly else?: JsonSchema;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly $ref?: string;
}

export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object';

/** One value of any kind: the reader takes every one of them as text. */
export const ONE_VALUE: readonly JsonType[] = ['string', 'number', 'boolean', 'null'];

/** A reference to a definition of the same schema. */
export function ref(name: string): JsonSchema {
  return { $ref: `#/definitions/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` };
}

/** What holds only under a condition. */
export function when(condition: JsonSchema, consequence: JsonSchema, otherwise?: JsonSchema): JsonSchema {
  const rest = otherwise === undefined ? {} : { else: otherwise };
  // oxlint-disable-next-line unicorn/no-thenable -- a word of JSON Schema; nobody awaits a schema
  return { if: condition, then: consequence, ...rest };
}

/** One text, as the reader takes it: 2024, `true` or nothing are texts too. */
export function textSchema(description?: string): JsonSchema {
  return { ...(description === undefined ? {} : { description }), type: ONE_VALUE };
}

/** A list, or one item without its dash, or nothing. */
export function listOf(item: JsonSchema, description: string): JsonSchema {
  const types = typeof item.type === 'string' ? [item.type] : (item.type ?? []);
  return { ...item, description, type: [...new Set<JsonType>(['array', 'null', ...types])], items: item };
}
