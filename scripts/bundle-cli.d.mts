/** Bundles the command line into a folder beside the package's templates and fonts. */
export function bundleCli(folder: string): Promise<void>;
