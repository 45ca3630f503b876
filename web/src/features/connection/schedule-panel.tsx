import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { SetScheduleDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { scheduleWords } from '../connect/schedule-words.ts';
import { useForm } from '../settings/use-form.ts';
import { ScheduleFields } from './schedule-fields.tsx';
import type { ScheduleDraft } from './schedule-fields.tsx';
import { scheduleInput } from './schedule-input.ts';
import type { Connection } from './use-connection.ts';

function draftOf(schedule: Connection['schedule']): ScheduleDraft {
  return {
    mode: schedule === null ? 'none' : schedule.kind === 'CRON' ? 'cron' : 'every',
    everyMinutes: String(schedule?.everyMinutes ?? 60),
    cron: schedule?.cron ?? '0 6 * * *',
    timeZone: schedule?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

/** When the connection is read. */
export function SchedulePanel({ connection: { id, schedule } }: { connection: Connection }) {
  const run = useRun();
  const may = useMay('syncs.write');
  const { form, busy, problem, beside, send, submitting } = useForm(['everyMinutes', 'cron', 'timeZone']);
  const [draft, setDraft] = useState(() => draftOf(schedule));
  const changed = JSON.stringify(scheduleInput(draft)) !== JSON.stringify(scheduleInput(draftOf(schedule)));
  const save = async () => {
    const set = await send(run(SetScheduleDocument, { id, schedule: scheduleInput(draft) }), (data) => data.setSchedule);
    if (set) notify('success', `It is read ${scheduleWords(set.connection.schedule)} from now on`);
  };
  return (
    <Panel
      title="Schedule"
      aside={
        schedule ? (
          <span className="text-sm text-muted">next at {formatMoment(schedule.nextAt)}</span>
        ) : (
          <span className="text-sm text-muted">none</span>
        )
      }
    >
      <form ref={form} className="grid gap-4" noValidate onSubmit={submitting(save)} data-schedule={schedule?.kind ?? 'NONE'}>
        {problem ? <ProblemNote problem={problem} /> : null}
        {schedule?.problem ? <ProblemNote problem={{ ...schedule.problem, retry: false }} /> : null}
        <ScheduleFields draft={draft} beside={beside} onChange={setDraft} />
        {may ? (
          <Button type="submit" look="primary" busy={busy} disabled={!changed} className="justify-self-start">
            Set the schedule
          </Button>
        ) : null}
      </form>
    </Panel>
  );
}
