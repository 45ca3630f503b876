import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import type { TokenFieldsFragment, TokenKind } from '../../gql/graphql.ts';
import { classes } from '../../ui/classes.ts';
import { mergeTokens } from './merge-tokens.ts';

const TokenChoices = lazy(() => import('./token-choices.tsx'));

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

interface InterpretationProps {
  tokens: readonly TokenFieldsFragment[];
  question: string;
  /** The answer the words belong to: with it, each can be exchanged. */
  change?: { answerId: string; onAsk: (question: string) => void };
}

function Words({ token, changeable }: { token: TokenFieldsFragment; changeable: boolean }) {
  const { word, look } = KINDS[token.kind];
  return (
    <>
      <span
        className={classes(
          'inline-flex max-w-full items-center gap-0.5 border-b-2 text-base leading-6 whitespace-nowrap',
          token.kind !== 'FILLER' && 'font-medium',
          look,
        )}
      >
        <span dir="auto" className="min-w-0 truncate">
          {token.text}
        </span>
        {changeable ? <ChevronDown aria-hidden size={13} className="shrink-0 text-muted" /> : null}
      </span>
      {word ? (
        <span className="max-w-52 truncate text-xs text-muted">
          {word}
          {token.meaning && token.meaning.toLowerCase() !== token.text.toLowerCase() ? `: ${token.meaning}` : ''}
        </span>
      ) : null}
    </>
  );
}

function Changeable({
  token,
  ids,
  change,
}: {
  token: TokenFieldsFragment;
  ids: readonly string[];
  change: NonNullable<InterpretationProps['change']>;
}) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        title={token.meaning ?? undefined}
        onClick={() => setOpen(!open)}
        className="-my-1 grid max-w-full justify-items-start rounded-sm py-1 text-left hover:bg-raised"
      >
        <Words token={token} changeable />
      </button>
      {open ? (
        <Suspense fallback={null}>
          <TokenChoices anchor={button} word={token.text} ids={ids} change={change} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** How the question was read: every word with its kind in colour and in writing, its meaning when it says more, and what else it can be. */
export function Interpretation({ tokens, question, change }: InterpretationProps) {
  return (
    <ol className="flex flex-wrap items-start gap-x-2.5 gap-y-2" aria-label="How the question was read">
      {mergeTokens(tokens, question).map((token) => (
        <li
          key={token.start}
          data-token={token.kind}
          className="grid max-w-full justify-items-start"
          title={change ? undefined : (token.meaning ?? undefined)}
        >
          {change && token.kind !== 'FILLER' && token.kind !== 'UNKNOWN' ? (
            <Changeable
              token={token}
              ids={tokens.filter(({ start, end }) => start >= token.start && end <= token.end).map(({ id }) => id)}
              change={change}
            />
          ) : (
            <Words token={token} changeable={false} />
          )}
        </li>
      ))}
    </ol>
  );
}
