import { useState } from 'react';
import { AgentNamesDocument, SaveBudgetDocument } from '../../gql/graphql.ts';
import type { BudgetAction, BudgetFieldsFragment, BudgetScope, BudgetWindow } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { RadioCard } from '../../ui/radio-card.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { Switch } from '../../ui/switch.tsx';
import { useForm } from '../settings/use-form.ts';

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
  const [agents] = useGraph(AgentNamesDocument, {}, { policy: 'cache-first' });
  const { form, busy, problem, beside, send, submitting } = useForm(FIELDS);
  const [draft, setDraft] = useState(() => ({
    name: budget?.name ?? '',
    scope: budget?.scope ?? ('TENANT' satisfies BudgetScope as BudgetScope),
    agentId: budget?.agent?.id ?? '',
    window: budget?.window ?? ('MONTH' satisfies BudgetWindow as BudgetWindow),
    timeZone: budget?.timeZone ?? 'UTC',
    limit: budget?.limit?.toString() ?? (budget ? '' : '10'),
    tokenLimit: budget?.tokenLimit?.toString() ?? '',
    onReaching: budget?.onReaching ?? ('BLOCK' satisfies BudgetAction as BudgetAction),
    enabled: budget?.enabled ?? true,
  }));
  const set = (next: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...next }));
  const save = async () => {
    const saved = await send(
      run(SaveBudgetDocument, {
        input: {
          ...draft,
          ...(budget ? { id: budget.id, expectedVersion: budget.version } : {}),
          agentId: draft.scope === 'TENANT' || draft.agentId === '' ? null : draft.agentId,
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
    <Sheet title={budget ? 'Change the budget' : 'New budget'} onClose={onClose}>
      <form ref={form} className="grid gap-5" noValidate onSubmit={submitting(save)} data-budget-form>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Field
          label="Name"
          name="name"
          value={draft.name}
          placeholder="Agents, every month"
          problem={beside['name']}
          onChange={(event) => set({ name: event.target.value })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Choice
            label="For"
            name="scope"
            value={draft.scope}
            problem={beside['scope']}
            options={[
              { value: 'TENANT', label: 'Everything together' },
              { value: 'AGENT', label: 'An agent, or each by itself' },
              { value: 'RUN', label: 'Each run by itself' },
            ]}
            onChange={(event) => set({ scope: event.target.value as BudgetScope })}
          />
          {draft.scope === 'TENANT' ? null : (
            <Choice
              label={draft.scope === 'RUN' ? 'Runs of' : 'Agent'}
              name="agentId"
              value={draft.agentId}
              problem={beside['agentId']}
              options={[
                { value: '', label: draft.scope === 'RUN' ? 'Any agent' : 'Each agent by itself' },
                ...(known(agents)?.agents.nodes ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(event) => set({ agentId: event.target.value })}
            />
          )}
          <Choice
            label="For how long"
            name="window"
            value={draft.window}
            problem={beside['window']}
            options={[
              { value: 'DAY', label: 'Every day' },
              { value: 'WEEK', label: 'Every week' },
              { value: 'MONTH', label: 'Every month' },
              { value: 'TOTAL', label: 'In all, for good' },
            ]}
            onChange={(event) => set({ window: event.target.value as BudgetWindow })}
          />
          <Field
            label="Days begin in"
            name="timeZone"
            value={draft.timeZone}
            problem={beside['timeZone']}
            hint="A time zone, such as Europe/Berlin."
            spellCheck={false}
            onChange={(event) => set({ timeZone: event.target.value })}
          />
          <Field
            label="Dollars"
            name="limit"
            inputMode="decimal"
            value={draft.limit}
            problem={beside['limit']}
            hint="Left empty: not limited by money."
            onChange={(event) => set({ limit: event.target.value })}
          />
          <Field
            label="Tokens"
            name="tokenLimit"
            inputMode="numeric"
            value={draft.tokenLimit}
            problem={beside['tokenLimit']}
            hint="Left empty: not limited by tokens."
            onChange={(event) => set({ tokenLimit: event.target.value })}
          />
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
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            {budget ? 'Save' : 'Make the budget'}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
