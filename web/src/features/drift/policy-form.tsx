import { useState } from 'react';
import { useMay } from '../../app/use-may.ts';
import { SetRepairPolicyDocument } from '../../gql/graphql.ts';
import type { RepairRulesQuery } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Choice } from '../../ui/field.tsx';
import { formatPercent } from '../../ui/format.ts';
import { notify } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useForm } from '../settings/use-form.ts';

interface PolicyFormProps {
  policy: RepairRulesQuery['repairPolicy'];
  entityTypes: RepairRulesQuery['entityTypes']['nodes'];
}

const CONFIDENCES = [0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 1];
const LOOKS = [
  { value: '0', label: 'only with a sync' },
  { value: '15', label: 'every 15 minutes' },
  { value: '30', label: 'every 30 minutes' },
  { value: '60', label: 'every hour' },
  { value: '360', label: 'every 6 hours' },
  { value: '1440', label: 'every day' },
];

/** The company's rules about repairs. */
export function PolicyForm({ policy, entityTypes }: PolicyFormProps) {
  const run = useRun();
  const may = useMay('drift.decide');
  const { form, busy, problem, beside, send, submitting } = useForm(['minimumConfidence', 'observeEveryMinutes']);
  const [draft, setDraft] = useState(policy);
  const [entities, setEntities] = useState<ReadonlySet<string>>(new Set(policy.criticalEntities));
  const confidences = [...new Set([...CONFIDENCES, policy.minimumConfidence])].toSorted((a, b) => a - b);
  const looks = String(draft.observeEveryMinutes ?? 0);
  const save = async () => {
    const input = {
      automatic: draft.automatic,
      minimumConfidence: draft.minimumConfidence,
      criticalKeys: draft.criticalKeys,
      criticalMoney: draft.criticalMoney,
      criticalEntities: [...entities],
      observeEveryMinutes: draft.observeEveryMinutes ?? 0,
    };
    const saved = await send(run(SetRepairPolicyDocument, { input }), (data) => data.setRepairPolicy);
    if (saved) notify('success', 'The policy holds from now on');
  };
  return (
    <form ref={form} className="panel grid max-w-3xl gap-6 p-5" onSubmit={submitting(save)} data-repair-policy>
      {problem ? <ProblemNote problem={problem} /> : null}
      <Switch
        name="automatic"
        label="Repairs that are sure and not critical are applied without asking"
        hint="When off, every repair waits for a person. Whatever is applied can be rolled back."
        on={draft.automatic}
        onChange={(automatic) => setDraft({ ...draft, automatic })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice
          label="Sure means at least"
          name="minimumConfidence"
          value={String(draft.minimumConfidence)}
          problem={beside.minimumConfidence}
          disabled={!draft.automatic}
          onChange={(event) => setDraft({ ...draft, minimumConfidence: Number(event.target.value) })}
          options={confidences.map((each) => ({ value: String(each), label: formatPercent(each) }))}
        />
        <Choice
          label="Sources are looked at"
          name="observeEveryMinutes"
          value={looks}
          problem={beside.observeEveryMinutes}
          onChange={(event) => setDraft({ ...draft, observeEveryMinutes: Number(event.target.value) || null })}
          options={LOOKS.some((each) => each.value === looks) ? LOOKS : [...LOOKS, { value: looks, label: `every ${looks} minutes` }]}
        />
      </div>
      <fieldset className="grid gap-4">
        <legend className="mb-3 font-semibold">Critical: a person always decides</legend>
        <Switch
          name="criticalKeys"
          label="What tells records apart"
          hint="Keys of objects, and of the business records made of them."
          on={draft.criticalKeys}
          onChange={(criticalKeys) => setDraft({ ...draft, criticalKeys })}
        />
        <Switch
          name="criticalMoney"
          label="Amounts of money"
          on={draft.criticalMoney}
          onChange={(criticalMoney) => setDraft({ ...draft, criticalMoney })}
        />
        {entityTypes.length > 0 ? (
          <div className="grid gap-1">
            <p className="font-medium">Everything about</p>
            <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
              {entityTypes.map(({ id, name, pluralLabel }) => (
                <Checkbox
                  key={id}
                  label={pluralLabel}
                  checked={entities.has(name)}
                  onChange={() => {
                    const next = new Set(entities);
                    if (!next.delete(name)) next.add(name);
                    setEntities(next);
                  }}
                />
              ))}
            </div>
          </div>
        ) : null}
      </fieldset>
      {may ? (
        <Button type="submit" look="primary" busy={busy} className="justify-self-start">
          Set the policy
        </Button>
      ) : (
        <p className="text-sm text-muted">Whoever runs connections sets the policy.</p>
      )}
    </form>
  );
}
