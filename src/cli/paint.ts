import pc from 'picocolors';
import type { TextKind } from '../diagnostic/render-text.js';

const colours = pc.createColors(true);

/** Colours for message text on a terminal, by what the text is. */
export function paint(kind: TextKind, text: string): string {
  switch (kind) {
    case 'error':
    case 'bad':
    case 'caret':
      return colours.red(text);
    case 'warning':
      return colours.yellow(text);
    case 'info':
      return colours.cyan(text);
    case 'good':
      return colours.green(text);
    case 'code':
      return colours.bold(text);
    case 'dim':
      return colours.dim(text);
    case 'place':
      return colours.underline(text);
  }
}
