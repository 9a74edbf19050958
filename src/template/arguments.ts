/** Arguments of helpers: literals only, of the kinds the helper asks for. */
import type { FieldName, TemplateArgument } from './template.js';
import { fieldNamed, type ArgumentKind } from './vocabulary.js';

export interface CheckedArguments {
  readonly all: readonly TemplateArgument[];
  /** Those that name cells, as written. */
  readonly addresses: readonly string[];
}

interface Wanted {
  readonly required: readonly ArgumentKind[];
  readonly optional: readonly ArgumentKind[];
  readonly repeated?: boolean;
}

/** The arguments of one call, or nothing when their number or kind is wrong. `slice` gives the text as written. */
export function readArguments(
  wanted: Wanted,
  params: readonly hbs.AST.Expression[],
  slice: (loc: hbs.AST.SourceLocation) => string,
): CheckedArguments | undefined {
  const { required, optional, repeated = false } = wanted;
  const kinds = params.map(
    (_, index) => required[index] ?? (repeated ? required.at(-1) : optional[index - required.length]),
  );
  if (params.length < required.length) return undefined;
  const all: TemplateArgument[] = [];
  const addresses: string[] = [];
  for (const [index, param] of params.entries()) {
    const kind = kinds[index];
    const argument = kind === undefined ? undefined : readArgument(kind, param, slice(param.loc));
    if (argument === undefined) return undefined;
    all.push(argument);
    if (kind === 'address' || (kind === 'amount' && argument.type === 'string')) addresses.push(argument.text);
  }
  return { all, addresses };
}

function readArgument(kind: ArgumentKind, param: hbs.AST.Expression, written: string): TemplateArgument | undefined {
  if (param.type === 'StringLiteral') {
    return kind === 'digits' ? undefined : { type: 'string', text: (param as hbs.AST.StringLiteral).value };
  }
  if (param.type === 'NumberLiteral') {
    // A bare 1100 is the short address of a row; the literal's own text is kept, so nothing is rounded.
    if (kind === 'address') return { type: 'string', text: written };
    if (kind === 'digits') return /^[0-6]$/u.test(written) ? { type: 'number', text: written } : undefined;
    return kind === 'amount' ? { type: 'number', text: written } : undefined;
  }
  const field = kind === 'day' && param.type === 'PathExpression' ? fieldNamed(written)?.name : undefined;
  return field === 'published' ? { type: 'field', text: written, field: field satisfies FieldName } : undefined;
}
