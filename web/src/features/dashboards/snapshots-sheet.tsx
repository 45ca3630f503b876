import { Camera } from 'lucide-react';
import { useState } from 'react';
import { DashboardSnapshotsDocument, SetDashboardScheduleDocument, TakeDashboardSnapshotDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Choice } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { Empty } from '../../ui/states.tsx';
import { Listed } from '../settings/listed.tsx';

const PAGE = 10;
const SCHEDULES = [
  { value: '', label: 'Only by hand' },
  { value: '0 7 * * 1-5', label: 'On weekdays at 7' },
  { value: '0 7 * * 1', label: 'On Mondays at 7' },
  { value: '0 7 1 * *', label: 'On the first of each month at 7' },
];

/** What the dashboard said at moments that were kept: taken by hand or by a schedule. */
export default function SnapshotsSheet({ id, onClose }: { id: string; onClose: () => void }) {
  const run = useRun();
  const [first, setFirst] = useState(PAGE);
  const [busy, setBusy] = useState(false);
  const [result, refresh] = useGraph(DashboardSnapshotsDocument, { id, first });
  const schedule = known(result)?.dashboard?.schedule ?? null;
  const cron = schedule?.cron ?? '';
  const choices = SCHEDULES.some(({ value }) => value === cron) ? SCHEDULES : [...SCHEDULES, { value: cron, label: `As “${cron}”` }];
  const take = async () => {
    setBusy(true);
    const outcome = await run(TakeDashboardSnapshotDocument, { id });
    setBusy(false);
    refresh();
    const taken = outcome.ok ? outcome.data.takeDashboardSnapshot : null;
    const problem = !outcome.ok ? outcome.problem : taken?.__typename === 'InputRefused' ? problemOfRefusal(taken.problems) : null;
    if (problem) notify('error', problem.message, problem.todo);
    else notify('success', 'Kept as it is now');
  };
  const plan = async (next: string) => {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const outcome = await run(SetDashboardScheduleDocument, { id, schedule: next === '' ? null : { cron: next, timeZone } });
    refresh();
    const set = outcome.ok ? outcome.data.setDashboardSchedule : null;
    const problem = !outcome.ok ? outcome.problem : set?.__typename === 'InputRefused' ? problemOfRefusal(set.problems) : null;
    if (problem) notify('error', problem.message, problem.todo);
  };
  return (
    <Sheet title="Snapshots" onClose={onClose}>
      <div className="grid gap-5">
        <div className="flex flex-wrap items-end gap-4">
          <Choice label="Take one" value={cron} options={choices} onChange={(event) => void plan(event.target.value)} />
          <Button busy={busy} className="min-h-10" onClick={() => void take()} data-take-snapshot>
            <Camera aria-hidden size={15} /> {busy ? 'Taking it…' : 'Take one now'}
          </Button>
          {schedule ? <p className="pb-2.5 text-sm text-muted">The next one: {formatMoment(schedule.nextAt)}</p> : null}
        </div>
        <Listed
          what="the snapshots"
          result={result}
          refresh={refresh}
          pick={({ dashboardSnapshots }) => dashboardSnapshots}
          onMore={() => setFirst((count) => count + PAGE)}
          empty={
            <Empty icon={Camera} title="None was taken">
              A snapshot keeps the numbers of a moment, whatever the data become.
            </Empty>
          }
        >
          {(snapshots) => (
            <ol className="grid gap-2" aria-label="Snapshots">
              {snapshots.map(({ id: snapshot, takenAt, takenBy, scheduled, version, widgets }) => (
                <li key={snapshot} className="rounded-md border border-line px-4 py-2" data-snapshot={snapshot}>
                  <Disclosure
                    summary={
                      <span className="flex flex-wrap items-center gap-2 text-ink">
                        {formatMoment(takenAt)}
                        <Badge>version {version}</Badge>
                        <span className="text-sm text-muted">{scheduled ? 'by its schedule' : takenBy.displayName}</span>
                      </span>
                    }
                  >
                    <dl className="grid gap-2 pb-2 text-sm">
                      {widgets.map(({ title, formattedValue, text, answered }) => (
                        <div key={title} className="flex flex-wrap justify-between gap-x-4">
                          <dt className="text-muted">{title}</dt>
                          <dd>{answered ? (formattedValue ?? text) : 'not answered'}</dd>
                        </div>
                      ))}
                    </dl>
                  </Disclosure>
                </li>
              ))}
            </ol>
          )}
        </Listed>
      </div>
    </Sheet>
  );
}
