import { useMemo, useState } from 'react';
import type { Persona } from '../../gql/graphql.ts';
import { createAsking } from './asking.ts';
import type { Board } from './board-context.ts';
import type { CrossFilter } from './use-cross-filter.ts';
import { useOperations } from './use-operations.ts';

/** What the widgets of a board share; the same as long as nothing of it changes, so that a drag draws no widget anew. */
export function useBoardValue(persona: Persona | null, { picks, pick }: CrossFilter): Board {
  const [asking] = useState(createAsking);
  const runOperation = useOperations();
  return useMemo(() => {
    const picked = new Map(picks.map(({ widget, value }) => [widget, value]));
    return { persona, asking, runOperation, pick, pickedIn: (id) => picked.get(id) ?? null };
  }, [persona, asking, runOperation, pick, picks]);
}
