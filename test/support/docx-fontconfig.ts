/**
 * A fontconfig that shows a Word file in the built-in stand-ins: 仿宋_GB2312 and the other official names are mapped to the
 * faces of `fonts/`, so that LibreOffice lays pages out alike on every machine and the 22 × 28 grid can be measured.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { PageStyle } from '../../src/report/style.js';

/** Family and weight inside the font file of each role, as `scripts/build-fonts.mjs` leaves them. */
const standIns: Readonly<
  Record<keyof PageStyle['fonts'], readonly [family: string, weight: 'regular' | 'medium' | 'bold']>
> = {
  biaosong: ['Noto Serif SC', 'bold'],
  fangsong: ['LXGW WenKai', 'regular'],
  kaiti: ['LXGW WenKai', 'bold'],
  heiti: ['Noto Sans SC Medium', 'medium'],
  songti: ['Noto Serif SC', 'regular'],
  latin: ['STIX Two Text', 'regular'],
};

/** Writes `fonts.conf` into a fresh folder and gives its path; set it as `FONTCONFIG_FILE` for soffice. */
export function writeFontConfig(fontFolder: string, fonts: PageStyle['fonts']): string {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-fonts-'));
  const roles = Object.keys(standIns) as (keyof PageStyle['fonts'])[];
  const matches = roles.flatMap((role) =>
    [fonts[role].name, ...fonts[role].alternatives].map(
      (name) =>
        `<match target="pattern"><test name="family" qual="any"><string>${name}</string></test>` +
        `<edit name="family" mode="assign" binding="strong"><string>${standIns[role][0]}</string></edit>` +
        `<edit name="weight" mode="assign" binding="strong"><const>${standIns[role][1]}</const></edit></match>`,
    ),
  );
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${resolve(fontFolder)}</dir>` +
      `<cachedir>${join(folder, 'cache')}</cachedir>${matches.join('')}</fontconfig>`,
  );
  return file;
}
