import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ApprovalFieldsFragment } from '../../gql/graphql.ts';
import { formatCompact, formatCount } from '../../ui/format.ts';
import { formatDollars } from '../act/money.ts';

function Fact({ label, children, note }: { label: string; children: ReactNode; note?: string | null }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-xs text-muted">{label}</dt>
      <dd className="text-md font-semibold [overflow-wrap:anywhere]">{children}</dd>
      {note ? <dd className="text-xs text-muted">{note}</dd> : null}
    </div>
  );
}

/** What a decision weighs: what it costs, how much it touches, who does it and with what. */
export function ApprovalFacts({ approval }: { approval: ApprovalFieldsFragment }) {
  const { agent, tool, cost, tokens, touches, path, startedBy } = approval;
  if (agent === null && tool === null && cost === null && touches === null) return null;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 border-y border-line py-3 sm:grid-cols-4" data-approval-facts>
      {touches === null ? null : (
        <Fact label="Touches" note="records or people">
          {formatCount(touches)}
        </Fact>
      )}
      {cost === null ? null : (
        <Fact label="Costs at most" note={tokens ? `${formatCompact(tokens)} tokens` : null}>
          {formatDollars(cost)}
        </Fact>
      )}
      {tool === null ? null : (
        <Fact label="With" note={path === null ? null : `step ${path}`}>
          <span className="font-mono text-sm">{tool}</span>
        </Fact>
      )}
      {agent === null ? null : (
        <Fact label="Asked by" note={startedBy ? `begun by ${startedBy.displayName}` : null}>
          <Link to={`/agents/fleet/${agent.id}`} className="link">
            {agent.name}
          </Link>
        </Fact>
      )}
    </dl>
  );
}
