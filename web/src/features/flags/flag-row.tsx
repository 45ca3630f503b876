import { useState } from 'react';
import { SetFeatureFlagDocument } from '../../gql/graphql.ts';
import type { FlagFieldsFragment } from '../../gql/graphql.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { formatMoment } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { formText } from '../session/form-text.ts';
import { useForm } from '../settings/use-form.ts';

interface FlagRowProps {
  flag: FlagFieldsFragment;
  may: boolean;
  onChange: () => void;
}

/** What a switch is to be: on, off, or as it is by default. */
type Wanted = boolean | null;

/** One flag: a switch that asks why. */
export function FlagRow({ flag, may, onChange }: FlagRowProps) {
  const run = useRun();
  const [wanted, setWanted] = useState<Wanted | undefined>();
  const { form, busy, problem, beside, send, submitting } = useForm(['reason']);
  const own = flag.changedAt !== null;

  const back = async (before: Wanted) => {
    const outcome = await run(SetFeatureFlagDocument, {
      key: flag.key,
      enabled: before,
      reason: 'Taken back right after it was switched.',
    });
    const refused = outcome.ok
      ? outcome.data.setFeatureFlag.__typename === 'InputRefused'
        ? problemOfRefusal(outcome.data.setFeatureFlag.problems)
        : null
      : outcome.problem;
    if (refused) notify('error', refused.message, refused.todo);
    else notify('success', `${flag.key} is as it was before.`);
    onChange();
  };
  const submit = async (data: FormData) => {
    if (wanted === undefined) return;
    const before = own ? flag.enabled : null;
    const asked = run(SetFeatureFlagDocument, { key: flag.key, enabled: wanted, reason: formText(data, 'reason').trim() });
    const now = await send(asked, (given) => given.setFeatureFlag);
    if (!now) return;
    setWanted(undefined);
    onChange();
    notify('success', `${flag.key} is ${now.enabled ? 'on' : 'off'}.`, 'It holds at once.', {
      label: 'Undo',
      run: () => void back(before),
    });
  };
  return (
    <li className="grid gap-3 py-4 first:pt-0 last:pb-0" data-flag={flag.key} data-enabled={flag.enabled}>
      <Switch
        name={flag.key}
        label={<code className="font-mono text-base">{flag.key}</code>}
        hint={flag.description}
        on={flag.enabled}
        busy={busy}
        disabled={!may}
        onChange={setWanted}
      />
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        {own ? <Badge tone="accent">your choice</Badge> : <Badge>by default</Badge>}
        {own && flag.reason ? (
          <span>
            “{flag.reason}” – {flag.changedBy?.displayName ?? 'somebody who is gone'}
            {flag.changedAt ? `, ${formatMoment(flag.changedAt)}` : ''}
          </span>
        ) : null}
        {own && may && wanted === undefined ? (
          <Button look="quiet" className="min-h-7 px-2 text-sm" onClick={() => setWanted(null)}>
            Back to the default ({flag.default ? 'on' : 'off'})
          </Button>
        ) : null}
      </p>
      {wanted === undefined ? null : (
        <form ref={form} className="flex flex-wrap items-start gap-3" onSubmit={submitting(submit)}>
          <Field
            label={`Why ${wanted === null ? 'as by default' : wanted ? 'on' : 'off'}?`}
            name="reason"
            required
            autoFocus
            maxLength={500}
            autoComplete="off"
            className="min-w-0 flex-1 basis-64"
            problem={beside.reason}
          />
          <div className="flex gap-2 pt-6">
            <Button type="submit" look="primary" className="min-h-10" busy={busy}>
              {wanted === null ? 'Back to the default' : wanted ? 'Switch it on' : 'Switch it off'}
            </Button>
            <Button className="min-h-10" onClick={() => setWanted(undefined)}>
              Cancel
            </Button>
          </div>
        </form>
      )}
      {problem ? <ProblemNote problem={problem} /> : null}
    </li>
  );
}
