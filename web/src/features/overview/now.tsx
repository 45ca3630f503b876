import { Link } from 'react-router';
import { RunsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Panel } from '../../ui/page.tsx';
import { useTick } from '../../ui/use-tick.ts';
import { LiveMark } from '../runs/live-mark.tsx';
import { RunFollower } from '../runs/run-follower.tsx';
import { RunRow } from '../runs/run-row.tsx';

/** Runs shown here; all of them are one click away. */
const SHOWN = 3;

/** What is under way right now, moving by itself; nothing while nothing is. */
export function Now() {
  const [runs, refresh] = useGraph(RunsDocument, { first: SHOWN, status: 'RUNNING' });
  const nodes = (runs.state === 'ready' ? runs.data.runs.nodes : []).filter((each) => each.status === 'RUNNING');
  const now = useTick(nodes.length > 0);
  if (nodes.length === 0) return null;
  return (
    <Panel
      title={
        <>
          Right now <LiveMark className="ml-2" />
        </>
      }
      aside={
        <Link to="/agents/runs" className="text-sm link">
          All runs
        </Link>
      }
    >
      {nodes.map((each) => (
        <RunFollower key={each.id} id={each.id} onEnd={refresh} />
      ))}
      <ul className="-mx-5 -mb-4 divide-y divide-line" aria-label="Runs under way">
        {nodes.map((run) => (
          <RunRow key={run.id} run={run} now={now} />
        ))}
      </ul>
    </Panel>
  );
}
