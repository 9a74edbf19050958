/** What is told of a filled form: always with the place on the sheet and the official names. */
import type { Bilingual, Diagnostic, Severity } from '../diagnostic/diagnostic.js';
import type { CellSpec } from '../pack/cells.js';
import type { TableSpec, TemplatePack } from '../pack/types.js';
import type { SourceRange } from '../source/source.js';
import type { ReadValue } from '../sheet/read-model.js';

function finding(
  code: string,
  severity: Severity,
  range: SourceRange,
  message: Bilingual,
  hint: Bilingual,
  cells: readonly string[] = [],
): Diagnostic {
  return { code, severity, message, hint, range, ...(cells.length === 0 ? {} : { cells }) };
}

export function otherPack(range: SourceRange, made: string, pack: TemplatePack): Diagnostic {
  return finding(
    'form/other-pack',
    'error',
    range,
    {
      zh: `这份填报表是按模板“${made}”做的，不能按“${pack.id}”读。`,
      en: `This form was made with the pack "${made}", not "${pack.id}".`,
    },
    {
      zh: `用“${pack.id}”重新生成填报表，或改用原来的模板。`,
      en: `Make the form with "${pack.id}", or use its own pack.`,
    },
  );
}

export function packChanged(range: SourceRange): Diagnostic {
  return finding(
    'form/pack-changed',
    'info',
    range,
    {
      zh: '填报表生成以后模板改过，各格按行名和表头重新找。',
      en: 'The pack changed after the form was made; cells are found by their labels.',
    },
    { zh: '请核对读到的数。', en: 'Check the figures that were read.' },
  );
}

export function agencyMissing(range: SourceRange): Diagnostic {
  return finding(
    'form/agency-missing',
    'error',
    range,
    { zh: '没有填单位名称。', en: 'The name of the agency is not filled in.' },
    { zh: '在“填表说明”工作表的“单位名称”一格填单位全称。', en: 'Fill it in on the first sheet.' },
  );
}

export function sheetMissing(range: SourceRange, table: TableSpec, cells: readonly string[]): Diagnostic {
  return finding(
    'form/sheet-missing',
    'error',
    range,
    {
      zh: `找不到${table.label}（${table.name}）的工作表。`,
      en: `There is no sheet for ${table.label} (${table.name}).`,
    },
    { zh: '请从原来的填报表把这张工作表复制回来。', en: 'Copy the sheet back from the original form.' },
    cells,
  );
}

/** `text` is what stands where the row should be. */
export function rowLost(
  range: SourceRange,
  table: TableSpec,
  label: string,
  text: string,
  cells: readonly string[],
): Diagnostic {
  const there =
    text === ''
      ? { zh: '', en: '' }
      : { zh: `（这里现在写的是“${short(text)}”）`, en: ` ("${short(text)}" stands here)` };
  return finding(
    'form/row-lost',
    'error',
    range,
    {
      zh: `${table.label}找不到“${short(label)}”一行${there.zh}。`,
      en: `The row "${short(label)}" of ${table.label} cannot be found${there.en}.`,
    },
    {
      zh: '请把行名改回原样；这一行删掉了的，补回这一行再填数。',
      en: 'Put the label back, or put the row back and fill it in.',
    },
    cells,
  );
}

export function columnLost(range: SourceRange, table: TableSpec, label: string, cells: readonly string[]): Diagnostic {
  return finding(
    'form/column-lost',
    'error',
    range,
    {
      zh: `${table.label}找不到“${short(label)}”一列。`,
      en: `The column "${short(label)}" of ${table.label} cannot be found.`,
    },
    {
      zh: '请把表头改回原样；这一列删掉了的，补回这一列再填数。',
      en: 'Put the head back, or put the column back and fill it in.',
    },
    cells,
  );
}

export function labelChanged(range: SourceRange, table: TableSpec, label: string): Diagnostic {
  return finding(
    'form/label-changed',
    'warning',
    range,
    {
      zh: `${table.label}的“${short(label)}”被改过，仍按它原来的位置读数。`,
      en: `The label "${short(label)}" of ${table.label} was changed; its figures were read by their place.`,
    },
    { zh: '请改回原来的名称，并确认数没有错位。', en: 'Put the label back and make sure that nothing has moved.' },
  );
}

export function mergedCells(range: SourceRange, specs: readonly CellSpec[]): Diagnostic {
  const names = specs.map(({ name }) => name);
  return finding(
    'form/merged-cells',
    'error',
    range,
    {
      zh: `${names.join('和')}合并成了一格，分不清里面的数是哪一格的。`,
      en: `${names.join(' and ')} were merged into one cell.`,
    },
    { zh: '请取消合并，逐格填写。', en: 'Split the cells and fill in each.' },
    specs.map(({ address }) => address),
  );
}

export function strayFigures(range: SourceRange, table: TableSpec, places: readonly string[]): Diagnostic {
  const listed = places.slice(0, 5).join('、');
  const more = places.length > 5 ? `等 ${places.length} 格` : '';
  return finding(
    'form/stray-figures',
    'warning',
    range,
    {
      zh: `${table.label}的工作表上，${listed}${more}有数字，但不是表里要填的格，没有读。`,
      en: `Figures on the sheet of ${table.label} are in no cell of the form and were not read: ${places.slice(0, 5).join(', ')}.`,
    },
    {
      zh: '填错地方的，移到对的格；只是草算的，删去就不再提示。',
      en: 'Move what is misplaced; delete what is only a draft sum.',
    },
  );
}

/** What cannot be a figure: a date, an error value, true or false. */
export function notAFigure(range: SourceRange, spec: CellSpec, value: ReadValue): Diagnostic | undefined {
  const cells = [spec.address];
  switch (value.kind) {
    case 'date':
      return finding(
        'form/date-cell',
        'error',
        range,
        {
          zh: `${spec.name}里是日期 ${value.text}，多半是填 3-12、3/12 一类的写法时被表格软件改成了日期。`,
          en: `${spec.name} holds the date ${value.text}; the spreadsheet program probably made it of something like 3-12.`,
        },
        {
          zh: '请把这一格的格式改为“常规”，重新填数。',
          en: 'Set the format of the cell to General and type the figure again.',
        },
        cells,
      );
    case 'error':
      return finding(
        'form/error-cell',
        'error',
        range,
        {
          zh: `${spec.name}里是错误值“${short(value.text)}”，公式算不出数。`,
          en: `${spec.name} holds the error value "${short(value.text)}".`,
        },
        {
          zh: '请重新填数；合计可以从原来的填报表把公式复制回来。',
          en: 'Type the figure again, or copy the formula back.',
        },
        cells,
      );
    case 'boolean':
      return finding(
        'form/true-false',
        'error',
        range,
        {
          zh: `${spec.name}里是“${value.value ? '真' : '假'}”（逻辑值），不是数字。`,
          en: `${spec.name} holds ${value.value ? 'TRUE' : 'FALSE'}, which is no figure.`,
        },
        { zh: '请填数字；没有发生填 0。', en: 'Type a figure, 0 for none.' },
        cells,
      );
    default:
      return undefined;
  }
}

export function formulaChanged(range: SourceRange, spec: CellSpec): Diagnostic {
  return finding(
    'form/formula-changed',
    'info',
    range,
    {
      zh: `${spec.name}的公式改过，按格里现在的数读。`,
      en: `The formula of ${spec.name} was changed; what it shows was read.`,
    },
    { zh: '不是有意改的，就从原来的填报表把公式复制回来。', en: 'Copy the formula back unless the change was meant.' },
    [spec.address],
  );
}

function short(text: string): string {
  const characters = Array.from(text.replace(/\s+/gu, ' ').trim());
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('');
}
