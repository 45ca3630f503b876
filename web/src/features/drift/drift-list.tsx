import { Link } from 'react-router';
import type { DriftFieldsFragment } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import { classes } from '../../ui/classes.ts';
import { formatAgo, formatMoment, plural } from '../../ui/format.ts';
import { useNow } from '../../ui/use-now.ts';
import { DRIFT_KINDS, DRIFT_STATUSES, SEVERITIES } from './words.ts';

/** Changes of sources, each leading to what it was and is. */
export function DriftList({ drifts, label = 'Changes' }: { drifts: readonly DriftFieldsFragment[]; label?: string }) {
  const now = useNow();
  return (
    <ul className="panel divide-y divide-line" aria-label={label}>
      {drifts.map((drift) => {
        const { icon: Icon, word, tone } = SEVERITIES[drift.severity];
        const status = DRIFT_STATUSES[drift.status];
        return (
          <li
            key={drift.id}
            data-drift={drift.kind}
            data-status={drift.status}
            className="relative flex gap-3 px-4 py-3 transition-colors hover:bg-raised has-focus-visible:bg-raised"
          >
            <Icon
              aria-hidden
              size={18}
              className={classes('mt-0.5 shrink-0', tone === 'bad' ? 'text-low' : tone === 'warning' ? 'text-medium' : 'text-muted')}
            />
            <div className="grid min-w-0 flex-1 gap-1">
              <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <Link to={`/connections/drift/${drift.id}`} className="font-medium after:absolute after:inset-0">
                  {drift.summary}
                </Link>
                <Badge>{DRIFT_KINDS[drift.kind]}</Badge>
                <Badge tone={status.tone}>{status.word}</Badge>
              </p>
              <p className="text-sm text-muted">
                {drift.connection.name} · {drift.object.name} · <span className={tone === 'bad' ? 'text-low' : undefined}>{word}</span>
                {drift.dependents.length > 0 ? ` (${plural(drift.dependents.length, 'thing')})` : ''}
                {drift.status === 'OPEN' && drift.holds ? ' · its records wait' : ''}
              </p>
            </div>
            <time
              dateTime={drift.detectedAt}
              title={formatMoment(drift.detectedAt)}
              className="text-sm whitespace-nowrap text-muted max-sm:hidden"
            >
              {formatAgo(drift.detectedAt, now)}
            </time>
          </li>
        );
      })}
    </ul>
  );
}
