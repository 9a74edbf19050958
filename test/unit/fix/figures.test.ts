import { describe, expect, it } from 'vitest';
import { certainFigure } from '../../../src/fix/cell-fixes.js';

describe('which figures can be read in one way only', () => {
  it.each([
    ['１２', '12'],
    ['1,234', '1234'],
    ['12,345,678', '12345678'],
    ['3，000', '3000'],
    ['１，２３４．５', '1234.5'],
    ['1 234', '1234'],
    ['.5', '0.5'],
    ['12.', '12'],
    ['１０条', '10条'],
    ['１２（其中修订３件）', '12（其中修订３件）'],
    ['0.5０万元', '0.50万元'],
    ['／', '/'],
    ['――', '——'],
  ])('R-04: %s is %s', (typed, corrected) => {
    expect(certainFigure(typed, false)).toBe(corrected);
  });

  it.each([
    '0123',
    '０１２',
    '1,23',
    '1,2345',
    '12,34',
    '0,123',
    '－',
    '-',
    '－3',
    '+5',
    '1e3',
    '无',
    '十二',
    '若干',
    'N/A',
    '1 23',
    '',
  ])('R-03, R-04, R-05: %s is asked', (typed) => {
    expect(certainFigure(typed, false)).toBeUndefined();
  });

  it.each(['3，000', '1,234', '1 234'])('R-04: %s in a list may be two figures', (typed) => {
    expect(certainFigure(typed, true)).toBeUndefined();
    expect(certainFigure('１２', true)).toBe('12');
  });
});
