import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EXIT } from '../exit-codes.mjs';
import { temporaryFolder } from '../../tests/support/temporary-folder.ts';
import { findRuntime, isAtLeast } from './runtime.mjs';

function clone(...files: string[]): string {
  const root = temporaryFolder();
  for (const file of files) {
    mkdirSync(join(root, file, '..'), { recursive: true });
    writeFileSync(join(root, file), '');
    chmodSync(join(root, file), 0o755);
  }
  return root;
}

const old = { path: '/usr/bin/node', version: '20.20.2' };
const fresh = { path: '/usr/bin/node', version: '22.17.0' };

describe('versions', () => {
  test.each([
    ['22.17.0', true],
    ['22.16.9', false],
    ['22.18.0', true],
    ['24.0.0', true],
    ['v24.1.0-nightly20250101', true],
    ['9.99.99', false],
    ['not a version', false],
  ])('%s is at least 22.17.0: %s', (version, expected) => {
    expect(isAtLeast(version, '22.17.0')).toBe(expected);
  });
});

describe('the Node to run on', () => {
  test("the package's own comes first, whatever the system has", () => {
    const root = clone('node_modules/node/bin/node');
    expect(findRuntime(root, fresh, () => '24.21.0')).toEqual({ path: join(root, 'node_modules/node/bin/node'), version: '24.21.0' });
  });

  test('node_modules/.bin is looked at when the package has no bin folder', () => {
    const root = clone('node_modules/.bin/node');
    expect(findRuntime(root, old, () => '24.21.0').path).toBe(join(root, 'node_modules/.bin/node'));
  });

  test('a binary that does not run here is passed over for the system’s', () => {
    expect(findRuntime(clone('node_modules/node/bin/node'), fresh, () => null)).toEqual(fresh);
  });

  test('the system’s serves when the package brought none and it is new enough', () => {
    expect(findRuntime(clone(), fresh)).toEqual(fresh);
  });

  test('an old system without the package’s binary ends with ENVIRONMENT and says what to do', () => {
    expect(() => findRuntime(clone(), old)).toThrow(expect.objectContaining({ exitCode: EXIT.ENVIRONMENT }));
    expect(() => findRuntime(clone(), old)).toThrow(/20\.20\.2[^]*npm ci[^]*Node 24/);
  });

  test('the Node that runs the launcher is not started again to ask its version', () => {
    const root = clone('node_modules/node/bin/node');
    const current = { path: join(root, 'node_modules/node/bin/node'), version: '24.21.0' };
    const probe = (): string => {
      throw new Error('asked');
    };
    expect(findRuntime(root, current, probe)).toEqual(current);
  });
});
