/**
 * Parser of pack formulas (grammar in expression.ts). Packs may come from anywhere, so length and depth are limited and
 * nothing throws; figures and truth values are told apart while parsing, so that `(a == b) + 1` never gets as far as data.
 */
import type { Expression } from './expression.js';
import type { ComparisonOperator } from './interval.js';
import { tokensOf, type FormulaError, type Token } from './tokens.js';

export type { FormulaError } from './tokens.js';

/** What a formula gives: a figure (computed cells) or a truth value (tests). */
export type ExpressionKind = 'number' | 'truth';

export type ParsedExpression =
  { readonly expression: Expression; readonly kind: ExpressionKind } | { readonly error: FormulaError };

/** Longest formula, in UTF-16 units. */
export const longestFormula = 2000;
/** Deepest nesting of brackets, functions and negations. */
export const deepestFormula = 40;

const functions: ReadonlyMap<string, 'sum' | 'max' | 'min' | 'abs' | 'previous'> = new Map([
  ['sum', 'sum'],
  ['合计', 'sum'],
  ['max', 'max'],
  ['最大', 'max'],
  ['min', 'min'],
  ['最小', 'min'],
  ['abs', 'abs'],
  ['prev', 'previous'],
  ['上年', 'previous'],
]);

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** Reads one formula. Never throws; the first mistake is returned with its offset. */
export function parseExpression(text: string): ParsedExpression {
  if (text.length > longestFormula) {
    return failure(
      longestFormula,
      `公式超过 ${longestFormula} 个字符。`,
      `The formula is longer than ${longestFormula} characters.`,
    );
  }
  const read = tokensOf(text);
  if ('error' in read) return read;
  return new Parser(read.tokens).parse();
}

/** `cells`: a wildcard, which only a function over many figures can take. */
type PartKind = ExpressionKind | 'cells';

/** A part with its kind and where it starts, or the first mistake. */
type Part = { readonly expression: Expression; readonly kind: PartKind; readonly start: number };
type Result = Part | { readonly error: FormulaError };

class Parser {
  private readonly tokens: readonly Token[];
  private position = 0;
  private depth = 0;
  /** Inside `prev( )`: every name means last year's cell. */
  private previous = false;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  parse(): ParsedExpression {
    const result = this.logic('or');
    if ('error' in result) return result;
    const rest = this.peek();
    if (rest.kind !== 'end') return failureAt(rest, '这里公式应当结束', 'the formula should end here');
    if (result.kind === 'cells') return mustBe('number', result) as { readonly error: FormulaError };
    return { expression: result.expression, kind: result.kind };
  }

  private logic(operator: 'or' | 'and'): Result {
    const operand = (): Result => (operator === 'or' ? this.logic('and') : this.negation());
    let left = operand();
    while (!('error' in left) && this.accept(operator)) {
      const right = operand();
      if ('error' in right) return right;
      const wrong = mustBe('truth', left) ?? mustBe('truth', right);
      if (wrong !== undefined) return wrong;
      left = {
        expression: { type: 'logic', operator, left: left.expression, right: right.expression },
        kind: 'truth',
        start: left.start,
      };
    }
    return left;
  }

  private negation(): Result {
    const token = this.peek();
    if (!this.accept('not')) return this.comparison();
    return this.nested(token, () => {
      const operand = this.negation();
      if ('error' in operand) return operand;
      return (
        mustBe('truth', operand) ?? {
          expression: { type: 'not', operand: operand.expression },
          kind: 'truth',
          start: token.start,
        }
      );
    });
  }

  private comparison(): Result {
    const left = this.sum();
    const sign = this.peek();
    if ('error' in left || sign.kind !== 'sign' || !comparisons.has(sign.text)) return left;
    this.position++;
    const right = this.sum();
    if ('error' in right) return right;
    const operator = sign.text as ComparisonOperator;
    return (
      mustBe('number', left) ??
      mustBe('number', right) ?? {
        expression: { type: 'comparison', operator, left: left.expression, right: right.expression },
        kind: 'truth',
        start: left.start,
      }
    );
  }

  private sum(): Result {
    let left = this.term();
    while (!('error' in left)) {
      const operator = this.accept('+') ? '+' : this.accept('-') ? '-' : undefined;
      if (operator === undefined) return left;
      const right = this.term();
      if ('error' in right) return right;
      const wrong = mustBe('number', left) ?? mustBe('number', right);
      if (wrong !== undefined) return wrong;
      left = {
        expression: { type: 'arithmetic', operator, left: left.expression, right: right.expression },
        kind: 'number',
        start: left.start,
      };
    }
    return left;
  }

  private term(): Result {
    const token = this.peek();
    if (token.kind === 'number') {
      this.position++;
      return { expression: { type: 'number', text: token.text }, kind: 'number', start: token.start };
    }
    if (token.kind === 'name') {
      this.position++;
      const called = token.bracketed ? undefined : functions.get(token.text);
      if (called !== undefined && this.peek().text === '(' && this.peek().kind === 'sign')
        return this.call(token, called);
      return this.name(token);
    }
    if (this.accept('(')) {
      return this.nested(token, () => {
        const inner = this.logic('or');
        return 'error' in inner ? inner : (this.expect(')') ?? { ...inner, start: token.start });
      });
    }
    return failureAt(token, '这里应当是名称、数字或括号', 'a name, a number or a bracket should stand here');
  }

  private name(token: Token): Result {
    const wildcard = token.text.endsWith('.*');
    const expression: Expression = {
      type: 'name',
      name: token.text,
      wildcard,
      previous: this.previous,
      start: token.start,
      end: token.end,
    };
    return { expression, kind: wildcard ? 'cells' : 'number', start: token.start };
  }

  private call(token: Token, called: 'sum' | 'max' | 'min' | 'abs' | 'previous'): Result {
    this.position++;
    if (called === 'previous' && this.previous) {
      return failureAt(token, '“上年”里面不能再用“上年”', '"prev" cannot stand inside "prev"');
    }
    return this.nested(token, () => {
      const outer = this.previous;
      this.previous = outer || called === 'previous';
      const args = this.arguments(called !== 'abs');
      this.previous = outer;
      if ('error' in args) return args;
      const [first] = args.parts;
      if ((called === 'previous' || called === 'abs') && (args.parts.length !== 1 || first === undefined)) {
        return failureAt(token, `“${token.text}”里只能有一项`, `"${token.text}" takes one argument`);
      }
      if (called === 'previous' && first !== undefined) return { ...first, start: token.start };
      const parts = args.parts.map((part) => part.expression);
      const expression: Expression = { type: 'call', function: called as 'sum' | 'max' | 'min' | 'abs', args: parts };
      return { expression, kind: 'number', start: token.start };
    });
  }

  private arguments(many: boolean): { readonly parts: readonly Part[] } | { readonly error: FormulaError } {
    const parts: Part[] = [];
    do {
      const part = this.logic('or');
      if ('error' in part) return part;
      const wrong = part.kind === 'cells' && many ? undefined : mustBe('number', part);
      if (wrong !== undefined) return wrong;
      parts.push(part);
    } while (this.accept(','));
    return this.expect(')') ?? { parts };
  }

  private nested(token: Token, read: () => Result): Result {
    if (this.depth >= deepestFormula) {
      return failureAt(
        token,
        `括号和函数套了 ${deepestFormula} 层以上`,
        `brackets are nested more than ${deepestFormula} deep`,
      );
    }
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }

  private peek(): Token {
    // The last token is `end`, and it is never consumed.
    return this.tokens[this.position] as Token;
  }

  private accept(sign: string): boolean {
    const token = this.peek();
    if (token.kind !== 'sign' || token.text !== sign) return false;
    this.position++;
    return true;
  }

  private expect(sign: string): { readonly error: FormulaError } | undefined {
    if (this.accept(sign)) return undefined;
    return failureAt(this.peek(), `这里应当是“${sign}”`, `"${sign}" should stand here`);
  }
}

function mustBe(kind: ExpressionKind, part: Part): { readonly error: FormulaError } | undefined {
  if (part.kind === kind) return undefined;
  if (part.kind === 'cells') {
    return failure(
      part.start,
      '带“.*”的名称代表多个单元格，只能放在“合计”“最大”“最小”里。',
      'A name with ".*" means many cells; it can only stand inside sum, max or min.',
    );
  }
  return kind === 'number'
    ? failure(part.start, '这里应当是数，却是一个比较。', 'A figure should stand here, not a comparison.')
    : failure(
        part.start,
        '这里应当是比较（如 a == b），却是一个数。',
        'A comparison such as a == b should stand here, not a figure.',
      );
}

function failureAt(token: Token, zh: string, en: string): { readonly error: FormulaError } {
  const found =
    token.kind === 'end'
      ? { zh: '公式却到头了', en: 'the formula is at its end' }
      : { zh: `却是“${token.text}”`, en: `"${token.text}" was found` };
  return failure(token.start, `${zh}，${found.zh}。`, `${en[0]?.toUpperCase()}${en.slice(1)}, but ${found.en}.`);
}

function failure(offset: number, zh: string, en: string): { readonly error: FormulaError } {
  return { error: { offset, message: { zh, en } } };
}
