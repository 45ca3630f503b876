import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { fingerprint, readStamp, writeStamp } from './stamp.mjs';

const inputs = { folders: ['src'], files: ['config.json'], isSource: (name: string) => name.endsWith('.ts') };
let root: string;
const state = (): string => fingerprint(root, inputs);

beforeEach(() => {
  root = temporaryFolder();
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  writeFileSync(join(root, 'config.json'), '{}');
  writeFileSync(join(root, 'src/deep/a.ts'), 'a');
});

describe('the fingerprint of the sources', () => {
  test('stays the same while nothing changes', () => {
    expect(state()).toBe(state());
  });

  test.each([
    ['a file is edited', () => utimesSync(join(root, 'src/deep/a.ts'), new Date(), new Date(Date.now() + 5000))],
    ['a file is added', () => writeFileSync(join(root, 'src/b.ts'), 'b')],
    ['a file is removed', () => rmSync(join(root, 'src/deep/a.ts'))],
    ['a configuration file changes', () => writeFileSync(join(root, 'config.json'), '{"strict":true}')],
    ['a configuration file disappears', () => rmSync(join(root, 'config.json'))],
  ])('changes when %s', (_what, change) => {
    const before = state();
    change();
    expect(state()).not.toBe(before);
  });

  test('does not change for files that are no sources, or inside node_modules', () => {
    const before = state();
    writeFileSync(join(root, 'src/notes.txt'), 'x');
    mkdirSync(join(root, 'src/node_modules'));
    writeFileSync(join(root, 'src/node_modules/x.ts'), 'x');
    expect(state()).toBe(before);
  });

  test('a missing folder is an absent one, not an error', () => {
    expect(fingerprint(root, { ...inputs, folders: ['nowhere'] })).toMatch(/^[0-9a-f]{40}$/);
  });
});

test('a stamp is read as it was written, and null before that', () => {
  const file = join(root, 'dist/.stamp');
  expect(readStamp(file)).toBeNull();
  writeStamp(file, 'abc');
  expect(readStamp(file)).toBe('abc');
});
