/**
 * Clauses: the stretch of tokens around each numeral that says what it counts, and clauses without a numeral. Comes in: the
 * tokens of a passage. Goes out: clauses in reading order, those in brackets after the numeral they explain.
 */
import type { Numeral } from './numerals.js';
import type { Token } from './tokens.js';

export interface Clause {
  /** Tokens before the numeral, after the numeral or break before it; all tokens of a clause without a numeral. */
  readonly head: readonly Token[];
  readonly numeral?: Numeral;
  /** Tokens after the numeral up to the next break, where no other numeral follows. */
  readonly tail: readonly Token[];
  readonly start: number;
  readonly end: number;
  /** What stands before it; `none` between two numerals of one clause, `open` at the start of a bracket. */
  readonly after: 'stop' | 'part' | 'comma' | 'colon' | 'item' | 'open' | 'none';
  /** Number of its sentence, counted through the passage. */
  readonly sentence: number;
  /** Number of its part of a sentence (between ；), counted through the passage. */
  readonly segment: number;
  /** 0 outside brackets. */
  readonly depth: number;
}

/** Clauses of a passage. Brackets nest; what is in them follows the clause they stand in. */
export function clausesOf(tokens: readonly Token[]): readonly Clause[] {
  const clauses: Clause[] = [];
  let sentence = 0;
  let segment = 0;
  const read = (from: number, depth: number): number => {
    let after: Clause['after'] = depth === 0 ? 'stop' : 'open';
    let parts: Token[] = [];
    let inner: Clause[] = [];
    const end = (mark: Clause['after']): void => {
      clauses.push(...cut(parts, after, { sentence, segment, depth }), ...inner);
      [parts, inner, after] = [[], [], mark];
    };
    for (let at = from; at < tokens.length; at++) {
      const token = tokens[at];
      if (token === undefined) break;
      if (token.type !== 'break') {
        parts.push(token);
        continue;
      }
      if (token.mark === 'open' && depth < deepest) {
        const before = clauses.length;
        at = read(at + 1, depth + 1);
        inner.push(...clauses.splice(before));
      } else if (token.mark === 'close' && depth > 0) {
        end('stop');
        return at;
      } else if (token.mark === 'item') {
        // 、 between nouns is part of what they say together; after a number it begins the next one.
        if (parts.some(({ type }) => type === 'numeral')) end('item');
      } else if (token.mark !== 'open' && token.mark !== 'close') {
        end(token.mark);
        if (token.mark === 'stop') sentence++;
        if (token.mark === 'stop' || token.mark === 'part') segment++;
      }
    }
    end('stop');
    return tokens.length;
  };
  for (let at = 0; at < tokens.length; at = read(at, 0) + 1);
  return clauses;
}

const deepest = 4;

type ClausePlace = Pick<Clause, 'sentence' | 'segment' | 'depth'>;

function cut(parts: readonly Token[], after: Clause['after'], at: ClausePlace): readonly Clause[] {
  if (parts.length === 0) return [];
  const places = parts.flatMap((token, index) => (token.type === 'numeral' ? [index] : []));
  if (places.length === 0) return [clause(parts, undefined, [], after, at)];
  const clauses: Clause[] = [];
  let from = 0;
  for (const [order, place] of places.entries()) {
    const next = places[order + 1];
    const head = parts.slice(from, place);
    const token = parts[place];
    const between = parts.slice(place + 1, next ?? parts.length);
    const taken = next === undefined ? between.length : ownTail(head, between);
    const numeral = token?.type === 'numeral' ? token.numeral : undefined;
    clauses.push(clause(head, numeral, between.slice(0, taken), order === 0 ? after : 'none', at));
    from = place + 1 + taken;
  }
  return clauses;
}

/** How many tokens after a numeral name what it counts, when another numeral follows: 召开3次新闻发布会共发布信息25条. */
function ownTail(head: readonly Token[], between: readonly Token[]): number {
  if (head.some(isObject)) return 0;
  const object = between.findIndex(isObject);
  const other = between.findIndex(
    (token) => token.type !== 'word' || (token.role.is === 'concept' && token.role.concept.kind === 'act'),
  );
  return object < 0 || (other >= 0 && other < object) ? 0 : object + 1;
}

function isObject(token: Token): boolean {
  return token.type === 'word' && token.role.is === 'concept' && token.role.concept.kind === 'object';
}

function clause(
  head: readonly Token[],
  numeral: Numeral | undefined,
  tail: readonly Token[],
  after: Clause['after'],
  at: ClausePlace,
): Clause {
  const start = head[0]?.start ?? numeral?.start ?? 0;
  const end = tail.at(-1)?.end ?? numeral?.end ?? head.at(-1)?.end ?? start;
  return { head, ...(numeral === undefined ? {} : { numeral }), tail, start, end, after, ...at };
}
