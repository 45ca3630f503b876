import { expect, test } from 'vitest';
import { waitFor } from './wait.ts';

test('what is there at once costs one look', async () => {
  let looks = 0;
  const seen = await waitFor(
    () => {
      looks += 1;
      return Promise.resolve('here');
    },
    { first: 10_000, longest: 10_000, total: 10_000 },
  );
  expect([seen, looks]).toEqual(['here', 1]);
});

test('it looks until there is something to see', async () => {
  let looks = 0;
  const seen = await waitFor(() => Promise.resolve((looks += 1) === 4 ? looks : null), { first: 1, longest: 2, total: 10_000 });
  expect(seen).toBe(4);
});

test('it gives up with null when its patience ends', async () => {
  await expect(waitFor(() => Promise.resolve(null), { first: 1, longest: 5, total: 20 })).resolves.toBeNull();
});

test('a failure of looking is not waited over', async () => {
  await expect(waitFor(() => Promise.reject(new Error('gone')), { first: 1, longest: 1, total: 10_000 })).rejects.toThrow('gone');
});
