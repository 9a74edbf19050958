/** Codes of correcting a filing. */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const correctCodes: readonly CodeEntry[] = [
  {
    code: 'correct/damaged-filing',
    severity: 'error',
    title: { zh: '原报送件不完好', en: 'A damaged filing' },
    why: {
      zh: '原报送件少了文件、多了文件或者被改动过，就不是当时报送的内容，更正说明会写错。',
      en: 'A filing with missing, added or changed files is not what was filed; the notice would be wrong.',
    },
    fix: {
      zh: '用原样保存的那一份，或者向收件单位要一份。',
      en: 'Use the copy kept as it was, or ask the recipient for one.',
    },
  },
  {
    code: 'correct/no-data',
    severity: 'error',
    title: { zh: '原报送件里没有数据', en: 'A filing without data' },
    why: { zh: '没有原来的数据，无法比较改了什么。', en: 'Without the old data nothing can be compared.' },
    fix: { zh: '用完整的报送件。', en: 'Use the whole filing.' },
  },
  {
    code: 'correct/from-data-file',
    severity: 'warning',
    title: { zh: '按数据文件比较', en: 'Compared with the data file' },
    why: {
      zh: '公开文件没有带数据，数据文件里没有上年数据和图片，这两样的改动看不出来。',
      en: "The data file alone holds neither last year's figures nor pictures.",
    },
    fix: { zh: '核对更正说明是否齐全。', en: 'See whether the notice is complete.' },
  },
  {
    code: 'correct/pack-changed',
    severity: 'warning',
    title: { zh: '模板变过', en: 'The pack has changed' },
    why: {
      zh: '固定用语和版面由模板决定；模板变了，新旧报告会有数据以外的不同，更正说明里没有列出。',
      en: 'Fixed wording and layout are the pack’s; the notice does not list their changes.',
    },
    fix: { zh: '对照新旧两份报告，或者用原来版本的程序。', en: 'Compare both by eye, or use the old program.' },
  },
  {
    code: 'correct/other-agency',
    severity: 'error',
    title: { zh: '不是同一个单位', en: 'Another office' },
    why: {
      zh: '更正件接在原报送件后面，只能是同一个单位的。',
      en: 'A correction follows a filing of the same office.',
    },
    fix: { zh: '核对文件；更名的把原名写进曾用名。', en: 'Check the files; list an old name under former_names.' },
  },
  {
    code: 'correct/other-year',
    severity: 'error',
    title: { zh: '不是同一年度', en: 'Another year' },
    why: { zh: '别的年度的报告是另一份报告。', en: 'A report of another year is another report.' },
    fix: { zh: '核对文件。', en: 'Check the files.' },
  },
  {
    code: 'correct/other-form',
    severity: 'error',
    title: { zh: '不是同一种表式', en: 'Another form' },
    why: { zh: '表式不同，格与格对不上，说不清改了什么。', en: 'Cells of two forms cannot be compared one by one.' },
    fix: { zh: '改回原来的模板，或者重新报送。', en: 'Go back to the old form, or file anew.' },
  },
  {
    code: 'correct/nothing-changed',
    severity: 'error',
    title: { zh: '没有要更正的', en: 'Nothing to correct' },
    why: { zh: '公开的内容一样，不用新的报送件。', en: 'What is published is the same.' },
    fix: { zh: '核对是不是改了别的文件。', en: 'Check that the right file was changed.' },
  },
  {
    code: 'correct/no-words',
    severity: 'error',
    title: { zh: '模板没有更正说明的用语', en: 'A pack without the words of a correction' },
    why: { zh: '更正说明怎样写，由模板决定，程序里没有。', en: 'What the notice says is the pack’s.' },
    fix: {
      zh: '沿用自带的表式，或者写一个 correction.yaml。',
      en: 'Extend a built-in form, or write a correction.yaml.',
    },
  },
  {
    code: 'correct/no-reason',
    severity: 'error',
    title: { zh: '没有更正原因', en: 'No reason' },
    why: { zh: '收件单位和公众要知道为什么更正。', en: 'Readers must know why.' },
    fix: { zh: '写一两句原因，会公开。', en: 'Write a sentence or two; they will be public.' },
  },
];
