/**
 * Located nodes read through a shape. Comes in: a node and a shape. Goes out: the typed value, and a diagnostic with its
 * place for everything that does not fit; the rest is read on, so that all mistakes come out in one pass.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { DataNode, MapNode, ScalarNode } from '../load/node.js';
import * as problems from './shape-problems.js';
import type { FieldData, Shape, ShapeData, TextFormat } from './shape.js';

/** Longest single text in a pack or profile. */
const longestText = 20_000;

/**
 * Reads a node through a shape; undefined when any part of it does not fit. Gives `pack/unknown-key`, `pack/missing-key`
 * and `pack/wrong-value`.
 */
export function readShape<T>(node: DataNode, shape: Shape<T>, diagnostics: Diagnostic[]): T | undefined {
  const reader = new Reader(diagnostics);
  const value = reader.read(node, shape);
  // The interpreter follows the very data that the type was inferred from.
  return value === failed ? undefined : (value as T);
}

const failed = Symbol('failed');

const formats: Readonly<Record<TextFormat, RegExp>> = {
  any: /^/u,
  filled: /\S/u,
  id: /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u,
  path: /^(?!.*\.\.)[A-Za-z0-9_][A-Za-z0-9._-]*(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*){0,3}$/u,
  colour: /^#[0-9A-Fa-f]{6}$/u,
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u,
  'month-day':
    /^(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))$/u,
  figure: /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u,
};

class Reader {
  readonly #diagnostics: Diagnostic[];

  constructor(diagnostics: Diagnostic[]) {
    this.#diagnostics = diagnostics;
  }

  read(node: DataNode, shape: ShapeData): unknown {
    switch (shape.type) {
      case 'text':
        return this.#text(node, shape.format);
      case 'boolean':
        return this.#oneOf(node, ['true', 'false'], (text) => text === 'true');
      case 'choice':
        return this.#oneOf(node, shape.of, (text) => text);
      case 'number':
        return this.#number(node, shape);
      case 'list':
        return this.#list(node, shape);
      case 'record':
        return this.#record(node, shape);
      case 'fields':
        return this.#fields(node, shape);
      case 'placed': {
        const value = this.read(node, shape.of);
        return value === failed ? failed : { value, range: node.range, node };
      }
      case 'lazy':
        return this.read(node, shape.of());
    }
  }

  #text(node: DataNode, format: TextFormat): unknown {
    if (node.type !== 'scalar') return this.#fail(problems.wrongValue(node, problems.formatNames[format]));
    if (node.text.length > longestText) return this.#fail(problems.tooMuch(node.range, longestText));
    // An empty text is written as "", never by leaving the value out.
    if ((node.empty && format !== 'any') || !formats[format].test(node.text)) {
      return this.#fail(problems.wrongValue(node, problems.formatNames[format]));
    }
    return node.text;
  }

  #oneOf(node: DataNode, of: readonly string[], valueOf: (text: string) => unknown): unknown {
    if (node.type === 'scalar' && of.includes(node.text)) return valueOf(node.text);
    return this.#fail(problems.notAChoice(node, of));
  }

  #number(node: DataNode, shape: Extract<ShapeData, { type: 'number' }>): unknown {
    const number = node.type === 'scalar' && formats.figure.test(node.text) ? Number(node.text) : Number.NaN;
    const fits = number >= shape.min && number <= shape.max && (!shape.whole || Number.isInteger(number));
    return fits ? number : this.#fail(problems.wrongNumber(node, shape));
  }

  #list(node: DataNode, shape: Extract<ShapeData, { type: 'list' }>): unknown {
    if (node.type !== 'list') return this.#fail(problems.wrongValue(node, problems.listName));
    if (node.items.length > shape.longest) return this.#fail(problems.tooMuch(node.range, shape.longest));
    const items = node.items.map((item) => this.read(item, shape.of));
    return items.includes(failed) ? failed : items;
  }

  #record(node: DataNode, shape: Extract<ShapeData, { type: 'record' }>): unknown {
    if (node.type !== 'map') return this.#fail(problems.wrongValue(node, problems.mapName));
    if (node.entries.length > shape.longest) return this.#fail(problems.tooMuch(node.range, shape.longest));
    const entries = node.entries.map(({ key, value }) => [key.text, this.read(value, shape.of)] as const);
    // `fromEntries` makes own properties, whatever the key is called.
    return entries.some(([, value]) => value === failed) ? failed : Object.fromEntries(entries);
  }

  #fields(node: DataNode, shape: Extract<ShapeData, { type: 'fields' }>): unknown {
    if (node.type !== 'map') return this.#fail(problems.wrongValue(node, problems.mapName));
    const known = new Map(Object.entries(shape.fields));
    const out: [string, unknown][] = [];
    for (const [name, field] of known) {
      const value = this.#field(node, name, field);
      if (value !== undefined) out.push([camelCase(name), value]);
    }
    const others = node.entries.filter((entry) => !known.has(entry.key.text));
    if (shape.rest) out.push(['rest', Object.fromEntries(others.map((e) => [e.key.text, plainValue(e.value)]))]);
    else for (const { key } of others) out.push(['', this.#fail(problems.unknownKey(key, [...known.keys()]))]);
    return out.some(([, value]) => value === failed) ? failed : Object.fromEntries(out);
  }

  #field(map: MapNode, name: string, field: FieldData): unknown {
    const entry = map.entries.find((candidate) => candidate.key.text === name);
    const leftOut = entry === undefined || (entry.value.type === 'scalar' && entry.value.empty);
    if (entry !== undefined && !leftOut) return this.read(entry.value, field.shape);
    if (field.presence === 'required') return this.#fail(problems.missingKey(map, name, entry?.key));
    return field.fallback;
  }

  #fail(diagnostic: Diagnostic): typeof failed {
    this.#diagnostics.push(diagnostic);
    return failed;
  }
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}

function plainValue(node: DataNode): unknown {
  switch (node.type) {
    case 'scalar':
      return scalarValue(node);
    case 'list':
      return node.items.map(plainValue);
    case 'map':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plainValue(value)]));
  }
}

/** Texts as typed, `true` and `false` as such; figures stay text, since only a check knows how to read its options. */
function scalarValue(node: ScalarNode): string | boolean | null {
  if (node.empty) return null;
  if (node.style === 'plain' && (node.text === 'true' || node.text === 'false')) return node.text === 'true';
  return node.text;
}
