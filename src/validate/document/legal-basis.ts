/** D-Y4: documents cited as the basis of the report that are no longer, or not yet, in force for its year. */
import type { RuleSpec } from '../../pack/types.js';
import type { RuleFinding } from '../rule-diagnostic.js';
import type { DocumentCheck } from './context.js';
import { anyOf, recordList, wholeOrDecimal, wordList } from './options.js';
import { rangeOf } from './passages.js';
import { excerpt, isWritten, mostFindings, sentencesIn } from './text-places.js';

/** A document of the option `instruments`. Years are report years, inclusive. */
interface Instrument {
  /** As printed in messages. */
  readonly number: string;
  /** Number and other ways to cite it, in `comparable` form. */
  readonly citations: readonly string[];
  readonly from?: number;
  readonly until?: number;
  readonly successor?: string;
}

/**
 * One finding for each sentence and document. Sentences that tell of history (option `history_words`), that name the
 * successor too, or that speak of coming work (`future_words`) are silent.
 */
export const legalBasis: DocumentCheck = ({ passages, data }, rule) => {
  const year = data.year.value;
  const outdated = instrumentsOf(rule).filter(({ from, until }) => isBefore(year, from) || isBefore(until, year));
  const history = new RegExp(anyOf(wordList(rule, 'history_words')), 'u');
  const future = new RegExp(anyOf(wordList(rule, 'future_words')), 'u');
  const citing = new RegExp(anyOf(outdated.flatMap(({ citations }) => citations.map((words) => words.slice(-1)))), 'u');
  return sentencesIn(passages.filter((passage) => isWritten(passage) && citing.test(passage.text)))
    .flatMap(({ passage, start, end, text }): readonly RuleFinding[] => {
      const words = comparable(text);
      return outdated
        .filter(({ citations }) => citations.some((citation) => words.includes(citation)))
        .filter((instrument) => {
          const { successor } = instrument;
          if (history.test(text) || (successor !== undefined && words.includes(comparable(successor)))) return false;
          return !(isBefore(year, instrument.from) && future.test(text));
        })
        .map((instrument) => ({
          ...messageOf(instrument, year, text),
          text,
          range: rangeOf(passage, data.source, start, end),
        }));
    })
    .slice(0, mostFindings);
};

function isBefore(year: number | undefined, other: number | undefined): boolean {
  return year !== undefined && other !== undefined && year < other;
}

function messageOf(
  { number, from, until, successor }: Instrument,
  year: number,
  sentence: string,
): Pick<RuleFinding, 'message' | 'hint' | 'facts'> {
  const early = isBefore(year, from);
  return {
    message: early
      ? {
          zh: `“${excerpt(sentence)}”引用的${number}自${from}年度的报告起才适用，本报告是${year}年度的。`,
          en: `"${excerpt(sentence)}" cites ${number}, which is for reports on ${from} and later; this one is on ${year}.`,
        }
      : {
          zh: `“${excerpt(sentence)}”引用的${number}只适用到${until}年度的报告，本报告是${year}年度的。`,
          en: `"${excerpt(sentence)}" cites ${number}, which is for reports up to ${until}; this one is on ${year}.`,
        },
    hint:
      early || successor === undefined
        ? { zh: '改引当时适用的文件；写的是以后的事，请在句中说明。', en: 'Cite what was in force at the time.' }
        : {
            zh: `依据请改为${successor}；说的是沿革，请在句中写明已废止或已修订。`,
            en: `Cite ${successor}; where history is told, say that it was repealed or revised.`,
          },
    facts: { cited: number, ...(successor === undefined ? {} : { expected: successor }) },
  };
}

function instrumentsOf(rule: RuleSpec): readonly Instrument[] {
  return recordList(rule, 'instruments').flatMap((fields): readonly Instrument[] => {
    const [number, successor, also] = [fields.get('number'), fields.get('successor'), fields.get('also')];
    const [from, until] = [wholeOrDecimal(fields.get('from')), wholeOrDecimal(fields.get('until'))];
    if (typeof number !== 'string') return [];
    const others = Array.isArray(also) ? also.filter((item: unknown): item is string => typeof item === 'string') : [];
    return [
      {
        number,
        citations: [number, ...others].map(comparable),
        ...(from === undefined ? {} : { from }),
        ...(until === undefined ? {} : { until }),
        ...(typeof successor === 'string' ? { successor } : {}),
      },
    ];
  });
}

/** Without spaces, digits half-width, all brackets of a document number alike. */
function comparable(text: string): string {
  return text
    .replace(/\s+/gu, '')
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 48))
    .replace(/[[［【（(](?=\d{4}年?[\]］】）)])/gu, '〔')
    .replace(/(?<=〔\d{4})年?[\]］】）)]/gu, '〕');
}
