/** Findings of opening a report: what it needs besides its own file is not there, or not ready. */
import type { ReportData } from './data/types.js';
import type { Diagnostic } from './diagnostic/diagnostic.js';
import type { LoadedFile } from './load/loaded.js';
import type { TemplatePack } from './pack/types.js';

/** Sections still marked as a draft by `new` or `aggregate` stop `build` (design section 8). */
export function draftSections(data: ReportData, pack: TemplatePack): readonly Diagnostic[] {
  return [...data.sections.values()]
    .filter((section) => section.draft)
    .map((section): Diagnostic => {
      const spec = pack.sections.find((candidate) => candidate.id === section.id);
      const name = spec === undefined ? section.id : spec.number + spec.heading;
      return {
        code: 'report/draft-section',
        severity: 'error',
        message: {
          zh: `“${name}”还标着草稿，不能生成正式报告。`,
          en: `The section "${name}" is still marked as a draft.`,
        },
        hint: {
          zh: '请改好这一部分，然后删去“草稿”一行；只想看样子可加 --draft。',
          en: 'Finish the section and remove its draft line; --draft builds a marked draft.',
        },
        range: section.range,
      };
    });
}

/** The file says no pack. */
export function packNotNamed(file: LoadedFile): Diagnostic {
  return {
    code: 'pack/not-named',
    severity: 'error',
    message: { zh: '数据文件没有说明用哪个模板。', en: 'The data file does not name its template pack.' },
    hint: {
      zh: '请加一行“模板: cn-2021”（可用的模板见 nianbao packs list）。',
      en: 'Add a line "pack: cn-2021" (see `nianbao packs list`).',
    },
    range: { file: file.source.name, start: 0, end: 0 },
  };
}

/** The pack is common ground for others and has no form of its own. */
export function packIsAbstract(pack: TemplatePack, file: LoadedFile): Diagnostic {
  return {
    code: 'pack/abstract',
    severity: 'error',
    message: {
      zh: `“${pack.id}”只是供其他模板继承的公共部分，不能直接用来编报告。`,
      en: `"${pack.id}" is only common ground for other packs; no report can be made with it.`,
    },
    hint: { zh: '请改用具体的模板，如 cn-2021。', en: 'Use a pack of a form, such as cn-2021.' },
    ...(file.pack === undefined ? {} : { range: file.pack.range }),
  };
}

/** The reference leads to no pack. */
export function packNotFound(reference: string): Diagnostic {
  return {
    code: 'pack/not-found',
    severity: 'error',
    message: { zh: `找不到模板“${reference}”。`, en: `The template pack "${reference}" was not found.` },
    hint: {
      zh: '请核对模板名称（nianbao packs list 列出自带的模板）或文件夹路径。',
      en: 'Check the name (`nianbao packs list` shows the built-in ones) or the folder path.',
    },
  };
}
