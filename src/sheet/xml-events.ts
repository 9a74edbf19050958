/** Reads XML of untrusted files as a row of events. The one door to saxes. */
import { SaxesParser } from 'saxes';

/** Local names: prefixes such as `x:` are left out; `written` is the name with its prefix. */
export interface XmlHandler {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>, written: string) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Elements deeper than this are in no spreadsheet. */
const DEEPEST = 100;

class Refused extends Error {}

/**
 * Runs through a document; false when it is not well formed, is nested too deeply, or declares a document type: entities are
 * never expanded.
 */
export function readXml(bytes: Uint8Array, handler: XmlHandler): boolean {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  const refuse = (): never => {
    throw new Refused('refused');
  };
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    if (depth > DEEPEST) refuse();
    handler.open?.(localName(name), attributes, name);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    handler.close?.(localName(name));
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  try {
    parser.write(new TextDecoder('utf-8').decode(bytes));
    parser.close();
    return true;
  } catch (error) {
    if (error instanceof Refused) return false;
    throw error;
  }
}

/** An attribute by its local name: `r:id` is `id`. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  if (Object.hasOwn(attributes, name)) return attributes[name];
  const key = Object.keys(attributes).find((candidate) => localName(candidate) === name);
  return key === undefined ? undefined : attributes[key];
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
