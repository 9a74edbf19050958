/**
 * Mentions: every figure that the text states, in digits or as zero in words, with what it speaks of and how far that can be
 * told. Comes in: passages. Goes out: mentions in reading order. Judges no figure.
 */
import type { ReportData } from '../../../data/types.js';
import type { ProseConcept } from '../../../pack/types.js';
import { exact } from '../../../rule/exact.js';
import type { Passage } from '../passages.js';
import { clausesOf, type Clause } from './clauses.js';
import { frameOf, type Frame } from './frame.js';
import { labelledReading } from './labels.js';
import { contentOf, type Lexicon } from './lexicon.js';
import { withOwnWords } from './own-words.js';
import { Pairs } from './pairs.js';
import { readingsOf, type Carried, type Reading } from './matching.js';
import type { Numeral } from './numerals.js';
import { isOfAnotherBody, isOfUnsureRegion, Timing } from './scope.js';
import { tokensOf, type Token } from './tokens.js';

/** A figure stated in the text. */
export interface Mention {
  readonly passage: Passage;
  /** Of the clause that says what it is, by UTF-16 offsets of the passage. */
  readonly start: number;
  readonly end: number;
  readonly clause: Clause;
  readonly frame: Frame;
  /** Bounds and measure word; both ends 0 for zero in words. */
  readonly numeral: Pick<Numeral, 'low' | 'high' | 'unit' | 'kind' | 'decimals' | 'text' | 'start' | 'end'>;
  /** The text says none: 未收到, 没有. */
  readonly inWords: boolean;
  /** Address of the cell when the figure is a reference, which cannot be wrong. */
  readonly address?: string;
  /** What is left of its clause without plain words: two figures of the same content are the same. */
  readonly content: string;
  /** Quantities of the pack it may speak of; empty = none, or not said clearly enough. */
  readonly readings: readonly Reading[];
  /** It speaks of this office in this year as a whole. */
  readonly comparable: boolean;
  /** It is of a whole region, and the data file does not say whether the tables are: compared only where nothing else states the figure. */
  readonly regional: boolean;
  /** It is a part of something narrower than a quantity, whose words are not all known. */
  readonly narrower: readonly Reading[];
  /** Index of the mention it is a part of, among those of its passage. */
  readonly whole?: number;
  readonly order: number;
  /** Its channel, where it was named before, was named in the same sentence. */
  readonly near: boolean;
}

const read: ReadonlySet<Passage['role']> = new Set(['body', 'quote', 'footnote', 'item']);

/** Mentions of all passages; headings say what the passages under them speak of. */
export function mentionsOf(passages: readonly Passage[], data: ReportData, lexicon: Lexicon): readonly Mention[] {
  let topic: readonly ProseConcept[] = [];
  const found: Mention[] = [];
  const own = withOwnWords(lexicon, data);
  for (const passage of passages) {
    if (passage.role === 'heading') topic = frameOf({ head: tokensOf(passage.text, lexicon), tail: [] }).objects;
    else if (read.has(passage.role)) found.push(...new PassageReader(passage, data, own, topic).mentions());
  }
  return found;
}

/** Reads one passage clause by clause, carrying what later clauses leave unsaid. */
class PassageReader {
  readonly #passage: Passage;
  readonly #data: ReportData;
  readonly #lexicon: Lexicon;
  readonly #timing: Timing;
  readonly #mentions: Mention[] = [];
  /** Thing last spoken of; `undefined` once something unknown was counted. */
  #objects: readonly ProseConcept[] | undefined;
  #act: ProseConcept | undefined;
  #channels: readonly ProseConcept[] = [];
  #announced: readonly Token[] = [];
  #sentence = 0;
  #elsewhere = false;
  #regional = false;
  #whole: number | undefined;
  #wholeDepth = 0;
  /** The sentence or its heading says that it is about disclosure. */
  #about: boolean;
  readonly #headed: boolean;
  #channelSentence = -1;
  #pairs = new Pairs();

  constructor(passage: Passage, data: ReportData, lexicon: Lexicon, topic: readonly ProseConcept[]) {
    this.#passage = passage;
    this.#data = data;
    this.#lexicon = lexicon;
    this.#objects = topic;
    this.#headed = topic.some(({ beats }) => beats.includes('request'));
    this.#about = this.#headed;
    this.#timing = new Timing(data.year.value);
  }

  mentions(): readonly Mention[] {
    for (const clause of clausesOf(tokensOf(this.#passage.text, this.#lexicon))) this.#read(clause);
    return this.#mentions;
  }

  #read(clause: Clause): void {
    if (clause.sentence !== this.#sentence) this.#startSentence(clause);
    if (clause.depth < this.#wholeDepth || clause.after === 'part') this.#whole = undefined;
    const own = frameOf(clause);
    // 新闻发布会次数：3次: what is announced before the colon says what is counted.
    const joined = clause.after === 'colon' && own.objects.length === 0 && this.#announced.length > 0;
    const frame = this.#pairs.apply(joined ? frameOf(clause, this.#announced) : own, clause);
    this.#about ||= frame.signs.has('about') || this.#saysDisclosure(clause);
    this.#timing.enter(frame, clause);
    if (frame.signs.has('own')) [this.#elsewhere, this.#regional] = [false, false];
    // 全市年度报告1条 in a list does not say whose the figures after it are.
    if (isOfUnsureRegion(frame, this.#data.agency) && clause.after !== 'item') this.#regional = true;
    if (isOfAnotherBody(frame, this.#data.agency)) this.#elsewhere = true;
    if (frame.signs.has('ofWhich') || clause.after === 'open') {
      this.#whole = this.#mentions.length > 0 ? this.#mentions.length - 1 : undefined;
      this.#wholeDepth = clause.depth;
    }
    if (clause.numeral === undefined) this.#readWords(clause, frame);
    else this.#readFigure(clause, frame, clause.numeral, joined);
    if (frame.channels.length > 0) {
      // 利用网站、宣传栏等: what is counted next came by several ways, and it stays open whether the site's figure is meant.
      this.#channelSentence = frame.signs.has('open') ? -1 : clause.sentence;
      this.#channels = frame.channels;
    }
    if (clause.after !== 'open') this.#announced = clause.numeral === undefined ? [...clause.head] : [];
  }

  #startSentence(clause: Clause): void {
    this.#sentence = clause.sentence;
    this.#act = undefined;
    this.#whole = undefined;
    this.#elsewhere = false;
    this.#regional = false;
    this.#about = this.#headed;
    this.#pairs = new Pairs();
    this.#timing.startSentence();
  }

  #readWords(clause: Clause, frame: Frame): void {
    if (frame.objects.length > 0) this.#objects = frame.objects;
    if (frame.acts.length > 0) this.#act = frame.acts.at(-1);
    const announced = frame.objects.length === 0 && clause.after === 'colon' ? frameOf(clause, this.#announced) : frame;
    if (!announced.signs.has('none') || announced.unknown) return;
    const carried =
      announced.objects.length > 0 || frame.acts.length > 0 ? this.#carried() : { ...this.#carried(), objects: [] };
    const outcome =
      announced.objects.length === 0 && announced.details.length > 0 ? (this.#objects ?? []) : carried.objects;
    for (const object of announced.objects.length > 0 ? announced.objects : outcome) {
      const one = { ...announced, objects: [object] };
      // 没有行政复议 needs no verb.
      const readings = readingsOf(
        one,
        { ...carried, act: undefined, objects: [object] },
        '',
        withoutActs(this.#lexicon, one),
      );
      this.#push(clause, one, zero(clause, this.#passage.text), { inWords: true, readings, narrower: [] });
    }
  }

  #readFigure(clause: Clause, frame: Frame, numeral: Numeral, joined: boolean): void {
    const known = !frame.unknown;
    if (frame.objects.length > 0) this.#objects = frame.objects;
    else if (!known) this.#objects = undefined;
    const carried = this.#carried();
    if (frame.acts.length > 0) this.#act = frame.acts.at(-1);
    const nested = this.#isNested();
    const counts = numeral.kind === 'count' || (numeral.kind === 'bare' && (joined || numeral.low.isZero()));
    const none = frame.signs.has('none');
    const stated = none && numeral.low.eq(1) ? { ...numeral, low: exact(0), high: exact(0) } : numeral;
    const usable =
      counts && (!none || stated.low.isZero()) && (this.#objects !== undefined || frame.channels.length > 0);
    const labelled = usable && !nested ? this.#labelled(clause, joined) : undefined;
    const bound = this.#addressAt(numeral.start);
    // 申请人中自然人57件 leaves it open what was done: any of it may be meant.
    const open = frame.applicants.length > 0 && frame.acts.length === 0 && carried.act === undefined;
    const quantities = open ? withoutActs(this.#lexicon, frame) : this.#lexicon.quantities;
    const each = stated.high.isZero() && frame.objects.length > 1 ? frame.objects : [undefined];
    for (const object of each) {
      const one = object === undefined ? frame : { ...frame, objects: [object] };
      // Of a figure that is not wholly understood only the first verb is taken: 播报……出台……共11则.
      const read = known ? one : { ...one, acts: one.acts.slice(0, 1) };
      const all = (usable ? readingsOf(read, carried, numeral.unit, quantities) : []).filter(
        ({ quantity }) => !quantity.about || this.#about || stated.high.isZero(),
      );
      // Cases of the office's business: what is counted after them is a part of them.
      if (all.length === 0 && usable && this.#isBusiness(one, carried, numeral.unit)) this.#objects = undefined;
      const likely = nested
        ? all.filter(({ quantity }) => quantity.cautious)
        : all.filter((reading) => frame.applicants.length > 0 || !this.#isOfWhole(reading));
      const said = known ? likely : [];
      const narrower = known || frame.objects.length + frame.channels.length === 0 ? [] : likely;
      this.#push(clause, one, stated, {
        inWords: false,
        readings: labelled === undefined ? said : [labelled],
        narrower,
        ...(bound === undefined ? {} : { address: bound }),
      });
    }
  }

  #isBusiness(frame: Frame, carried: Carried, unit: string): boolean {
    if (this.#about) return false;
    return readingsOf(frame, carried, unit, this.#lexicon.quantities).some(({ quantity }) => quantity.about);
  }

  /** 依申请公开 and 政府信息公开 stand inside longer words too. */
  #saysDisclosure({ start, end }: Clause): boolean {
    const { text } = this.#passage;
    return this.#lexicon.about.some((word) => text.slice(start, end).includes(word));
  }

  #carried(): Carried {
    return { objects: this.#objects ?? [], act: this.#act, channels: this.#channels };
  }

  /** A part of a part: 信函7件，其中予以公开3件 says nothing of all that were granted. */
  #isNested(): boolean {
    const whole = this.#whole === undefined ? undefined : this.#mentions[this.#whole];
    if (whole === undefined) return false;
    const { details, applicants, channels } = whole.frame;
    return (
      details.length + applicants.length + channels.length > 0 ||
      (whole.readings.length === 0 && whole.address === undefined && whole.frame.unknown)
    );
  }

  /** 主动公开信息276条，其中动态信息116条: a part cannot be the quantity that its whole is. */
  #isOfWhole({ quantity }: Reading): boolean {
    const whole = this.#whole === undefined ? undefined : this.#mentions[this.#whole];
    return whole?.readings.some((reading) => reading.quantity.id === quantity.id) === true;
  }

  /** The official name of a cell stands before the figure and nothing else. */
  #labelled(clause: Clause, joined: boolean): Reading | undefined {
    const start = joined ? (this.#announced[0]?.start ?? clause.start) : clause.start;
    const end = clause.head.at(-1)?.end ?? this.#announced.at(-1)?.end ?? start;
    const text = this.#passage.text.slice(start, Math.max(start, end)).replace(/[（(][^（()）]{0,200}[)）]/gu, '');
    return labelledReading(text, clause.numeral?.unit ?? '', this.#lexicon);
  }

  #addressAt(offset: number): string | undefined {
    return this.#passage.pieces.find(({ start, node }) => offset >= start && offset < start + node.value.length)?.node
      .address;
  }

  #push(
    clause: Clause,
    frame: Frame,
    numeral: Mention['numeral'],
    rest: Pick<Mention, 'inWords' | 'readings' | 'narrower' | 'address'>,
  ): void {
    const { text } = this.#passage;
    this.#mentions.push({
      passage: this.#passage,
      start: clause.start,
      end: clause.end,
      clause,
      frame,
      numeral,
      content: contentOf(text.slice(clause.start, clause.end).replace(numeral.text, ''), this.#lexicon.wordAt),
      comparable: !this.#elsewhere && this.#timing.isThisYear(frame),
      regional: this.#regional,
      order: this.#mentions.length,
      near:
        frame.channels.length > 0 ||
        (this.#channelSentence === clause.sentence && clause.after !== 'item' && clause.after !== 'none'),
      ...(this.#whole === undefined ? {} : { whole: this.#whole }),
      ...rest,
    });
  }
}

function zero(clause: Clause, text: string): Mention['numeral'] {
  const { start, end } = clause;
  return {
    low: exact(0),
    high: exact(0),
    unit: '',
    kind: 'count',
    decimals: 0,
    text: text.slice(start, end),
    start,
    end,
  };
}

/** Quantities that fit without their verb where a clause has none. */
function withoutActs({ quantities, quantitiesWithoutActs }: Lexicon, { acts }: Frame): Lexicon['quantities'] {
  return acts.length > 0 ? quantities : quantitiesWithoutActs;
}
