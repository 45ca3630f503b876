import { useState } from 'react';
import { CreateAgentDocument, UpdateAgentDocument } from '../../gql/graphql.ts';
import type { AgentFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';

const FIELDS = ['name', 'purpose', 'instructions', 'tools', 'maxSteps', 'maxCost', 'maxTokens', 'forbidden', 'reason'] as const;

/** Names as people list them: by line or comma. */
export const listOf = (text: string): string[] => text.split(/[\n,]/).map((each) => each.trim()).filter((each) => each !== ''); // prettier-ignore

interface AgentFormProps {
  /** The one to change; null for a new one. */
  agent: AgentFieldsFragment | null;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** An agent to make or to change: what it is for, what it may use, how far it may go. Each change is a version. */
export function AgentForm({ agent, onClose, onSaved }: AgentFormProps) {
  const run = useRun();
  const { form, busy, problem, beside, send, submitting } = useForm(FIELDS);
  const [draft, setDraft] = useState(() => ({
    name: agent?.name ?? '',
    purpose: agent?.purpose ?? '',
    instructions: agent?.instructions ?? '',
    tools: agent?.tools.join('\n') ?? 'graph.query\nnotify',
    maxSteps: String(agent?.limits.maxSteps ?? 20),
    maxCost: String(agent?.limits.maxCost ?? 1),
    maxTokens: String(agent?.limits.maxTokens ?? 100_000),
    forbidden: agent?.limits.forbidden.join('\n') ?? '',
  }));
  const set = (next: Partial<typeof draft>) => setDraft((now) => ({ ...now, ...next }));
  const save = async () => {
    const { name, purpose, instructions } = draft;
    const limits = {
      maxSteps: Math.round(Number(draft.maxSteps)),
      maxCost: Number(draft.maxCost),
      maxTokens: Math.round(Number(draft.maxTokens)),
      forbidden: listOf(draft.forbidden),
    };
    const input = { name, purpose, instructions, tools: listOf(draft.tools), limits };
    const saved = agent
      ? await send(run(UpdateAgentDocument, { id: agent.id, version: agent.version, input }), (data) => data.updateAgent)
      : await send(run(CreateAgentDocument, { input }), (data) => data.createAgent);
    if (!saved) return;
    notify('success', agent ? `${saved.agent.name} is changed` : `${saved.agent.name} works here now`);
    onSaved(saved.agent.id);
  };
  return (
    <Sheet title={agent ? `Change: ${agent.name}` : 'New agent'} onClose={onClose}>
      <form ref={form} className="grid gap-4" noValidate onSubmit={submitting(save)} data-agent-form>
        {problem ? <ProblemNote problem={problem} /> : null}
        <Field
          label="Name"
          name="name"
          value={draft.name}
          problem={beside['name']}
          onChange={(event) => set({ name: event.target.value })}
        />
        <Field
          label="What it is there for"
          name="purpose"
          value={draft.purpose}
          problem={beside['purpose']}
          hint="In a sentence."
          onChange={(event) => set({ purpose: event.target.value })}
        />
        <TextArea
          label="Instructions"
          name="instructions"
          rows={4}
          value={draft.instructions}
          problem={beside['instructions']}
          hint="What a model is told before anything else; without a model nothing reads them."
          onChange={(event) => set({ instructions: event.target.value })}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextArea
            label="Tools it may use"
            name="tools"
            rows={5}
            className="[&_textarea]:font-mono [&_textarea]:text-sm"
            value={draft.tools}
            problem={beside['tools']}
            hint="One a line; finops.* means all of them."
            spellCheck={false}
            onChange={(event) => set({ tools: event.target.value })}
          />
          <TextArea
            label="Never to be done"
            name="forbidden"
            rows={5}
            className="[&_textarea]:font-mono [&_textarea]:text-sm"
            value={draft.forbidden}
            problem={beside['forbidden']}
            hint="Actions it must not take, one a line."
            spellCheck={false}
            onChange={(event) => set({ forbidden: event.target.value })}
          />
        </div>
        <div className="grid gap-4 sm:grid-cols-3">
          <Field
            label="Steps of a run"
            name="maxSteps"
            inputMode="numeric"
            value={draft.maxSteps}
            problem={beside['maxSteps']}
            onChange={(event) => set({ maxSteps: event.target.value })}
          />
          <Field
            label="Dollars of a run"
            name="maxCost"
            inputMode="decimal"
            value={draft.maxCost}
            problem={beside['maxCost']}
            onChange={(event) => set({ maxCost: event.target.value })}
          />
          <Field
            label="Tokens of a run"
            name="maxTokens"
            inputMode="numeric"
            value={draft.maxTokens}
            problem={beside['maxTokens']}
            onChange={(event) => set({ maxTokens: event.target.value })}
          />
        </div>
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            {agent ? 'Save as a new version' : 'Make the agent'}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
