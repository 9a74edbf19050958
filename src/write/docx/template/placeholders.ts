/** `{{单位}}` and the like in headers and letterheads: facts of the report, put in where a paragraph holds them. */
import type { ReportMeta } from '../../../report/tree.js';
import { cleanText } from '../characters.js';
import { ownText, textOf, type XmlElement, type XmlNode } from './xml-tree.js';

export type Facts = ReadonlyMap<string, string>;

const placeholder = /[{｛]{2}\s{0,4}([^\s{}｛｝]{1,12})\s{0,4}[}｝]{2}/gu;

export function factsOf({ agency, year, title, date }: ReportMeta): Facts {
  const [y = '', m = '', d = ''] = date.split('-');
  const day = `${Number(y)}年${Number(m)}月${Number(d)}日`;
  const facts = {
    单位: agency,
    agency,
    年: String(year),
    年度: String(year),
    year: String(year),
    标题: title,
    title,
    成文日期: day,
    published: day,
  };
  return new Map(Object.entries(facts).map(([name, text]) => [name, cleanText(text).text.replace(/\s+/gu, ' ')]));
}

/** The node with every known name replaced; names that are not known are added to `unknown` and stay. */
export function filled(node: XmlNode, facts: Facts, unknown: Set<string>): XmlNode {
  if (typeof node === 'string') return node;
  if (node.name === 'w:p') return filledParagraph(node, facts, unknown);
  return { ...node, children: node.children.map((child) => filled(child, facts, unknown)) };
}

/** Word parts a text where fonts change, so a name may lie in several runs: its value goes where the name begins. */
function filledParagraph(paragraph: XmlElement, facts: Facts, unknown: Set<string>): XmlElement {
  const text = textOf(paragraph);
  const cuts = [...text.matchAll(placeholder)].flatMap((match) => {
    const value = facts.get(match[1] ?? '');
    if (value === undefined) unknown.add(match[0]);
    return value === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, value }];
  });
  if (cuts.length === 0) return paragraph;
  let at = 0;
  // The first of the cuts that is not passed yet: they stand in order.
  let next = 0;
  const visit = (element: XmlElement): XmlElement => {
    if (element.name !== 'w:t') {
      return {
        ...element,
        children: element.children.map((child) => (typeof child === 'string' ? child : visit(child))),
      };
    }
    const own = ownText(element);
    const start = at;
    at += own.length;
    let out = '';
    for (let i = start; i < at; i++) {
      if (i >= (cuts[next]?.end ?? Infinity)) next += 1;
      const cut = cuts[next];
      if (cut === undefined || i < cut.start) out += own[i - start] ?? '';
      else if (cut.start === i) out += cut.value;
    }
    return { ...element, attributes: { ...element.attributes, 'xml:space': 'preserve' }, children: [out] };
  };
  return visit(paragraph);
}
