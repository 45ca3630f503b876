import { useCallback } from 'react';
import { SaveDashboardDocument, SavedDashboardDocument } from '../../gql/graphql.ts';
import type { DashboardOutlineFragment } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import type { Problem } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { notify } from '../../ui/notify.ts';
import { draftOf } from './draft.ts';
import { startEditing } from './editing.ts';
import { inputOf } from './inputs.ts';

function tell(problem: Problem): false {
  notify('error', problem.message, problem.todo);
  return false;
}

/** What is done to a saved dashboard from outside of it; each resolves to whether it was done, and a failure is told on the screen. */
export function useFromOutside(): {
  rename: (id: string, title: string) => Promise<boolean>;
  duplicate: (id: string) => Promise<boolean>;
} {
  const run = useRun();
  const whole = useCallback(
    async (id: string): Promise<DashboardOutlineFragment | null> => {
      const outcome = await run(SavedDashboardDocument, { id });
      if (!outcome.ok) tell(outcome.problem);
      else if (!outcome.data.dashboard) notify('error', 'There is no such dashboard any more.');
      return outcome.ok ? outcome.data.dashboard : null;
    },
    [run],
  );
  const save = useCallback(
    async (dashboard: DashboardOutlineFragment, as: 'itself' | 'copy', title: string) => {
      const start = startEditing(dashboard);
      const input = inputOf({ ...start, draft: { ...draftOf(dashboard), title } }, as);
      const outcome = await run(SaveDashboardDocument, { input });
      if (!outcome.ok) return tell(outcome.problem);
      const result = outcome.data.saveDashboard;
      if (result.__typename === 'InputRefused') return tell(problemOfRefusal(result.problems));
      if (result.__typename === 'DashboardConflict') {
        notify('warning', 'Somebody saved it just now.', 'Nothing was changed; try again.');
        return false;
      }
      return true;
    },
    [run],
  );
  const rename = useCallback(
    async (id: string, title: string) => {
      const dashboard = await whole(id);
      if (!dashboard || !(await save(dashboard, 'itself', title))) return false;
      const back = async () => {
        const now = await whole(id);
        if (now) await save(now, 'itself', dashboard.title);
      };
      notify('success', `Renamed to “${title}”.`, undefined, { label: 'Undo', run: () => void back() });
      return true;
    },
    [whole, save],
  );
  const duplicate = useCallback(
    async (id: string) => {
      const dashboard = await whole(id);
      if (!dashboard || !(await save(dashboard, 'copy', dashboard.title))) return false;
      notify('success', `“${dashboard.title}” is duplicated.`);
      return true;
    },
    [whole, save],
  );
  return { rename, duplicate };
}
