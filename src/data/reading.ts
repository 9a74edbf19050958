/**
 * What every reader of a part of the data file needs: the pack, the source, and where findings go.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { TemplatePack } from '../pack/types.js';
import { positionOf, type SourceRange, type SourceText } from '../source/source.js';

/** One reading of one file. `report` is the only thing in it that changes. */
export interface Reading {
  readonly pack: TemplatePack;
  readonly source: SourceText;
  readonly report: (diagnostic: Diagnostic) => void;
  /** 1-based line of the start of a range. */
  readonly lineOf: (range: SourceRange) => number;
}

/** More findings than this help nobody; a hostile file would have one on each of its lines. */
const MOST_FINDINGS = 500;

/** A reading whose findings, 500 at most, are put into `diagnostics`. */
export function startReading(pack: TemplatePack, source: SourceText, diagnostics: Diagnostic[]): Reading {
  return {
    pack,
    source,
    report: (diagnostic) => {
      if (diagnostics.length < MOST_FINDINGS) diagnostics.push(diagnostic);
    },
    lineOf: (range) => positionOf(source, range.start).line,
  };
}
