import { Link } from 'react-router';
import { formatDuration } from '../../ui/duration.ts';
import { formatCount, formatMoment, formatPercent } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { HealthBadge } from '../connect/health-badge.tsx';
import { everyWords } from '../connect/schedule-words.ts';
import { Figure } from '../runs/figure.tsx';
import type { Connection } from './use-connection.ts';

const BREAKERS = { CLOSED: 'open to us', OPEN: 'left alone for a while', HALF_OPEN: 'tried with one request' } as const;

/** Seconds as a length of time; a dash when nothing is known. */
export function lengthOf(seconds: number | null | undefined): string {
  return seconds === null || seconds === undefined ? '–' : formatDuration(seconds * 1_000);
}

/** Where the reasons of a kind are dealt with. */
const REMEDIES: Readonly<Record<string, (id: string) => { to: string; label: string }>> = {
  DRIFT_UNDECIDED: () => ({ to: '/connections/drift/repairs?status=PROPOSED', label: 'Decide the repairs' }),
  MANY_QUARANTINED: (id) => ({ to: `/connections/quarantine?connection=${id}`, label: 'Look at what was set aside' }),
  STALE: (id) => ({ to: `/connections/${id}/syncs`, label: 'See the last syncs' }),
  SECRET_REFUSED: (id) => ({ to: `/connections/${id}/settings`, label: 'Change the key' }),
};

function Remedy({ code, connectionId }: { code: string; connectionId: string }) {
  const remedy = REMEDIES[code]?.(connectionId);
  return remedy ? (
    <Link to={remedy.to} className="font-medium link">
      {remedy.label}
    </Link>
  ) : null;
}

/** How well the connection is: why, what to do, and what is being done about it. */
export function HealthPanel({ connection: { id, health } }: { connection: Connection }) {
  const { errorBudget: budget, healing } = health;
  return (
    <Panel
      title="Health"
      aside={
        <span className="flex flex-wrap items-center gap-2">
          {health.since ? <span className="text-sm text-muted">since {formatMoment(health.since)}</span> : null}
          <HealthBadge status={health.status} />
        </span>
      }
    >
      <div className="grid gap-4">
        {health.reasons.length > 0 ? (
          <ul className="grid gap-2" aria-label="Reasons">
            {health.reasons.map((reason) => (
              <li key={reason.code} className="rounded-md bg-raised px-3 py-2" data-reason={reason.code}>
                <p className="font-medium">{reason.message}</p>
                {reason.todo ? <p className="text-muted">{reason.todo}</p> : null}
                <Remedy code={reason.code} connectionId={id} />
              </li>
            ))}
          </ul>
        ) : null}
        {healing ? (
          <p data-healing>
            {healing.waitsForPerson
              ? 'Nothing is tried until somebody has done what is said above.'
              : healing.nextAttemptAt
                ? `It was tried ${healing.attempts} times; the next try is at ${formatMoment(healing.nextAttemptAt)}.`
                : `It was tried ${healing.attempts} times.`}
          </p>
        ) : null}
        <dl className="flex flex-wrap gap-x-10 gap-y-3">
          <Figure label="age of the data">{lengthOf(health.freshnessSeconds)}</Figure>
          {health.expectedEverySeconds ? <Figure label="it is read">{everyWords(health.expectedEverySeconds / 60)}</Figure> : null}
          <Figure label="from landing to metrics">{lengthOf(health.lagSeconds)}</Figure>
          <Figure label="error budget left today">{formatPercent(budget.left, 0)}</Figure>
          <Figure label="failed syncs today">
            {formatCount(budget.failedSyncs)} <span className="text-sm font-normal text-muted">of {formatCount(budget.syncs)}</span>
          </Figure>
          <Figure label="failed requests today">
            {formatCount(budget.failedRequests)} <span className="text-sm font-normal text-muted">of {formatCount(budget.requests)}</span>
          </Figure>
          {health.breaker.state === 'CLOSED' ? null : <Figure label="the source is">{BREAKERS[health.breaker.state]}</Figure>}
        </dl>
      </div>
    </Panel>
  );
}
