/** True when a folder holds the oracle. */
export function hasOracle(folder: string | undefined): folder is string;
