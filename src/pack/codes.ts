/**
 * Diagnostic codes of pack loading.
 */
import type { CodeEntry } from '../diagnostic/catalogue.js';

export const packCodes: readonly CodeEntry[] = [
  {
    code: 'pack/unknown-key',
    severity: 'error',
    title: { zh: '不认识的键', en: 'Unknown key' },
    why: {
      zh: '模板包里写错一个键，检查就可能悄悄失效，所以每处都严格核对。',
      en: 'A mistyped key could switch a check off in silence, so every key is checked strictly.',
    },
    fix: { zh: '照提示改正拼写，或删去这个键。', en: 'Correct the spelling as hinted, or remove the key.' },
  },
  {
    code: 'pack/missing-key',
    severity: 'error',
    title: { zh: '缺少必需的键', en: 'Missing key' },
    why: { zh: '缺少的内容程序不能代填。', en: 'What is missing cannot be made up.' },
    fix: { zh: '补上这个键。', en: 'Add the key.' },
  },
  {
    code: 'pack/wrong-value',
    severity: 'error',
    title: { zh: '值的形式不对', en: 'Wrong kind of value' },
    why: {
      zh: '模板包里写错一个键，检查就可能悄悄失效，所以每处都严格核对。',
      en: 'A mistyped key could switch a check off in silence, so every key is checked strictly.',
    },
    fix: { zh: '照消息所说的形式改写。', en: 'Write the value in the form the message names.' },
  },
  {
    code: 'pack/too-large',
    severity: 'error',
    title: { zh: '内容太多', en: 'Too large' },
    why: {
      zh: '模板包可能来自别处，文件、行列和文字都有上限。',
      en: 'Packs may come from anywhere, so files, rows and texts are bounded.',
    },
    fix: { zh: '删去多余的内容，或拆成几个模板包。', en: 'Remove what is not needed, or split the pack.' },
  },
  {
    code: 'pack/missing-file',
    severity: 'error',
    title: { zh: '缺少文件', en: 'Missing file' },
    why: { zh: '模板包说到的文件必须在包里。', en: 'A file the pack speaks of must be in it.' },
    fix: { zh: '补上文件，或改正路径。', en: 'Add the file or correct its path.' },
  },
  {
    code: 'pack/unknown-file',
    severity: 'error',
    title: { zh: '不认识的文件', en: 'Unknown file' },
    why: {
      zh: '文件名写错的规则或表不会起作用，所以不认识的文件一律指出。',
      en: 'A rule or table under a wrong name would do nothing, so every unknown file is reported.',
    },
    fix: { zh: '改正文件名，或移走文件。', en: 'Correct the name or move the file away.' },
  },
  {
    code: 'pack/encoding',
    severity: 'error',
    title: { zh: '编码不是 UTF-8', en: 'Not UTF-8' },
    why: { zh: '其他编码的文字在别的电脑上会变成乱码。', en: 'Text in other encodings turns into nonsense elsewhere.' },
    fix: { zh: '另存为 UTF-8。', en: 'Save as UTF-8.' },
  },
  {
    code: 'pack/parent-not-found',
    severity: 'error',
    title: { zh: '找不到上级模板包', en: 'Parent pack not found' },
    why: { zh: '缺了上级，模板包就不完整。', en: 'Without its parent the pack is not whole.' },
    fix: { zh: '改正 extends，或放好上级模板包。', en: 'Correct `extends` or provide the parent.' },
  },
  {
    code: 'pack/parent-outside',
    severity: 'error',
    title: { zh: '上级模板包不在旁边', en: 'Parent pack elsewhere on the disk' },
    why: {
      zh: '模板包可能来自别处，不能让它随意读取电脑上的文件夹。',
      en: 'Packs may come from anywhere and must not look around the disk.',
    },
    fix: {
      zh: '把上级模板放在本模板文件夹旁边，写成 ../文件夹名。',
      en: 'Put the parent beside this folder and write ../folder.',
    },
  },
  {
    code: 'pack/unused-file',
    severity: 'warning',
    title: { zh: '文件没有用到', en: 'File not used' },
    why: {
      zh: '没有写明用在哪一部分的文字不会出现在报告里，仍旧用上级模板的文字。',
      en: "Text that no section names is never used; the parent's stays.",
    },
    fix: { zh: '在 pack.yaml 的部分里写明，或删去文件。', en: 'Name it in a section of pack.yaml, or delete it.' },
  },
  {
    code: 'pack/inheritance-loop',
    severity: 'error',
    title: { zh: '继承成圈或太长', en: 'Looping or too long chain' },
    why: { zh: '绕圈的继承没有起点。', en: 'A loop has no root to start from.' },
    fix: { zh: '改正 extends。', en: 'Correct `extends`.' },
  },
  {
    code: 'pack/file-name',
    severity: 'error',
    title: { zh: '文件名与标识不一致', en: 'File not named after its id' },
    why: {
      zh: '文件名就是标识，人和程序才能找到同一样东西。',
      en: 'People and programs find a thing by one name only.',
    },
    fix: { zh: '改文件名或改标识。', en: 'Rename the file or correct the id.' },
  },
  {
    code: 'pack/duplicate-id',
    severity: 'error',
    title: { zh: '标识重复', en: 'Id used twice' },
    why: { zh: '地址靠标识区分。', en: 'Addresses stand on ids.' },
    fix: { zh: '换一个标识。', en: 'Choose another id.' },
  },
  {
    code: 'pack/unknown-id',
    severity: 'error',
    title: { zh: '没有这个标识', en: 'No such id' },
    why: { zh: '改动或引用落在不存在的东西上，等于没有。', en: 'A change of or reference to nothing does nothing.' },
    fix: { zh: '照提示改正标识。', en: 'Correct the id as hinted.' },
  },
  {
    code: 'pack/wrong-edit',
    severity: 'error',
    title: { zh: '改动的写法不对', en: 'Wrong form of a change' },
    why: { zh: '写法不对的改动不知道要改什么。', en: 'A change in another form cannot be understood.' },
    fix: { zh: '照提示的写法改写。', en: 'Write it as hinted.' },
  },
  {
    code: 'pack/unknown-name',
    severity: 'error',
    title: { zh: '公式里的名称不指单元格', en: 'Name in a formula means no cell' },
    why: { zh: '找不到单元格的规则查不了任何东西。', en: 'A rule about no cell checks nothing.' },
    fix: { zh: '照提示改正名称。', en: 'Correct the name as hinted.' },
  },
  {
    code: 'pack/formula',
    severity: 'error',
    title: { zh: '公式写错', en: 'Formula cannot be read' },
    why: { zh: '读不懂的公式不能核对数据。', en: 'A formula that cannot be read cannot check data.' },
    fix: { zh: '照消息改正公式。', en: 'Correct the formula as the message says.' },
  },
  {
    code: 'pack/circular',
    severity: 'error',
    title: { zh: '公式绕圈', en: 'Circular formula' },
    why: { zh: '绕圈的公式算不出数。', en: 'A circular formula has no result.' },
    fix: { zh: '改正其中一个公式。', en: 'Correct one of the formulas.' },
  },
  {
    code: 'pack/widths',
    severity: 'error',
    title: { zh: '列宽个数不对', en: 'Wrong number of column widths' },
    why: { zh: '每个印出的列要有一个宽度。', en: 'Every printed column needs its width.' },
    fix: { zh: '补上或删去列宽。', en: 'Add or remove widths.' },
  },
  {
    code: 'pack/table-use',
    severity: 'error',
    title: { zh: '表没有用到或用了多次', en: 'Table not used once' },
    why: {
      zh: '没有用到的表不会印出，印两次的表数据会分不清。',
      en: 'An unused table is never printed, and one printed twice is ambiguous.',
    },
    fix: { zh: '在一个部分的 tables 里写上它，且只写一次。', en: 'Name it in the tables of one section, once.' },
  },
  {
    code: 'pack/section-tables',
    severity: 'error',
    title: { zh: '表格部分没有表', en: 'Table section without a table' },
    why: { zh: '表格部分就是为了印表。', en: 'A table section is there to print a table.' },
    fix: { zh: '写上 tables。', en: 'Name its tables.' },
  },
  {
    code: 'pack/years',
    severity: 'error',
    title: { zh: '适用年度不对', en: 'Wrong years' },
    why: { zh: '止年早于起年的模板包没有一年可用。', en: 'A pack that ends before it begins fits no year.' },
    fix: { zh: '改正 years。', en: 'Correct `years`.' },
  },
  {
    code: 'pack/unknown-look',
    severity: 'error',
    title: { zh: '没有这个表格样式', en: 'No such table look' },
    why: { zh: '没有样式的表无法排版。', en: 'A table without a look cannot be set.' },
    fix: { zh: '改正 look，或在 style.yaml 里补上样式。', en: 'Correct `look` or add it to style.yaml.' },
  },
  {
    code: 'pack/style',
    severity: 'error',
    title: { zh: '版式的尺寸不成立', en: 'Measures that cannot be' },
    why: { zh: '彼此矛盾的尺寸排不出页面。', en: 'Measures that contradict each other make no page.' },
    fix: { zh: '改正 style.yaml。', en: 'Correct style.yaml.' },
  },
  {
    code: 'pack/rule-form',
    severity: 'error',
    title: { zh: '规则写得不完整', en: 'Incomplete rule' },
    why: { zh: '不完整的规则不能核对。', en: 'An incomplete rule cannot check.' },
    fix: { zh: '照消息补齐。', en: 'Complete it as the message says.' },
  },
  {
    code: 'pack/mapping',
    severity: 'error',
    title: { zh: '对照关系不对', en: 'Wrong mapping' },
    why: {
      zh: '对照的单元格必须存在，旧数据才能取来。',
      en: 'Mapped cells must exist for older figures to be taken over.',
    },
    fix: { zh: '改正 maps_from 里的地址。', en: 'Correct the address in maps_from.' },
  },
];
