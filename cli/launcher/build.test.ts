import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { EXIT } from '../exit-codes.mjs';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { build, isStale, removeOrphans } from './build.mjs';

let root: string;
const say = (): void => {};
const write = (path: string, content = ''): void => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
};

/** A build that copies one file, with this Node as the compiler. */
const target = {
  name: 'the copy',
  output: 'dist/out.js',
  stamp: 'dist/.stamp',
  inputs: { folders: ['src'], files: [], isSource: () => true },
  command: ['-e', 'require("fs").mkdirSync("dist",{recursive:true}); require("fs").copyFileSync("src/in.js","dist/out.js")'],
};

beforeEach(() => {
  root = temporaryFolder();
  write('src/in.js', '1');
});

describe('building', () => {
  test('what was built and did not change is not stale', async () => {
    expect(isStale(root, target)).toBe(true);
    await build(root, process.execPath, [target], say);
    expect(isStale(root, target)).toBe(false);
  });

  test('an edited source and a deleted output are stale', async () => {
    await build(root, process.execPath, [target], say);
    write('src/in.js', '12');
    expect(isStale(root, target)).toBe(true);
    expect(isStale(root, { ...target, output: 'dist/other.js' })).toBe(true);
  });

  test('a failed build says which and why, leaves no stamp, and ends with ENVIRONMENT', async () => {
    const broken = { ...target, command: ['-e', 'console.log("src/in.js(1,1): error"); process.exit(2)'] };
    await expect(build(root, process.execPath, [broken], say)).rejects.toMatchObject({
      exitCode: EXIT.ENVIRONMENT,
      message: expect.stringMatching(/the copy[^]*exit code 2[^]*src\/in\.js\(1,1\): error/),
    });
    expect(existsSync(join(root, 'dist/.stamp'))).toBe(false);
  });

  test('a failed build leaves the other target built', async () => {
    const broken = { ...target, name: 'the other', command: ['-e', 'process.exit(1)'] };
    await expect(build(root, process.execPath, [broken, target], say)).rejects.toThrow(/the other/);
    expect(isStale(root, target)).toBe(false);
  });
});

test('built files without a source are removed, the others stay', () => {
  for (const path of ['src/kept.ts', 'src/plain.mjs', 'src/deep/kept.ts']) write(path);
  for (const path of ['src/kept.js', 'src/plain.mjs', 'src/deep/kept.js', 'src/gone.js', 'src/lost/gone.js']) write(`dist/${path}`);
  removeOrphans(root, ['src']);
  const left = ['src/kept.js', 'src/plain.mjs', 'src/deep/kept.js', 'src/gone.js', 'src/lost'].filter((path) =>
    existsSync(join(root, 'dist', path)),
  );
  expect(left).toEqual(['src/kept.js', 'src/plain.mjs', 'src/deep/kept.js']);
});
