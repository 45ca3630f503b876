import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { whyInstall, withoutLocalBins } from './packages.mjs';

let root: string;

beforeEach(() => {
  root = temporaryFolder();
  writeFileSync(join(root, 'package-lock.json'), '{}');
});

describe('whether to install', () => {
  test('yes without node_modules', () => {
    expect(whyInstall(root)).toMatch(/missing/);
  });

  test('yes when an installation was cut short: npm writes its own lock last', () => {
    mkdirSync(join(root, 'node_modules'));
    expect(whyInstall(root)).toMatch(/incomplete/);
  });

  test('yes when the lock file is newer, no when it is older', () => {
    mkdirSync(join(root, 'node_modules'));
    const hidden = join(root, 'node_modules/.package-lock.json');
    writeFileSync(hidden, '{}');
    const hourAgo = new Date(Date.now() - 3_600_000);
    utimesSync(hidden, hourAgo, hourAgo);
    expect(whyInstall(root)).toMatch(/newer/);
    utimesSync(hidden, new Date(), new Date(Date.now() + 1000));
    expect(whyInstall(root)).toBeNull();
  });
});

test('npm is found without the folders that it puts into PATH itself', () => {
  const path = ['/clone/node_modules/.bin', '/usr/bin', '/node_modules/.bin', '/bin'].join(delimiter);
  expect(withoutLocalBins(path)).toBe(['/usr/bin', '/bin'].join(delimiter));
});
