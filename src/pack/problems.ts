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
    path === 'pack.yaml'
      ? {
          zh: '这里要写自带模板的名称，或一个模板文件夹的路径；模板文件夹里必须有 pack.yaml。',
          en: 'Name a built-in pack, or the path of a pack folder; a pack folder holds a pack.yaml.',
        }
      : undefined,
  );
}

export function noSuchText(path: string, range: SourceRange): Diagnostic {
  return problem('missing-file', `模板包里没有文件 ${path}。`, `The pack has no file ${path}.`, range, {
    zh: '请把文件放进模板文件夹，或改正这里的路径。',
    en: 'Put the file into the pack folder, or correct the path.',
  });
}

export function unknownFile(file: string, path: string): Diagnostic {
  return problem('unknown-file', `模板包里不应有文件 ${path}。`, `A pack has no file ${path}.`, fileRange(file), {
    zh: '请改正文件名或移走文件。文件名用英文字母、数字、点和短横，后缀是 .yaml 或 .md.hbs；模板包只有 pack.yaml、terms.yaml、style.yaml、prose.yaml、filing.yaml、correction.yaml、tables/*.yaml、rules/*.yaml、sections/*.md.hbs，可另有 README.md 和 LICENSE。',
    en: 'Rename the file or move it away. A pack holds pack.yaml, terms.yaml, style.yaml, prose.yaml, filing.yaml, correction.yaml, tables/*.yaml, rules/*.yaml, sections/*.md.hbs, and may have README.md and LICENSE.',
  });
}

export function unnamedWordFile(file: string, path: string): Diagnostic {
  return problem('unknown-file', `没有用到 ${path}。`, `${path} is not used.`, fileRange(file), {
    zh: `要用它作 Word 模板，请在本文件夹的 style.yaml 里写 word_template: ${path}；不用就移走。`,
    en: `Write word_template: ${path} in style.yaml of this folder, or move the file away.`,
  });
}

export function noSuchWordFile(name: string, range: SourceRange): Diagnostic {
  return problem('missing-file', `模板文件夹里没有 Word 模板 ${name}。`, `The pack has no Word file ${name}.`, range, {
    zh: '请把文件放进模板文件夹（不要放在下一层），文件名写全，后缀是 .dotx 或 .docx；.doc、.dot、.dotm 请先在 Word 里另存为 .dotx。',
    en: 'Put the .dotx or .docx into the pack folder itself and write its whole name; save .doc, .dot and .dotm as .dotx first.',
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
    {
      zh: 'extends 写自带模板的名称（nianbao packs list 列出），或旁边一个模板文件夹，如 ../我市模板。',
      en: '`extends` names a built-in pack (see `nianbao packs list`) or a pack folder beside this one, such as ../city.',
    },
  );
}

export function parentOutside(reference: string, range: SourceRange): Diagnostic {
  return problem(
    'parent-outside',
    `上级模板包“${reference}”不在本模板旁边，不读取。`,
    `The parent pack "${reference}" is not beside this pack and is not read.`,
    range,
    {
      zh: '请把上级模板放在本模板文件夹的旁边，写成 ../文件夹名。',
      en: 'Put the parent pack beside this folder and write ../folder.',
    },
  );
}

export function sameIdAsParent(id: string, range: SourceRange): Diagnostic {
  return problem(
    'duplicate-id',
    `模板的标识“${id}”与上级模板相同。`,
    `The pack has the id of its parent, "${id}".`,
    range,
    { zh: '请给本模板另起一个标识，例如 my-county。', en: 'Give this pack an id of its own, such as my-county.' },
  );
}

/** A text file of the pack that nothing prints: most likely the section still has the parent's. */
export function unusedText(path: string, file: string): Diagnostic {
  return {
    ...problem('unused-file', `没有哪个部分用到 ${path}。`, `No section uses ${path}.`, fileRange(file), {
      zh: `请在 pack.yaml 的部分里写明用它，如 starter: ${path}；不用就删去这个文件。`,
      en: `Name it in a section of pack.yaml, such as \`starter: ${path}\`, or delete the file.`,
    }),
    severity: 'warning',
  };
}

/** For a finding in a parent's file, which the author of this pack cannot change. */
export function inParent(diagnostic: Diagnostic, pack: string): Diagnostic {
  const zh = `这一处写在上级模板里，是本模板（${pack}）的改动使它不再成立；请在本模板里改写同名的部分、表或规则，或用 drop_rules 去掉这条规则。`;
  const en = `This stands in a parent pack; a change of ${pack} made it wrong. Change the section, table or rule in your own pack, or name the rule under drop_rules.`;
  const { hint } = diagnostic;
  return { ...diagnostic, hint: hint === undefined ? { zh, en } : { zh: `${hint.zh}${zh}`, en: `${hint.en} ${en}` } };
}

export function inheritanceLoop(chain: readonly string[], range: SourceRange): Diagnostic {
  const path = chain.join(' → ');
  return problem(
    'inheritance-loop',
    `模板包的继承绕成了圈或太长：${path}。`,
    `The chain of packs loops or is too long: ${path}.`,
    range,
    {
      zh: '请改正 extends：沿着它一级一级往上，要到一个没有 extends 的模板为止。',
      en: 'Correct `extends`: following it must lead to a pack without one.',
    },
  );
}

export function wrongFileName(id: string, file: string, range: SourceRange): Diagnostic {
  return problem('file-name', `文件名与标识“${id}”不一致。`, `The file is not named after the id "${id}".`, range, {
    zh: `请把文件改名为 ${id}.yaml，或改正标识（文件是 ${file}）。`,
    en: `Rename the file to ${id}.yaml or correct the id (the file is ${file}).`,
  });
}

export function duplicateId(id: string, range: SourceRange, first: SourceRange): Diagnostic {
  const found = problem('duplicate-id', `标识“${id}”用了两次。`, `The id "${id}" is used twice.`, range, {
    zh: '标识在同一份表或清单里只能用一次（含继承来的），请换一个。',
    en: 'An id may be used once in a table or list, inherited ones included; choose another.',
  });
  return { ...found, related: [{ range: first, message: { zh: '另一处', en: 'the other one' } }] };
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

export function unknownName(name: string, known: Iterable<string>, range: SourceRange, ofLabel?: string): Diagnostic {
  const labelled =
    ofLabel === undefined
      ? undefined
      : { zh: `公式里不写中文名称，写标识：${ofLabel}`, en: `Formulas take ids, not labels: ${ofLabel}` };
  const hint = labelled ??
    nearest(name, known) ?? {
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

export function formula(message: Bilingual, range: SourceRange, hint?: Bilingual): Diagnostic {
  return problem('formula', message.zh, message.en, range, hint);
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
    {
      zh: `请在 pack.yaml 的一个部分里写 tables: [${id}]，并且只在这一处写。`,
      en: `Write tables: [${id}] in one section of pack.yaml, and nowhere else.`,
    },
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
