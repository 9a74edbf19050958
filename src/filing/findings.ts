/** What forbids a filing beside the findings of the report itself. */
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import type { SourceRange } from '../source/source.js';

export function noWords(pack: string): Diagnostic {
  return {
    code: 'filing/no-words',
    severity: 'error',
    message: {
      zh: `模板“${pack}”里没有报送文书的用语，不能制作报送件。`,
      en: `The pack "${pack}" has no words for a filing.`,
    },
    hint: {
      zh: '让模板沿用一种自带的表式，或者照说明写一个 filing.yaml。',
      en: 'Let the pack extend a built-in form, or write a filing.yaml for it.',
    },
  };
}

export function draftSection(heading: string, range: SourceRange): Diagnostic {
  return {
    code: 'filing/draft-section',
    severity: 'error',
    message: {
      zh: `“${heading}”还标着草稿，不能报送。`,
      en: `The section "${heading}" is still marked as a draft and cannot be filed.`,
    },
    hint: { zh: '写好以后去掉草稿标记。', en: 'Finish it and take the mark away.' },
    range,
  };
}

export function attachmentMissing(path: string, range: SourceRange): Diagnostic {
  return {
    code: 'filing/attachment-missing',
    severity: 'error',
    message: {
      zh: `读不到附件“${path}”。`,
      en: `The attachment "${path}" cannot be read.`,
    },
    hint: {
      zh: '把文件放进数据文件所在的文件夹，核对名称；一个文件不超过 64 MB。',
      en: "Put the file into the data file's folder and check its name; one file has at most 64 MB.",
    },
    range,
  };
}

export function attachmentsTooLarge(files: number, megabytes: number, range: SourceRange | undefined): Diagnostic {
  return {
    code: 'filing/attachments-too-large',
    severity: 'error',
    message: {
      zh: `附件太多或太大：最多 ${files} 个，合计 ${megabytes} MB。`,
      en: `There are too many attachments, or they are too large: at most ${files} files and ${megabytes} MB.`,
    },
    hint: { zh: '只附必要的文件，大的另行报送。', en: 'Attach what is needed, and send large files apart.' },
    ...(range === undefined ? {} : { range }),
  };
}

export function unknownLetter(kind: string, written: string, known: readonly string[], range: SourceRange): Diagnostic {
  return {
    code: 'filing/unknown-letter',
    severity: 'warning',
    message: {
      zh: `要求配置要的报送文书“${kind}”，模板里没有，写了${written}。`,
      en: `The profile asks for the letter "${kind}", which the pack does not have; ${written} was written.`,
    },
    hint: {
      zh: `在要求配置里改成：${known.join('、')}。`,
      en: `Name one of these in the profile: ${known.join(', ')}.`,
    },
    range,
  };
}

export function dataNotCarried(name: string): Diagnostic {
  return {
    code: 'filing/data-not-carried',
    severity: 'error',
    message: {
      zh: `从“${name}”里取出的数据与写入的不同，不能报送。`,
      en: `The data taken out of "${name}" are not what was put in.`,
    },
    hint: {
      zh: '重新制作；仍有问题时加 --no-embed，并报告给开发者。',
      en: 'Make it again; if it stays, use --no-embed and report it.',
    },
  };
}
