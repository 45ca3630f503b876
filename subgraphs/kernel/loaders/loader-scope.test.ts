import { expect, test } from 'vitest';
import { LoaderScope, inOrder } from './loader-scope.ts';

const recording = (batches: (readonly string[])[]) => async (ids: readonly string[]) => {
  batches.push(ids);
  return ids.map((id) => (id === 'gone' ? null : { id }));
};

test('everything asked for in one turn is loaded in one batch, each id once', async () => {
  const batches: (readonly string[])[] = [];
  const scope = new LoaderScope();
  const loaded = await Promise.all(['a', 'b', 'a', 'gone'].map((id) => scope.get('things', recording(batches)).load(id)));
  expect(batches).toEqual([['a', 'b', 'gone']]);
  expect(loaded).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'a' }, null]);
});

test('a batch holds at most 500 ids', async () => {
  const batches: (readonly string[])[] = [];
  const loader = new LoaderScope().get('things', recording(batches));
  await Promise.all(Array.from({ length: 1_100 }, (_, index) => loader.load(`${index}`)));
  expect(batches.map((ids) => ids.length)).toEqual([500, 500, 100]);
});

test('two requests share nothing: each loads for its own viewer', async () => {
  const batches: (readonly string[])[] = [];
  await Promise.all([new LoaderScope(), new LoaderScope()].map((scope) => scope.get('things', recording(batches)).load('a')));
  expect(batches).toEqual([['a'], ['a']]);
});

test('a loader that fails fails those that asked, and nobody else', async () => {
  const scope = new LoaderScope();
  const failing = scope.get('failing', () => Promise.reject(new Error('away')));
  const fine = scope.get('fine', recording([]));
  const [first, second] = await Promise.allSettled([failing.load('a'), fine.load('a')]);
  expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
});

test('rows come back in the order of their ids, null where there is none', () => {
  const rows = [{ id: 'b' }, { id: 'a' }];
  expect(inOrder(['a', 'x', 'b', 'a'], rows, (row) => row.id)).toEqual([{ id: 'a' }, null, { id: 'b' }, { id: 'a' }]);
});
