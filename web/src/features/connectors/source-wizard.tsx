import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ConnectSourceDocument, SetScheduleDocument, TestSourceDocument } from '../../gql/graphql.ts';
import type { ConnectorFormsQuery } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { useSearchState } from '../../graph/use-search-state.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { scheduleInput } from '../connection/schedule-input.ts';
import { ScheduleFields } from '../connection/schedule-fields.tsx';
import type { ScheduleDraft } from '../connection/schedule-fields.tsx';
import { useForm } from '../settings/use-form.ts';
import { DescriptorFields } from './descriptor-fields.tsx';
import { needsPlane, PlaneChoice } from './plane-choice.tsx';
import { TestResult } from './test-result.tsx';
import type { Tested } from './test-result.tsx';
import { WizardStep } from './wizard-step.tsx';

interface SourceWizardProps {
  connector: ConnectorFormsQuery['connectors'][number];
  /** The planes there are and the policy about them. */
  fabric: ConnectorFormsQuery;
}

const HOURLY: ScheduleDraft = {
  mode: 'every',
  everyMinutes: '60',
  cron: '0 6 * * *',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
};

/** Details, plane, test, name and schedule of a new connection. What is typed stays in this page until it is sent; secrets nowhere else. */
export function SourceWizard({ connector, fabric }: SourceWizardProps) {
  const run = useRun();
  const navigate = useNavigate();
  const [{ plane }, setSearch] = useSearchState(['plane']);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const [name, setName] = useState('');
  const [schedule, setSchedule] = useState(HOURLY);
  const [tested, setTested] = useState<Tested>({ state: 'not yet' });
  const { form, busy, problem, beside, send, submitting, clear } = useForm<string>([
    ...connector.form.map((each) => each.name),
    'name',
    'planeId',
  ]);
  const source = () => ({
    kind: connector.kind,
    values: connector.form
      .map((field) => ({ name: field.name, value: values[field.name] ?? field.fallback ?? '' }))
      .filter((each) => each.value !== ''),
    planeId: plane || null,
  });
  const change = (field: string, value: string) => {
    setValues((now) => ({ ...now, [field]: value }));
    setTested({ state: 'not yet' });
  };
  const test = async () => {
    setTested({ state: 'asking' });
    const result = await send(run(TestSourceDocument, { input: source() }), (data) => data.testSource);
    setTested(result ? { state: 'answered', objects: result.objects, milliseconds: result.milliseconds } : { state: 'refused' });
  };
  const connect = async () => {
    const started = await send(
      run(ConnectSourceDocument, { input: { ...source(), name: name.trim() || null } }),
      (data) => data.connectSource,
    );
    if (!started) return undefined;
    const { id } = started.connection;
    const wanted = connector.capabilities.schedules ? scheduleInput(schedule) : null;
    if (wanted) {
      const set = await run(SetScheduleDocument, { id, schedule: wanted });
      const kept = set.ok && set.data.setSchedule.__typename !== 'InputRefused';
      if (!kept) notify('warning', 'It is connected, but not yet scheduled', 'Set the schedule in its settings.');
    }
    return navigate(`/connections/${id}?new`);
  };
  const withPlane = needsPlane(connector.kind, fabric);
  const titles = [...(connector.form.length > 0 ? ['Details'] : []), ...(withPlane ? ['Plane'] : []), 'Test', 'Name'];
  const number = (title: string) => titles.indexOf(title) + 1;
  return (
    <form ref={form} className="grid gap-4" autoComplete="off" noValidate onSubmit={submitting(connect)} data-wizard={connector.kind}>
      {problem ? <ProblemNote problem={problem} /> : null}
      {connector.form.length > 0 ? (
        <WizardStep number={number('Details')} title="Details">
          <DescriptorFields fields={connector.form} values={values} beside={beside} onChange={change} />
          <p className="flex max-w-[64ch] items-start gap-2 text-sm text-muted">
            <ShieldCheck aria-hidden size={16} className="mt-px shrink-0 text-high" />
            Keys are sealed on the server and never shown again. One that may only read is enough, and best.
          </p>
        </WizardStep>
      ) : null}
      {withPlane ? (
        <WizardStep number={number('Plane')} title="Plane">
          <PlaneChoice
            kind={connector.kind}
            fabric={fabric}
            value={plane}
            problem={beside['planeId']}
            onChange={(next) => {
              clear();
              setSearch({ plane: next });
              setTested({ state: 'not yet' });
            }}
          />
        </WizardStep>
      ) : null}
      <WizardStep number={number('Test')} title="Test">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button busy={busy} onClick={() => void test()} data-test-source>
            {tested.state === 'asking' ? `Asking ${connector.label}…` : 'Test the connection'}
          </Button>
          <TestResult tested={tested} label={connector.label} />
        </div>
      </WizardStep>
      <WizardStep number={number('Name')} title={connector.capabilities.schedules ? 'Name and schedule' : 'Name'}>
        <Field
          label="Name of the connection"
          name="name"
          className="max-w-md"
          placeholder={connector.label}
          value={name}
          problem={beside['name']}
          onChange={(event) => setName(event.target.value)}
        />
        {connector.capabilities.schedules ? (
          <ScheduleFields draft={schedule} beside={beside} onChange={setSchedule} />
        ) : (
          <p className="text-sm text-muted">It sends by itself; nothing has to be asked for.</p>
        )}
        <Button type="submit" look="primary" className="min-h-10 justify-self-start" busy={busy}>
          {busy && tested.state !== 'asking' ? `Connecting ${connector.label}…` : `Connect ${connector.label}`}
        </Button>
      </WizardStep>
    </form>
  );
}
