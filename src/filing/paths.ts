/** Paths inside a filing: no two alike on any file system. */

/** The files with a number added to the name of each that would fall on an earlier one; upper and lower case are alike. */
export function withoutClashes<T extends { readonly path: string }>(files: readonly T[]): readonly T[] {
  const taken = new Set<string>();
  return files.map((file) => {
    let path = file.path;
    for (let number = 2; taken.has(path.toLowerCase()); number++) path = numbered(file.path, number);
    taken.add(path.toLowerCase());
    return path === file.path ? file : { ...file, path };
  });
}

function numbered(path: string, number: number): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? `${path.slice(0, dot)}-${number}${path.slice(dot)}` : `${path}-${number}`;
}
