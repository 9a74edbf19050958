/**
 * The whole way from bytes to bytes with nothing but `nianbao/core`, as an embedding program would go it. Runs in Node, and
 * bundled in a page.
 */
import {
  createFontSet,
  openReport,
  writerFormats,
  writerOf,
  type Diagnostic,
  type PageStyle,
  type Report,
} from '../../src/core.js';

/** Everything that is read, by name. */
export interface Inputs {
  readonly path: string;
  readonly data: Uint8Array;
  /** Files of each built-in pack. */
  readonly packs: Readonly<Record<string, Readonly<Record<string, Uint8Array>>>>;
  readonly fonts: Readonly<Record<string, Uint8Array>>;
}

export interface Made {
  readonly diagnostics: readonly Diagnostic[];
  /** Bytes by format. */
  readonly files: Readonly<Record<string, Uint8Array>>;
}

/** Checks a data file and writes it in every format. */
export async function makeReport({ path, data, packs, fonts }: Inputs): Promise<Made> {
  const { value, diagnostics } = openReport(data, path, {
    pack: (name) => {
      const files = packs[name];
      return files === undefined ? undefined : { name, files };
    },
    profile: () => undefined,
    previous: () => undefined,
    image: () => undefined,
  });
  if (value?.report === undefined) return { diagnostics, files: {} };
  return { diagnostics, files: await writeFiles(value.report, value.pack.style, fonts) };
}

/** Writes a report tree in every format. */
export async function writeFiles(report: Report, style: PageStyle, fonts: Inputs['fonts']): Promise<Made['files']> {
  const faces = createFontSet(fonts).value;
  const files: Record<string, Uint8Array> = {};
  if (faces === undefined) return files;
  for (const format of writerFormats) {
    const written = await writerOf(format)?.write(report, style, { fonts: faces, generator: 'nianbao test' });
    if (written?.value !== undefined) files[format] = written.value;
  }
  return files;
}
