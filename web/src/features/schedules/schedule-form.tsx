import { useState } from 'react';
import { AgentNamesDocument, SaveScheduleDocument } from '../../gql/graphql.ts';
import type { AgentScheduleFieldsFragment } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Choice, Field, TextArea } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useForm } from '../settings/use-form.ts';
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
  const [agents] = useGraph(AgentNamesDocument, {}, { policy: 'cache-first' });
  const { form, busy, problem, beside, send, fail, submitting } = useForm(FIELDS);
  const [draft, setDraft] = useState(() => draftOf(schedule, { workflow, agentId: '' }));
  const set = (next: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...next }));
  const save = async () => {
    const input = scheduleInputOf(draft, schedule);
    if (input === null) return fail({ code: 'INVALID_INPUT', message: 'The input is not a JSON object.', todo: 'Write {"name": "value"}, or leave it empty.', retry: false }); // prettier-ignore
    const saved = await send(run(SaveScheduleDocument, { input }), (data) => data.saveSchedule);
    if (!saved) return undefined;
    notify('success', schedule ? 'The schedule is changed' : `“${saved.schedule.name}” is scheduled`);
    return onSaved();
  };
  return (
    <Sheet title={schedule ? 'Change the schedule' : 'New schedule'} onClose={onClose}>
      <form ref={form} className="grid gap-5" noValidate onSubmit={submitting(save)} data-schedule-form>
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="Name"
            name="name"
            value={draft.name}
            placeholder="Idle spend, every Monday"
            problem={beside['name']}
            onChange={(event) => set({ name: event.target.value })}
          />
          <Field
            label="Workflow"
            name="workflow"
            value={draft.workflow}
            problem={beside['workflow']}
            hint="Its name. The version that is published then is run."
            spellCheck={false}
            onChange={(event) => set({ workflow: event.target.value })}
          />
          <Choice
            label="Agent"
            name="agentId"
            value={draft.agentId}
            problem={beside['agentId']}
            options={[
              { value: '', label: 'Choose…' },
              ...(known(agents)?.agents.nodes ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(event) => set({ agentId: event.target.value })}
          />
        </div>
        <TimingFields draft={draft} beside={beside} onChange={set} />
        <Disclosure summary="What it is given, and what happens when a time is missed" open={draft.input !== ''}>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextArea
              label="Input, as JSON"
              name="input"
              className="sm:col-span-2 [&_textarea]:font-mono [&_textarea]:text-sm"
              rows={4}
              value={draft.input}
              problem={beside['input']}
              placeholder="{}"
              spellCheck={false}
              onChange={(event) => set({ input: event.target.value })}
            />
            <Choice
              label="After times that were missed"
              name="misfire"
              value={draft.misfire}
              problem={beside['misfire']}
              options={[
                { value: 'RUN_ONCE', label: 'Run once' },
                { value: 'SKIP', label: 'Wait for the next time' },
                { value: 'RUN_ALL', label: 'Run for each of them' },
              ]}
              onChange={(event) => set({ misfire: event.target.value })}
            />
            <Choice
              label="While one is still at work"
              name="overlap"
              value={draft.overlap}
              problem={beside['overlap']}
              options={[
                { value: 'SKIP', label: 'Leave the next one out' },
                { value: 'QUEUE', label: 'Let it wait its turn' },
                { value: 'ALLOW', label: 'Let them run side by side' },
              ]}
              onChange={(event) => set({ overlap: event.target.value })}
            />
            <Field
              label="At most at once"
              name="maxConcurrent"
              inputMode="numeric"
              value={draft.maxConcurrent}
              problem={beside['maxConcurrent']}
              onChange={(event) => set({ maxConcurrent: event.target.value })}
            />
          </div>
        </Disclosure>
        <Switch
          label="Dry run"
          hint="Nothing is changed anywhere; what would be done is written down."
          name="dryRun"
          on={draft.dryRun}
          onChange={(dryRun) => set({ dryRun })}
        />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            {schedule ? 'Save' : 'Schedule it'}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
