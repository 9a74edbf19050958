/**
 * What the words of a clause say: which things, acts, channels and details, whose and when, and whether any word is left
 * that no list knows.
 */
import type { ProseConcept, ProseSign } from '../../../pack/types.js';
import type { Clause } from './clauses.js';
import type { Token } from './tokens.js';

export interface Frame {
  /** Things spoken of; what is only an attribute of another is left out. */
  readonly objects: readonly ProseConcept[];
  /** Before the numeral; where none stands there, after it. */
  readonly acts: readonly ProseConcept[];
  readonly channels: readonly ProseConcept[];
  readonly details: readonly ProseConcept[];
  readonly applicants: readonly ProseConcept[];
  readonly signs: ReadonlySet<ProseSign>;
  readonly years: readonly number[];
  /** A date of less than a year. */
  readonly partDate: boolean;
  /** Words are left that no list knows: it is a figure of something narrower, or of something else. */
  readonly unknown: boolean;
}

/** The frame of a clause, its tokens being those of `before` (a clause that announces it), head and tail. */
export function frameOf(clause: Pick<Clause, 'head' | 'tail'>, before: readonly Token[] = []): Frame {
  const head = [...before, ...clause.head];
  const tokens = [...head, ...clause.tail];
  const concepts = conceptsOf(tokens);
  const acts = conceptsOf(head).filter(({ kind }) => kind === 'act');
  const ofKind = (kind: ProseConcept['kind']): readonly ProseConcept[] =>
    concepts.filter((concept) => concept.kind === kind);
  return {
    objects: withoutBeaten(ofKind('object')),
    acts: acts.length > 0 ? acts : ofKind('act'),
    channels: ofKind('channel'),
    details: ofKind('detail'),
    applicants: ofKind('applicant'),
    signs: signsOf(tokens),
    years: tokens.flatMap((token) => (token.type === 'date' && token.year !== undefined ? [token.year] : [])),
    partDate: tokens.some((token) => token.type === 'date' && token.part),
    unknown: [...fromSubject(head), ...clause.tail].some(({ type }) => type === 'unknown'),
  };
}

/** 全市 counts as whose figure it is where it comes first: 通过媒体播报本市新政11则 is the office's own. */
function signsOf(tokens: readonly Token[]): ReadonlySet<ProseSign> {
  const begun = tokens.findIndex(
    (token) =>
      token.type === 'unknown' || token.type === 'numeral' || (token.type === 'word' && token.role.is === 'concept'),
  );
  return new Set(
    tokens.flatMap((token, index) => {
      if (token.type !== 'word' || token.role.is !== 'sign') return [];
      const late = begun >= 0 && index > begun && (token.role.sign === 'whole' || token.role.sign === 'level');
      return late ? [] : [token.role.sign];
    }),
  );
}

/** 在区委领导下我局收到: what stands before the office itself only describes how it came about. */
function fromSubject(head: readonly Token[]): readonly Token[] {
  const subject = head.findLastIndex(
    (token) =>
      token.type === 'word' && token.role.is === 'sign' && (token.role.sign === 'own' || token.role.sign === 'whole'),
  );
  return head.slice(subject + 1);
}

/** Each concept once, in the order of its first word. */
function conceptsOf(tokens: readonly Token[]): readonly ProseConcept[] {
  const found = new Set<ProseConcept>();
  for (const token of tokens) {
    if (token.type === 'word' && token.role.is === 'concept') found.add(token.role.concept);
  }
  return [...found];
}

/** 因政府信息公开申请提起的行政复议 is a case of review, not a request. */
export function withoutBeaten(objects: readonly ProseConcept[]): readonly ProseConcept[] {
  if (objects.length < 2) return objects;
  const beaten = new Set(objects.flatMap(({ beats }) => beats));
  return objects.filter(({ id }) => !beaten.has(id));
}
