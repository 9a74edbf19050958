/** The library for Node: the core, and the built-in packs, profiles and fonts from the installed package. */
export * from './core.js';
export {
  builtInFonts,
  builtInPack,
  builtInPackIds,
  builtInProfile,
  generatorName,
  readPackFolder,
  writeWhole,
} from './env.js';
export { diskSources } from './cli/sources.js';
