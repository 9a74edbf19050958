/** ISO 19005-3 6.6 and 6.2.3, ISO 14289-1 5, 7.1 and 7.2: what the file says about itself, its colours and its language. */
import type { OpenedPdf } from '../../support/pdf-open.js';
import { isArray, isDictionary, isReference, textOfString } from '../../support/pdf-syntax.js';
import { allOf, childrenOf, parseXml, type XmlElement } from '../../support/xml.js';
import { Findings, type Finding } from './finding.js';

const NAMESPACES: Readonly<Record<string, string>> = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfaid: 'http://www.aiim.org/pdfa/ns/id/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
  pdfaExtension: 'http://www.aiim.org/pdfa/ns/extension/',
  pdfaSchema: 'http://www.aiim.org/pdfa/ns/schema#',
  pdfaProperty: 'http://www.aiim.org/pdfa/ns/property#',
};

/** Properties of the schemas that PDF/A knows beforehand, and the RDF container of each (`''` = plain text). */
const KNOWN: Readonly<Record<string, string>> = {
  'dc:format': '',
  'dc:title': 'rdf:Alt',
  'dc:creator': 'rdf:Seq',
  'dc:description': 'rdf:Alt',
  'dc:language': 'rdf:Bag',
  'xmp:CreateDate': '',
  'xmp:CreatorTool': '',
  'pdf:Producer': '',
  'pdfaid:part': '',
  'pdfaid:conformance': '',
  'pdfaExtension:schemas': 'rdf:Bag',
};

/** Names of all properties in the XMP packet, such as `dc:title`. */
export function xmpProperties(pdf: OpenedPdf): readonly string[] {
  return descriptionsOf(packetOf(pdf).root).flatMap((description) => childrenOf(description).map(({ name }) => name));
}

export function checkMetadata(pdf: OpenedPdf): readonly Finding[] {
  const { file } = pdf;
  const found = new Findings();
  checkXmp(pdf, found);
  const lang = textOfString(file.get(file.root, 'Lang'));
  found.expect(/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/u.test(lang ?? ''), 'UA 7.2', `the language is ${lang}`);
  found.expect(
    file.get(file.root, 'ViewerPreferences', 'DisplayDocTitle') === true,
    'UA 7.1',
    'the title is not shown',
  );
  found.expect(file.get(file.root, 'MarkInfo', 'Marked') === true, 'A 6.7.2', 'the file is not marked as tagged');
  found.expect(file.get(file.root, 'MarkInfo', 'Suspects') !== true, 'UA 7.1', 'the tags are suspect');
  checkOutputIntent(pdf, found);
  return found.list;
}

function packetOf({ file }: OpenedPdf): { readonly text: string; readonly root: XmlElement } {
  const reference = file.root.entries.get('Metadata');
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.stream(reference));
  const start = text.indexOf('<x:xmpmeta');
  return { text, root: parseXml(text.slice(start, text.lastIndexOf('<?xpacket'))) };
}

function descriptionsOf(root: XmlElement): readonly XmlElement[] {
  return allOf(root, 'rdf:RDF').flatMap((rdf) => childrenOf(rdf, 'rdf:Description'));
}

function checkXmp(pdf: OpenedPdf, found: Findings): void {
  const { file } = pdf;
  const metadata = file.root.entries.get('Metadata');
  found.expect(file.get(metadata, 'Filter') === undefined, 'A 6.6.2', 'the metadata are packed');
  const isTyped = file.name(metadata, 'Type') === 'Metadata' && file.name(metadata, 'Subtype') === 'XML';
  found.expect(isTyped, 'A 6.6.2', 'the metadata stream is not typed');
  const { text, root } = packetOf(pdf);
  found.expect(
    /^<\?xpacket begin="\ufeff?" id="W5M0MpCehiHzreSzNTczkc9d"\?>/u.test(text),
    'A 6.6.2',
    'the packet has no head',
  );
  found.expect(/<\?xpacket end="[rw]"\?>\s*$/u.test(text), 'A 6.6.2', 'the packet has no end');
  for (const [, prefix, uri] of text.matchAll(/xmlns:(\w+)="([^"]*)"/gu)) {
    const isKnown = prefix === 'x' || NAMESPACES[prefix ?? ''] === uri;
    found.expect(isKnown, 'A 6.6.2', `the prefix ${prefix} stands for ${uri}`);
  }
  const [prefix] = allOf(root, 'pdfaSchema:prefix');
  const described = new Set(allOf(root, 'pdfaProperty:name').map((name) => `${textOf(prefix)}:${textOf(name)}`));
  const values = new Map<string, string>();
  for (const property of descriptionsOf(root).flatMap((description) => childrenOf(description))) {
    const container = KNOWN[property.name];
    const isDescribed = container !== undefined || described.has(property.name);
    found.expect(isDescribed, 'A 6.6.2', `nothing describes the property ${property.name}`);
    const [inner] = childrenOf(property);
    found.expect((inner?.name ?? '') === (container ?? ''), 'A 6.6.2', `${property.name} is not of its type`);
    found.expect(!values.has(property.name), 'A 6.6.2', `${property.name} stands twice`);
    values.set(property.name, textOf(property));
  }
  found.expect(values.get('pdfaid:part') === '3', 'A 6.6.4', 'the part is not 3');
  found.expect(values.get('pdfaid:conformance') === 'A', 'A 6.6.4', 'the level is not A');
  found.expect(values.get('pdfuaid:part') === '1', 'UA 5', 'PDF/UA-1 is not claimed');
  found.expect((values.get('dc:title') ?? '') !== '', 'UA 7.1', 'there is no title');
  for (const [key, property] of Object.entries({
    Title: 'dc:title',
    Author: 'dc:creator',
    Subject: 'dc:description',
    Creator: 'xmp:CreatorTool',
    Producer: 'pdf:Producer',
  })) {
    const stated = textOfString(file.get(file.trailer, 'Info', key));
    found.expect(
      stated === values.get(property),
      'A 6.1.5',
      `${key} is ${stated}, ${property} ${values.get(property)}`,
    );
  }
  const created = textOfString(file.get(file.trailer, 'Info', 'CreationDate')) ?? '';
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z/u.exec(created)?.slice(1) ?? [];
  const asXmp = `${parts.slice(0, 3).join('-')}T${parts.slice(3).join(':')}Z`;
  found.expect(asXmp === values.get('xmp:CreateDate'), 'A 6.1.5', `CreationDate is ${created}`);
}

function textOf(element: XmlElement | undefined): string {
  return (element?.children ?? []).map((child) => (typeof child === 'string' ? child.trim() : textOf(child))).join('');
}

/** Device colours stand on the output intent, an sRGB display profile (6.2.3, 6.2.4.3). */
function checkOutputIntent({ file, pages }: OpenedPdf, found: Findings): void {
  const intents = file.get(file.root, 'OutputIntents');
  found.expect(isArray(intents) && intents.length === 1, 'A 6.2.3', 'there is not one output intent');
  const [intent] = isArray(intents) ? intents : [];
  found.expect(file.name(intent, 'S') === 'GTS_PDFA1', 'A 6.2.3', 'the output intent is not of PDF/A');
  const reference = file.dictionary(intent)?.entries.get('DestOutputProfile');
  const profile = isReference(reference) ? file.stream(reference) : new Uint8Array(128);
  const tag = (at: number): string => String.fromCharCode(...profile.subarray(at, at + 4));
  const view = new DataView(profile.buffer, profile.byteOffset, profile.byteLength);
  const isWhole = profile.length > 128 && view.getUint32(0) === profile.length && tag(36) === 'acsp';
  const isDisplay =
    tag(12) === 'mntr' && tag(16) === 'RGB ' && (profile[8] ?? 9) <= 4 && file.get(reference, 'N') === 3;
  found.expect(isWhole && isDisplay, 'A 6.2.3', 'the output intent has no RGB display profile');
  pages.forEach((page, i) => {
    for (const event of page.events) {
      if (event.kind !== 'image') continue;
      const space = file.get(event.image, 'ColorSpace');
      const base = isArray(space) ? file.resolve(space[1]) : space;
      const isDevice = isDictionary(base)
        ? false
        : ['DeviceRGB', 'DeviceGray'].includes((base as { value: string }).value);
      found.expect(isDevice, 'A 6.2.4.3', `an image of page ${i + 1} is neither RGB nor grey`);
      found.expect(
        file.get(event.image, 'Interpolate') !== true,
        'A 6.2.8',
        `an image of page ${i + 1} is interpolated`,
      );
    }
  });
}
