import { Link } from 'react-router';
import type { AgentDetailQuery } from '../../gql/graphql.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { formatCount, plural } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { inUnit } from '../findings/looks.ts';
import { Figure } from '../runs/figure.tsx';

type Agent = NonNullable<AgentDetailQuery['agent']>;

/** What a pilot looks for, what it has found, and what came of it. */
export function AgentPlaybooks({ agent: { id, playbooks, outcomes } }: { agent: Agent }) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Panel
        title="What it has found"
        aside={
          <Link to={`/agents/findings?agent=${id}`} className="text-sm link">
            Its findings
          </Link>
        }
      >
        <div className="grid gap-4">
          <dl className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            <Figure label="open">{formatCount(outcomes.open)}</Figure>
            <Figure label="proposed">{formatCount(outcomes.proposed)}</Figure>
            <Figure label="done">{formatCount(outcomes.done)}</Figure>
            <Figure label="gone since">{formatCount(outcomes.resolved)}</Figure>
          </dl>
          {outcomes.improvements.map(({ unit, findings, before, after }) => (
            <p key={unit} className="text-sm text-muted">
              {plural(findings, 'finding')}: {inUnit(before, unit)} before, {inUnit(after, unit)} after
            </p>
          ))}
        </div>
      </Panel>
      {playbooks.map(({ name, title, description, suggestedSchedule, analyses }) => (
        <Panel key={name} title={title} aside={<span className="font-mono text-xs text-muted">{name}</span>}>
          <div className="grid gap-3">
            <p>{description}</p>
            {suggestedSchedule === null ? null : (
              <p className="text-sm text-muted">
                Best run at <span className="font-mono">{suggestedSchedule}</span>
              </p>
            )}
            <Disclosure summary={plural(analyses.length, 'analysis', 'analyses')}>
              <dl className="grid gap-2 text-sm">
                {analyses.map((analysis) => (
                  <div key={analysis.name}>
                    <dt className="font-medium">{analysis.title}</dt>
                    <dd className="text-muted">{analysis.description}</dd>
                  </div>
                ))}
              </dl>
            </Disclosure>
          </div>
        </Panel>
      ))}
    </div>
  );
}
