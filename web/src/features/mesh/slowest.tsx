import { Gauge } from 'lucide-react';
import { Link } from 'react-router';
import type { FlowFieldsFragment } from '../../gql/graphql.ts';
import { lengthOf } from '../connection/health-panel.tsx';
import { STAGES } from './flow-looks.ts';

/** Where most time is lost, in a sentence; nothing when nothing moved. */
export function Slowest({ flow: { slowest } }: { flow: FlowFieldsFragment }) {
  if (slowest === null) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg border border-line bg-surface p-4" data-slowest={slowest.stage}>
      <Gauge aria-hidden size={18} className="text-medium" />
      <span>
        Most time is lost before <span className="font-semibold">{STAGES[slowest.stage].label}</span>: {lengthOf(slowest.seconds)}.
      </span>
      <span className="text-muted">{slowest.why}</span>
      {slowest.connection ? (
        <Link to={`/connections/${slowest.connection.id}`} className="link">
          {slowest.connection.name}
        </Link>
      ) : null}
    </p>
  );
}
