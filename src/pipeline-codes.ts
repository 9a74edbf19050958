import type { CodeEntry } from './diagnostic/catalogue.js';

/** Codes of opening a report: what it needs besides its own file. */
export const pipelineCodes: readonly CodeEntry[] = [
  {
    code: 'pack/not-named',
    severity: 'error',
    title: { zh: '没有写明模板', en: 'No template pack is named' },
    why: { zh: '不知道按哪一种格式，就不能核对和生成。', en: 'Without the form nothing can be checked or built.' },
    fix: { zh: '加一行“模板: cn-2021”，或在命令里加 --pack。', en: 'Add a line "pack: cn-2021" or use --pack.' },
  },
  {
    code: 'pack/not-found',
    severity: 'error',
    title: { zh: '找不到模板', en: 'The template pack was not found' },
    why: { zh: '模板名称写错，或文件夹不在数据文件旁边。', en: 'The id is wrong or the folder is elsewhere.' },
    fix: {
      zh: '用 nianbao packs list 查看自带的模板；文件夹路径从数据文件所在处写起。',
      en: 'See `nianbao packs list`; folders are relative to the data file.',
    },
  },
  {
    code: 'pack/abstract',
    severity: 'error',
    title: { zh: '模板只是公共部分', en: 'The pack is common ground only' },
    why: { zh: '它没有章节和表格，供其他模板继承。', en: 'It has no sections and tables of its own.' },
    fix: { zh: '改用具体的模板，如 cn-2021。', en: 'Use a pack of a form, such as cn-2021.' },
  },
  {
    code: 'profile/not-found',
    severity: 'error',
    title: { zh: '找不到要求配置', en: 'The profile was not found' },
    why: { zh: '上级机关的要求就不能核对。', en: "The superior's demands cannot be checked." },
    fix: { zh: '核对名称或路径；不需要时删去这一行。', en: 'Check the name or path, or remove the line.' },
  },
  {
    code: 'previous/unreadable',
    severity: 'error',
    title: { zh: '上年数据文件读不到', en: "Last year's file cannot be read" },
    why: { zh: '上年结转等跨年数字就不能核对。', en: 'Cross-year checks cannot run.' },
    fix: {
      zh: '核对路径（相对于本数据文件，可以在相邻文件夹），并先单独检查那个文件。',
      en: 'Check the path, and check that file by itself.',
    },
  },
  {
    code: 'report/placeholder',
    severity: 'error',
    title: { zh: '还有“○○○”没有填写', en: 'Places marked ○○○ are not filled in' },
    why: {
      zh: '新建的数据文件用“○○○”标出要填的地方，不填就会印在公开的报告里。',
      en: 'A new data file marks with circles what is to be filled in; they would be printed.',
    },
    fix: { zh: '换成实际内容，或删去那一句。', en: 'Fill them in, or delete the sentence.' },
  },
  {
    code: 'report/draft-section',
    severity: 'error',
    title: { zh: '章节还是草稿', en: 'A section is still a draft' },
    why: {
      zh: '从上年沿用的文字没有改过就公开，会把旧年份、旧事情印出来。',
      en: "Last year's text would be published as it is.",
    },
    fix: { zh: '改好后删去“草稿”一行。', en: 'Finish it and remove its draft line.' },
  },
];
