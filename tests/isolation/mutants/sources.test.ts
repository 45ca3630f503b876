import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { SOURCE_MUTANTS } from './sources.ts';

test.each(SOURCE_MUTANTS)('there is a guard to be taken away: $name', async ({ file, find, replace }) => {
  expect((await readFile(file, 'utf8')).split(find)).toHaveLength(2);
  expect(replace).not.toContain(find);
});
