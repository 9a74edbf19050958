/**
 * A child pack's file laid over its parent's. Maps are merged key by key, lists of things with ids are changed by `set`,
 * `drop` and `add`, everything else is replaced. Nodes keep the place where they were written, so that a later message
 * points into the parent or the child, whichever said it.
 */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { entryOf, type DataNode, type ListNode, type MapEntry, type MapNode } from '../load/node.js';
import * as problems from './merge-problems.js';

/** Keys of a map that changes a list. */
const editKeys: ReadonlySet<string> = new Set(['set', 'drop', 'add']);

/** Key under which the items of a list hold further items of the same kind. */
const nestedKeys: Readonly<Record<string, string>> = { rows: 'rows', columns: 'children' };

/** Lays `child` over `parent`. Gives `pack/unknown-id`, `pack/wrong-edit`. `key` is the key both stand under. */
export function mergeNodes(parent: DataNode, child: DataNode, key: string, diagnostics: Diagnostic[]): DataNode {
  if (parent.type === 'map' && child.type === 'map') return mergeMaps(parent, child, diagnostics);
  if (parent.type === 'list' && isEdit(child)) return editedList(parent, child, nestedKeys[key], diagnostics);
  return child;
}

/** Merges maps key by key; keys of the parent keep their order, new ones follow. */
export function mergeMaps(parent: MapNode, child: MapNode, diagnostics: Diagnostic[]): MapNode {
  const kept = parent.entries.map((entry) => {
    const over = entryOf(child, entry.key.text);
    return over === undefined
      ? entry
      : { key: over.key, value: mergeNodes(entry.value, over.value, entry.key.text, diagnostics) };
  });
  const added = child.entries.filter((entry) => entryOf(parent, entry.key.text) === undefined);
  return { ...child, entries: [...kept, ...added] };
}

/** Merges the fields of a rule: each field given replaces the parent's whole, so that no half of an old scope or example stays. */
export function mergeFields(parent: MapNode, child: MapNode): MapNode {
  const kept = parent.entries.filter((entry) => entryOf(child, entry.key.text) === undefined);
  return { ...child, entries: [...kept, ...child.entries] };
}

/**
 * Lays a child's table file over the parent's. Besides keys of the table, the file may have `set`, `drop` and `add` of its
 * own, which find rows, columns and bands by id.
 */
export function mergeTables(parent: MapNode, child: MapNode, diagnostics: Diagnostic[]): MapNode {
  const plain = { ...child, entries: child.entries.filter((entry) => !editKeys.has(entry.key.text)) };
  const merged = mergeMaps(parent, plain, diagnostics);
  const edits = editsOf(child, diagnostics);
  const bands = entryOf(merged, 'bands');
  if (edits.length === 0 || bands?.value.type !== 'list') return merged;
  const changed = edits.reduce<ListNode>((list, edit) => editedBands(list, edit, diagnostics), bands.value);
  return {
    ...merged,
    entries: merged.entries.map((entry) => (entry === bands ? { ...entry, value: changed } : entry)),
  };
}

/** One change of one item. */
type Edit =
  | { readonly kind: 'set'; readonly id: string; readonly at: DataNode; readonly fields: DataNode }
  | { readonly kind: 'drop'; readonly id: string; readonly at: DataNode }
  | { readonly kind: 'add'; readonly after: string | undefined; readonly at: DataNode; readonly item: DataNode };

function isEdit(node: DataNode): node is MapNode {
  return node.type === 'map' && node.entries.length > 0 && node.entries.every((entry) => editKeys.has(entry.key.text));
}

/** The changes in the order in which they are made: set, drop, add. */
function editsOf(node: MapNode, diagnostics: Diagnostic[]): readonly Edit[] {
  const set = entryOf(node, 'set')?.value;
  const drop = entryOf(node, 'drop')?.value;
  const add = entryOf(node, 'add')?.value;
  return [
    ...(set === undefined ? [] : setsOf(set, diagnostics)),
    ...(drop === undefined ? [] : dropsOf(drop, diagnostics)),
    ...(add === undefined ? [] : addsOf(add, diagnostics)),
  ];
}

function setsOf(node: DataNode, diagnostics: Diagnostic[]): readonly Edit[] {
  if (node.type !== 'map') return wrong(node, 'set', diagnostics);
  return node.entries.map(({ key, value }) => ({ kind: 'set', id: key.text, at: key, fields: value }));
}

function dropsOf(node: DataNode, diagnostics: Diagnostic[]): readonly Edit[] {
  if (node.type !== 'list') return wrong(node, 'drop', diagnostics);
  return node.items.flatMap((item): readonly Edit[] =>
    item.type === 'scalar' ? [{ kind: 'drop', id: item.text, at: item }] : wrong(item, 'drop', diagnostics),
  );
}

function addsOf(node: DataNode, diagnostics: Diagnostic[]): readonly Edit[] {
  if (node.type !== 'list') return wrong(node, 'add', diagnostics);
  return node.items.flatMap((entry): readonly Edit[] => {
    const after = entry.type === 'map' ? entryOf(entry, 'after')?.value : undefined;
    const item = entry.type === 'map' ? entryOf(entry, 'item')?.value : undefined;
    const onlyThese = entry.type === 'map' && entry.entries.length === 2;
    if (after?.type !== 'scalar' || item?.type !== 'map' || !onlyThese) return wrong(entry, 'add', diagnostics);
    return [{ kind: 'add', after: after.empty ? undefined : after.text, at: after, item }];
  });
}

function wrong(node: DataNode, kind: Edit['kind'], diagnostics: Diagnostic[]): readonly never[] {
  diagnostics.push(problems.wrongEdit(node, kind));
  return [];
}

function editedList(list: ListNode, edits: MapNode, nested: string | undefined, diagnostics: Diagnostic[]): ListNode {
  return editsOf(edits, diagnostics).reduce((current, edit) => {
    const changed = applied(current, edit, nested, diagnostics);
    if (changed !== undefined) return changed;
    diagnostics.push(problems.unknownId(edit.at, idOfEdit(edit), idsIn(current, nested)));
    return current;
  }, list);
}

/** A change of a table looked for among its rows, then its columns, then its bands. */
function editedBands(bands: ListNode, edit: Edit, diagnostics: Diagnostic[]): ListNode {
  if (edit.kind === 'add' && edit.after === undefined) {
    diagnostics.push(problems.wrongEdit(edit.at, 'add'));
    return bands;
  }
  for (const part of ['rows', 'columns']) {
    for (const [index, band] of bands.items.entries()) {
      const entry = band.type === 'map' ? entryOf(band, part) : undefined;
      if (band.type !== 'map' || entry?.value.type !== 'list') continue;
      const changed = applied(entry.value, edit, nestedKeys[part], diagnostics);
      if (changed !== undefined) return withItem(bands, index, withEntry(band, { ...entry, value: changed }));
    }
  }
  const changed = applied(bands, edit, undefined, diagnostics);
  if (changed !== undefined) return changed;
  const known = bands.items.flatMap((band) => [
    ...idsIn(listAt(band, 'rows'), 'rows'),
    ...idsIn(listAt(band, 'columns'), 'children'),
  ]);
  diagnostics.push(problems.unknownId(edit.at, idOfEdit(edit), [...known, ...idsIn(bands, undefined)]));
  return bands;
}

/** The list with the change made in it or below; undefined when the id is not there. */
function applied(
  list: ListNode,
  edit: Edit,
  nested: string | undefined,
  diagnostics: Diagnostic[],
): ListNode | undefined {
  if (edit.kind === 'add' && edit.after === undefined) return { ...list, items: [edit.item, ...list.items] };
  const wanted = idOfEdit(edit);
  const index = list.items.findIndex((item) => idOf(item) === wanted);
  if (index >= 0) return { ...list, items: changedItems(list.items, index, edit, diagnostics) };
  if (nested === undefined) return undefined;
  for (const [at, item] of list.items.entries()) {
    const entry = item.type === 'map' ? entryOf(item, nested) : undefined;
    if (item.type !== 'map' || entry?.value.type !== 'list') continue;
    const below = applied(entry.value, edit, nested, diagnostics);
    if (below !== undefined) return withItem(list, at, withEntry(item, { ...entry, value: below }));
  }
  return undefined;
}

function changedItems(
  items: readonly DataNode[],
  index: number,
  edit: Edit,
  diagnostics: Diagnostic[],
): readonly DataNode[] {
  switch (edit.kind) {
    case 'drop':
      return items.toSpliced(index, 1);
    case 'add':
      return items.toSpliced(index + 1, 0, edit.item);
    case 'set': {
      const item = items[index];
      if (item?.type !== 'map' || edit.fields.type !== 'map') {
        diagnostics.push(problems.wrongEdit(edit.fields, 'set'));
        return items;
      }
      return items.with(index, mergeMaps(item, edit.fields, diagnostics));
    }
  }
}

function idOfEdit(edit: Edit): string {
  return edit.kind === 'add' ? (edit.after ?? '') : edit.id;
}

function idOf(node: DataNode): string | undefined {
  const id = node.type === 'map' ? entryOf(node, 'id')?.value : undefined;
  return id?.type === 'scalar' ? id.text : undefined;
}

function listAt(node: DataNode, key: string): ListNode | undefined {
  const value = node.type === 'map' ? entryOf(node, key)?.value : undefined;
  return value?.type === 'list' ? value : undefined;
}

function idsIn(list: ListNode | undefined, nested: string | undefined): readonly string[] {
  return (list?.items ?? []).flatMap((item) => {
    const id = idOf(item);
    const below = nested === undefined ? [] : idsIn(listAt(item, nested), nested);
    return id === undefined ? below : [id, ...below];
  });
}

function withItem(list: ListNode, index: number, item: DataNode): ListNode {
  return { ...list, items: list.items.with(index, item) };
}

function withEntry(map: MapNode, entry: MapEntry): MapNode {
  return { ...map, entries: map.entries.map((other) => (other.key.text === entry.key.text ? entry : other)) };
}
