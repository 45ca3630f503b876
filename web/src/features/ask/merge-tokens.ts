import type { TokenFieldsFragment } from '../../gql/graphql.ts';

/** Neighbouring words of one kind and meaning as one: "Q4" "2017" → "Q4 2017". `question` gives the text between them. */
export function mergeTokens(tokens: readonly TokenFieldsFragment[], question: string): TokenFieldsFragment[] {
  const merged: TokenFieldsFragment[] = [];
  for (const token of tokens) {
    const last = merged.at(-1);
    const between = last ? question.slice(last.end, token.start) : '';
    if (last && last.kind === token.kind && last.meaning === token.meaning && /^\s*$/.test(between)) {
      merged[merged.length - 1] = { ...last, text: `${last.text}${between || ' '}${token.text}`, end: token.end };
    } else merged.push(token);
  }
  return merged;
}
