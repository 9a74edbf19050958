/** Templates of a pack compiled and their addresses looked up, without data. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { sourceOffset } from '../load/node.js';
import { checkReferences, compileTemplate, type CompileOptions, type TemplateKind } from '../template/template.js';
import type { TextFile } from './files.js';
import { cellDirectory } from './names.js';
import type { Placed } from './shape.js';
import type { TemplatePack } from './types.js';

/** What is wrong with one template: a text of a YAML file or a file of its own. */
export function checkTemplate(
  written: Placed<string> | TextFile,
  kind: TemplateKind,
  pack: TemplatePack,
): readonly Diagnostic[] {
  const [text, options] = 'text' in written ? [written.text, { kind, file: written.file }] : inYaml(written, kind);
  const compiled = compileTemplate(text, options);
  if (compiled.value === undefined) return compiled.diagnostics;
  return checkReferences(compiled.value, cellDirectory(pack));
}

function inYaml(written: Placed<string>, kind: TemplateKind): readonly [string, CompileOptions] {
  const { node, range, value } = written;
  const rangeOf = (start: number, end: number): Placed<string>['range'] =>
    node.type === 'scalar' ? { ...range, start: sourceOffset(node, start), end: sourceOffset(node, end) } : range;
  return [value, { kind, file: range.file, rangeOf }];
}
