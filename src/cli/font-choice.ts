/**
 * Which fonts PDF files are set in: the built-in ones (default, the same everywhere), the official ones installed on this
 * machine, or those in a folder of the user's.
 */
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, extname, join } from 'node:path';
import type { Outcome } from '../diagnostic/diagnostic.js';
import { builtInFonts, isFolder, readBytes } from '../env.js';
import { createFontSet, FONT_ROLES, type FontReplacement, type FontRole, type FontSet } from '../fonts/fonts.js';
import { readFont } from '../fonts/truetype.js';
import type { MessageLanguage } from './terminal.js';

/** File names under which systems and office programs install the official fonts, best first. */
const KNOWN_FILES: Readonly<Record<FontRole, readonly string[]>> = {
  biaosong: ['fzxbsjw.ttf', 'fzxbsk.ttf', 'fzxiaobiaosong-b05s.ttf', 'fzxbs.ttf'],
  fangsong: ['simfang_gb2312.ttf', 'fangsong_gb2312.ttf', '仿宋_gb2312.ttf', 'simfang.ttf', 'stfangsong.ttf'],
  kaiti: ['kaiti_gb2312.ttf', '楷体_gb2312.ttf', 'simkai.ttf', 'stkaiti.ttf'],
  heiti: ['simhei.ttf', 'stheiti.ttf'],
  songti: ['simsun.ttc', 'simsun.ttf', 'stsong.ttf'],
  latin: ['times.ttf', 'times new roman.ttf', 'timesnewroman.ttf'],
};

const KNOWN_BOLD_LATIN: ReadonlySet<string> = new Set([
  'timesbd.ttf',
  'times new roman bold.ttf',
  'timesnewromanbold.ttf',
]);

/** A folder deeper than this holds no fonts that matter. */
const DEPTH = 4;

/**
 * The font set for `--fonts`: `built-in`, `installed`, or a folder. Undefined when the folder is not there; official fonts
 * that are not found leave the built-in face in its place.
 */
export function chosenFonts(choice: string): Outcome<FontSet> | undefined {
  if (choice === 'built-in') return createFontSet(builtInFonts());
  const installed = choice === 'installed';
  if (!installed && !isFolder(choice)) return undefined;
  const files = (installed ? systemFontFolders() : [choice]).flatMap((folder) => fontFilesIn(folder, DEPTH));
  return createFontSet(builtInFonts(), replacementsFrom(files, installed ? 'installed' : 'user'));
}

/** Message for a `--fonts` folder that is not there. */
export function noFontFolderMessage(choice: string, lang: MessageLanguage): string {
  return lang === 'zh' ? `没有字体文件夹“${choice}”。\n` : `There is no font folder "${choice}".\n`;
}

/** Names of the roles that still have their built-in face, for `--strict-fonts`. */
export function rolesNotReplaced(fonts: FontSet): readonly string[] {
  const roles = Object.keys(FONT_ROLES) as FontRole[];
  return roles.filter((role) => fonts.face(role).origin === 'built-in').map((role) => FONT_ROLES[role].zh);
}

function replacementsFrom(files: readonly string[], origin: 'user' | 'installed'): readonly FontReplacement[] {
  const found: FontReplacement[] = [];
  const add = (role: FontRole, path: string | undefined, bold = false): void => {
    const bytes = path === undefined ? undefined : readBytes(path);
    if (bytes === undefined) return;
    found.push({ role, bold, origin, bytes, sha256: createHash('sha256').update(bytes).digest('hex') });
  };
  for (const role of Object.keys(FONT_ROLES) as FontRole[]) {
    const known = KNOWN_FILES[role].map((name) => files.find((path) => basename(path).toLowerCase() === name));
    add(role, known.find((path) => path !== undefined) ?? (origin === 'user' ? namedLike(role, files) : undefined));
  }
  add(
    'latin',
    files.find((path) => KNOWN_BOLD_LATIN.has(basename(path).toLowerCase())),
    true,
  );
  return found;
}

/** In the user's own folder a font is also known by the name inside it. */
function namedLike(role: FontRole, files: readonly string[]): string | undefined {
  const names = new Set(FONT_ROLES[role].officialNames.map((name) => name.toLowerCase()));
  return files.find((path) => {
    const bytes = readBytes(path);
    const program = bytes === undefined ? undefined : readFont(bytes);
    return (
      program !== undefined && [program.family, program.postscriptName].some((name) => names.has(name.toLowerCase()))
    );
  });
}

function fontFilesIn(folder: string, depth: number): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return depth > 0 ? fontFilesIn(path, depth - 1) : [];
        return ['.ttf', '.otf', '.ttc'].includes(extname(entry.name).toLowerCase()) ? [path] : [];
      });
  } catch {
    return [];
  }
}

function systemFontFolders(): readonly string[] {
  switch (process.platform) {
    case 'win32':
      return [
        join(process.env['WINDIR'] ?? 'C:\\Windows', 'Fonts'),
        join(process.env['LOCALAPPDATA'] ?? homedir(), 'Microsoft', 'Windows', 'Fonts'),
      ];
    case 'darwin':
      return ['/System/Library/Fonts', '/Library/Fonts', join(homedir(), 'Library', 'Fonts')];
    default:
      return [
        '/usr/share/fonts',
        '/usr/local/share/fonts',
        join(homedir(), '.local', 'share', 'fonts'),
        join(homedir(), '.fonts'),
      ];
  }
}
