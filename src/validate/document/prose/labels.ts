/** Figures that stand right after the official name of a cell: 政策解读稿件发布数：4篇. */
import { contentOf, withoutMeasure, type Lexicon } from './lexicon.js';
import type { Reading } from './matching.js';

/** The cell whose name a text is, and nothing else; undefined too where the measure word is of another kind. */
export function labelledReading(text: string, measure: string, { labels, wordAt }: Lexicon): Reading | undefined {
  const cell = labels.get(contentOf(withoutMeasure(text), wordAt));
  if (cell === undefined) return undefined;
  const { unit = '', address } = cell;
  if (measure !== '' && unit !== '' && measure !== unit && !sameMeasure(measure, unit)) return undefined;
  return {
    quantity: {
      id: address,
      when: [],
      may: [],
      units: [unit],
      readings: [[address]],
      cautious: false,
      noMore: false,
      about: false,
    },
    sums: [[address]],
  };
}

const countedAlike = new Set(['件', '条', '份', '宗', '起', '篇', '次', '个', '项', '则', '例']);

function sameMeasure(a: string, b: string): boolean {
  return (
    (countedAlike.has(a) && countedAlike.has(b)) ||
    (a.startsWith('人') && b.startsWith('人')) ||
    (a === '名' && b.startsWith('人'))
  );
}
