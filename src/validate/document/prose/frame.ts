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
  const acts = ofKind(conceptsOf(head), 'act');
  const signs = signsOf(tokens);
  return {
    objects: withoutBeaten(ofKind(concepts, 'object')),
    acts: acts.length > 0 ? acts : ofKind(concepts, 'act'),
    channels: ofKind(concepts, 'channel'),
    details: ofKind(concepts, 'detail'),
    applicants: ofKind(concepts, 'applicant'),
    signs,
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

function conceptsOf(tokens: readonly Token[]): readonly ProseConcept[] {
  const found = tokens.flatMap((token) =>
    token.type === 'word' && token.role.is === 'concept' ? [token.role.concept] : [],
  );
  return [...new Set(found)];
}

function ofKind(concepts: readonly ProseConcept[], kind: ProseConcept['kind']): readonly ProseConcept[] {
  return concepts.filter((concept) => concept.kind === kind);
}

/** 因政府信息公开申请提起的行政复议 is a case of review, not a request. */
export function withoutBeaten(objects: readonly ProseConcept[]): readonly ProseConcept[] {
  const beaten = new Set(objects.flatMap(({ beats }) => beats));
  return objects.filter(({ id }) => !beaten.has(id));
}
