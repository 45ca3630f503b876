import { expect, test } from 'vitest';
import type { TokenFieldsFragment, TokenKind } from '../../gql/graphql.ts';
import { mergeTokens } from './merge-tokens.ts';

const question = 'revenue in Q4 2017';
const token = (text: string, kind: TokenKind, meaning: string | null): TokenFieldsFragment => {
  const start = question.indexOf(text);
  return { id: text, text, start, end: start + text.length, kind, meaning };
};

test('neighbouring words of one meaning are shown as one', () => {
  const tokens = [
    token('revenue', 'METRIC', 'Won revenue'),
    token('in', 'FILLER', null),
    token('Q4', 'TIME', 'a quarter'),
    token('2017', 'TIME', 'a quarter'),
  ];
  expect(mergeTokens(tokens, question).map((each) => each.text)).toEqual(['revenue', 'in', 'Q4 2017']);
});

test('words of different meaning stay apart', () => {
  const tokens = [token('Q4', 'TIME', 'a quarter'), token('2017', 'TIME', 'a year')];
  expect(mergeTokens(tokens, question)).toHaveLength(2);
});
