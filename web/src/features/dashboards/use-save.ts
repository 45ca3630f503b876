import { useCallback, useState } from 'react';
import { SaveDashboardDocument } from '../../gql/graphql.ts';
import type { DashboardOutlineFragment } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import type { Editing } from './editing.ts';
import { inputOf } from './inputs.ts';

/** Where saving stands: one of these at a time. */
export type Saving =
  | { state: 'idle' | 'busy' }
  | { state: 'failed'; problem: Problem }
  | { state: 'conflict'; theirs: DashboardOutlineFragment };

/** Saves a draft over the version that was edited, or as a copy. `save` resolves to the saved dashboard, or null when it was not saved. */
export function useSave(): {
  saving: Saving;
  save: (editing: Editing, as: 'itself' | 'copy') => Promise<DashboardOutlineFragment | null>;
  /** Opens the comparison with a version that somebody else has saved. */
  compare: (theirs: DashboardOutlineFragment) => void;
  dismiss: () => void;
} {
  const run = useRun();
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });
  const save = useCallback(
    async (editing: Editing, as: 'itself' | 'copy') => {
      setSaving({ state: 'busy' });
      const outcome = await run(SaveDashboardDocument, { input: inputOf(editing, as) });
      if (!outcome.ok) {
        setSaving({ state: 'failed', problem: outcome.problem });
        return null;
      }
      const result = outcome.data.saveDashboard;
      switch (result.__typename) {
        case 'DashboardSaved':
          setSaving({ state: 'idle' });
          return result.dashboard;
        case 'DashboardConflict':
          setSaving({ state: 'conflict', theirs: result.current });
          return null;
        case 'InputRefused':
          setSaving({ state: 'failed', problem: problemOfRefusal(result.problems) });
          return null;
      }
    },
    [run],
  );
  const compare = useCallback((theirs: DashboardOutlineFragment) => setSaving({ state: 'conflict', theirs }), []);
  const dismiss = useCallback(() => setSaving({ state: 'idle' }), []);
  return { saving, save, compare, dismiss };
}
