import { createContext, use } from 'react';
import type { Persona } from '../../gql/graphql.ts';
import type { Outcome } from '../../graph/use-graph.ts';
import type { Asking } from './asking.ts';
import type { DraftWidget } from './draft.ts';

/** What the widgets of one board share. */
export interface Board {
  persona: Persona | null;
  asking: Asking;
  /** Runs a widget's own operation; widgets of the same one share it. */
  runOperation: (operation: DraftWidget['operation'], anew: boolean) => Promise<Outcome<unknown>>;
  /** The value that was picked in a widget; null when none was. */
  pickedIn: (id: string) => string | null;
  /** Shows of the other widgets what belongs to this value; picking it again takes that back. Null where nothing can be picked. */
  pick: ((id: string, value: string) => void) | null;
}

export const BoardContext = createContext<Board | null>(null);

/** The board around a widget. */
export function useBoard(): Board {
  const board = use(BoardContext);
  if (!board) throw new Error('a widget stands on a board');
  return board;
}
