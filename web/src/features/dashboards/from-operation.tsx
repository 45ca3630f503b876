import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { DashboardFromOperationDocument } from '../../gql/graphql.ts';
import type { DashboardOutlineFragment } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import type { Problem } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useOperations } from './use-operations.ts';
import { DashboardWaiting } from './waiting.tsx';

const DashboardView = lazy(() => import('./dashboard-view.tsx'));
const WAITING = 'Running the query and choosing what shows its result';

type Made = { state: 'loading' } | { state: 'failed'; problem: Problem } | { state: 'ready'; dashboard: DashboardOutlineFragment };

/** The variables of an address; null when they are no object in JSON. */
function readVariables(text: string | null): Record<string, unknown> | null {
  try {
    const read: unknown = JSON.parse(text?.trim() || '{}');
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

interface FromOperationProps {
  document: string;
  variables: string | null;
  operationName: string | null;
}

/** Runs a query, as whoever looks, and makes a dashboard of what it answers. Nothing is saved until the person keeps it. */
export default function FromOperation({ document, variables, operationName }: FromOperationProps) {
  const run = useRun();
  const runOperation = useOperations();
  const [made, setMade] = useState<Made>({ state: 'loading' });
  const make = useCallback(async (): Promise<Made> => {
    const values = readVariables(variables);
    if (values === null) return { state: 'failed', problem: problemOfRefusal([]) };
    const ran = await runOperation({ query: document, variables: values, operationName: operationName ?? '' }, true);
    if (!ran.ok) return { state: 'failed', problem: ran.problem };
    const input = { document, variables: values, result: JSON.stringify({ data: ran.data }), ...(operationName ? { operationName } : {}) };
    const outcome = await run(DashboardFromOperationDocument, { input });
    if (!outcome.ok) return { state: 'failed', problem: outcome.problem };
    const { dashboardFromOperation: result } = outcome.data;
    return result.__typename === 'Dashboard'
      ? { state: 'ready', dashboard: result }
      : { state: 'failed', problem: problemOfRefusal(result.problems) };
  }, [document, variables, operationName, run, runOperation]);
  useEffect(() => {
    let wanted = true;
    const begin = async () => {
      const next = await make();
      if (wanted) setMade(next);
    };
    void begin();
    return () => {
      wanted = false;
    };
  }, [make]);
  const again = () => {
    setMade({ state: 'loading' });
    void make().then(setMade, () => undefined);
  };
  return (
    <Page title="New dashboard" hideHeading={made.state === 'ready'} intro="Made of the result of a query." className="content-start">
      {made.state === 'loading' ? <DashboardWaiting label={WAITING} /> : null}
      {made.state === 'failed' ? (
        <>
          <ProblemNote problem={made.problem} onRetry={again} />
          <ButtonLink to="/dashboards/new" className="justify-self-start">
            Make one from a sentence
          </ButtonLink>
        </>
      ) : null}
      {made.state === 'ready' ? (
        <Suspense fallback={<DashboardWaiting label={WAITING} />}>
          <DashboardView key={made.dashboard.id} dashboard={made.dashboard} />
        </Suspense>
      ) : null}
    </Page>
  );
}
