import { expect, test } from 'vitest';
import { isReplay, replayBeside, replayedVersion } from './replay-beside.ts';

test('an address names a replay by its own version or by another, or else another run', () => {
  expect([null, 3].map((version) => replayedVersion(replayBeside(version)))).toEqual([null, 3]);
  expect(['replay', 'replay-12', 'replay-', '0b6f', ''].map(isReplay)).toEqual([true, true, false, false, false]);
});
