import type { TokenFieldsFragment, TokenKind } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { mergeTokens } from './merge-tokens.ts';

const KINDS: Record<TokenKind, { word: string; look: string }> = {
  METRIC: { word: 'metric', look: 'text-accent border-accent' },
  ENTITY: { word: 'entity', look: 'text-product border-product' },
  DIMENSION: { word: 'split by', look: 'text-growth border-growth' },
  VALUE: { word: 'value', look: 'text-people border-people' },
  TIME: { word: 'time', look: 'text-operations border-operations' },
  COMPARE: { word: 'compare', look: 'text-operations border-operations' },
  RANK: { word: 'rank', look: 'text-finance border-finance' },
  AGGREGATE: { word: 'aggregate', look: 'text-finance border-finance' },
  FILLER: { word: '', look: 'text-muted border-transparent' },
  UNKNOWN: { word: 'not understood', look: 'text-low border-low border-dashed' },
};

/** How the question was read: every word with its kind in colour and in writing, its meaning when it says more. */
export function Interpretation({ tokens, question }: { tokens: readonly TokenFieldsFragment[]; question: string }) {
  return (
    <ol className="flex flex-wrap items-start gap-x-2.5 gap-y-2" aria-label="How the question was read">
      {mergeTokens(tokens, question).map((token) => {
        const { word, look } = KINDS[token.kind];
        return (
          <li key={token.start} data-token={token.kind} className="grid max-w-full justify-items-start" title={token.meaning ?? undefined}>
            <span className={classes('border-b-2 text-base leading-6', token.kind !== 'FILLER' && 'font-medium', look)}>{token.text}</span>
            {word ? (
              <span className="max-w-44 truncate text-xs text-muted">
                {word}
                {token.meaning && token.meaning.toLowerCase() !== token.text.toLowerCase() ? `: ${token.meaning}` : ''}
              </span>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
