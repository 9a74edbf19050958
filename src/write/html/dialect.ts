/**
 * The two ways a report is written as HTML. A page of its own is styled by one sheet. A fragment is pasted into the editor
 * of a web site, which may take out style, class and head: it leans on elements and table attributes alone.
 */
export interface Dialect {
  readonly kind: 'page' | 'fragment';
  /** The element of a level-1 heading of the report, `h2` where the title is `h1`. */
  readonly topHeading: number;
}

export const pageDialect: Dialect = { kind: 'page', topHeading: 2 };

/** The page of the site has the only `h1`, the title of the article. */
export const fragmentDialect: Dialect = { kind: 'fragment', topHeading: 3 };

/** The element name of a heading of the report (0 is the title). HTML has six levels. */
export function headingElement(dialect: Dialect, level: number): string {
  return `h${Math.min(6, dialect.topHeading + level - 1)}`;
}
