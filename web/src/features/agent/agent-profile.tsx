import type { AgentDetailQuery } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatCompact, formatCount, formatMoment } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { useNow } from '../../ui/use-now.ts';
import { formatDollars } from '../act/money.ts';
import { RaciView } from '../act/raci-view.tsx';
import { Figure } from '../runs/figure.tsx';
import { LastRuns } from '../agents/last-runs.tsx';
import { MaturityBar } from './maturity-bar.tsx';
import { stageLook } from './stages.ts';

type Agent = NonNullable<AgentDetailQuery['agent']>;

function Names({ names, none }: { names: readonly string[]; none: string }) {
  if (names.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {names.map((name) => (
        <li key={name}>
          <Badge className="font-mono">{name}</Badge>
        </li>
      ))}
    </ul>
  );
}

/** Who an agent is: how far it is trusted, what it may use, how far it may go, who answers for it, what it did last. */
export function AgentProfile({ agent }: { agent: Agent }) {
  const now = useNow();
  const { limits, stage, maturity } = agent;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel title="How far it is trusted" aside={<Badge tone={stageLook(stage).tone}>{stageLook(stage).word}</Badge>}>
        <div className="grid gap-3">
          <MaturityBar maturity={maturity} stage={stage} />
          <p>{stageLook(stage).may}</p>
        </div>
      </Panel>
      <Panel title="How far a run may go">
        <div className="grid gap-4">
          <dl className="grid grid-cols-3 gap-3">
            <Figure label="steps">{formatCount(limits.maxSteps)}</Figure>
            <Figure label="dollars">{formatDollars(limits.maxCost)}</Figure>
            <Figure label="tokens">{formatCompact(limits.maxTokens)}</Figure>
          </dl>
          <div className="grid gap-1.5">
            <h3 className="text-xs text-muted">Never to be done</h3>
            <Names names={limits.forbidden} none="Nothing is forbidden by name." />
          </div>
        </div>
      </Panel>
      <Panel title="Tools it may use">
        {agent.tools.includes('*') ? <p>Every tool there is.</p> : <Names names={agent.tools} none="None." />}
      </Panel>
      <Panel title="Who answers for it">
        <RaciView raci={agent.raci} />
      </Panel>
      {agent.instructions === '' ? null : (
        <Panel title="Instructions" className="lg:col-span-2">
          <p dir="auto" className="max-w-[80ch] whitespace-pre-wrap">
            {agent.instructions}
          </p>
        </Panel>
      )}
      <Panel
        title="What it did last"
        className="lg:col-span-2"
        aside={<span className="text-sm text-muted">{formatCount(agent.runs.totalCount)} runs in all</span>}
      >
        {agent.runs.nodes.length === 0 ? <p className="text-muted">It has not had anything to do yet.</p> : null}
        <LastRuns agent={agent} now={now} words />
      </Panel>
      <p className="text-sm text-muted lg:col-span-2">
        Version {agent.version}, {agent.changedBy ? `changed by ${agent.changedBy.displayName}, ` : ''}
        {formatMoment(agent.changedAt)}
      </p>
    </div>
  );
}
