import { SaveBudgetDocument } from '../../gql/graphql.ts';
import type { BudgetAction, BudgetFieldsFragment, BudgetScope, BudgetWindow } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Choice, Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { RadioCard } from '../../ui/radio-card.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useAgentOptions } from '../act/use-agent-options.ts';
import { FormSheet } from '../settings/form-sheet.tsx';
import { useDraftForm } from '../settings/use-draft-form.ts';

const FIELDS = ['name', 'scope', 'agentId', 'window', 'timeZone', 'limit', 'tokenLimit', 'onReaching'] as const;

const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text.replaceAll(',', '')));

interface BudgetFormProps {
  /** The one to change; null for a new one. */
  budget: BudgetFieldsFragment | null;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** A budget to make or to change: for whom, how much, for how long, and what happens when it is used up. */
export function BudgetForm({ budget, onClose, onSaved }: BudgetFormProps) {
  const run = useRun();
  const form = useDraftForm(FIELDS, () => ({
    name: budget?.name ?? '',
    scope: budget?.scope ?? ('TENANT' satisfies BudgetScope as BudgetScope),
    agentId: budget?.agent?.id ?? '',
    window: budget?.window ?? ('MONTH' satisfies BudgetWindow as BudgetWindow),
    timeZone: budget?.timeZone ?? '',
    limit: budget?.limit?.toString() ?? (budget ? '' : '10'),
    tokenLimit: budget?.tokenLimit?.toString() ?? '',
    onReaching: budget?.onReaching ?? ('BLOCK' satisfies BudgetAction as BudgetAction),
    enabled: budget?.enabled ?? true,
  }));
  const { draft, set, field, send } = form;
  const ofRuns = draft.scope === 'RUN';
  const agents = useAgentOptions(ofRuns ? 'Any agent' : 'Each agent by itself');
  const save = async () => {
    const saved = await send(
      run(SaveBudgetDocument, {
        input: {
          ...draft,
          ...(budget ? { id: budget.id, expectedVersion: budget.version } : {}),
          agentId: draft.scope === 'TENANT' || draft.agentId === '' ? null : draft.agentId,
          timeZone: draft.timeZone.trim() === '' ? null : draft.timeZone,
          limit: numberOf(draft.limit),
          tokenLimit: numberOf(draft.tokenLimit),
        },
      }),
      (data) => data.saveBudget,
    );
    if (!saved) return;
    notify('success', budget ? 'The budget is changed' : `The budget “${saved.budget.name}” holds from now on`);
    onSaved(saved.budget.id);
  };
  return (
    <FormSheet
      title={budget ? 'Change the budget' : 'New budget'}
      action={budget ? 'Save' : 'Make the budget'}
      name="budget"
      of={form}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label="Name" placeholder="Agents, every month" {...field('name')} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice
          label="For"
          options={[
            { value: 'TENANT', label: 'Everything together' },
            { value: 'AGENT', label: 'An agent, or each by itself' },
            { value: 'RUN', label: 'Each run by itself' },
          ]}
          {...field('scope')}
        />
        {draft.scope === 'TENANT' ? null : <Choice label={ofRuns ? 'Runs of' : 'Agent'} options={agents} {...field('agentId')} />}
        <Choice
          label="For how long"
          options={[
            { value: 'DAY', label: 'Every day' },
            { value: 'WEEK', label: 'Every week' },
            { value: 'MONTH', label: 'Every month' },
            { value: 'TOTAL', label: 'In all, for good' },
          ]}
          {...field('window')}
        />
        <Field
          label="Days begin in"
          hint="A time zone, such as Europe/Berlin. Left empty: the company’s."
          spellCheck={false}
          {...field('timeZone')}
        />
        <Field label="Dollars" inputMode="decimal" hint="Left empty: not limited by money." {...field('limit')} />
        <Field label="Tokens" inputMode="numeric" hint="Left empty: not limited by tokens." {...field('tokenLimit')} />
      </div>
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-sm font-medium">When it is used up</legend>
        <RadioCard
          name="onReaching"
          label="Stop"
          hint="What would pass it does not happen. It cannot be passed, however many spend at once."
          checked={draft.onReaching === 'BLOCK'}
          onChoose={() => set({ onReaching: 'BLOCK' })}
        />
        <RadioCard
          name="onReaching"
          label="Warn"
          hint="Work goes on; you are told at 50, 75, 90 and 100 per cent."
          checked={draft.onReaching === 'WARN'}
          onChoose={() => set({ onReaching: 'WARN' })}
        />
      </fieldset>
      <Switch label="In force" name="enabled" on={draft.enabled} onChange={(enabled) => set({ enabled })} />
    </FormSheet>
  );
}
