/** Findings of opening a report: what it needs besides its own file is not there, or not ready. */
import type { ReportData } from './data/types.js';
import type { Diagnostic } from './diagnostic/diagnostic.js';
import type { LoadedFile } from './load/loaded.js';
import type { TemplatePack } from './pack/types.js';
import type { NamedBytes, ReportFolder } from './pipeline-sources.js';
import type { SourceRange } from './source/source.js';

/** Sections still marked as a draft by `new` or `aggregate` stop `build` (design section 8). */
export function draftSections(data: ReportData, pack: TemplatePack): readonly Diagnostic[] {
  return [...data.sections.values()]
    .filter((section) => section.draft)
    .map((section): Diagnostic => {
      const spec = pack.sections.find((candidate) => candidate.id === section.id);
      const heading = (spec?.number ?? '') + (spec?.heading ?? '');
      // A lead section prints no heading; data files call it by the pack's word.
      const name = heading === '' ? (pack.terms.keys['lead']?.[0] ?? section.id) : heading;
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
export function packIsAbstract(pack: TemplatePack, file?: LoadedFile): Diagnostic {
  return {
    code: 'pack/abstract',
    severity: 'error',
    message: {
      zh: `“${pack.id}”只是供其他模板继承的公共部分，不能直接用来编报告。`,
      en: `"${pack.id}" is only common ground for other packs; no report can be made with it.`,
    },
    hint: { zh: '请改用具体的模板，如 cn-2021。', en: 'Use a pack of a form, such as cn-2021.' },
    ...(file?.pack === undefined ? {} : { range: file.pack.range }),
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

/** Last year's file is not there, is no report, or is a folder that holds none or several. */
export function previousUnreadable(
  path: string,
  found: NamedBytes | ReportFolder | undefined,
  range: SourceRange | undefined,
): Diagnostic {
  return {
    code: 'previous/unreadable',
    severity: 'error',
    ...(found !== undefined && 'reports' in found ? notOneReport(path, found.reports) : noReport(path, found)),
    ...(range === undefined ? {} : { range }),
  };
}

function noReport(path: string, found: NamedBytes | undefined): Pick<Diagnostic, 'message' | 'hint'> {
  return {
    message: {
      zh: `上年数据文件“${path}”${found === undefined ? '找不到' : '读不出来'}，跨年核对无法进行。`,
      en: `The previous year's file "${path}" ${found === undefined ? 'was not found' : 'cannot be read'}; cross-year checks cannot run.`,
    },
    hint: {
      zh: '请核对路径（相对于本数据文件），或先单独检查那个文件。',
      en: 'Check the path (relative to this data file), or check that file by itself first.',
    },
  };
}

/** Most reports of a folder that a hint names. */
const NAMED_REPORTS = 5;

function notOneReport(path: string, reports: readonly string[]): Pick<Diagnostic, 'message' | 'hint'> {
  const named = reports.slice(0, NAMED_REPORTS).map((report) => `“${report}”`);
  const more = reports.length > named.length;
  return reports.length === 0
    ? {
        message: {
          zh: `上年数据写的“${path}”是文件夹，里面没有年报的数据文件，跨年核对无法进行。`,
          en: `"${path}" is a folder without a report's data file; cross-year checks cannot run.`,
        },
        hint: {
          zh: '请写上年数据文件的路径，连文件名一起写。',
          en: "Write the path of last year's data file with its name.",
        },
      }
    : {
        message: {
          zh: `上年数据写的“${path}”是文件夹，里面有 ${reports.length} 个数据文件，不知道用哪一个，跨年核对无法进行。`,
          en: `"${path}" is a folder with ${reports.length} data files; cross-year checks cannot run.`,
        },
        hint: {
          zh: `请连文件名一起写，例如${named.join('或')}${more ? '等' : ''}。`,
          en: `Write one of them: ${named.join(' or ')}${more ? ' …' : ''}.`,
        },
      };
}
