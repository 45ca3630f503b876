import { describe, expect, test } from 'vitest';
import type { DraftWidget } from './draft.ts';
import { viewContent } from './view-content.ts';

type View = NonNullable<DraftWidget['view']>;
const view = (over: Partial<View>): View => ({ path: [], label: null, series: null, values: [], aggregate: 'NONE', ...over });
const shown = (over: Partial<View>, data: unknown) => viewContent({ title: 'Seats', question: 'Seats, of q', view: view(over) }, data);
const MEMBERS = {
  tenant: {
    seats: 12,
    members: [
      { role: 'OWNER', at: '2024-02-01', spent: 5, tags: ['x', 'y'] },
      { role: 'VIEWER', at: '2024-01-01', spent: 1, tags: [] },
      { role: 'VIEWER', at: '2024-02-01', spent: 3, tags: ['z'] },
    ],
  },
};
const PATH = ['tenant', 'members'];
const spent = { path: ['spent'], label: 'Spent', unit: 'MONEY' as const };

describe('the part of an operation’s result that a widget shows', () => {
  test('a number is a number, a list counted is how many', () => {
    expect(shown({ path: ['tenant', 'seats'] }, MEMBERS)).toMatchObject({ value: 12 });
    expect(shown({ path: PATH, aggregate: 'COUNT' }, MEMBERS)).toMatchObject({ value: 3, unit: 'COUNT', formattedValue: '3' });
  });

  test('rows of a label come together as the view says', () => {
    const rows = (aggregate: View['aggregate'], values = [spent]) =>
      shown({ path: PATH, label: ['role'], aggregate, values }, MEMBERS).rows;
    expect(rows('SUM')).toEqual([
      ['OWNER', 5],
      ['VIEWER', 4],
    ]);
    expect(rows('AVERAGE')[1]).toEqual(['VIEWER', 2]);
    expect(rows('COUNT', [])[1]).toEqual(['VIEWER', 2]);
  });

  test('time goes in its own order, and tells series apart', () => {
    const content = shown({ path: PATH, label: ['at'], series: ['role'], aggregate: 'SUM', values: [spent] }, MEMBERS);
    expect(content.columns.map(({ type }) => type)).toEqual(['DATE', 'TEXT', 'MONEY']);
    expect(content.rows.map((row) => row?.[0])).toEqual(['2024-01-01', '2024-02-01', '2024-02-01']);
  });

  test('a table has its columns, and how many a list has', () => {
    const values = [
      { path: ['role'], label: 'Role', unit: null },
      { path: ['tags', 'length'], label: 'Tags', unit: 'COUNT' as const },
    ];
    expect(shown({ path: PATH, values }, MEMBERS).rows[0]).toEqual(['OWNER', 2]);
  });

  test('what is not there is nothing, not a fault', () => {
    expect(shown({ path: ['tenant', 'gone'] }, MEMBERS)).toMatchObject({ value: null, rows: [] });
    expect(shown({ path: PATH, values: [spent] }, null)).toMatchObject({ value: null });
  });
});
