import { useMay } from '../../app/use-may.ts';
import { SetTenantTimeZoneDocument } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useDraftForm } from '../settings/use-draft-form.ts';

/** The zones that there are, by their IANA names. */
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((each) => each !== 'UTC')].map((value) => ({ value, label: value }));

/** Where the company's days begin: what schedules and budgets go by unless they say otherwise. */
export function ZoneForm({ timeZone }: { timeZone: string }) {
  const run = useRun();
  const may = useMay('tenant.configure');
  const { form, busy, problem, draft, set, send, submitting } = useDraftForm([], () => ({ timeZone }));
  const save = async () => {
    const saved = await send(run(SetTenantTimeZoneDocument, draft), (data) => data.setTenantTimeZone);
    if (saved) notify('success', `Days begin by ${saved.timeZone} from now on`, 'New schedules and budgets go by it.');
  };
  return (
    <Panel title="Time zone">
      <form ref={form} className="grid gap-4" onSubmit={submitting(save)} data-zone-form>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Combobox
          label="Days begin by the clocks of"
          className="sm:max-w-md"
          value={draft.timeZone}
          options={ZONES}
          disabled={!may}
          hint="New schedules and budgets of agents go by it. Those that there are keep theirs."
          onChange={(next) => set({ timeZone: next })}
        />
        {may ? (
          <Button type="submit" look="primary" busy={busy} disabled={draft.timeZone === timeZone} className="justify-self-start">
            Save
          </Button>
        ) : null}
      </form>
    </Panel>
  );
}
