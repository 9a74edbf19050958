/** What an office's Word file can be found lacking, each as one function from facts to a diagnostic. */
import type { Bilingual, Diagnostic, Severity } from '../../../diagnostic/diagnostic.js';

type Code =
  | 'unreadable'
  | 'dropped'
  | 'style-missing'
  | 'style-added'
  | 'style-unknown'
  | 'body-indent'
  | 'numbering'
  | 'body'
  | 'mark'
  | 'page'
  | 'page-number'
  | 'placeholder';

function finding(code: Code, severity: Severity, file: string, zh: string, en: string, hint?: Bilingual): Diagnostic {
  return {
    code: `docx/template-${code}`,
    severity,
    message: { zh: `Word 模板“${file}”：${zh}`, en: `Word template "${file}": ${en}` },
    range: { file, start: 0, end: 0 },
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Why a file cannot serve as a template at all. */
export type Refusal = 'old' | 'no-document' | 'strict' | 'xml';

const refusals: Readonly<Record<Refusal, Bilingual>> = {
  old: { zh: '是旧格式（.doc、.dot）或加了密码的文件', en: 'it is of the old binary form or has a password' },
  'no-document': { zh: '不是 Word 文件', en: 'it is no Word file' },
  strict: { zh: '存成了“严格 Open XML”格式', en: 'it was saved as Strict Open XML' },
  xml: { zh: '内容损坏，或者含有不允许的声明', en: 'a part is broken or declares a document type' },
};

export function unreadable(file: string, why: Refusal): Diagnostic {
  const reason = refusals[why];
  return finding('unreadable', 'error', file, `读不了，${reason.zh}。`, `it cannot be used: ${reason.en}.`, {
    zh: '请用 Word 或 WPS 打开，另存为“Word 模板（.dotx）”或“Word 文档（.docx）”，换掉模板文件夹里的文件。',
    en: 'Open it in Word, save it as .dotx or .docx, and put that file into the pack folder.',
  });
}

/** Things that are never taken over. */
export type DroppedThing =
  | 'macros'
  | 'remote-template'
  | 'remote-image'
  | 'object'
  | 'control'
  | 'image-type'
  | 'drawing'
  | 'field'
  | 'font'
  | 'note'
  | 'columns';

const things: Readonly<Record<DroppedThing, Bilingual>> = {
  macros: { zh: '宏', en: 'macros' },
  'remote-template': { zh: '指向别处的模板链接', en: 'a link to another template' },
  'remote-image': { zh: '存在别处的图片', en: 'pictures kept elsewhere' },
  object: { zh: '嵌入的对象', en: 'embedded objects' },
  control: { zh: '窗体控件', en: 'ActiveX controls' },
  'image-type': { zh: '不认识的图片格式', en: 'pictures of an unknown type' },
  drawing: { zh: '图形、图表或文本框', en: 'shapes, charts or text boxes' },
  field: { zh: '会读取别处内容的域', en: 'fields that read something from elsewhere' },
  font: { zh: '嵌入的字体文件', en: 'embedded fonts' },
  note: { zh: '批注、脚注和尾注', en: 'comments, footnotes and endnotes' },
  columns: { zh: '分栏', en: 'columns' },
};

export function dropped(file: string, found: ReadonlySet<DroppedThing>): Diagnostic {
  const names = (Object.keys(things) as DroppedThing[])
    .filter((thing) => found.has(thing))
    .map((thing) => things[thing]);
  return finding(
    'dropped',
    'warning',
    file,
    `没有采用里面的${names.map(({ zh }) => zh).join('、')}。`,
    `not taken over: ${names.map(({ en }) => en).join(', ')}.`,
    {
      zh: '这些内容不安全，或者别的软件读不出来。不需要的请在模板里删去；标识请用插入的图片（PNG、JPEG），图片要存在文件里面。',
      en: 'They are unsafe or not readable everywhere. Remove what is not needed; insert a logo as a PNG or JPEG kept in the file.',
    },
  );
}

export function styleMissing(file: string, names: readonly string[]): Diagnostic {
  return finding(
    'style-missing',
    'warning',
    file,
    `没有样式${listed(names)}，用了本程序的样子。`,
    `it lacks the styles ${names.join(', ')}; the program's own are used.`,
    {
      zh: '请在模板里定义这些样式（在 Word 的“样式”窗格里改一次，样式就存进模板），或者在 style.yaml 的 word_styles 里写明用模板的哪个样式。',
      en: 'Define them in the template, or say in word_styles of style.yaml which of its styles to use.',
    },
  );
}

export function styleAdded(file: string, names: readonly string[]): Diagnostic {
  return finding(
    'style-added',
    'info',
    file,
    `加了本程序自用的样式${listed(names)}；表格里的字用本程序的字体字号，其余随模板的正文。`,
    `styles of the program's own were added: ${names.join(', ')}.`,
    {
      zh: '要改它们的样子，在模板里建同名的样式，或者在 style.yaml 的 word_styles 里写明。',
      en: 'Define styles of these names in the template, or name others in word_styles.',
    },
  );
}

export function styleUnknown(file: string, role: string, name: string, known: readonly string[]): Diagnostic {
  return finding(
    'style-unknown',
    'warning',
    file,
    `word_styles 里 ${role} 写的样式“${name}”，模板里没有。`,
    `word_styles names "${name}" for ${role}, which the template has not.`,
    {
      zh: `模板里有：${known.slice(0, 30).join('、')}。`,
      en: `It has: ${known.slice(0, 30).join(', ')}.`,
    },
  );
}

export function bodyIndent(file: string, name: string): Diagnostic {
  return finding(
    'body-indent',
    'info',
    file,
    `样式“${name}”没有首行缩进，另建了样式“报告正文”，只加首行缩进，其余照“${name}”。`,
    `the style "${name}" sets no first-line indent; a style that only adds it was made.`,
    {
      zh: '模板里另有带缩进的正文样式的，在 style.yaml 的 word_styles 里写 body: 样式名。',
      en: 'If the template has a body style of its own, name it as body in word_styles.',
    },
  );
}

export function numbering(file: string, names: readonly string[]): Diagnostic {
  return finding(
    'numbering',
    'warning',
    file,
    `样式${listed(names)}带自动编号，已去掉：序号由本程序写，不然会出现两个。`,
    `automatic numbers of the styles ${names.join(', ')} were taken off: numbers are part of the text.`,
    {
      zh: '请在模板里把这些样式的编号设为“无”，再看缩进合不合适。',
      en: 'Set the numbering of these styles to none in the template and look at their indents.',
    },
  );
}

export function bodyLeftOut(file: string, text: string): Diagnostic {
  return finding(
    'body',
    'warning',
    file,
    `正文里的内容（“${text}”）没有采用。`,
    `its own text ("${text}") is not taken over.`,
    {
      zh: '只要样式、页眉页脚的，不必理会；要保留红头、封面、版记的，在放报告的地方单独写一行 {{正文}}，前后的内容就会留下。',
      en: 'To keep a letterhead or imprint, write a paragraph {{正文}} where the report goes: what stands before and after it stays.',
    },
  );
}

export function markUnusable(file: string): Diagnostic {
  return finding(
    'mark',
    'warning',
    file,
    '{{正文}} 写在表格、文本框里或者与别的字在一行，没有采用，正文里的内容也没有采用。',
    'the mark {{正文}} stands in a table or text box or beside other text and was not used.',
    { zh: '请让 {{正文}} 单独占一段，不放在表格和文本框里。', en: 'Give the mark a paragraph of its own.' },
  );
}

export function pageUnusable(file: string): Diagnostic {
  return finding(
    'page',
    'warning',
    file,
    '纸张和页边距不成立，用了本程序的页面设置。',
    "its paper size and margins make no page; the program's own are used.",
    { zh: '请在模板的“页面设置”里改好。', en: 'Correct the page setup of the template.' },
  );
}

export function noPageNumber(file: string): Diagnostic {
  return finding(
    'page-number',
    'warning',
    file,
    '没有页脚，页码用了本程序的样子。',
    "it has no footer; the program's page numbers are used.",
    { zh: '请在模板的页脚里插入页码。', en: 'Insert page numbers into the footer of the template.' },
  );
}

export function placeholderLeft(file: string, marks: readonly string[]): Diagnostic {
  return finding(
    'placeholder',
    'warning',
    file,
    `${marks.join('、')}照样印出，没有换成数据。`,
    `${marks.join(', ')} are printed as they stand.`,
    {
      zh: 'Word 模板里可以用 {{单位}}、{{年}}、{{标题}}、{{成文日期}}，一次打完，中间不要改字体。',
      en: 'A Word template may hold {{单位}}, {{年}}, {{标题}}, {{成文日期}}, each typed in one go.',
    },
  );
}

function listed(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join('');
}
