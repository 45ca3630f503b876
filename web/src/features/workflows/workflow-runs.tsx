import { Workflow } from 'lucide-react';
import { useState } from 'react';
import { WorkflowRunsDocument } from '../../gql/graphql.ts';
import { useEvery } from '../../graph/use-every.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Empty } from '../../ui/states.tsx';
import { useTick } from '../../ui/use-tick.ts';
import { RunRow } from '../runs/run-row.tsx';
import { Listed } from '../settings/listed.tsx';

const PAGE = 30;
const LOOK_MS = 5_000;

/** Runs of one workflow, the newest first. */
export function WorkflowRuns({ name }: { name: string }) {
  const [first, setFirst] = useState(PAGE);
  const [result, refresh] = useGraph(WorkflowRunsDocument, { name, first });
  const now = useTick(true);
  useEvery(LOOK_MS, refresh);
  return (
    <Listed
      what="the runs"
      result={result}
      refresh={refresh}
      pick={(data) => data.workflow?.runs ?? { nodes: [], totalCount: 0 }}
      onMore={() => setFirst((count) => count + PAGE)}
      empty={
        <Empty icon={Workflow} title="It has not run yet">
          Try it dry first: it reads, and says what it would do.
        </Empty>
      }
    >
      {(runs) => (
        <ul aria-label="Runs of the workflow" className="panel divide-y divide-line overflow-hidden">
          {runs.map((run) => (
            <RunRow key={run.id} run={run} now={now} />
          ))}
        </ul>
      )}
    </Listed>
  );
}
