/**
 * Our reading of the oracle: which messages find which finding. Written from the findings, before and apart
 * from the checks; only codes were changed later, where a check came to stand under another one.
 *
 * A finding has `any` (one message is enough) or `all` (each must be there). A message is told by its code, and by a cell it
 * stands on or a line of the seed it points at.
 * `required`: what must be found. `hard`: why the rest may be missed. `unseen`: why no program
 * that reads a data file can find it; such a finding is not counted.
 */

/** A figure, or zero in words, that its cell denies: two codes, by whether one of the sides is zero or blank. */
const figure = ['D-T4', 'D-T5'];
const label = ['compose/office-label', 'D-S1', 'D-A1'];
const noPlace = '表头、换行和空行由程序印出，数据文件里没有这样的地方';
const printed = '题目由程序印出，数据文件不会缺题目';
const signature = '没有署名和日期的报告也允许，成文日期不是必填';

/** `hard`: why a program that is not to cry wolf may well miss it; printed when it is missed. */
const find = (codes, place = {}, hard) => ({ any: [{ codes, ...place }], hard });
const must = (codes, place = {}) => ({ ...find(codes, place), required: true });
const unseen = (why) => ({ unseen: why });

export const expected = {
  '000-01': must(figure, { cells: ['2230'], lines: [23] }),
  '000-02': must(figure, { cells: ['6000'], lines: [19, 22] }),
  '000-03': must(['D-T6'], { lines: [19, 22] }),
  '000-04': find(figure, { cells: ['1110', '1120'], lines: [19, 20] }, '政策文件不一定是规范性文件，不敢断定'),
  '000-05': unseen('正文与表各自都对，只是句子的排列让人以为另算'),
  '000-06': find(label, { cells: ['8310'], lines: [103] }),
  '000-07': find(label, { cells: ['8400'], lines: [105] }),
  '000-08': unseen(printed),
  '000-09': find(['D-S3'], { lines: [6, 9, 11, 13, 15, 18] }),
  '000-10': find(['D-S4'], { lines: [3] }, '报告所列的名称与标题意思相同、说法不同'),
  '000-11': unseen(noPlace),
  '000-12': find(['D-A2'], { lines: [3] }),
  '000-13': find(['D-A1', 'D-S1', 'D-S3'], { lines: [4] }, '标题里“一”后面多一个空格'),
  '000-14': find(['D-A1', 'D-A2', 'data/date'], { lines: [112] }, '填报日期的写法各地不同'),
  '000-15': find(['D-A1']),

  '001-01': find(['D-S1'], { lines: [66] }),
  '001-02': unseen(noPlace),
  '001-03': unseen(noPlace),
  '001-04': unseen(noPlace),
  '001-05': find(['D-A2'], { lines: [68, 69] }),
  '001-06': unseen('语病，不是格式'),
  '001-07': find(['D-A1', 'D-Y1', 'D-S1'], { lines: [1] }, '题目里单位名称后面有一个空格，许多报告这样分行'),
  '001-08': must(['T2-2', 'rule/no-previous']),
  '001-09': find(['D-A1']),

  '002-01': must(['D-Y1'], { lines: [26] }),
  '002-02': must(['I14-C2'], { cells: ['1240'] }),
  '002-03': must(['I14-R2'], { cells: ['2240', '2100'] }),
  '002-04': { all: [{ codes: ['I14-C1'] }, { codes: ['I14-R4'] }], required: true },
  '002-05': {
    all: [
      { codes: ['I14-B1'] },
      // the text says zero of requests, fees, reviews and suits; the table leaves them blank
      { codes: figure, cells: ['3100'], lines: [13] },
      { codes: figure, cells: ['7000'], lines: [15] },
      { codes: figure, cells: ['4000', '5000'], lines: [17] },
    ],
    required: true,
  },
  '002-06': must(figure, { cells: ['1240'], lines: [11] }),
  '002-07': find(
    figure,
    { cells: ['8300', '8310', '8320'], lines: [6] },
    '正文没有数字；表里的专职人员不包括网站工作人员',
  ),
  '002-08': find(figure, { cells: ['2240'], lines: [8, 11] }, '咨询件数和回应事件数可能不是一回事'),
  '002-09': unseen('正文没有说，不等于说错；表里有数而正文不提的格太多'),
  '002-10': unseen('是当地用表，模板就是这样写的，不是差错'),
  '002-11': unseen(`${signature}；题目缺地名要知道它是哪里的单位`),
  '002-12': unseen(noPlace),
  '002-13': find(['D-A1', 'D-A2'], { lines: [11] }, '缺量词要读懂句子'),
  '002-14': unseen('当地用表就用“1、”'),
  '002-15': find(['D-A1']),

  '003-01': must(['I14-R9'], { cells: ['9300'] }),
  '003-02': must(figure, { cells: ['1250'], lines: [47, 53, 61] }),
  '003-03': unseen('数字相同，名称不同，读了才知道不是一回事'),
  '003-04': unseen('数字相同；“截至”是累计还是当年，要问编写的人'),
  '003-05': find(['D-A1', 'D-A2'], { lines: [61] }),
  '003-06': find(['D-A1', 'D-A2', 'compose/lines-joined'], { lines: [13, 15, 35, 37, 61, 63, 77, 79] }),
  '003-07': unseen(noPlace),
  '003-08': find(['D-A1']),
  '003-09': find(['D-A1']),
  '003-10': unseen(signature),

  '004-01': must(['I14-S1'], { cells: ['3100'] }),
  '004-02': must(['I14-R5'], { cells: ['3200', '3300'] }),
  '004-03': must(['I14-R7'], { cells: ['3300', '3100'] }),
  '004-04': must(figure, { cells: ['3100'], lines: [30] }),
  '004-05': must(['I14-R1'], { cells: ['1110', '1120'] }),
  '004-06': must(['I14-R9'], { cells: ['9300', '9200'] }),
  '004-07': find(figure, { cells: ['9200'], lines: [7] }, '正文没有数字；日常学习不一定是培训班'),
  '004-08': must(['I14-B1'], { cells: ['4000'] }),
  '004-09': find(['D-S2'], { lines: [33] }),
  '004-10': must(['D-Y3'], { lines: [19] }),
  '004-11': { all: [2, 14, 41].map((at) => ({ codes: ['D-A2'], lines: [at] })) },
  '004-12': find(figure, { cells: ['1210'], lines: [18] }, '报纸不是政府公报，要读懂才知道'),
  '004-13': find(figure, { cells: ['1250'], lines: [17, 18, 20] }, '正文没有数字，只说用了这些方式'),
  '004-14': find(figure, { cells: ['8200'], lines: [17] }, '正文没有数字；发宣传单的地方不一定是查阅点'),
  '004-15': unseen('副局长是不是主要负责同志、热线是不是在线访谈，要读懂才知道'),
  '004-16': unseen('正文没有说，不等于说错'),
  '004-17': find(label, { cells: ['3000'], lines: [165] }),
  '004-18': unseen(noPlace),
  '004-19': unseen(printed),
  '004-20': unseen(noPlace),
  '004-21': find(['D-A1', 'D-A2'], { lines: [4] }, '简称没有先说明全称'),
  '004-22': find(['D-A1'], { lines: [10, 15] }, '错别字要读懂句子'),
  '004-23': find(['D-A1']),
};

/**
 * What holds, in the order of the oracle: a message of these codes there contradicts it. `says` narrows a code to the figures
 * meant, where another finding of the same code stands on the same line.
 */
export const holding = {
  '000': [
    [{ codes: /^I14-/ }],
    [{ codes: /^I14-[SCP]|^D-T4$/, cells: ['1100', '1220', '1230', '1240', '1250'] }],
    [{ codes: /^(I14-S4|D-T4)$/, cells: ['8300', '8310', '8320'] }],
    [{ codes: /^D-T3$/, lines: [20] }],
    [{ codes: /^D-T3$/, lines: [19] }],
    [{ codes: /^D-T[2346]$/, lines: [19, 22], says: /65787|6\.58/ }],
    [{ codes: /^D-T[45]$/, cells: ['2100', '2210', '2211'] }],
    [{ codes: /^(D-T[26]|D-S4)$/, lines: [8] }],
  ],
  '001': [
    [
      { codes: /^(T3-[RCBY]|T-B)/, cells: ['t3/'] },
      { codes: /^D-T[45]$/, cells: ['t3/'] },
    ],
    [
      { codes: /^(T4|T-B)/, cells: ['t4/'] },
      { codes: /^D-T[45]$/, cells: ['t4/'] },
    ],
    [{ codes: /^D-T2$/, lines: [6], says: /131/ }],
    [{ codes: /^D-T2$/, lines: [6], says: /54/ }],
    [{ codes: /^D-T2$/, lines: [6], says: /27059/ }],
    [{ codes: /^D-S[1234]$/, lines: [5, 7, 9, 11, 13] }],
    [{ codes: /^T6-1$/ }],
  ],
  '002': [
    [{ codes: /^D-T[26]$/, lines: [19], says: /29/ }],
    [{ codes: /^D-T[26]$/, lines: [22], says: /96/ }],
    [{ codes: /^D-T[45]$/, cells: ['9100'] }],
    [{ codes: /^D-T6$/, lines: [8, 11], says: /300/ }],
  ],
  '003': [
    [{ codes: /^I14-B/ }],
    [{ codes: /^(I14-[CSP]|D-T[46])/, cells: ['1100', '1220', '1230'] }],
    [{ codes: /^D-T[456]$/, cells: ['1240'] }],
    [{ codes: /^I14-S[123]|^D-T[456]$/, cells: ['3100', '3200', '3300', '3210', '3360', '3370'] }],
    [{ codes: /^(I14-S4|D-T[456])$/, cells: ['8300', '8310', '8320'] }],
    [{ codes: /^I14-R1$/ }],
    [{ codes: /^(D-T[26]|D-S4)$/, lines: [67] }],
  ],
  '004': [
    [{ codes: /^(I14-C|D-T4)/, cells: ['1100', '1220'], lines: [14] }],
    [{ codes: /^I14-S3$/ }],
    [{ codes: /^(I14-S4|D-T[45])$/, cells: ['8300', '8310', '8320'] }],
    [{ codes: /^D-T[45]$/, cells: ['2230'] }],
    [{ codes: /^D-T2$/, lines: [32] }],
    [{ codes: /^D-S4$/, lines: [2] }],
  ],
};

/**
 * Messages that are right although the oracle does not list them, each judged by reading: `{seed, codes, cells?, lines?, why}`.
 */
export const alsoTrue = [
  { seed: '000', codes: ['D-S1'], lines: [2], why: '“引 言”中间有空格' },
  { seed: '004', codes: ['D-S3'], lines: [16], why: '正文里的“1、”应为“1.”' },
];

/**
 * Messages that count as neither right nor wrong: notes for the reader that no finding of the oracle speaks of (other years in
 * a comparison or plan, how many figures matched nothing, no data of last year, what the program put in or tidied).
 */
export const notes = [
  'D-Y3',
  'D-T7',
  'D-D1',
  'rule/no-previous',
  'compose/default-wording',
  'compose/cleaned-characters',
];
