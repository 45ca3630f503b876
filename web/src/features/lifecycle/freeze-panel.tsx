import { Snowflake } from 'lucide-react';
import { useState } from 'react';
import { FreezeTenantDocument, UnfreezeTenantDocument } from '../../gql/graphql.ts';
import type { TenantStandingQuery } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { Panel } from '../../ui/page.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { formText } from '../session/form-text.ts';
import { useForm } from '../settings/use-form.ts';

/** Holds the workspace still: everything can be read, nothing changed. */
export function FreezePanel({ tenant, onChange }: { tenant: TenantStandingQuery['tenant']; onChange: () => void }) {
  const run = useRun();
  const [thawing, setThawing] = useState(false);
  const { form, busy, problem, beside, fail, send, submitting } = useForm(['reason']);
  const frozen = tenant.status === 'FROZEN';
  const thaw = async () => {
    setThawing(true);
    const outcome = await run(UnfreezeTenantDocument, {});
    setThawing(false);
    if (!outcome.ok) return fail(outcome.problem);
    onChange();
    return notify('success', 'Changes can be made again.');
  };
  const freeze = async (data: FormData) => {
    const done = await send(run(FreezeTenantDocument, { reason: formText(data, 'reason').trim() }), (given) => given.freezeTenant);
    if (!done) return;
    onChange();
    notify('success', 'The workspace is frozen.', 'Everything can be read and nothing changed.', { label: 'Undo', run: () => void thaw() });
  };
  return (
    <Panel title="Hold it still" aside={<Badge tone={frozen ? 'warning' : 'good'}>{frozen ? 'frozen' : 'as usual'}</Badge>}>
      <div className="grid gap-4" data-status={tenant.status}>
        {problem ? <ProblemNote problem={problem} /> : null}
        {frozen ? (
          <>
            <p className="flex max-w-[72ch] gap-3">
              <Snowflake aria-hidden size={20} className="shrink-0 text-accent" />
              <span>
                Frozen {tenant.frozenAt ? `since ${formatMoment(tenant.frozenAt)}` : ''}: “{tenant.frozenReason}” Everything can be read;
                changes, syncs and runs wait.
              </span>
            </p>
            <Button look="primary" className="justify-self-start" busy={thawing} onClick={() => void thaw()}>
              Let changes be made again
            </Button>
          </>
        ) : (
          <>
            <p className="max-w-[72ch] text-muted">
              While it is frozen everything can be read and nothing changed, by anybody or any key. Good before taking everything out, or
              while something is looked into.
            </p>
            <form ref={form} className="flex flex-wrap items-start gap-3" onSubmit={submitting(freeze)}>
              <Field
                label="Why"
                name="reason"
                required
                maxLength={500}
                autoComplete="off"
                hint="Everybody in the workspace reads it."
                className="min-w-0 flex-1 basis-64"
                problem={beside.reason}
              />
              <Button type="submit" className="mt-6 min-h-10" busy={busy} data-freeze>
                <Snowflake aria-hidden size={15} /> Freeze
              </Button>
            </form>
          </>
        )}
      </div>
    </Panel>
  );
}
