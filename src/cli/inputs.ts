/** Turns the words of the command line into data files: files as they are, folders as the reports in them. */
import { isDataFile } from '../load/load.js';
import { dataFilesIn, isFolder, readBytes } from '../env.js';

export interface InputFile {
  readonly path: string;
  /** Undefined when it cannot be read. */
  readonly bytes?: Uint8Array;
}

/** Order is as given; a folder's files come by name. In a folder only files with the `nianbao` key are reports. */
export function inputFiles(paths: readonly string[]): readonly InputFile[] {
  return paths.flatMap((path) =>
    isFolder(path) ? dataFilesIn(path).map(inputFile).filter(looksLikeReport) : [inputFile(path)],
  );
}

function inputFile(path: string): InputFile {
  const bytes = readBytes(path);
  return bytes === undefined ? { path } : { path, bytes };
}

/** Also a file too broken to be read counts when it says `nianbao:`, else its faults would pass unseen (R-70). */
function looksLikeReport(input: InputFile): boolean {
  // A schema that "init" put beside a data file names every key and is none itself.
  if (input.bytes === undefined || input.path.endsWith('.schema.json')) return false;
  return (
    isDataFile(input.bytes, input.path) ||
    /^[\s{]*["']?nianbao["']?\s*[:：]/mu.test(new TextDecoder().decode(input.bytes))
  );
}
