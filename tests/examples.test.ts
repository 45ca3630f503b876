import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { exampleFiles } from '../examples/generate.mjs';

const FOLDER = new URL('../examples/coffee-roaster/', import.meta.url);

test('the example files are exactly what their generator writes', () => {
  const committed = Object.fromEntries(readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]));
  expect(committed).toEqual(exampleFiles());
});
