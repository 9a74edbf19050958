/** Blocks of the report as HTML, in reading order; numbers and list markers are literal text as in every output. */
import { encodeBase64 } from '../../bytes/base64.js';
import { plainText, type Block, type Figure, type List, type Paragraph } from '../../report/tree.js';
import { headingElement, type Dialect } from './dialect.js';
import { inlineHtml } from './inlines.js';
import { element, escapeText, voidElement } from './markup.js';
import { tableHtml } from './tables.js';

export function blockHtml(block: Block, dialect: Dialect): string {
  switch (block.type) {
    case 'title':
      return element(headingElement(dialect, 0), titleAttributes(dialect), block.lines.map(inlineHtml).join('<br>'));
    case 'heading': {
      const text = escapeText(block.number) + inlineHtml(block.children);
      return element(headingElement(dialect, block.level), dialect.kind === 'page' ? { id: block.id } : {}, text);
    }
    case 'paragraph':
      return paragraphHtml(block, dialect);
    case 'list':
      return listHtml(block, dialect);
    case 'table':
      return tableHtml(block, dialect);
    case 'figure':
      return figureHtml(block);
    case 'pageBreak':
      return dialect.kind === 'page' ? element('div', { class: 'new-page' }, '') : '';
  }
}

function titleAttributes({ kind }: Dialect): { readonly [name: string]: string } {
  return kind === 'page' ? { id: 'title' } : { align: 'center' };
}

/** Roles that are headings without a number. */
const headingRoles: Readonly<Partial<Record<Paragraph['role'], number>>> = { leadHeading: 1, tableTitle: 2 };

/** Where a fragment, which has no style sheet, must say how a line stands. */
const fragmentAlign: Readonly<Partial<Record<Paragraph['role'], 'center' | 'right'>>> = {
  subtitle: 'center',
  leadHeading: 'center',
  tableTitle: 'center',
  tableSubtitle: 'center',
  tableUnit: 'right',
  figureCaption: 'center',
  signature: 'right',
  date: 'right',
};

/** Roles whose first line is set in by two characters. */
const indented: ReadonlySet<Paragraph['role']> = new Set(['body', 'annexLine']);

function paragraphHtml(paragraph: Paragraph, dialect: Dialect): string {
  const { role, runIn, children } = paragraph;
  const isPage = dialect.kind === 'page';
  const level = headingRoles[role];
  const attributes = isPage ? { class: role } : { align: fragmentAlign[role] };
  // Two ideographic spaces are the one indent that no editor of a site takes away.
  const indent = !isPage && indented.has(role) ? '　　' : '';
  if (level !== undefined) return element(headingElement(dialect, level), attributes, inlineHtml(children));
  const lead =
    runIn === undefined
      ? ''
      : element(
          isPage ? 'strong' : 'b',
          isPage ? { id: runIn.id, class: 'run-in' } : {},
          escapeText(runIn.number) + inlineHtml(runIn.children),
        );
  const html = element('p', attributes, indent + lead + inlineHtml(children));
  return role === 'quote' ? element('blockquote', {}, html) : html;
}

/** Items keep their literal markers, so the list shows none of its own. */
function listHtml(list: List, dialect: Dialect): string {
  if (dialect.kind === 'fragment') {
    // Without a style sheet a list would print markers beside the literal ones.
    return list.items
      .flatMap((item) =>
        item.children.map((child, index) =>
          child.type === 'list'
            ? listHtml(child, dialect)
            : element('p', {}, `　　${index === 0 ? escapeText(item.marker) : ''}${inlineHtml(child.children)}`),
        ),
      )
      .join('\n');
  }
  const items = list.items.map((item) => {
    const inner = item.children.map((child, index) => {
      if (child.type === 'list') return listHtml(child, dialect);
      const marker = index === 0 ? escapeText(item.marker) : '';
      return element('p', {}, marker + inlineHtml(child.children));
    });
    return element('li', {}, inner.join(''));
  });
  return element('ul', { role: 'list' }, `\n${items.join('\n')}\n`);
}

function figureHtml(figure: Figure): string {
  const { width, height } = figure.pixels;
  const image = voidElement('img', {
    src: `data:${figure.mediaType};base64,${encodeBase64(figure.image)}`,
    alt: figure.alt,
    width,
    height,
  });
  const caption = plainText(figure.caption) === '' ? '' : element('figcaption', {}, inlineHtml(figure.caption));
  return element('figure', {}, image + caption);
}
