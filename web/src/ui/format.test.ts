import { describe, expect, test } from 'vitest';
import { formatAgo, formatBytes, formatCell, formatChange, formatDay, formatPercent, formatShort, formatValue, plural } from './format.ts';

describe('formats', () => {
  test('a value carries its unit', () => {
    expect(formatValue(10_005_534, 'MONEY')).toBe('10,005,534');
    expect(formatValue(0.63151, 'PERCENT')).toBe('63.15%');
    expect(formatValue(1, 'DAYS')).toBe('1 day');
    expect(formatValue(2089, 'COUNT')).toBe('2,089');
  });
  test('short values stay readable', () => {
    expect(formatShort(10_005_534, 'MONEY')).toBe('10M');
    expect(formatShort(4238, 'COUNT')).toBe('4,238');
  });
  test('changes are signed with a real minus', () => {
    expect(formatChange(-0.0603)).toBe('−6%');
    expect(formatChange(0.124)).toBe('+12.4%');
    expect(formatPercent(0.93, 0)).toBe('93%');
  });
  test('times are said from the outside', () => {
    const now = new Date('2026-11-21T10:00:00Z');
    expect(formatAgo('2026-11-21T09:59:30Z', now)).toBe('just now');
    expect(formatAgo('2026-11-21T07:00:00Z', now)).toBe('3 hours ago');
    expect(formatDay('2017-03-01')).toBe('1 Mar 2017');
  });
  test('cells, sizes and counts', () => {
    expect(formatCell(null, 'MONEY')).toBe('–');
    expect(formatCell(true, null)).toBe('yes');
    expect(formatBytes(1536)).toBe('1.5 kB');
    expect(plural(1, 'row')).toBe('1 row');
    expect(plural(8800, 'entity type')).toBe('8,800 entity types');
  });
});
