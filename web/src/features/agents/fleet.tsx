import { Bot } from 'lucide-react';
import { Link } from 'react-router';
import { AgentVitalsDocument, FleetDocument } from '../../gql/graphql.ts';
import type { FleetQuery, RunFigureFieldsFragment } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useEvery } from '../../graph/use-every.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatDuration } from '../../ui/duration.ts';
import { formatCount } from '../../ui/format.ts';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { useTick } from '../../ui/use-tick.ts';
import { stageLook } from '../agent/stages.ts';
import { Figure } from '../runs/figure.tsx';
import { healthOf } from './fleet-health.ts';
import { LastRuns } from './last-runs.tsx';
import { PilotMark } from './pilot-mark.tsx';

/** The fleet looks again by itself. */
const LOOK_MS = 15_000;

type Agent = FleetQuery['agents']['nodes'][number];

/** The agents that work here: what each is for, how it is, what it did last. */
export function Fleet() {
  const [fleet, refresh] = useGraph(FleetDocument, {});
  const [vitals, refreshVitals] = useGraph(AgentVitalsDocument, { window: 'DAY' });
  const now = useTick(true);
  useEvery(LOOK_MS, () => {
    refresh();
    refreshVitals();
  });
  const agents = known(fleet)?.agents.nodes ?? null;
  const figures = new Map(known(vitals)?.agentVitals.agents.map(({ agent, runs }) => [agent.id, runs]));
  return (
    <div className="grid gap-4">
      {fleet.state === 'loading' && agents === null ? <Loading label="Loading the agents" lines={5} /> : null}
      {fleet.state === 'failed' ? <ProblemNote problem={fleet.problem} onRetry={refresh} /> : null}
      {agents?.length === 0 ? (
        <Empty icon={Bot} title="No agent works here">
          Agents are there as soon as the workspace is.
        </Empty>
      ) : null}
      {agents && agents.length > 0 ? (
        <ul aria-label="Agents" className="grid items-start gap-4 md:grid-cols-2">
          {agents
            .toSorted((a, b) => Number(b.enabled) - Number(a.enabled) || b.runs.totalCount - a.runs.totalCount)
            .map((agent) => (
              <AgentCard key={agent.id} agent={agent} figures={figures.get(agent.id) ?? null} now={now} />
            ))}
        </ul>
      ) : null}
    </div>
  );
}

function AgentCard({ agent, figures, now }: { agent: Agent; figures: RunFigureFieldsFragment | null; now: Date }) {
  const { word, tone } = healthOf(agent.runs.nodes[0] ?? null, figures);
  return (
    <li className="panel grid content-start gap-4 p-5" data-agent={agent.pilot}>
      <div className="flex items-start gap-3.5">
        <PilotMark pilot={agent.pilot} />
        <div className="grid min-w-0 flex-1 gap-0.5">
          <h2 className="flex flex-wrap items-center gap-2.5 text-md font-semibold">
            <Link to={`/agents/fleet/${agent.id}`} className="hover:underline">
              {agent.name}
            </Link>
            {agent.enabled ? <Badge tone={tone}>{word}</Badge> : <Badge>stopped</Badge>}
            <Badge tone={stageLook(agent.stage).tone}>{stageLook(agent.stage).word}</Badge>
          </h2>
          <p className="text-muted">{agent.purpose}</p>
        </div>
      </div>
      {figures && agent.runs.totalCount > 0 ? (
        <dl className="grid grid-cols-4 gap-3 border-y border-line py-3">
          <Figure label="runs, 24 h">{formatCount(figures.started)}</Figure>
          <Figure label="failed">{formatCount(figures.failed)}</Figure>
          <Figure label="half under">{figures.medianSeconds === null ? '–' : formatDuration(figures.medianSeconds * 1_000)}</Figure>
          <Figure label="waiting">{formatCount(figures.waiting)}</Figure>
        </dl>
      ) : null}
      {agent.runs.nodes.length === 0 ? (
        <p className="text-sm text-muted">It has not had anything to do yet.</p>
      ) : (
        <LastRuns agent={agent} now={now} />
      )}
      {agent.runs.totalCount > agent.runs.nodes.length ? (
        <p className="text-sm text-muted">{formatCount(agent.runs.totalCount)} runs in all</p>
      ) : null}
    </li>
  );
}
