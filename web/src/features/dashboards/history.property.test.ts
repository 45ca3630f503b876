import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DashboardOutlineFragment, WidgetKind } from '../../gql/graphql.ts';
import { edit, startEditing } from './editing.ts';
import type { Edit } from './editing.ts';
import { tidied } from './tidy.ts';

const operation = { query: '{ ask }', variables: {}, operationName: '' };
const IDS = ['a', 'b', 'c', 'd'];
const ORIGIN: DashboardOutlineFragment = {
  id: 'd',
  title: 'Board',
  sentence: '',
  persona: null,
  saved: true,
  version: 1,
  text: '',
  updatedAt: null,
  createdBy: null,
  widgets: IDS.map((id, at) => ({
    id,
    title: id,
    kind: 'KPI',
    question: id,
    operation,
    view: null,
    layout: { x: at * 3, y: 0, w: 3, h: 2 },
  })),
};

const id = fc.constantFrom(...IDS);
const change: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant('rename' as const), title: fc.string({ minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('retitle' as const), id, title: fc.string({ minLength: 1, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('show-as' as const), id, as: fc.constantFrom<WidgetKind>('BAR', 'DONUT', 'TABLE') }),
  fc.record({ kind: fc.constant('remove' as const), id }),
  fc.record({ kind: fc.constant('duplicate' as const), id, as: fc.uuid() }),
  fc.constant({ kind: 'tidy' as const, places: tidied(ORIGIN.widgets) }),
  fc
    .tuple(id, fc.nat(9), fc.nat(6))
    .map(([about, x, y]) => ({ kind: 'arrange' as const, about, places: new Map([[about, { x, y, w: 3, h: 2 }]]) })),
);

test('whatever was done, undoing all of it is the start, doing it all again is the end, and any step can be gone to', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), fc.nat(40), (changes, wanted) => {
      const end = changes.reduce(edit, startEditing(ORIGIN));
      const start = Array.from({ length: end.at }).reduce<typeof end>((now) => edit(now, { kind: 'undo' }), end);
      expect(start.draft).toEqual(startEditing(ORIGIN).draft);
      const again = Array.from({ length: end.at }).reduce<typeof end>((now) => edit(now, { kind: 'redo' }), start);
      expect(again).toEqual(end);
      const to = wanted % end.steps.length;
      expect(edit(end, { kind: 'go', to }).draft).toBe(end.steps[to]?.draft);
      expect(end.steps.every(({ done }) => done !== '')).toBe(true);
    }),
  );
});

test('presses of one key on one widget are one step; a step after going back drops what was undone', () => {
  const move = (x: number, tag: string): Edit => ({ kind: 'arrange', about: 'a', tag, places: new Map([['a', { x, y: 4, w: 3, h: 2 }]]) });
  const moved = [move(1, 'move a'), move(2, 'move a'), move(3, 'move a'), move(4, 'resize a')].reduce(edit, startEditing(ORIGIN));
  expect(moved.steps.map(({ done }) => done)).toEqual([
    'As saved in version 1',
    'Moved a to column 4, row 5',
    'Moved a to column 5, row 5',
  ]);
  const other = edit(edit(moved, { kind: 'go', to: 1 }), { kind: 'rename', title: 'x' });
  expect(other.steps).toHaveLength(3);
  expect(edit(other, { kind: 'redo' })).toEqual(other);
});

test('a very long history forgets its beginning and nothing else', () => {
  const many = Array.from({ length: 300 }, (_, at): Edit => ({ kind: 'rename', title: `n${at}` })).reduce(edit, startEditing(ORIGIN));
  expect(many.steps).toHaveLength(101);
  expect(many.draft.title).toBe('n299');
});
