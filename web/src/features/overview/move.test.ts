import { expect, test } from 'vitest';
import { moveOf } from './move.ts';

test('churn that rises is worse, revenue that rises is better, a headcount is neither', () => {
  expect(moveOf({ delta: { absolute: 2 }, goodDirection: 'DOWN' })).toEqual({ arrow: 'up', word: 'worse' });
  expect(moveOf({ delta: { absolute: 2 }, goodDirection: 'UP' })).toEqual({ arrow: 'up', word: 'better' });
  expect(moveOf({ delta: { absolute: -2 }, goodDirection: 'DOWN' })).toEqual({ arrow: 'down', word: 'better' });
  expect(moveOf({ delta: { absolute: -2 }, goodDirection: 'NEUTRAL' })).toEqual({ arrow: 'down', word: null });
  expect(moveOf({ delta: { absolute: 0 }, goodDirection: 'UP' })).toEqual({ arrow: 'flat', word: null });
  expect(moveOf({ delta: null, goodDirection: 'UP' })).toEqual({ arrow: null, word: null });
});
