/** Names and numbers that go together one by one: 微博、微信分别推送25条和28条. */
import type { ProseConcept } from '../../../pack/types.js';
import type { Clause } from './clauses.js';
import type { Frame } from './frame.js';

/** 微博、微信分别推送25条和28条: the numbers go with the names one by one. */
export class Pairs {
  #kind: 'channels' | 'objects' | 'details' | undefined;
  #left: readonly ProseConcept[] = [];

  /** The frame with the one name that its number goes with; names without a number are none that can be told. */
  apply(frame: Frame, clause: Clause): Frame {
    const several = (['channels', 'objects', 'details'] as const).find((kind) => frame[kind].length > 1);
    if (frame.signs.has('respectively') && several !== undefined) [this.#kind, this.#left] = [several, frame[several]];
    else if (clause.after !== 'none' && clause.after !== 'item') this.#kind = undefined;
    if (this.#kind === undefined || clause.numeral === undefined) return frame;
    const [next, ...rest] = this.#left;
    this.#left = rest;
    return next === undefined ? { ...frame, unknown: true } : { ...frame, [this.#kind]: [next] };
  }
}
