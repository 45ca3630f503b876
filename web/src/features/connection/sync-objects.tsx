import type { SyncObjectStatus } from '../../gql/graphql.ts';
import { Badge } from '../../ui/badge.tsx';
import type { Tone } from '../../ui/badge.tsx';
import { formatRemaining } from '../../ui/duration.ts';
import { formatCount, formatPercent, plural } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import type { Connection } from './use-connection.ts';

type Sync = NonNullable<Connection['latestSync']>;

const STATES: Record<SyncObjectStatus, { word: string; tone: Tone }> = {
  PENDING: { word: 'waits', tone: 'neutral' },
  LANDING: { word: 'landing', tone: 'accent' },
  DONE: { word: 'done', tone: 'good' },
  GONE: { word: 'gone at the source', tone: 'warning' },
  FAILED: { word: 'failed', tone: 'bad' },
};

const MODES = { FULL: 'everything', INCREMENTAL: 'only what is new', BACKFILL: 'once more' } as const;

/** How far each object of a sync is: a row each, moved by the sync's own events. */
export function SyncObjects({ sync }: { sync: Sync }) {
  if (sync.objects.length === 0) return null;
  return (
    <Panel
      title="Object by object"
      aside={
        <span className="flex flex-wrap items-center gap-3 text-sm text-muted">
          {sync.secondsLeft === null ? null : <span>{formatRemaining(sync.secondsLeft * 1_000)}</span>}
          <Badge>{MODES[sync.mode]}</Badge>
        </span>
      }
    >
      <ul className="grid gap-x-8 gap-y-3 lg:grid-cols-2" data-sync-objects>
        {sync.objects.map((each) => {
          const { word, tone } = STATES[each.status];
          return (
            <li key={each.name} className="grid gap-1" data-sync-object={each.name} data-status={each.status}>
              <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
                <span className="min-w-0 truncate font-medium">{each.name}</span>
                <Badge tone={tone}>{word}</Badge>
                <span className="ml-auto text-sm text-muted">
                  {plural(each.records, 'record')}
                  {each.changed > 0 ? `, ${formatCount(each.changed)} changed` : ''}
                  {each.removed > 0 ? `, ${formatCount(each.removed)} gone` : ''}
                  {each.quarantined > 0 ? `, ${formatCount(each.quarantined)} set aside` : ''}
                  {each.status === 'LANDING' ? ` · ${formatPercent(each.progress, 0)}` : ''}
                </span>
              </div>
              <Progress value={each.status === 'DONE' ? 1 : each.progress} label={`${each.name}: how far it is`} />
              {each.problem ? (
                <p className="text-sm">
                  {each.problem.message} <span className="text-muted">{each.problem.todo}</span>
                </p>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
