import { expect, test } from 'vitest';
import { differentQuestions } from './examples.ts';

test('personas get different questions where the data answer enough of them', () => {
  const same = ['a', 'b'];
  expect(differentQuestions({ CFO: same, CRO: same, COO: same, CTO: [] })).toEqual({ CFO: 'a', CRO: 'b', COO: 'a', CTO: null });
});
