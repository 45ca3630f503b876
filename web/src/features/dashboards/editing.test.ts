import { describe, expect, test } from 'vitest';
import type { DashboardOutlineFragment } from '../../gql/graphql.ts';
import { edit, isChanged, startEditing } from './editing.ts';
import type { Edit, Editing } from './editing.ts';
import { inputOf } from './inputs.ts';

const operation = { query: '{ ask }', variables: {}, operationName: 'Ask' };
const ORIGIN: DashboardOutlineFragment = {
  id: 'd',
  title: '2017 results',
  sentence: '2017 results',
  persona: 'CFO',
  saved: true,
  version: 3,
  text: '',
  updatedAt: null,
  createdBy: null,
  widgets: [
    { id: 'a', title: 'Revenue', kind: 'KPI', question: 'revenue', operation, view: null, layout: { x: 0, y: 0, w: 3, h: 2 } },
    { id: 'b', title: 'Deals', kind: 'KPI', question: 'deals', operation, view: null, layout: { x: 3, y: 0, w: 3, h: 2 } },
  ],
};
const after = (...edits: readonly Edit[]): Editing => edits.reduce(edit, startEditing(ORIGIN));
const MOVE: Edit = { kind: 'arrange', places: new Map([['a', { x: 6, y: 0, w: 3, h: 2 }]]) };

describe('a dashboard under change', () => {
  test('what was undone can be done again, until something else is done', () => {
    const undone = after(MOVE, { kind: 'remove', id: 'b' }, { kind: 'undo' }, { kind: 'undo' });
    expect(isChanged(undone)).toBe(false);
    expect(edit(undone, { kind: 'redo' }).draft.widgets[0]?.layout.x).toBe(6);
    expect(edit(edit(undone, { kind: 'rename', title: 'x' }), { kind: 'redo' }).draft.widgets).toHaveLength(2);
  });

  test('an edit that changes nothing leaves no step behind', () => {
    expect(after({ kind: 'rename', title: ORIGIN.title }, { kind: 'show-as', id: 'a', as: 'KPI' }).steps).toHaveLength(1);
  });

  test('it counts as changed until it is back where it was', () => {
    expect(isChanged(after(MOVE))).toBe(true);
    expect(isChanged(after({ kind: 'rename', title: 'x' }, { kind: 'rename', title: ORIGIN.title }))).toBe(false);
  });

  test('what stood below a removed widget moves up', () => {
    const below = after({ kind: 'arrange', places: new Map([['b', { x: 0, y: 2, w: 3, h: 2 }]]) }, { kind: 'remove', id: 'a' });
    expect(below.draft.widgets[0]?.layout.y).toBe(0);
  });

  test('the server’s version takes the place of everything', () => {
    const replaced = after(MOVE, { kind: 'replace', by: { ...ORIGIN, version: 4, title: 'Theirs' } });
    expect(replaced).toMatchObject({ origin: { version: 4 }, draft: { title: 'Theirs' }, at: 0 });
  });

  test('it is saved over the version that was edited; a copy is a new one', () => {
    expect(inputOf(after(MOVE), 'itself')).toMatchObject({ id: 'd', version: 3, title: '2017 results' });
    expect(inputOf(after(MOVE), 'copy')).toMatchObject({ id: null, version: 0, title: '2017 results (copy)' });
    const unsaved = startEditing({ ...ORIGIN, saved: false, version: 0 });
    expect(inputOf(unsaved, 'itself')).toMatchObject({ id: null, version: 0 });
  });
});
