/**
 * What loading gives before the pack is known.
 */
import type { SourceRange, SourceText } from '../source/source.js';
import type { MapNode } from './node.js';

/** A value and where it was written. */
export interface Located<T> {
  readonly value: T;
  readonly range: SourceRange;
}

/** The located tree and identification of a data file, before its pack is known. */
export interface LoadedFile {
  readonly source: SourceText;
  readonly root: MapNode;
  readonly pack?: Located<string>;
  readonly profile?: Located<string>;
  readonly previousFiles: readonly Located<string>[];
  /** Encoding found: `utf-8`, `utf-8-bom`, `gbk`. */
  readonly encoding: string;
}
