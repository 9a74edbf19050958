/** The door to an office's Word file for the writer: opened once, it gives the page, the sizes of table text, and pours. */
import type { Diagnostic } from '../../../diagnostic/diagnostic.js';
import type { PageStyle, TableLook, WordTemplate } from '../../../report/style.js';
import { portraitPage, type PageTwips } from '../measures.js';
import { cellStyleName } from '../style-names.js';
import { furnitureOf } from './furniture.js';
import { OfficeStyles } from './office-styles.js';
import { openTemplate } from './open-template.js';
import { templatePage } from './page-setup.js';
import { pour, type Poured, type PourInput } from './pour.js';

export interface OfficeLook {
  readonly page: PageTwips;
  /** The style with the office's sizes where the office sets them. */
  readonly style: PageStyle;
  readonly pour: (input: Pick<PourInput, 'compiled' | 'own' | 'meta'>) => Poured;
}

/** Undefined, with the reason added to `diagnostics`, when the file cannot serve. */
export function openLook(wanted: WordTemplate, style: PageStyle, diagnostics: Diagnostic[]): OfficeLook | undefined {
  const opened = openTemplate(wanted);
  diagnostics.push(...opened.diagnostics);
  const template = opened.value;
  if (template === undefined) return undefined;
  const page = templatePage(furnitureOf(template.body).properties);
  return {
    page: page ?? portraitPage(style.page, style.pageNumber),
    style: withOfficeSizes(style, new OfficeStyles(template.styles), wanted),
    pour: (input) => pour(template, { ...input, style, wanted: wanted.styles, takesPage: page !== undefined }),
  };
}

/** Table text of the office's own style has one size: shrinking it to fit a page would fight the style. */
function withOfficeSizes(style: PageStyle, office: OfficeStyles, { styles }: WordTemplate): PageStyle {
  const tables = Object.entries(style.tables).map(([name, look]): [string, TableLook] => {
    const own = cellStyleName(name, 'text');
    const names = [styles.tableText, own.name, own.alias].filter((known) => known !== undefined);
    const found = office.named('paragraph', names);
    const size = office.points(found);
    return [name, found === undefined ? look : { ...look, size, minSize: size }];
  });
  return { ...style, tables: Object.fromEntries(tables) };
}
