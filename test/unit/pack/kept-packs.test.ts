import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keptPack, packsToKeep } from '../../../src/cli/loaded-packs.js';
import { builtInPack, builtInPackIds } from '../../../src/env.js';
import { loadPack } from '../../../src/pack/load-pack.js';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-kept-'));
for (const [name, text] of packsToKeep()) writeFileSync(join(folder, name), text);

const named = (id: string) => ({ files: builtInPack(id) ?? {}, name: id });

describe('packs kept by the build', () => {
  it('keeps every built-in pack', () => {
    expect([...packsToKeep().keys()]).toEqual(builtInPackIds().map((id) => `${id}.json`));
  });

  it.each(builtInPackIds())('%s is the pack that loading its files gives', (id) => {
    const { files } = named(id);
    expect(keptPack(id, files, folder)).toStrictEqual(loadPack(files, id, named));
  });

  it('is not taken when a file of the pack or of a parent has changed', () => {
    const { files } = named('cn-2021');
    const changed = { ...files, 'pack.yaml': new TextEncoder().encode('# other\n') };
    expect(keptPack('cn-2021', changed, folder)).toBeUndefined();
    const other = mkdtempSync(join(tmpdir(), 'nianbao-kept-'));
    const text = packsToKeep().get('cn-2021.json') ?? '';
    writeFileSync(join(other, 'cn-2021.json'), text.replace('"cn-base",', ''));
    expect(keptPack('cn-2021', files, other)).toBeUndefined();
  });

  it('is absent where nothing was kept', () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty, { recursive: true });
    expect(keptPack('cn-2021', named('cn-2021').files, empty)).toBeUndefined();
  });
});
