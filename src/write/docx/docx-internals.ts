/**
 * The one place that reaches into docx (9.15): the parts of a document as docx compiles them, before it zips them. Its own
 * zip would only be opened and packed again (see `normalise`). Throws when the compiler is not there.
 */
import { Packer, type Document } from 'docx';

/** Parts of a package by path: XML as text, images as bytes. */
export type PackageParts = ReadonlyMap<string, string | Uint8Array>;

interface Compiler {
  compile(document: Document): PackageParts;
}

/** Every part of the document, in the order docx lists them. */
export function compiledParts(document: Document): PackageParts {
  const { compiler } = Packer as unknown as { readonly compiler?: Compiler };
  if (typeof compiler?.compile !== 'function') throw new Error('docx is not version 9.15 as this program needs it');
  return compiler.compile(document);
}
