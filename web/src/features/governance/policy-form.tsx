import { useState } from 'react';
import { AgentNamesDocument, SaveActionPolicyDocument } from '../../gql/graphql.ts';
import type { ActionPolicyFieldsFragment, Pilot, PolicyOutcome } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useForm } from '../settings/use-form.ts';
import { COMPLEXITIES } from './looks.ts';

const FIELDS = [
  'name',
  'audience',
  'pilot',
  'agentId',
  'action',
  'minComplexity',
  'maxComplexity',
  'amountFrom',
  'amountTo',
  'outcome',
] as const;
const LEVELS = COMPLEXITIES.map((word, index) => ({ value: String(index + 1), label: `${index + 1}: ${word}` }));
const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text));

interface PolicyFormProps {
  /** The one to change; null for a new one. */
  policy: ActionPolicyFieldsFragment | null;
  onClose: () => void;
  onSaved: () => void;
}

/** A policy to make or to change: for whom, for what, and what then. */
export function PolicyForm({ policy, onClose, onSaved }: PolicyFormProps) {
  const run = useRun();
  const [agents] = useGraph(AgentNamesDocument, {}, { policy: 'cache-first' });
  const { form, busy, problem, beside, send, submitting } = useForm(FIELDS);
  const [draft, setDraft] = useState(() => ({
    name: policy?.name ?? '',
    audience: policy?.agent ? 'AGENT' : policy?.pilot ? 'PILOT' : 'ANY',
    pilot: policy?.pilot ?? ('FINOPS' satisfies Pilot as Pilot),
    agentId: policy?.agent?.id ?? '',
    action: policy && policy.action !== '*' ? policy.action : '',
    minComplexity: String(policy?.minComplexity ?? 1),
    maxComplexity: String(policy?.maxComplexity ?? COMPLEXITIES.length),
    amountFrom: policy?.amountFrom?.toString() ?? '',
    amountTo: policy?.amountTo?.toString() ?? '',
    outcome: policy?.outcome ?? ('PROPOSE' satisfies PolicyOutcome as PolicyOutcome),
    enabled: policy?.enabled ?? true,
  }));
  const set = (next: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...next }));
  const save = async () => {
    const saved = await send(
      run(SaveActionPolicyDocument, {
        input: {
          ...(policy ? { id: policy.id } : {}),
          name: draft.name,
          enabled: draft.enabled,
          pilot: draft.audience === 'PILOT' ? draft.pilot : null,
          agentId: draft.audience === 'AGENT' ? draft.agentId : null,
          action: draft.action.trim() || '*',
          minComplexity: Number(draft.minComplexity),
          maxComplexity: Number(draft.maxComplexity),
          amountFrom: numberOf(draft.amountFrom),
          amountTo: numberOf(draft.amountTo),
          outcome: draft.outcome,
        },
      }),
      (data) => data.saveActionPolicy,
    );
    if (!saved) return;
    notify('success', `The policy “${saved.policy.name}” holds from now on`);
    onSaved();
  };
  return (
    <Sheet title={policy ? 'Change the policy' : 'New policy'} onClose={onClose}>
      <form ref={form} className="grid gap-4" noValidate onSubmit={submitting(save)} data-policy-form>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Field
          label="Name"
          name="name"
          value={draft.name}
          problem={beside['name']}
          placeholder="Payments over $500"
          onChange={(event) => set({ name: event.target.value })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Choice
            label="For"
            name="audience"
            value={draft.audience}
            options={[
              { value: 'ANY', label: 'Any agent' },
              { value: 'PILOT', label: 'Agents of one kind' },
              { value: 'AGENT', label: 'One agent' },
            ]}
            onChange={(event) => set({ audience: event.target.value })}
          />
          {draft.audience === 'PILOT' ? (
            <Choice
              label="Kind"
              name="pilot"
              value={draft.pilot}
              problem={beside['pilot']}
              options={['FINOPS', 'REVOPS', 'DATAOPS', 'SECOPS', 'CUSTOM'].map((value) => ({ value, label: value }))}
              onChange={(event) => set({ pilot: event.target.value as Pilot })}
            />
          ) : null}
          {draft.audience === 'AGENT' ? (
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
          ) : null}
          <Field
            label="Action"
            name="action"
            value={draft.action}
            problem={beside['action']}
            hint="graph.mutate, http.* … Left empty: any."
            spellCheck={false}
            onChange={(event) => set({ action: event.target.value })}
          />
          <Choice
            label="That does at least"
            name="minComplexity"
            value={draft.minComplexity}
            problem={beside['minComplexity']}
            options={LEVELS}
            onChange={(event) => set({ minComplexity: event.target.value })}
          />
          <Choice
            label="That does at most"
            name="maxComplexity"
            value={draft.maxComplexity}
            problem={beside['maxComplexity']}
            options={LEVELS}
            onChange={(event) => set({ maxComplexity: event.target.value })}
          />
          <Field
            label="Amount from, in dollars"
            name="amountFrom"
            inputMode="decimal"
            value={draft.amountFrom}
            problem={beside['amountFrom']}
            onChange={(event) => set({ amountFrom: event.target.value })}
          />
          <Field
            label="Amount below, in dollars"
            name="amountTo"
            inputMode="decimal"
            value={draft.amountTo}
            problem={beside['amountTo']}
            onChange={(event) => set({ amountTo: event.target.value })}
          />
          <Choice
            label="Then"
            name="outcome"
            value={draft.outcome}
            problem={beside['outcome']}
            options={[
              { value: 'EXECUTE', label: 'It is done' },
              { value: 'SUPERVISE', label: 'It is done while people watch' },
              { value: 'PROPOSE', label: 'A person decides' },
              { value: 'DENY', label: 'It is not done' },
            ]}
            onChange={(event) => set({ outcome: event.target.value as PolicyOutcome })}
          />
        </div>
        <Switch label="In force" name="policy-enabled" on={draft.enabled} onChange={(enabled) => set({ enabled })} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            {policy ? 'Save' : 'Make the policy'}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
