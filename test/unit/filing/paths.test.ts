import { expect, it } from 'vitest';
import { withoutClashes } from '../../../src/filing/paths.js';

it('numbers a path that would fall on an earlier one, upper and lower case alike', () => {
  const paths = ['数据/a.PDF', '数据/A.pdf', '数据/a-2.pdf', '附件/x', '附件/X', 'v1.2/x', 'b.pdf'];
  expect(withoutClashes(paths.map((path) => ({ path }))).map(({ path }) => path)).toEqual([
    '数据/a.PDF',
    '数据/A-2.pdf',
    '数据/a-2-2.pdf',
    '附件/x',
    '附件/X-2',
    'v1.2/x',
    'b.pdf',
  ]);
});
