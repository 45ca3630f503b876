import { SaveScheduleDocument } from '../../gql/graphql.ts';
import type { AgentScheduleFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Choice, Field, TextArea } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Switch } from '../../ui/switch.tsx';
import { useAgentOptions } from '../act/use-agent-options.ts';
import { FormSheet } from '../settings/form-sheet.tsx';
import { useDraftForm } from '../settings/use-draft-form.ts';
import { draftOf, scheduleInputOf } from './schedule-draft.ts';
import { TimingFields } from './timing-fields.tsx';

const FIELDS = [
  'name', 'agentId', 'workflow', 'input', 'cron', 'timeZone', 'everySeconds', 'at', 'on', 'onlyFor', 'eventInput', 'misfire', 'overlap', 'maxConcurrent',
] as const; // prettier-ignore

interface ScheduleFormProps {
  /** The one to change; null for a new one. */
  schedule: AgentScheduleFieldsFragment | null;
  /** The workflow that a new one begins with. */
  workflow: string;
  onClose: () => void;
  onSaved: () => void;
}

/** A schedule to make or to change: what runs, as whom, when, and what happens when a time was missed. */
export function ScheduleForm({ schedule, workflow, onClose, onSaved }: ScheduleFormProps) {
  const run = useRun();
  const agents = useAgentOptions('Choose…');
  const form = useDraftForm(FIELDS, () => draftOf(schedule, { workflow, agentId: '' }));
  const { draft, set, field, beside, send, fail } = form;
  const save = async () => {
    const input = scheduleInputOf(draft, schedule);
    if (input === null) return fail({ code: 'INVALID_INPUT', message: 'The input is not a JSON object.', todo: 'Write {"name": "value"}, or leave it empty.', retry: false }); // prettier-ignore
    const saved = await send(run(SaveScheduleDocument, { input }), (data) => data.saveSchedule);
    if (!saved) return undefined;
    notify('success', schedule ? 'The schedule is changed' : `“${saved.schedule.name}” is scheduled`);
    return onSaved();
  };
  return (
    <FormSheet
      title={schedule ? 'Change the schedule' : 'New schedule'}
      action={schedule ? 'Save' : 'Schedule it'}
      name="schedule"
      of={form}
      onSubmit={save}
      onClose={onClose}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Name" placeholder="Idle spend, every Monday" {...field('name')} />
        <Field label="Workflow" hint="Its name. The version that is published then is run." spellCheck={false} {...field('workflow')} />
        <Choice label="Agent" options={agents} {...field('agentId')} />
      </div>
      <TimingFields draft={draft} beside={beside} onChange={set} />
      <Disclosure summary="What it is given, and what happens when a time is missed" open={draft.input !== ''}>
        <div className="grid gap-4 sm:grid-cols-2">
          <TextArea
            label="Input, as JSON"
            className="sm:col-span-2 [&_textarea]:font-mono [&_textarea]:text-sm"
            rows={4}
            placeholder="{}"
            spellCheck={false}
            {...field('input')}
          />
          <Choice
            label="After times that were missed"
            options={[
              { value: 'RUN_ONCE', label: 'Run once' },
              { value: 'SKIP', label: 'Wait for the next time' },
              { value: 'RUN_ALL', label: 'Run for each of them' },
            ]}
            {...field('misfire')}
          />
          <Choice
            label="While one is still at work"
            options={[
              { value: 'SKIP', label: 'Leave the next one out' },
              { value: 'QUEUE', label: 'Let it wait its turn' },
              { value: 'ALLOW', label: 'Let them run side by side' },
            ]}
            {...field('overlap')}
          />
          <Field label="At most at once" inputMode="numeric" {...field('maxConcurrent')} />
        </div>
      </Disclosure>
      <Switch
        label="Dry run"
        hint="Nothing is changed anywhere; what would be done is written down."
        name="dryRun"
        on={draft.dryRun}
        onChange={(dryRun) => set({ dryRun })}
      />
    </FormSheet>
  );
}
