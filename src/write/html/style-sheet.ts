/**
 * The one sheet of the page: official typefaces by the names of the style, readable on a screen, A4 with the official type
 * area when printed. Nothing is fetched.
 */
import type { FontRoleName, PageStyle } from '../../report/style.js';

/** CSS of the page for a style. */
export function styleSheet(style: PageStyle): string {
  const { page, text } = style;
  const font = (role: FontRoleName): string => fontFamily(role, style);
  const right = page.width - page.left - page.textWidth;
  const bottom = page.height - page.top - page.textHeight;
  return `
:root { color-scheme: light; }
body { margin: 0; background: #fff; color: #000; font-family: ${font('fangsong')}; font-size: 20px; line-height: 1.8; }
main { max-width: 44em; margin: 0 auto; padding: 2em 1em 4em; }
h1, h2, h3, h4, h5, h6 { font-weight: normal; font-size: 1em; line-height: 1.6; margin: 1em 0 0.4em; }
h1 { font-family: ${font('biaosong')}; font-size: 1.5em; text-align: center; margin: 1em 0; }
h2 { font-family: ${font(text.heading1.font)}; text-indent: 2em; }
h3 { font-family: ${font(text.heading2.font)}; text-indent: 2em; }
h4, h5, h6 { font-family: ${font(text.heading3.font)}; text-indent: 2em; }
h2.leadHeading, h3.tableTitle { text-align: center; text-indent: 0; font-family: ${font(text.tableTitle.font)}; }
p { margin: 0; text-align: justify; overflow-wrap: anywhere; }
p.body, p.annexLine, blockquote p, li p { text-indent: 2em; }
p.subtitle, p.tableSubtitle, p.figureCaption { text-align: center; }
p.tableUnit, p.signature, p.date { text-align: right; }
p.signature, p.date { padding-right: 4em; }
.run-in { font-weight: normal; font-family: ${font(text.heading2.font)}; }
blockquote { margin: 0; }
ul { list-style: none; margin: 0; padding: 0; }
figure { margin: 1em 0; text-align: center; }
img { max-width: 100%; height: auto; }
.wide { overflow-x: auto; margin: 0.6em 0; }
table { border-collapse: collapse; width: 100%; font-family: ${font('songti')}; font-size: 0.75em; line-height: 1.4; }
th, td { border: 1px solid #000; padding: 0.35em 0.3em; font-weight: normal; vertical-align: middle; text-align: center; }
td.left, th.left { text-align: left; }
td.right, th.right { text-align: right; }
.bold { font-weight: bold; }
.note { font-family: ${font('kaiti')}; font-size: 0.9em; }
${[1, 2, 3, 4, 5, 6].map((indent) => `.indent${indent} { padding-left: ${indent + 0.3}em; }`).join('\n')}
.draft { position: sticky; top: 0; text-align: center; background: #fff; border-bottom: 2px solid #b00000; color: #b00000; }
@page { size: ${page.width}mm ${page.height}mm; margin: ${page.top}mm ${right}mm ${bottom}mm ${page.left}mm; }
@media print {
  body { font-size: ${text.body.size}pt; line-height: ${page.pitch}pt; }
  main { max-width: none; padding: 0; }
  h1 { font-size: ${text.title.size}pt; line-height: ${page.pitch}pt; }
  h2, h3, h4, h5, h6 { break-after: avoid; }
  table { font-size: 9pt; line-height: 1.35; }
  tr { break-inside: avoid; }
${wholeTables(style)}  .wide { overflow: visible; }
  .new-page { break-before: page; }
  .draft { position: fixed; top: 0; right: 0; border: 0; }
}
`;
}

/** The style's name of the face, its other names, then what any machine has. */
function fontFamily(role: FontRoleName, { fonts }: PageStyle): string {
  const western = [fonts.latin.name, ...fonts.latin.alternatives];
  const eastern = [fonts[role].name, ...fonts[role].alternatives];
  const generic = role === 'heiti' ? 'sans-serif' : 'serif';
  return [...western, ...eastern]
    .map((name) => `"${name.replace(/["\\<>]/gu, '')}"`)
    .concat(generic)
    .join(', ');
}

/** Tables that the pack keeps on one page where they fit. */
function wholeTables({ tables }: PageStyle): string {
  return Object.entries(tables)
    .filter(([name, { onePage }]) => onePage && /^[a-z0-9-]+$/iu.test(name))
    .map(([name]) => `  table.${name} { break-inside: avoid; }\n`)
    .join('');
}
