import { expect, test } from 'vitest';
import { ruleWords } from './rule-words.ts';

test('a policy is led to; what else decides is said in words', () => {
  expect(ruleWords('policy:7f')).toEqual({ words: 'one of your policies', policy: '7f' });
  expect(ruleWords('maturity')).toEqual({ words: 'how far this agent is trusted', policy: null });
  expect(ruleWords('something-new').words).toBe('something-new');
});
