/** What is verified: a filing (folder or zip, unpacked in memory) or one published file. */
import type { WriteEnv } from '../write/writer.js';
import type { NamedPack } from '../pipeline.js';

export interface Received {
  /** As the user named it. */
  readonly name: string;
  /** One file: its own name and bytes. A filing: every file by relative path with `/`. */
  readonly kind: 'file' | 'filing';
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface VerifyEnv extends Pick<WriteEnv, 'fonts' | 'generator'> {
  /** Packs that come with this program. */
  readonly builtIn: (id: string) => NamedPack | undefined;
}

/** How sure a point is. `not-checked` is said openly: nothing is concluded from silence. */
export type PointState = 'holds' | 'fails' | 'not-checked';

/** One thing that was looked at, in words a recipient understands. */
export interface VerifyPoint {
  readonly state: PointState;
  readonly zh: string;
  readonly en: string;
}
