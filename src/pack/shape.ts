/**
 * What may stand where in a pack or profile file, as data. One interpreter (read-shape.ts) checks every file against its
 * shape, and the same description can be printed as a schema. Keys are written in files as they stand here (snake_case)
 * and read as camelCase.
 */
import type { DataNode } from '../load/node.js';
import type { SourceRange } from '../source/source.js';

/** Formats of single texts: the pattern and how it is called in messages. */
export type TextFormat = 'any' | 'filled' | 'id' | 'path' | 'colour' | 'date' | 'month-day' | 'figure';

export type ShapeData =
  | { readonly type: 'text'; readonly format: TextFormat }
  | { readonly type: 'boolean' }
  | { readonly type: 'number'; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly type: 'choice'; readonly of: readonly string[] }
  | { readonly type: 'list'; readonly of: ShapeData; readonly longest: number }
  | { readonly type: 'record'; readonly of: ShapeData; readonly longest: number }
  | { readonly type: 'fields'; readonly fields: Readonly<Record<string, FieldData>>; readonly rest: boolean }
  | { readonly type: 'placed'; readonly of: ShapeData }
  | { readonly type: 'lazy'; readonly of: () => ShapeData };

/** A key of a record: always there, left out at will, or filled with a default. An empty value counts as left out. */
export interface FieldData {
  readonly shape: ShapeData;
  readonly presence: 'required' | 'optional' | 'default';
  readonly fallback?: unknown;
}

/** A shape together with the type of what is read through it. */
export type Shape<T> = ShapeData & { readonly '~type'?: T };

type Field<T, P extends FieldData['presence']> = FieldData & { readonly presence: P; readonly '~type'?: T };

/** A value with its place; `node` is what was written. */
export interface Placed<T> {
  readonly value: T;
  readonly range: SourceRange;
  readonly node: DataNode;
}

/** `first_line_indent` → `firstLineIndent`. */
export type CamelCase<S extends string> = S extends `${infer A}_${infer B}` ? `${A}${Capitalize<CamelCase<B>>}` : S;

type Fields = Readonly<Record<string, Shape<unknown> | Field<unknown, FieldData['presence']>>>;
type TypeOf<F> = F extends { readonly '~type'?: infer T } ? Exclude<T, undefined> : never;
type OptionalKeys<F extends Fields> = {
  [K in keyof F]: F[K] extends { readonly presence: 'optional' } ? K : never;
}[keyof F];

/** What is read through a record of fields. */
export type FieldsOf<F extends Fields> = {
  readonly [K in Exclude<keyof F, OptionalKeys<F>> as CamelCase<K & string>]: TypeOf<F[K]>;
} & { readonly [K in OptionalKeys<F> as CamelCase<K & string>]?: TypeOf<F[K]> };

/** What a shape reads. */
export type ShapeType<S> = TypeOf<S>;

export function text(format: TextFormat = 'filled'): Shape<string> {
  return { type: 'text', format };
}

export function flag(): Shape<boolean> {
  return { type: 'boolean' };
}

export function number(min: number, max: number): Shape<number> {
  return { type: 'number', min, max, whole: false };
}

export function whole(min: number, max: number): Shape<number> {
  return { type: 'number', min, max, whole: true };
}

export function choice<const O extends readonly string[]>(...of: O): Shape<O[number]> {
  return { type: 'choice', of };
}

export function list<T>(of: Shape<T>, longest = 500): Shape<readonly T[]> {
  return { type: 'list', of, longest };
}

/** A map with keys of the author's choice. */
export function record<T>(of: Shape<T>, longest = 500): Shape<Readonly<Record<string, T>>> {
  return { type: 'record', of, longest };
}

/** A map with exactly these keys. */
export function fields<F extends Fields>(of: F): Shape<FieldsOf<F>> {
  return { type: 'fields', fields: fieldData(of), rest: false };
}

/** A map with these keys and any others, which are handed on unread as `rest`. */
export function openFields<F extends Fields>(
  of: F,
): Shape<FieldsOf<F> & { readonly rest: Readonly<Record<string, unknown>> }> {
  return { type: 'fields', fields: fieldData(of), rest: true };
}

/** Keeps the place of what is read. */
export function placed<T>(of: Shape<T>): Shape<Placed<T>> {
  return { type: 'placed', of };
}

/** For shapes that hold themselves. */
export function lazy<T>(of: () => Shape<T>): Shape<T> {
  return { type: 'lazy', of };
}

export function optional<T>(shape: Shape<T>): Field<T, 'optional'> {
  return { shape, presence: 'optional' };
}

export function defaulting<T>(shape: Shape<T>, fallback: T): Field<T, 'default'> {
  return { shape, presence: 'default', fallback };
}

function fieldData(of: Fields): Readonly<Record<string, FieldData>> {
  const entries = Object.entries(of).map(([key, entry]) => [
    key,
    'presence' in entry ? entry : { shape: entry, presence: 'required' as const },
  ]);
  return Object.fromEntries(entries) as Readonly<Record<string, FieldData>>;
}
