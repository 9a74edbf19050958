import { describe, expect, it } from 'vitest';
import { covered } from './fixture.js';
import { messages, opened } from './opened.js';

const offices = '中共青山县委、青山县人大、青山县政府、青山县政协';

describe('D-A2: what does not belong in the text', () => {
  it.each([
    ['web page', '未收取信息处理费。\n\n文章来源：办公室', '文章来源：办公室'],
    ['web page, run on', '未收取信息处理费。责任编辑:○某', '责任编辑:○某'],
    ['buttons', '未收取信息处理费。\n\n【打印】【关闭】', '【打印】【关闭】'],
    ['English word', '刊登执法检查 and 审计工作通知。', '“and”'],
    ['entity', '公开信息&nbsp;131条。', '&nbsp;'],
    ['program', '公开信息undefined条。', 'undefined'],
    ['spreadsheet', '公开信息#REF!条。', '#REF!'],
    ['mojibake', '公开信息锟斤拷条。', '锟斤拷'],
    ['place not filled in', '在XX县开展培训。', 'XX'],
    ['month not filled in', '×月举办培训。', '×'],
    ['address without host', '电子版下载：/xxgk/web46/index.html。', '/xxgk/web46/index'],
    ['label without value', '请与办公室联系（联系电话：，地址：人民路1号）。', '联系电话'],
    ['end of a section', '全年工作平稳。主要情况如下：', '冒号后面没有内容'],
    ['doubled word', '公开的的信息。', '“的的”'],
    ['doubled verb', '我局进行进行了培训。', '“进行进行”'],
    ['doubled mark', '完善目录，，加强培训。', '“，，”'],
    ['another word for the data', '报告中所列某某彩票统计期限从2023年1月1日起。', '“某某彩票”'],
    ['about twice', '访问量近3万余人次。', '“近3万余”'],
  ])('finds %s', (_, text, words) => {
    const found = messages('D-A2', text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
  });

  it('R-15: finds a list of offices where another word belongs (seed 004), once with all places', () => {
    const text = [
      `报告中所列${offices}的统计期限自2023年1月1日起。`,
      `公开工作动态、业务工作、统计${offices}等信息。`,
      `内容保障不够及时，${offices}迁移的效率较低。`,
    ].join('\n\n');
    const { diagnostics, source } = opened({ text }, 'D-A2');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message.zh).toContain(`“${offices}”在正文里出现3次`);
    expect(covered({ name: '', text: source, lineStarts: [] }, diagnostics[0]?.range)).toBe(offices);
    expect(diagnostics[0]?.related).toHaveLength(2);
    expect(messages('D-A2', `报告中所列${offices}的统计期限自1月1日起。`)).toHaveLength(1);
  });

  it('finds a sentence pasted twice and shows both places', () => {
    const twice = '建立健全政府信息公开工作机制，明确分管领导和责任科室，落实专人负责。';
    const { diagnostics } = opened({ text: { s1: twice, s5: `问题不多。${twice}` } }, 'D-A2');
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message.zh).toContain('出现2次');
    expect(diagnostics[0]?.related).toHaveLength(1);
  });

  it.each([
    ['深化公开内容，切实保障住房公积金缴存单位、职工和社会', '公众的知情权、参与权、表达权和监督权，提高透明度。'],
    ['多次主动走访市政府信息公开主管部门，展开人员的交流学习，', '建立业务探讨机制。'],
    ['2023年全年没有发生针对本机关的有关政府信息公开工作事项', '的行政复议和行政诉讼。'],
  ])('finds a paragraph cut in two: %s', (first, second) => {
    const found = messages('D-A2', `${first}\n\n${second}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('断成了两段');
  });

  it.each([
    '报告中所列各项数据的统计期限从2023年1月1日起。所列统计期限为全年。',
    '落实责任编辑、科室负责人、分管领导三级审核，信息来源必须注明，关闭长期不更新的账号2个。',
    '页面提供附件下载、字号放大、打印和语音播报功能，可以分享到微信。',
    `在${offices}的领导和监督下，工作稳步推进。\n\n邀请${offices}有关负责同志参加开放日。`,
    '为了了解群众需求，增进了了解。这是是非问题。',
    '违法行为为0件，作为为民服务的举措，以及及时公开。',
    '比预算价节约1770余万元，签约30余家。',
    '2023年，重点做了以下工作：\n\n一是健全制度。二是规范流程。',
    '主要做法如下：\n\n## 健全制度\n\n落实专人。',
    '下一步：\n\n- 完善目录；\n- 加强培训。',
    '二○二三年制发文件1件，公开A×B规格目录。',
    '参加 Annual Conference of the Year 培训。',
    '各科室负责信息提供\n\n2023年，公开信息131条。',
    '主要做法包括健全制度、压实责任、加强培训；\n\n二是完善目录。',
    '全年未发生行政复议。\n\n全年未发生行政诉讼。\n\n全年未发生行政复议。',
  ])('is silent on %s', (text) => {
    expect(messages('D-A2', text)).toEqual([]);
  });
});
