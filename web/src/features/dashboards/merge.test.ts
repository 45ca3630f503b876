import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameDraft } from './draft.ts';
import type { Draft, DraftWidget } from './draft.ts';
import { differences, mergedDraft, NAME, undecided } from './merge.ts';
import type { Take } from './merge.ts';

const operation = { query: '{ ask }', variables: {}, operationName: '' };
const widget = (id: string, over: Partial<DraftWidget> = {}): DraftWidget => ({
  id,
  title: `Title ${id}`,
  kind: 'BAR',
  question: `question ${id}`,
  operation,
  view: null,
  layout: { x: 0, y: 0, w: 6, h: 4 },
  ...over,
});
const draft = (...widgets: DraftWidget[]): Draft => ({ title: 'Board', widgets });
const BASE = draft(widget('a'), widget('b', { layout: { x: 6, y: 0, w: 6, h: 4 } }));
const with1 = (over: Partial<DraftWidget>): Draft => ({
  ...BASE,
  widgets: BASE.widgets.map((each) => (each.id === 'a' ? { ...each, ...over } : each)),
});
const NONE: ReadonlyMap<string, Take> = new Map();

describe('two editions of one dashboard', () => {
  test('what only one of them changed is taken from it', () => {
    const found = differences(BASE, with1({ title: 'Mine' }), BASE);
    expect(found).toMatchObject([{ id: 'a', merged: 'mine' }]);
    expect(differences(BASE, BASE, with1({ title: 'Theirs' }))).toMatchObject([{ merged: 'theirs' }]);
  });

  test('changes of one widget that do not clash come together', () => {
    const mine = with1({ layout: { x: 0, y: 0, w: 6, h: 6 } });
    const theirs = with1({ title: 'Theirs' });
    const found = differences(BASE, mine, theirs);
    expect(found).toMatchObject([{ id: 'a', merged: 'both' }]);
    expect(mergedDraft(mine, theirs, found, NONE).widgets[0]).toMatchObject({ title: 'Theirs', layout: { h: 6 } });
  });

  test('a clash is for a person: also what one removed and the other changed', () => {
    const clash = differences(BASE, with1({ title: 'Mine' }), with1({ title: 'Theirs' }));
    expect(undecided(clash, NONE).map(({ id }) => id)).toEqual(['a']);
    expect(undecided(clash, new Map([['a', 'theirs']]))).toEqual([]);
    const removed = { ...BASE, widgets: BASE.widgets.slice(1) };
    expect(undecided(differences(BASE, removed, with1({ title: 'Theirs' })), NONE)).toHaveLength(1);
  });

  test('the name of the dashboard is one of the differences', () => {
    const [mine, theirs] = [
      { ...BASE, title: 'Mine' },
      { ...BASE, title: 'Theirs' },
    ];
    const found = differences(BASE, mine, theirs);
    expect(found).toMatchObject([{ id: NAME, merged: null }]);
    expect(mergedDraft(mine, theirs, found, new Map([[NAME, 'mine']])).title).toBe('Mine');
  });

  const some = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      title: fc.constantFrom('x', 'y'),
      kind: fc.constantFrom('BAR', 'KPI'),
      layout: fc.record({ x: fc.nat(8), y: fc.nat(9), w: fc.integer({ min: 1, max: 4 }), h: fc.integer({ min: 1, max: 4 }) }),
    }),
    { selector: ({ id }) => id },
  );
  const board = some.map((widgets) => draft(...widgets.map(({ id, ...over }) => widget(id, over as Partial<DraftWidget>))));

  test('whoever takes all of one edition has its widgets, whatever the other did; nothing of them is lost on the way', () => {
    fc.assert(
      fc.property(board, board, board, fc.constantFrom<Take>('mine', 'theirs'), (base, mine, theirs, take) => {
        const found = differences(base, mine, theirs);
        const merged = mergedDraft(mine, theirs, found, new Map(found.map(({ id }) => [id, take])));
        const wanted = take === 'mine' ? mine : theirs;
        const names = ({ widgets }: Draft) => widgets.map(({ id, title, kind }) => `${id} ${title} ${kind}`).toSorted();
        expect(names(merged)).toEqual(names(wanted));
      }),
    );
  });

  test('merged widgets never overlap, and merging alike editions changes nothing to decide', () => {
    fc.assert(
      fc.property(board, board, board, (base, mine, theirs) => {
        const { widgets } = mergedDraft(mine, theirs, differences(base, mine, theirs), NONE);
        const clash = widgets.some(({ layout: a }, at) =>
          widgets.slice(at + 1).some(({ layout: b }) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h),
        );
        expect(clash).toBe(false);
        expect(differences(base, mine, mine)).toEqual([]);
        expect(sameDraft(mine, mine)).toBe(true);
      }),
    );
  });
});
