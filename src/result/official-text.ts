/**
 * Sentences of findings as the checked agency may read them: cells and rules by their official names, no commands of this
 * program, no folders of the computer on which it was checked.
 */
import { cellSpecs } from '../pack/cells.js';
import type { TemplatePack } from '../pack/types.js';
import { baseName, type ResultSubject } from './subject.js';

export interface OfficialWords {
  /** A sentence with official names. */
  sentence(text: string): string;
  /** What to do, without the parts that tell how to run the program; may be empty. */
  advice(text: string): string;
}

export function officialWords({ path, sources, opened }: ResultSubject): OfficialWords {
  const written = sources.get(path)?.text ?? '';
  const files = [path, ...sources.keys()].filter((name) => baseName(name) !== name);
  const sentence = (text: string): string => {
    // A path that the agency wrote itself is what the sentence is about.
    const named = text.replace(PATH, (quoted: string, whole: string) =>
      written.includes(whole) ? quoted : `“${baseName(whole)}”`,
    );
    const plain = files.reduce((out, name) => out.replaceAll(name, baseName(name)), named);
    return opened === undefined ? plain : withNames(plain, opened.pack);
  };
  return { sentence, advice: (text) => sentence(withoutCommands(text)) };
}

/** A quoted place on a disk: `“/home/x/report.yaml”`, `“D:\x\report.yaml”`; the mark `“/”` is none. */
const PATH = /“((?:[A-Za-z]:[\\/]|[\\/]|\.{1,2}[\\/])[^”\n]*[^”\n\\/])”/gu;

function withNames(text: string, pack: TemplatePack): string {
  const { byAddress } = cellSpecs(pack);
  const rules = new Map(pack.rules.map(({ id, title }) => [id, title]));
  return text
    .replace(/[a-z]\w*\/[\w.]+\/\w+/gu, (address) => byAddress.get(address)?.name ?? address)
    .replace(/(?<![\w-])[A-Z]\w*-[A-Za-z0-9-]+(?![\w-])/gu, (id) => {
      const title = rules.get(id);
      return title === undefined ? id : `“${title}”`;
    })
    .replaceAll(`“${pack.id}”`, `“${pack.name}”`);
}

/**
 * Without parts between stops in which the program or one of its options is named, and without how a reference is written:
 * that is for those who keep the data file.
 */
function withoutCommands(text: string): string {
  const plain = text.replace(/，?[^，。；]*\{\{[^}]*\}\}[^，。；]*/gu, '');
  const kept = (plain.match(/[^。；]*[。；]?/gu) ?? []).filter(
    (part) => !/nianbao [a-z]|(?:^|\s|加)--?[a-z]/u.test(part),
  );
  return kept.join('').replace(/；$/u, '。').trim();
}
