import { SaveActionPolicyDocument } from '../../gql/graphql.ts';
import type { ActionPolicyFieldsFragment, Pilot, PolicyOutcome } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Choice, Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Switch } from '../../ui/switch.tsx';
import { useAgentOptions } from '../act/use-agent-options.ts';
import { FormSheet } from '../settings/form-sheet.tsx';
import { useDraftForm } from '../settings/use-draft-form.ts';
import { COMPLEXITIES, LEVELS } from './looks.ts';

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
  const agents = useAgentOptions('Choose…');
  const form = useDraftForm(FIELDS, () => ({
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
  const { draft, set, field, send } = form;
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
    <FormSheet
      title={policy ? 'Change the policy' : 'New policy'}
      action={policy ? 'Save' : 'Make the policy'}
      name="policy"
      of={form}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label="Name" placeholder="Payments over $500" {...field('name')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice
          label="For"
          options={[
            { value: 'ANY', label: 'Any agent' },
            { value: 'PILOT', label: 'Agents of one kind' },
            { value: 'AGENT', label: 'One agent' },
          ]}
          {...field('audience')}
        />
        {draft.audience === 'PILOT' ? (
          <Choice
            label="Kind"
            options={['FINOPS', 'REVOPS', 'DATAOPS', 'SECOPS', 'CUSTOM'].map((value) => ({ value, label: value }))}
            {...field('pilot')}
          />
        ) : null}
        {draft.audience === 'AGENT' ? <Choice label="Agent" options={agents} {...field('agentId')} /> : null}
        <Field label="Action" hint="graph.mutate, http.* … Left empty: any." spellCheck={false} {...field('action')} />
        <Choice label="That does at least" options={LEVELS} {...field('minComplexity')} />
        <Choice label="That does at most" options={LEVELS} {...field('maxComplexity')} />
        <Field label="Amount from, in dollars" inputMode="decimal" {...field('amountFrom')} />
        <Field label="Amount below, in dollars" inputMode="decimal" {...field('amountTo')} />
        <Choice
          label="Then"
          options={[
            { value: 'EXECUTE', label: 'It is done' },
            { value: 'SUPERVISE', label: 'It is done while people watch' },
            { value: 'PROPOSE', label: 'A person decides' },
            { value: 'DENY', label: 'It is not done' },
          ]}
          {...field('outcome')}
        />
      </div>
      <Switch label="In force" name="policy-enabled" on={draft.enabled} onChange={(enabled) => set({ enabled })} />
    </FormSheet>
  );
}
