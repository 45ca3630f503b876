import type { RefObject } from 'react';
import { TokenAlternativesDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import Popover from '../../ui/popover.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';

interface TokenChoicesProps {
  anchor: RefObject<HTMLButtonElement | null>;
  word: string;
  /** The tokens that the word is made of. */
  ids: readonly string[];
  change: { answerId: string; onAsk: (question: string) => void };
  onClose: () => void;
}

/** What a word of the question can be exchanged for; each choice asks another question. */
export default function TokenChoices({ anchor, word, ids, change, onClose }: TokenChoicesProps) {
  const [result, refresh] = useGraph(TokenAlternativesDocument, { id: change.answerId }, { policy: 'cache-first' });
  const answer = result.state === 'ready' && result.data.answer.__typename === 'Answer' ? result.data.answer : null;
  const found = answer?.interpretation.filter(({ id }) => ids.includes(id)).flatMap(({ alternatives }) => alternatives) ?? [];
  const choices = [...new Map(found.map((each) => [each.question, each])).values()];
  return (
    <Popover anchor={anchor} label={`What else “${word}” can be`} align="start" className="w-72 p-1.5" onClose={onClose}>
      <p className="px-2.5 pt-1 pb-1.5 text-xs text-muted">In place of “{word}”</p>
      {result.state === 'loading' ? <Loading label="Looking for what else it can be" lines={3} className="p-2" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' && choices.length === 0 ? <p className="px-2.5 pb-2 text-sm">Nothing else fits here.</p> : null}
      <ul className="grid" aria-label="Choices">
        {choices.map((choice) => (
          <li key={choice.question}>
            <button
              type="button"
              data-alternative={choice.label}
              title={choice.question}
              onClick={() => {
                onClose();
                change.onAsk(choice.question);
              }}
              className="flex min-h-8 w-full items-center rounded-md px-2.5 py-1 text-left hover:bg-accent-soft"
            >
              {choice.label}
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
