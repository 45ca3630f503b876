import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { complete, missingOptionals } from './complete-lock.mjs';

test('the committed lock file holds every optional package that is named in it: else `npm ci` refuses it', () => {
  const { packages } = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'));
  expect(missingOptionals(packages)).toEqual([]);
});

test('a missing package is added with its version and the platforms of its name, in order', () => {
  const packages = {
    '': {},
    'node_modules/a': {
      version: '1.0.0',
      optionalDependencies: { 'a-linux-arm64-musl': '1.0.0', 'a-darwin-x64': '^1.2.0', 'a-wasm32-wasi': '1.0.0' },
    },
    'node_modules/b': { version: '2.0.0' },
  };
  expect(Object.entries(complete(packages)).slice(2)).toEqual([
    ['node_modules/a-darwin-x64', { version: '1.2.0', cpu: ['x64'], optional: true, os: ['darwin'] }],
    ['node_modules/a-linux-arm64-musl', { version: '1.0.0', cpu: ['arm64'], libc: ['musl'], optional: true, os: ['linux'] }],
    ['node_modules/a-wasm32-wasi', { version: '1.0.0', cpu: ['wasm32'], optional: true }],
    ['node_modules/b', { version: '2.0.0' }],
  ]);
});

test('a package that is locked below its owner, or above it, is not missing', () => {
  const packages = {
    'node_modules/@x/a': { optionalDependencies: { below: '1.0.0', above: '1.0.0' } },
    'node_modules/@x/a/node_modules/below': {},
    'node_modules/above': {},
  };
  expect(missingOptionals(packages)).toEqual([]);
});
