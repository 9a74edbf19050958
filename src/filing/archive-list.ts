/**
 * The list for the archive in the sense of 四性 (DA/T 70): each point says whether this program looked at it in this run, did
 * not, or cannot. It claims nothing that was not done.
 */
import type { ArchivePoint, ArchiveResult, FilingSpec } from '../pack/filing-spec.js';
import type { OpenReport } from '../pipeline.js';
import type { Cell, Report } from '../report/tree.js';
import { cell, documentOf, paragraphs, tableOf, titleBlock } from './document.js';
import type { ManifestArchivePoint } from './manifest.js';
import type { RunChecks } from './run-checks.js';
import { counted, titleLine, type WordsContext } from './words.js';

/** Shares of the width: property, point, result, explanation. */
const widths = [10, 29, 19, 42];

export function archivePoints(spec: FilingSpec, checks: RunChecks): readonly ManifestArchivePoint[] {
  return spec.archive.points.map((point) => {
    const { result, text } = stateOf(point, checks);
    return { property: point.property, point: point.point, result: spec.archive.results[result], text };
  });
}

function stateOf(point: ArchivePoint, checks: RunChecks): { readonly result: ArchiveResult; readonly text: string } {
  if (point.check === undefined) return { result: point.byArchive ? 'archive' : 'notChecked', text: point.text };
  const { done, count } = checks[point.check];
  return done
    ? { result: 'checked', text: counted(point.text, count) }
    : { result: 'notChecked', text: counted(point.otherwise, count) };
}

export function archiveDocument(
  open: OpenReport,
  spec: FilingSpec,
  points: readonly ManifestArchivePoint[],
  context: WordsContext,
): Report {
  const { archive, names } = spec;
  const title = archive.title.map((line) => titleLine(line, context)).filter((line) => line !== '');
  const body = points.map(({ property, point, result, text }, index) => ({
    kind: 'data' as const,
    cells: [
      ...propertyCell(points, index, property),
      cell('text', point, 'left'),
      cell('text', result, 'center'),
      cell('text', text, 'left'),
    ],
  }));
  return documentOf(open, title.join(''), names.archive, [
    titleBlock(title),
    ...paragraphs('tableNote', archive.lead),
    tableOf({ name: title.join(''), look: archive.look, widths, stub: 1, head: archive.columns, body }),
    ...paragraphs('tableNote', archive.note),
  ]);
}

/** One cell over all points of a property that follow one another. */
function propertyCell(points: readonly ManifestArchivePoint[], index: number, property: string): readonly Cell[] {
  if (points[index - 1]?.property === property) return [];
  const next = points.findIndex((point, at) => at > index && point.property !== property);
  const rowSpan = (next === -1 ? points.length : next) - index;
  return [{ ...cell('rowHead', property, 'center'), rowSpan }];
}
