/** An independent JSON Schema validator: the one that the YAML language server brings along. */
import { createRequire } from 'node:module';
import { parse } from 'yaml';

export interface SchemaError {
  readonly instancePath: string;
  readonly message?: string;
  readonly params?: unknown;
}

interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaError[] | null;
}

const fromServer = createRequire(createRequire(import.meta.url).resolve('yaml-language-server/package.json'));

/** Compiles a schema; draft-07 is what a schema without `$schema` is read as. */
export function compiled(schema: unknown): (value: unknown) => readonly SchemaError[] {
  const { default: Ajv } = fromServer('ajv') as {
    default: new (options: object) => { compile: (schema: unknown) => Validator };
  };
  const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
  return (value) => (validate(value) ? [] : (validate.errors ?? []));
}

/** The value of a YAML text as editors see it: figures are numbers, `~` is null. */
export function editorValue(text: string): unknown {
  return parse(text, { uniqueKeys: false });
}
