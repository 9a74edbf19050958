/** Name of the archive and of the folder in it, without the ending. */
export const releaseName: string;
/** Files of the archive by path; `dist` holds the bundled command line and the packs kept beside it. */
export function releaseFiles(dist?: string): Map<string, Uint8Array>;
/** The archive: files in the order of their names, all of one time. */
export function releaseArchive(files: ReadonlyMap<string, Uint8Array>): Uint8Array;
