/**
 * Where a report's inputs besides its own file come from, and a note of what it took from there: exactly this must stand
 * beside the data in a closed bundle, so that the report can be made again from the bundle alone.
 */
import type { PackOutcome } from './pack/load-pack.js';
import type { PackFiles } from './pack/types.js';
import type { CellValue } from './value/value.js';

/** A pack's files under the name messages call it by. */
export interface NamedPack {
  readonly name: string;
  readonly files: PackFiles;
  /** True for a pack of the program itself, which a reader of the report has too. */
  readonly builtIn?: boolean;
  /** What `loadPack` gave for exactly these files and their parents', when it was kept. */
  readonly loaded?: () => PackOutcome | undefined;
}

/** Bytes of a further input under the name messages call it by. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A folder where one report was wanted: it holds none, or several. */
export interface ReportFolder {
  /** Paths of the reports in it, as the data file would write them. */
  readonly reports: readonly string[];
}

/** Where further inputs come from. All paths are as written in the data file or pack; undefined = not there or not allowed. */
export interface Sources {
  /** A pack by id or path. `from` is the pack whose `extends` asks; absent when the data file or an option asks. */
  readonly pack: (reference: string, from?: string) => NamedPack | undefined;
  readonly profile: (reference: string) => NamedBytes | undefined;
  readonly previous: (path: string) => (NamedBytes & { readonly sources: Sources }) | ReportFolder | undefined;
  readonly image: (path: string) => Uint8Array | undefined;
}

/** A pack that was asked for. `from` is the pack whose `extends` asked. */
export interface UsedPack {
  readonly reference: string;
  readonly from?: string;
  readonly pack: NamedPack;
}

export interface UsedInputs {
  readonly packs: readonly UsedPack[];
  /** By the path the text gives. */
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** Last year's figures that the text shows or compares with, by address of this year's form. */
  readonly previous: ReadonlyMap<string, CellValue>;
  /** The profile it was checked against. */
  readonly profiles: readonly NamedBytes[];
  /** Last year's data files. */
  readonly previousFiles: readonly NamedBytes[];
}

export interface InputRecorder {
  readonly used: UsedInputs;
  readonly sources: Sources;
  /** The same look-up, every answer noted. */
  readonly previousValue: (
    look: (address: string) => CellValue | undefined,
  ) => (address: string) => CellValue | undefined;
}

/** Sources that note what they gave. Last year's files have sources of their own, which are not noted. */
export function recordInputs(sources: Sources): InputRecorder {
  const packs: UsedPack[] = [];
  const images = new Map<string, Uint8Array>();
  const previous = new Map<string, CellValue>();
  const profiles: NamedBytes[] = [];
  const previousFiles: NamedBytes[] = [];
  return {
    used: { packs, images, previous, profiles, previousFiles },
    sources: {
      ...sources,
      pack: (reference, from) => {
        const pack = sources.pack(reference, from);
        if (pack !== undefined) packs.push({ reference, pack, ...(from === undefined ? {} : { from }) });
        return pack;
      },
      profile: (reference) => {
        const profile = sources.profile(reference);
        if (profile !== undefined) profiles.push(profile);
        return profile;
      },
      previous: (path) => {
        const found = sources.previous(path);
        if (found !== undefined && !('reports' in found)) previousFiles.push(found);
        return found;
      },
      image: (path) => {
        const bytes = sources.image(path);
        if (bytes !== undefined) images.set(path, bytes);
        return bytes;
      },
    },
    previousValue: (look) => (address) => {
      const value = look(address);
      if (value !== undefined) previous.set(address, value);
      return value;
    },
  };
}
