/**
 * Two versions of a text as a unified diff for people: a head in the language of messages, the changed lines, few around.
 */
import { structuredPatch } from 'diff';

/** Lines shown around a change. */
const CONTEXT_LINES = 1;
/** Changed lines beyond which a diff is no longer read by anyone, and takes long to make. */
const MOST_CHANGES = 4000;

/**
 * The diff, each line ended by LF, without colours; empty when the texts are equal, undefined when there are too many
 * changes to list. Line ends that differ (CRLF) are not shown, since a change keeps them.
 */
export function unifiedDiff(name: string, before: string, after: string, lang: 'zh' | 'en'): string | undefined {
  if (before === after) return '';
  const patch = structuredPatch(name, name, plainEnds(before), plainEnds(after), '', '', {
    context: CONTEXT_LINES,
    maxEditLength: MOST_CHANGES,
  });
  if (patch === undefined) return undefined;
  const head =
    lang === 'zh'
      ? [`--- ${name}（现在）`, `+++ ${name}（改后）`]
      : [`--- ${name} (as it is)`, `+++ ${name} (put right)`];
  const hunks = patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    hunkHead({ oldStart, oldLines, newStart, newLines }, lang),
    ...lines.filter((line) => !line.startsWith('\\')),
  ]);
  return [...head, ...hunks].map((line) => `${line}\n`).join('');
}

interface Hunk {
  readonly oldStart: number;
  readonly oldLines: number;
  readonly newStart: number;
  readonly newLines: number;
}

/** `@@ -3,3 +3,3 @@ 第 3 行起`: the marks that tools read, and the words that people read. */
function hunkHead({ oldStart, oldLines, newStart, newLines }: Hunk, lang: 'zh' | 'en'): string {
  const where = lang === 'zh' ? `第 ${oldStart} 行起` : `from line ${oldStart}`;
  return `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@ ${where}`;
}

function plainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
