/**
 * YAML (or JSON) bytes -> located values. Comes in: bytes and a name. Goes out: the source text, its tree and encoding,
 * and every finding in plain words. Untrusted input is bounded in size, depth and number of nodes.
 */
import { parseDocument } from 'yaml';
import type { Diagnostic, Outcome } from '../diagnostic/diagnostic.js';
import type { Encoding } from '../source/encoding.js';
import type { SourceText } from '../source/source.js';
import { readSource } from './bytes.js';
import { explainRefusals, type YamlReading } from './explain.js';
import type { DataNode } from './node.js';
import { nodeProblem } from './node-problems.js';
import { convertTree } from './nodes.js';

/** A parsed file before anything is known of what it holds. */
export interface ParsedFile {
  readonly source: SourceText;
  readonly root: DataNode;
  readonly encoding: Encoding;
}

/** `source` is there whenever the bytes are text, so that findings can show the lines of a file that gives no value. */
export interface ParseOutcome extends Outcome<ParsedFile> {
  readonly source?: SourceText;
}

/**
 * Parses the bytes of a YAML or JSON file. Figures and all other scalars stay text as typed. The value is absent when a
 * part of the file could not be read; a duplicate key (`load/duplicate-key`) leaves the first of the two.
 */
export function parseYaml(bytes: Uint8Array, name: string): ParseOutcome {
  const read = readSource(bytes, name);
  if (read.value === undefined)
    return read.source === undefined
      ? { diagnostics: read.diagnostics }
      : { source: read.source, diagnostics: read.diagnostics };
  const { source, encoding } = read.value;
  const reading = readYaml(source.text);
  if (reading === undefined) return { source, diagnostics: [...read.diagnostics, tooDeep(source)] };
  if (reading.errors.length > 0)
    return { source, diagnostics: [...read.diagnostics, ...explainRefusals(source, reading, readYaml)] };
  const tree = convertTree(reading.document.contents, source);
  const diagnostics = [...read.diagnostics, ...tree.diagnostics];
  return { source, diagnostics, ...(tree.usable ? { value: { source, root: tree.root, encoding } } : {}) };
}

/** Undefined when the text is nested so deeply that the reader gives up. */
function readYaml(text: string): YamlReading | undefined {
  try {
    // The failsafe schema knows text only, so that 012 and 27.60 are not turned into numbers.
    const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, uniqueKeys: false, merge: false });
    // The reader warns only of directives, which it does not know; here nothing of them may pass.
    const directives = document.warnings.filter(({ code }) => code === 'BAD_DIRECTIVE');
    return { document, errors: [...directives, ...document.errors] };
  } catch (error) {
    // The reader goes down one level of the stack for each level of the text.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function tooDeep(source: SourceText): Diagnostic {
  return nodeProblem('too-deep', { file: source.name, start: 0, end: 0 }, source);
}
