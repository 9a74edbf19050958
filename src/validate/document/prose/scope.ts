/** Whose figure it is and of when: only the office the report is on, in the year it is on, is compared with the tables. */
import type { Agency } from '../../../data/types.js';
import type { Clause } from './clauses.js';
import type { Frame } from './frame.js';

/** True when a frame speaks of other bodies than the tables do: 各县区, 全市 in the report of one office, 市本级 in that of a city. */
export function isOfAnotherBody({ signs }: Frame, agency: Agency): boolean {
  if (signs.has('others')) return true;
  const scope = agency.scope?.value;
  const region = scope === '全行政区域' || (scope === undefined && isGovernment(agency));
  if (signs.has('whole') && scope !== undefined && !region) return true;
  return signs.has('level') && scope !== '本级' && region;
}

/** 全县 in the report of a bureau whose data file does not name the scope: the tables may be of either. */
export function isOfUnsureRegion({ signs }: Frame, agency: Agency): boolean {
  return signs.has('whole') && agency.scope === undefined && !isGovernment(agency);
}

function isGovernment(agency: Agency): boolean {
  return agency.kind?.value === '政府' || agency.name.value.endsWith('人民政府');
}

/** When the clauses of a sentence speak of: a year once named holds on until another is. */
export class Timing {
  readonly #year: number;
  #named: number | undefined;
  #other = false;
  /** What held outside the brackets that are being read: （2016年为20件） says nothing of what follows. */
  #outside: { readonly named: number | undefined; readonly other: boolean } | undefined;

  constructor(year: number) {
    this.#year = year;
  }

  startSentence(): void {
    this.#named = undefined;
    this.#other = false;
    this.#outside = undefined;
  }

  /** Takes a clause in: its dates and words hold on in the sentence where they say so. */
  enter(frame: Frame, clause: Clause): void {
    if (clause.depth > 0) this.#outside ??= { named: this.#named, other: this.#other };
    else if (this.#outside !== undefined) {
      [this.#named, this.#other] = [this.#outside.named, this.#outside.other];
      this.#outside = undefined;
    }
    const { years, partDate, signs } = frame;
    const named = years.at(-1);
    if (named !== undefined) {
      this.#named = named;
      this.#other = named !== this.#year || years.length > 1;
    }
    if (partDate || signs.has('running') || signs.has('partYear') || signs.has('plan')) this.#other = true;
    if (clause.numeral === undefined && signs.has('earlier') && !signs.has('compare') && frame.objects.length === 0) {
      this.#other = true;
    }
  }

  /** True for a figure of the whole report year. */
  isThisYear({ signs }: Frame): boolean {
    const running = signs.has('adding') && this.#named !== this.#year;
    const change = signs.has('more') || signs.has('less') || signs.has('compare') || signs.has('earlier');
    return !this.#other && !running && !change;
  }
}
