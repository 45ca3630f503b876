import { expect, test } from 'vitest';
import { sketchOf } from './sketch.ts';

test('numbers are told by their quantiles, whether they come as numbers or as text', () => {
  const values = Array.from({ length: 101 }, (_, value) => (value % 2 === 0 ? value : String(value)));
  expect(sketchOf(values)).toEqual({ kind: 'numbers', quantiles: [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] });
});

test('values that come more than once are told by their shares, blanks left out', () => {
  expect(sketchOf(['a', 'a', 'b', null, ''])).toEqual({
    kind: 'values',
    top: [
      { value: 'a', share: 2 / 3 },
      { value: 'b', share: 1 / 3 },
    ],
  });
});

test('what is different everywhere, or nowhere, says nothing', () => {
  expect(sketchOf(['a', 'b', 'c'])).toEqual({ kind: 'nothing' });
  expect(sketchOf([null, ''])).toEqual({ kind: 'nothing' });
});
