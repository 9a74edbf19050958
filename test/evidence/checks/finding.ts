/** What a check of a PDF found: the clause it offends (`A` ISO 19005-3, `UA` ISO 14289-1, `R` our requirements) and where. */
export interface Finding {
  readonly clause: string;
  readonly text: string;
}

/** Collects findings. */
export class Findings {
  readonly list: Finding[] = [];

  /** Adds a finding unless `holds`. */
  expect(holds: boolean, clause: string, text: string): void {
    if (!holds) this.list.push({ clause, text });
  }
}
