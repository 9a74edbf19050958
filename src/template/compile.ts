/**
 * Template text to a checked tree. Comes in: text. Goes out: nodes of this module and every problem found, in one pass.
 * Handlebars only parses; nothing of it is run, so a template can neither compute, read nor reach anything.
 */
import Handlebars from 'handlebars';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import { sourceText, type SourceRange, type SourceText } from '../source/source.js';
import * as problems from './problems.js';
import { checkMarks } from './marks.js';
import { readArguments } from './arguments.js';
import { offsetOfDeepBlock, offsetOfUnclosed } from './unclosed.js';
import type { FieldName, Template, TemplateKind, TemplateNode, TemplatePlace, TemplateReference } from './template.js';
import { blockNamed, fieldNamed, helperNamed } from './vocabulary.js';

export interface CompileOptions {
  readonly kind: TemplateKind;
  /** Name of the source in messages. */
  readonly file: string;
  /** Source offset of the first character, for text that stands in its source as it is. */
  readonly offset?: number;
  /** Source place of `[start, end)` of the text, where a shift is not enough (block scalars). Wins over `offset`. */
  rangeOf?(start: number, end: number): SourceRange;
}

/** True when a text has references or what looks like them; without, it is printed as it stands and need not be compiled. */
export function hasReferences(text: string): boolean {
  return text.includes('{{') || /[｛{][｛{]|[｝}]｝|｝\}/u.test(text);
}

/**
 * Compiles a template. All problems are errors: `template/syntax`, `unknown-name`, `forbidden`, `arguments`,
 * `full-width-braces`, `full-width-marks`, `private-character`. Cell addresses are not looked up here.
 */
export function compileTemplate(text: string, options: CompileOptions): Outcome<Template> {
  const compiler = new Compiler(text, options);
  const marks = checkMarks(text, (start, end) => compiler.place(start, end).range);
  if (marks.length > 0) return { diagnostics: marks };
  const deep = offsetOfDeepBlock(text, deepestBlock);
  if (deep !== undefined) {
    const end = endOfLine(text, deep);
    return { diagnostics: [problems.tooDeep(compiler.place(deep, end).range, deepestBlock)] };
  }
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(text);
  } catch (error) {
    const start = offsetOfUnclosed(text) ?? lineOfError(compiler.source, error);
    const end = endOfLine(text, start);
    return { diagnostics: [problems.unclosed(compiler.place(start, end).range, text.slice(start, end))] };
  }
  const nodes = compiler.nodes(program);
  if (compiler.diagnostics.length > 0) return { diagnostics: compiler.diagnostics };
  const { references, fields } = compiler;
  return { value: { kind: options.kind, text, nodes, references, fields: [...fields] }, diagnostics: [] };
}

/** Blocks within blocks; wording never needs more than two. */
const deepestBlock = 8;

class Compiler {
  readonly diagnostics: Diagnostic[] = [];
  readonly references: TemplateReference[] = [];
  readonly fields = new Set<FieldName>();
  readonly source: SourceText;
  readonly #text: string;
  readonly #options: CompileOptions;

  constructor(text: string, options: CompileOptions) {
    this.#text = text;
    this.#options = options;
    this.source = sourceText(options.file, text);
  }

  place(start: number, end: number): TemplatePlace {
    const { file, offset = 0 } = this.#options;
    const range = this.#options.rangeOf?.(start, end) ?? { file, start: start + offset, end: end + offset };
    return { start, end, range };
  }

  nodes(program: hbs.AST.Program | undefined): TemplateNode[] {
    return (program?.body ?? []).flatMap((statement) => this.#node(statement) ?? []);
  }

  #node(statement: hbs.AST.Statement): TemplateNode | undefined {
    const place = this.#placeOf(statement.loc);
    switch (statement.type) {
      case 'ContentStatement':
        return { type: 'text', text: (statement as hbs.AST.ContentStatement).value, place };
      case 'CommentStatement':
        if (this.#options.kind === 'narrative') this.#forbid(place);
        return undefined;
      case 'MustacheStatement':
        return this.#mustache(statement as hbs.AST.MustacheStatement, place);
      case 'BlockStatement':
        return this.#block(statement as hbs.AST.BlockStatement, place);
      default:
        this.#forbid(place);
        return undefined;
    }
  }

  #mustache(statement: hbs.AST.MustacheStatement, place: TemplatePlace): TemplateNode | undefined {
    const name = this.#nameOf(statement.path, place);
    if (name === undefined) return undefined;
    if (!statement.escaped || hasHash(statement)) return this.#forbid(place);
    const helper = helperNamed(name);
    const field = fieldNamed(name);
    if (helper !== undefined) {
      const args = readArguments(helper, statement.params, (loc) => this.#slice(loc));
      if (args === undefined) return this.#report(problems.wrongArguments(helper, place.range));
      this.references.push({ helper: helper.name, addresses: args.addresses, place });
      for (const argument of args.all) if (argument.type === 'field') this.fields.add(argument.field);
      return { type: 'call', helper: helper.name, args: args.all, place };
    }
    if (field === undefined) return this.#report(unknownOrForbidden(name, place.range));
    if (statement.params.length > 0) return this.#forbid(place);
    this.fields.add(field.name);
    return { type: 'field', field: field.name, place };
  }

  #block(statement: hbs.AST.BlockStatement, place: TemplatePlace): TemplateNode | undefined {
    const opening = { ...place, ...this.place(place.start, this.#endOfTag(place.start)) };
    const name = this.#nameOf(statement.path, opening);
    if (name === undefined) return undefined;
    const block = blockNamed(name);
    if (block === undefined) return this.#report(unknownOrForbidden(name, opening.range));
    if (this.#options.kind === 'title' || hasHash(statement) || hasBlockParams(statement)) return this.#forbid(opening);
    const args = readArguments({ required: ['address'], optional: [] }, statement.params, (loc) => this.#slice(loc));
    const address = args?.addresses[0];
    if (address === undefined) return this.#report(problems.wrongArguments(block, opening.range));
    this.references.push({ helper: block.name, addresses: [address], place: opening });
    const body = this.nodes(statement.program);
    const otherwise = this.nodes(statement.inverse);
    return { type: 'block', block: block.name, address, body, otherwise, place };
  }

  /** The plain name of a path, if it is one and the parser took it as it is written (`{{指标.}}` it reads as `指标`). */
  #nameOf(expression: hbs.AST.Expression, place: TemplatePlace): string | undefined {
    const path = expression as hbs.AST.PathExpression;
    const plain = path.type === 'PathExpression' && path.depth === 0 && !path.data && path.parts.length === 1;
    const written = this.#slice(path.loc);
    const next = this.#text.charAt(this.#offset(path.loc.end));
    if (plain && path.original === written && path.parts[0] === written && /^[\s}~]$/u.test(next)) return written;
    return this.#forbid(place);
  }

  #forbid({ start }: TemplatePlace): undefined {
    const end = this.#endOfTag(start);
    return this.#report(problems.forbiddenForm(this.#text.slice(start, end), this.place(start, end).range));
  }

  #report(diagnostic: Diagnostic): undefined {
    this.diagnostics.push(diagnostic);
    return undefined;
  }

  #placeOf(loc: hbs.AST.SourceLocation): TemplatePlace {
    return this.place(this.#offset(loc.start), this.#offset(loc.end));
  }

  #slice(loc: hbs.AST.SourceLocation): string {
    return this.#text.slice(this.#offset(loc.start), this.#offset(loc.end));
  }

  /** Handlebars counts lines from 1 and columns from 0, in UTF-16 units. */
  #offset(position: hbs.AST.Position): number {
    return (this.source.lineStarts[position.line - 1] ?? this.#text.length) + position.column;
  }

  #endOfTag(start: number): number {
    const close = this.#text.startsWith('{{{', start) ? '}}}' : '}}';
    const end = this.#text.indexOf(close, start);
    return end < 0 ? this.#text.length : end + close.length;
  }
}

function hasHash(statement: hbs.AST.MustacheStatement | hbs.AST.BlockStatement): boolean {
  // The type says always there; the parser leaves it out when no pair was written.
  const hash: hbs.AST.Hash | undefined = statement.hash;
  return hash !== undefined && hash.pairs.length > 0;
}

function hasBlockParams(statement: hbs.AST.BlockStatement): boolean {
  const program: hbs.AST.Program | undefined = statement.program;
  return (program?.blockParams?.length ?? 0) > 0;
}

function unknownOrForbidden(name: string, range: SourceRange): Diagnostic {
  const builtIn = ['if', 'unless', 'each', 'with', 'lookup', 'log'];
  return builtIn.includes(name) ? problems.forbiddenIf(name, range) : problems.unknownName(name, range);
}

/** Offset of the line a parse error names. */
function lineOfError(source: SourceText, error: unknown): number {
  const line = Number(/on line (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1] ?? 1);
  return source.lineStarts[line - 1] ?? 0;
}

function endOfLine(text: string, start: number): number {
  const end = text.slice(start).search(/[\r\n]/u);
  return end < 0 ? text.length : start + end;
}
