import type { SyncFieldsFragment } from '../../gql/graphql.ts';
import { formatCount } from '../../ui/format.ts';
import { Panel } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { ProblemNote } from '../../ui/states.tsx';

const PHASES = { DISCOVERING: 'Finding tables, types and keys', LANDING: 'Reading the rows', FINISHED: 'Done' } as const;

function Count({ value, label }: { value: number; label: string }) {
  return (
    <div className="grid gap-0.5">
      <dd className="text-lg font-semibold">{formatCount(value)}</dd>
      <dt className="order-last text-sm text-muted">{label}</dt>
    </div>
  );
}

/** One sync: its phase, how far it is, and what it has landed. */
export function SyncProgress({ sync }: { sync: SyncFieldsFragment }) {
  const running = sync.status === 'RUNNING';
  return (
    <Panel label="Sync" className="grid gap-4">
      <div data-sync={sync.id} data-status={sync.status} className="grid gap-2">
        <p className="flex items-baseline justify-between gap-3" role="status">
          <span className="text-md font-medium">
            {running ? PHASES[sync.phase] : sync.status === 'FAILED' ? 'The sync failed' : 'Everything is read'}
          </span>
          {running ? <span className="text-muted">{Math.round(sync.progress * 100)}%</span> : null}
        </p>
        {running ? <Progress value={sync.progress} label="Progress of the sync" className="h-2" /> : null}
      </div>
      <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        <Count value={sync.recordsLanded} label="rows new or changed" />
        <Count value={sync.recordsUnchanged} label="unchanged" />
        <Count value={sync.recordsRemoved} label="gone at the source" />
        <Count value={sync.recordsQuarantined} label="set aside" />
      </dl>
      {sync.problem ? <ProblemNote problem={{ ...sync.problem, retry: false }} /> : null}
    </Panel>
  );
}
