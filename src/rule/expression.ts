/**
 * The formula language of packs: types of the parsed form. Parser in parse.ts, evaluation in evaluate.ts.
 *
 *   formula := or ;  or := and (('或'|'||'|'or') and)* ;  and := not (('且'|'&&'|'and') not)*
 *   not := ('非'|'!'|'not') not | comparison ;  comparison := sum (('=='|'='|'!='|'<'|'<='|'>'|'>=') sum)?
 *   sum := term (('+'|'-') term)* ;  term := number | name | '(' or ')' | function '(' or (',' or)* ')'
 *   name := identifier | '[' any text but ']' ']' ;  identifier starts with a letter, holds letters, digits, '_', '.', and may end in '.*'
 *   functions: sum 合计, max 最大, min 最小, abs, prev 上年
 * Names mean cells; what they resolve to depends on the rule's scope. No loops, no regular expressions: linear time.
 */

export type Expression =
  | { readonly type: 'number'; readonly text: string }
  /** `name` as written without brackets; `wildcard` when it ends in `.*` (all rows whose id starts so). */
  | {
      readonly type: 'name';
      readonly name: string;
      readonly wildcard: boolean;
      readonly previous: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly type: 'call'; readonly function: 'sum' | 'max' | 'min' | 'abs'; readonly args: readonly Expression[] }
  | { readonly type: 'arithmetic'; readonly operator: '+' | '-'; readonly left: Expression; readonly right: Expression }
  | {
      readonly type: 'comparison';
      readonly operator: '==' | '!=' | '<' | '<=' | '>' | '>=';
      readonly left: Expression;
      readonly right: Expression;
    }
  | { readonly type: 'logic'; readonly operator: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly type: 'not'; readonly operand: Expression };
