/**
 * A review copy: the report as it would be printed, with every diagnostic of the check as a remark on the cell or words it
 * speaks of. Comes in: an opened report and its diagnostics. Goes out: the tree under a name of its own, and the marks beside
 * it; the tree's nodes are those that came in.
 */
import { safeFileName } from '../compose/file-name.js';
import type { ReportData } from '../data/types.js';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { TemplatePack } from '../pack/types.js';
import type { Annotation, AnnotationPlace, ReviewMarks } from '../report/annotation.js';
import type { Report } from '../report/tree.js';
import { commentText } from './comment-text.js';
import { checkKind } from './kinds.js';
import { boundFigures, placeFinder } from './places.js';
import { guideText, reviewWords, type ReviewLanguage } from './words.js';

/** A report that could be composed, with what the check found in it. */
export interface ReviewSubject {
  readonly report: Report;
  readonly data: ReportData;
  readonly pack: TemplatePack;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReviewCopy {
  readonly report: Report;
  readonly review: ReviewMarks;
}

/** One annotation for each diagnostic, after one that explains the copy. `lang` is the language of the remarks. */
export function reviewCopy(subject: ReviewSubject, lang: ReviewLanguage): ReviewCopy {
  const { report, data, pack, diagnostics } = subject;
  const placeOf = placeFinder(report, data);
  const marked = boundFigures(report);
  const annotations = diagnostics.map((diagnostic): Annotation => {
    const { name, initials } = checkKind(diagnostic, pack);
    return {
      place: placeOf(diagnostic),
      author: name[lang],
      initials: initials[lang],
      ...commentText(diagnostic, data.source, lang),
    };
  });
  const title = placeOf({ code: '', severity: 'info', message: { zh: '', en: '' } });
  return {
    report: {
      ...report,
      meta: { ...report.meta, fileName: safeFileName(report.meta.fileName, reviewWords.suffix[lang]) },
    },
    review: {
      notice: reviewWords.notice[lang],
      annotations: [guide(title, diagnostics.length, marked.size, lang), ...annotations],
      marked,
    },
  };
}

/** The remark on the title that says what this copy is. */
function guide(place: AnnotationPlace, remarks: number, marked: number, lang: ReviewLanguage): Annotation {
  return {
    place,
    author: reviewWords.guide[lang],
    initials: reviewWords.guideInitials[lang],
    heading: reviewWords.guide[lang],
    paragraphs: guideText(remarks, marked).map((text) => text[lang]),
  };
}
