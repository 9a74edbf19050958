/**
 * `word/settings.xml`: odd and even footers, Chinese line breaking and mark squeezing, no question about fields on opening.
 * `adjustLineHeightInTable` stays off, else Word would press the body's line grid on table cells.
 */
import { escapeXml, xmlHead } from './xml.js';

/** The whole part. `language` is the East Asian language; `gridTwips` the line grid shown when Word draws it. */
export function settingsPart(language: string, gridTwips: number, defaultTabTwips: number): string {
  const colours = ['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6']
    .map((name) => ` w:${name}="${name}"`)
    .join('');
  const word = 'http://schemas.microsoft.com/office/word';
  const compatibility = [
    ['compatibilityMode', '15'],
    ['overrideTableStyleFontSizeAndJustification', '1'],
    ['enableOpenTypeFeatures', '1'],
    ['doNotFlipMirrorIndents', '1'],
    ['differentiateMultirowTableHeaders', '1'],
  ]
    .map(([name, value]) => `<w:compatSetting w:name="${name}" w:uri="${word}" w:val="${value}"/>`)
    .join('');
  return (
    `${xmlHead}<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">` +
    '<w:zoom w:percent="100"/>' +
    `<w:defaultTabStop w:val="${defaultTabTwips}"/><w:evenAndOddHeaders/>` +
    `<w:drawingGridVerticalSpacing w:val="${gridTwips}"/><w:displayHorizontalDrawingGridEvery w:val="0"/>` +
    '<w:characterSpacingControl w:val="compressPunctuation"/>' +
    '<w:compat><w:balanceSingleByteDoubleByteWidth/><w:doNotExpandShiftReturn/>' +
    `${compatibility}</w:compat>` +
    `<w:themeFontLang w:val="en-US" w:eastAsia="${escapeXml(language)}"/>` +
    `<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2"${colours} w:hyperlink="hyperlink" w:followedHyperlink="followedHyperlink"/>` +
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
  );
}
