import { useCallback } from 'react';
import { DeleteDashboardDocument, SaveDashboardDocument } from '../../gql/graphql.ts';
import type { DashboardSummaryFragment, SaveDashboardInput } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { notify } from '../../ui/notify.ts';

/** A dashboard as a new one of its own. */
function asNew({ title, sentence, persona, widgets }: DashboardSummaryFragment): SaveDashboardInput {
  return {
    id: null,
    version: 0,
    title,
    sentence,
    persona,
    widgets: widgets.map(({ title: name, kind, question, layout: { x, y, w, h } }) => ({
      id: null,
      title: name,
      kind,
      question,
      layout: { x, y, w, h },
    })),
  };
}

/** Deletes a dashboard and offers to bring it back. Resolves to whether it is gone; a failure is told on the screen. */
export function useDelete(): (dashboard: DashboardSummaryFragment) => Promise<boolean> {
  const run = useRun();
  return useCallback(
    async (dashboard: DashboardSummaryFragment) => {
      const outcome = await run(DeleteDashboardDocument, { id: dashboard.id });
      if (!outcome.ok || outcome.data.deleteDashboard.__typename === 'InputRefused') {
        const problem = outcome.ok ? problemOfRefusal(refusals(outcome.data.deleteDashboard)) : outcome.problem;
        notify('error', problem.message, problem.todo);
        return false;
      }
      const bringBack = async () => {
        const back = await run(SaveDashboardDocument, { input: asNew(dashboard) });
        if (back.ok && back.data.saveDashboard.__typename === 'DashboardSaved') notify('success', `“${dashboard.title}” is back.`);
        else notify('error', `“${dashboard.title}” could not be brought back.`);
      };
      notify('message', `“${dashboard.title}” was deleted.`, undefined, { label: 'Undo', run: () => void bringBack() });
      return true;
    },
    [run],
  );
}

type Refusal = { code: string; message: string; todo: string };

function refusals(result: { __typename: string; problems?: readonly Refusal[] }): readonly Refusal[] {
  return result.problems ?? [];
}
