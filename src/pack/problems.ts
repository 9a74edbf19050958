/** What can be wrong with a pack as a whole, each as one function from facts to a diagnostic. */
import type { Bilingual, Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceRange } from '../source/source.js';
import { didYouMean } from './shape-problems.js';
import { suggestions } from '../diagnostic/suggest.js';

function problem(code: string, zh: string, en: string, range?: SourceRange, hint?: Bilingual): Diagnostic {
  return {
    code: `pack/${code}`,
    severity: 'error',
    message: { zh, en },
    ...(hint === undefined ? {} : { hint }),
    ...(range === undefined ? {} : { range }),
  };
}

function nearest(name: string, known: Iterable<string>): Bilingual | undefined {
  const [near] = suggestions(name, known, 1);
  return near === undefined ? undefined : didYouMean(near);
}

/** The first character of a file: for what is wrong with a file as a whole. */
export function fileRange(file: string): SourceRange {
  return { file, start: 0, end: 0 };
}

export function missingFile(pack: string, path: string): Diagnostic {
  return problem(
    'missing-file',
    `模板包“${pack}”里没有 ${path}。`,
    `The pack "${pack}" has no ${path}.`,
    fileRange(`${pack}/${path}`),
  );
}

export function noSuchText(path: string, range: SourceRange): Diagnostic {
  return problem('missing-file', `模板包里没有文件 ${path}。`, `The pack has no file ${path}.`, range);
}

export function unknownFile(file: string, path: string): Diagnostic {
  return problem('unknown-file', `模板包里不应有文件 ${path}。`, `A pack has no file ${path}.`, fileRange(file), {
    zh: '模板包只有 pack.yaml、terms.yaml、style.yaml、tables/*.yaml、rules/*.yaml、sections/*.md.hbs，可另有 README.md 和 LICENSE。',
    en: 'A pack holds pack.yaml, terms.yaml, style.yaml, tables/*.yaml, rules/*.yaml, sections/*.md.hbs, and may have README.md and LICENSE.',
  });
}

export function tooLarge(pack: string, what: Bilingual): Diagnostic {
  return problem(
    'too-large',
    `模板包“${pack}”太大：${what.zh}。`,
    `The pack "${pack}" is too large: ${what.en}.`,
    fileRange(`${pack}/pack.yaml`),
  );
}

export function badEncoding(file: string): Diagnostic {
  return problem('encoding', '文件不是 UTF-8 编码的文本。', 'The file is not UTF-8 text.', fileRange(file), {
    zh: '请另存为 UTF-8 编码。',
    en: 'Save it as UTF-8.',
  });
}

export function parentNotFound(reference: string, range: SourceRange): Diagnostic {
  return problem(
    'parent-not-found',
    `找不到上级模板包“${reference}”。`,
    `The parent pack "${reference}" was not found.`,
    range,
  );
}

export function inheritanceLoop(chain: readonly string[], range: SourceRange): Diagnostic {
  const path = chain.join(' → ');
  return problem(
    'inheritance-loop',
    `模板包的继承绕成了圈或太长：${path}。`,
    `The chain of packs loops or is too long: ${path}.`,
    range,
  );
}

export function wrongFileName(id: string, file: string, range: SourceRange): Diagnostic {
  return problem('file-name', `文件名与标识“${id}”不一致。`, `The file is not named after the id "${id}".`, range, {
    zh: `请把文件改名为 ${id}.yaml，或改正标识（文件是 ${file}）。`,
    en: `Rename the file to ${id}.yaml or correct the id (the file is ${file}).`,
  });
}

export function duplicateId(id: string, range: SourceRange): Diagnostic {
  return problem('duplicate-id', `标识“${id}”用了两次。`, `The id "${id}" is used twice.`, range);
}

export function noSuch(kind: Bilingual, id: string, known: Iterable<string>, range: SourceRange): Diagnostic {
  return problem(
    'unknown-id',
    `没有标识为“${id}”的${kind.zh}。`,
    `There is no ${kind.en} with the id "${id}".`,
    range,
    nearest(id, known),
  );
}

export function unknownName(name: string, known: Iterable<string>, range: SourceRange): Diagnostic {
  const hint = nearest(name, known) ?? {
    zh: '公式里写行或列的标识；单元格地址或代码放在方括号里，如 [1100]。',
    en: 'Formulas name rows or columns by id; addresses and codes stand in brackets, such as [1100].',
  };
  return problem(
    'unknown-name',
    `公式里的“${name}”在这里不指任何单元格。`,
    `"${name}" means no cell here.`,
    range,
    hint,
  );
}

export function formula(message: Bilingual, range: SourceRange): Diagnostic {
  return problem('formula', message.zh, message.en, range);
}

export function circular(name: string, range: SourceRange): Diagnostic {
  return problem('circular', `“${name}”的公式绕回到它自己。`, `The formula of "${name}" leads back to itself.`, range);
}

export function wrongWidths(count: number, printed: number, band: string, range: SourceRange): Diagnostic {
  return problem(
    'widths',
    `列宽有 ${count} 个，“${band}”一段印 ${printed} 列。`,
    `There are ${count} widths; the band "${band}" prints ${printed} columns.`,
    range,
    {
      zh: '列宽的个数应等于行名列数加各列所占列数之和。',
      en: 'There must be one width for each printed column, row labels included.',
    },
  );
}

export function columnWithoutId(label: string, range: SourceRange): Diagnostic {
  return problem('missing-key', `列“${label}”没有标识（id）。`, `The column "${label}" has no id.`, range);
}

export function tableUse(id: string, uses: number, range: SourceRange): Diagnostic {
  return problem(
    'table-use',
    `表“${id}”在各部分中用了 ${uses} 次，应当正好一次。`,
    `The table "${id}" is used ${uses} times in the sections; it must be used once.`,
    range,
  );
}

export function sectionTables(id: string, range: SourceRange): Diagnostic {
  return problem(
    'section-tables',
    `部分“${id}”是表格部分，却没有写明用哪张表。`,
    `The table section "${id}" names no table.`,
    range,
  );
}

export function yearOrder(range: SourceRange): Diagnostic {
  return problem('years', '适用年度的止年早于起年。', 'The last report year is before the first.', range);
}

export function noSuchLook(name: string, known: Iterable<string>, range: SourceRange): Diagnostic {
  return problem(
    'unknown-look',
    `style.yaml 里没有叫“${name}”的表格样式。`,
    `style.yaml has no table look "${name}".`,
    range,
    nearest(name, known),
  );
}

export function style(message: Bilingual, range: SourceRange): Diagnostic {
  return problem('style', message.zh, message.en, range);
}

export function ruleForm(id: string, message: Bilingual, range: SourceRange): Diagnostic {
  return problem('rule-form', `规则 ${id}：${message.zh}。`, `Rule ${id}: ${message.en}.`, range);
}

export function mapping(text: string, range: SourceRange): Diagnostic {
  return problem(
    'mapping',
    `对照关系里的“${text}”不是单元格的地址。`,
    `"${text}" of the mapping is not the address of a cell.`,
    range,
  );
}
