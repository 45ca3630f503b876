import { RunMovesDocument } from '../../gql/graphql.ts';
import { useFollow } from '../../graph/use-follow.ts';
import { isOpen } from './run-state.ts';

/** Keeps one run of a list up to date: its events change the cache, and the list shows that. Draws nothing. */
export function RunFollower({ id, onEnd }: { id: string; onEnd: () => void }) {
  useFollow(
    RunMovesDocument,
    { runId: id, after: null },
    {
      onEvent: ({ runEvents }) => {
        if (!isOpen(runEvents.status)) onEnd();
      },
      onGap: onEnd,
      isLast: ({ runEvents }) => !isOpen(runEvents.status),
      isOver: () => true,
    },
  );
  return null;
}
