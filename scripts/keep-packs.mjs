// Keeps the built-in packs as loaded and checked beside the program (dist/packs), so that no command parses them again.
import { mkdirSync, writeFileSync } from 'node:fs';
import { packsToKeep } from '../dist/cli/loaded-packs.js';

const folder = new URL('../dist/packs/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of packsToKeep()) writeFileSync(new URL(name, folder), text);
