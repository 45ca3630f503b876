import { expect, test } from 'vitest';
import { measuresOf } from './measures.ts';

const usage = {
  spent: 2,
  reserved: 1,
  spentTokens: 900,
  reservedTokens: 50,
  forecast: { spent: 4, tokens: 1_800 },
};

test('a budget of dollars and tokens has both limits, each with its own amounts', () => {
  const said = measuresOf({ limit: 100, tokenLimit: 1_000 }, usage).map(({ what, limit, spent, reserved, expected, say }) => [
    what,
    limit,
    spent,
    reserved,
    expected,
    say(limit),
  ]);
  expect(said).toEqual([
    ['dollars', 100, 2, 1, 4, '$100.00'],
    ['tokens', 1_000, 900, 50, 1_800, '1K tokens'],
  ]);
});

test('a budget of nothing is a limit all the same', () => {
  expect(measuresOf({ limit: 0, tokenLimit: null }, usage).map(({ what, limit }) => [what, limit])).toEqual([['dollars', 0]]);
});
