/** 表格: every table of the pack by its id, label, aliases and name, with its rows, notes, own labels and added rows. */
import { recordKeys } from '../data/keys.js';
import { resolveTable } from '../pack/names.js';
import type { TableSpec, TemplatePack } from '../pack/types.js';
import { listOf, ONE_VALUE, ref, textSchema, type JsonSchema } from './json-schema.js';
import { keyEntry, recordOf, type SchemaEntry } from './keys.js';
import { exactPattern, textPattern, wholeName } from './name-pattern.js';
import { rowEntries, type SchemaMaking } from './rows.js';

/** Schema of 表格. */
export function tablesSchema(making: SchemaMaking): JsonSchema {
  return {
    description: '统计表。每张表按行填写，行名照表上印的写，也可以写行的代码。',
    type: ['object', 'null'],
    ...recordOf(making.pack.tables.map((table) => tableEntry(table, making))),
  };
}

function tableEntry(table: TableSpec, making: SchemaMaking): SchemaEntry {
  const names = [table.label, ...table.aliases, table.name].filter((name) => {
    const found = resolveTable(making.pack, name);
    return found.kind === 'found' && found.node === table;
  });
  making.definitions.set(table.id, tableSchema(table, making));
  return {
    name: names[0] ?? table.id,
    pattern: wholeName([exactPattern(table.id), ...names.map(textPattern)]),
    schema: ref(table.id),
  };
}

function tableSchema(table: TableSpec, making: SchemaMaking): JsonSchema {
  const rows = rowEntries(table, undefined, making);
  return {
    description: `${table.label}（${table.name}）${table.unit === undefined ? '' : `。单位：${table.unit}`}`,
    type: ['object', 'null'],
    ...recordOf([...ownEntries(table, making.pack), ...rows, ...bandEntries(table, making)]),
  };
}

/** Parts of a table that have a head of their own may be named too, with their rows below. */
function bandEntries(table: TableSpec, making: SchemaMaking): readonly SchemaEntry[] {
  return table.bands.map((band) => {
    const names = band.heading === undefined ? [] : [textPattern(band.heading)];
    const rows = rowEntries({ ...table, bands: [band] }, undefined, making);
    return {
      pattern: wholeName([exactPattern(band.id), ...names]),
      schema: { description: band.heading ?? table.name, type: ['object', 'null'], ...recordOf(rows) },
    };
  });
}

function ownEntries(table: TableSpec, pack: TemplatePack): readonly SchemaEntry[] {
  const schemas: Readonly<Record<(typeof recordKeys.table)[number], JsonSchema>> = {
    title: textSchema('这张表自己的标题；与格式不同时才写'),
    subtitle: textSchema('这张表自己的副标题；与格式不同时才写'),
    notes: listOf(textSchema(), '印在表下的说明，一条或几条'),
    labels: {
      description: '本单位自己的行名：表上的行名和要印的行名',
      type: ['object', 'null'],
      additionalProperties: { type: ONE_VALUE },
    },
    added: listOf(addedRowSchema(pack), '本单位增加的行，不计入合计；表式允许时才能写'),
  };
  return recordKeys.table
    .filter((key) => key !== 'added' || table.addRows)
    .map((key) => keyEntry(key, schemas[key], pack));
}

function addedRowSchema(pack: TemplatePack): JsonSchema {
  const schemas: Readonly<Record<(typeof recordKeys.addedRow)[number], JsonSchema>> = {
    id: textSchema('行的编号，只用字母和数字；可以不写'),
    after: textSchema('排在哪一行后面'),
    label: textSchema('新行的名称'),
    unit: textSchema('单位'),
    figures: { description: '各列的数：一个数、一列数，或按列名写' },
  };
  return {
    type: ['object', 'null'],
    ...recordOf(recordKeys.addedRow.map((key) => keyEntry(key, schemas[key], pack))),
  };
}
