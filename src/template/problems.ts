/** What can be wrong with a template, each as one function from facts to a diagnostic. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { nearestName } from '../diagnostic/suggest.js';
import { codePointName } from '../source/code-point.js';
import type { SourceRange } from '../source/source.js';
import { allNames, type HelperSpec } from './vocabulary.js';

function problem(code: string, range: SourceRange, zh: string, en: string, hintZh: string, hintEn: string): Diagnostic {
  return { code, severity: 'error', message: { zh, en }, hint: { zh: hintZh, en: hintEn }, range };
}

export function unknownName(name: string, range: SourceRange): Diagnostic {
  const near = nearestName(name, allNames);
  return problem(
    'template/unknown-name',
    range,
    `引用里的“${name}”不是已知的名称。`,
    `"${name}" is not a name that references know.`,
    near === undefined
      ? `可用的名称有：${allNames.filter((known) => !/^\w+$/u.test(known)).join('、')}。`
      : `您是不是要写“${near}”？`,
    near === undefined
      ? `Known names: ${allNames.filter((known) => /^\w+$/u.test(known)).join(', ')}.`
      : `Did you mean "${near}"?`,
  );
}

export function forbiddenIf(name: string, range: SourceRange): Diagnostic {
  return problem(
    'template/forbidden',
    range,
    `模板不能用“${name}”：它把数值 0 当作没有数，会悄悄漏掉文字。`,
    `Templates may not use "${name}": it takes the figure 0 for nothing and drops text silently.`,
    '请改用 {{#零 "地址"}}…{{else}}…{{/零}} 或 {{#非零 "地址"}}…{{/非零}}。',
    'Use {{#zero "address"}}…{{else}}…{{/zero}} or {{#nonzero "address"}}…{{/nonzero}}.',
  );
}

export function forbiddenForm(what: string, range: SourceRange): Diagnostic {
  return problem(
    'template/forbidden',
    range,
    `引用“${what}”的写法不允许使用。`,
    `The form of the reference "${what}" is not allowed.`,
    '引用只能是 {{名称}}，或 {{名称 "地址"}}，地址写在英文双引号里。',
    'A reference is {{name}} or {{name "address"}}, with the address in straight double quotes.',
  );
}

export function tooDeep(range: SourceRange, deepest: number): Diagnostic {
  return problem(
    'template/forbidden',
    range,
    `“零”“非零”套得太深，超过 ${deepest} 层。`,
    `Blocks are nested deeper than ${deepest}.`,
    '请把文字分开写。',
    'Write the wordings apart.',
  );
}

export function wrongArguments(
  spec: HelperSpec | { readonly names: readonly string[]; readonly usage: string },
  range: SourceRange,
): Diagnostic {
  const [zh = '', en = zh] = spec.names;
  return problem(
    'template/arguments',
    range,
    `“${zh}”后面的内容不对。`,
    `The arguments of "${en}" are not right.`,
    `请照这样写：${spec.usage}`,
    `Write it like this: ${spec.usage}`,
  );
}

export function unclosed(range: SourceRange, what: string): Diagnostic {
  return problem(
    'template/syntax',
    range,
    `引用“${what}”没有写完整：括号或成对的标记没有合上。`,
    `The reference "${what}" is not complete: a bracket or a block is not closed.`,
    '每个 {{ 都要有 }}；{{#零 …}} 要有 {{/零}}。',
    'Every {{ needs its }}; {{#zero …}} needs {{/zero}}.',
  );
}

export function fullWidthBraces(range: SourceRange, corrected: string): Diagnostic {
  return {
    ...problem(
      'template/full-width-braces',
      range,
      '引用用了全角的大括号，程序认不出来。',
      'A reference is written with full-width braces.',
      `请改成半角：${corrected}`,
      `Use plain braces: ${corrected}`,
    ),
    facts: { corrected },
  };
}

export function singleBraces(range: SourceRange, corrected: string): Diagnostic {
  return problem(
    'template/single-brace',
    range,
    '引用只写了一层大括号，会照原样印出来。',
    'A reference has one brace on each side and would be printed as it stands.',
    `请改成两层：${corrected}`,
    `Use two: ${corrected}`,
  );
}

export function fullWidthMarks(range: SourceRange, corrected: string): Diagnostic {
  return {
    ...problem(
      'template/full-width-marks',
      range,
      '引用里用了中文引号或全角空格，程序认不出来。',
      'A reference holds Chinese quotes or full-width spaces.',
      `请改成：${corrected}`,
      `Write: ${corrected}`,
    ),
    facts: { corrected },
  };
}

export function privateCharacter(range: SourceRange, character: string): Diagnostic {
  const code = codePointName(character);
  return problem(
    'template/private-character',
    range,
    `文字里有自定义区字符 ${code}，别的电脑上显示不出来。`,
    `The text holds the private-use character ${code}, which other machines cannot show.`,
    '请用规范字代替。',
    'Replace it with a standard character.',
  );
}

export function unknownCell(text: string, suggestions: readonly string[], range: SourceRange): Diagnostic {
  const [first] = suggestions;
  return problem(
    'template/unknown-cell',
    range,
    `引用里的“${text}”不是表中的单元格。`,
    `"${text}" is not a cell of the tables.`,
    first === undefined ? '请写单元格的地址，例如 "t3/r1/total"。' : `您是不是要写“${suggestions.join('”或“')}”？`,
    first === undefined
      ? 'Give the address of a cell, such as "t3/r1/total".'
      : `Did you mean "${suggestions.join('" or "')}"?`,
  );
}

export function ambiguousCell(
  text: string,
  candidates: readonly { readonly address: string; readonly name: string }[],
  range: SourceRange,
): Diagnostic {
  return {
    ...problem(
      'template/ambiguous-cell',
      range,
      `引用里的“${text}”可以指 ${candidates.length} 个单元格。`,
      `"${text}" may mean ${candidates.length} cells.`,
      `请写明是哪一个：${candidates
        .slice(0, 5)
        .map(({ address, name }) => `${name}（${address}）`)
        .join('；')}。`,
      `Say which: ${candidates
        .slice(0, 5)
        .map(({ address }) => address)
        .join(', ')}.`,
    ),
    cells: candidates.map(({ address }) => address),
  };
}

export function noFigure(address: string, name: string, range: SourceRange, lastYear: boolean): Diagnostic {
  const which = lastYear ? '上年数据的' : '';
  return {
    ...problem(
      'template/no-figure',
      range,
      `文字引用了${which}${name}，那一格没有数。`,
      `The text refers to ${address}${lastYear ? ' of last year' : ''}, which holds no figure.`,
      '请先在表里填上这一格（没有发生的填 0），或删去这处引用。',
      'Fill in the cell (0 where nothing happened) or take the reference out.',
    ),
    cells: [address],
  };
}

export function noPrevious(range: SourceRange): Diagnostic {
  return problem(
    'template/no-previous',
    range,
    '这处引用要用上年的数，但没有给出上年数据。',
    "The reference needs last year's figures, and no file of last year is given.",
    '请在数据文件里写上“上年数据”，或删去这处引用。',
    "Name last year's file under `previous`, or take the reference out.",
  );
}

export function noBase(address: string, name: string, range: SourceRange): Diagnostic {
  return {
    ...problem(
      'template/no-base',
      range,
      `${name}的基数为 0，算不出百分比。`,
      `The base figure of ${address} is 0, so there is no percentage.`,
      '请直接写出两个数，不写百分比。',
      'State both figures instead of a percentage.',
    ),
    cells: [address],
  };
}

export function notWhole(text: string, range: SourceRange): Diagnostic {
  return problem(
    'template/not-whole',
    range,
    `“${text}”不能写成中文数字：只有不小于 0、小于一万亿的整数可以。`,
    `"${text}" cannot be written as a Chinese numeral: only whole numbers from 0 below 10^12 can.`,
    '请用“值”直接写出数字。',
    'Use `value` to print the figure itself.',
  );
}

export function badDate(text: string, range: SourceRange): Diagnostic {
  return problem(
    'template/bad-date',
    range,
    `“${text}”不是日期。`,
    `"${text}" is not a date.`,
    '日期请写成 2024-01-20。',
    'Write dates as 2024-01-20.',
  );
}

export function noField(name: string, range: SourceRange): Diagnostic {
  return problem(
    'template/no-field',
    range,
    `模板要用“${name}”，数据文件里没有填写。`,
    `The template needs "${name}", which the data file does not give.`,
    `请在数据文件里填写“${name}”。`,
    `Give "${name}" in the data file.`,
  );
}
