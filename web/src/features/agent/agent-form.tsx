import { CreateAgentDocument, UpdateAgentDocument } from '../../gql/graphql.ts';
import type { AgentFieldsFragment } from '../../gql/graphql.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Field, TextArea } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { raciDraftOf, raciInputOf, USUAL_RACI } from '../act/raci-draft.ts';
import { RaciFields } from '../act/raci-fields.tsx';
import { FormSheet } from '../settings/form-sheet.tsx';
import { useDraftForm } from '../settings/use-draft-form.ts';

const FIELDS = ['name', 'purpose', 'instructions', 'tools', 'maxSteps', 'maxCost', 'maxTokens', 'forbidden', 'raci'] as const;
const CODE = '[&_textarea]:font-mono [&_textarea]:text-sm';

/** Names as people list them: by line or comma. */
const listOf = (text: string): string[] => text.split(/[\n,]/).map((each) => each.trim()).filter((each) => each !== ''); // prettier-ignore

interface AgentFormProps {
  /** The one to change; null for a new one. */
  agent: AgentFieldsFragment | null;
  onClose: () => void;
  onSaved: (id: string) => void;
}

/** An agent to make or to change: what it is for, what it may use, how far it may go, who answers for it. Each change is a version. */
export function AgentForm({ agent, onClose, onSaved }: AgentFormProps) {
  const run = useRun();
  const form = useDraftForm(agent ? [...FIELDS, 'reason'] : FIELDS, () => ({
    name: agent?.name ?? '',
    purpose: agent?.purpose ?? '',
    instructions: agent?.instructions ?? '',
    tools: agent?.tools.join('\n') ?? 'graph.query\nnotify',
    maxSteps: String(agent?.limits.maxSteps ?? 20),
    maxCost: String(agent?.limits.maxCost ?? 1),
    maxTokens: String(agent?.limits.maxTokens ?? 100_000),
    forbidden: agent?.limits.forbidden.join('\n') ?? '',
    raci: agent ? raciDraftOf(agent.raci) : USUAL_RACI,
    reason: '',
  }));
  const { draft, set, field, beside, send } = form;
  const save = async () => {
    const { name, purpose, instructions, reason } = draft;
    const limits = {
      maxSteps: Math.round(Number(draft.maxSteps)),
      maxCost: Number(draft.maxCost),
      maxTokens: Math.round(Number(draft.maxTokens)),
      forbidden: listOf(draft.forbidden),
    };
    const input = { name, purpose, instructions, tools: listOf(draft.tools), limits, raci: raciInputOf(draft.raci) };
    const change = { ...input, reason: reason.trim() === '' ? null : reason };
    const saved = agent
      ? await send(run(UpdateAgentDocument, { id: agent.id, version: agent.version, input: change }), (data) => data.updateAgent)
      : await send(run(CreateAgentDocument, { input }), (data) => data.createAgent);
    if (!saved) return;
    notify('success', agent ? `${saved.agent.name} is changed` : `${saved.agent.name} works here now`);
    onSaved(saved.agent.id);
  };
  return (
    <FormSheet
      title={agent ? `Change: ${agent.name}` : 'New agent'}
      action={agent ? 'Save as a new version' : 'Make the agent'}
      name="agent"
      of={form}
      onSubmit={save}
      onClose={onClose}
    >
      <Field label="Name" {...field('name')} />
      <Field label="What it is there for" hint="In a sentence." {...field('purpose')} />
      <TextArea
        label="Instructions"
        rows={4}
        hint="What a model is told before anything else; without a model nothing reads them."
        {...field('instructions')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextArea
          label="Tools it may use"
          rows={5}
          className={CODE}
          hint="One a line; finops.* means all of them."
          spellCheck={false}
          {...field('tools')}
        />
        <TextArea
          label="Never to be done"
          rows={5}
          className={CODE}
          hint="Actions it must not take, one a line."
          spellCheck={false}
          {...field('forbidden')}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label="Steps of a run" inputMode="numeric" {...field('maxSteps')} />
        <Field label="Dollars of a run" inputMode="decimal" {...field('maxCost')} />
        <Field label="Tokens of a run" inputMode="numeric" {...field('maxTokens')} />
      </div>
      <RaciFields draft={draft.raci} problem={beside['raci']} onChange={(raci) => set({ raci })} />
      {agent ? <Field label="Why it is changed" hint="Kept with the version; may be left empty." {...field('reason')} /> : null}
    </FormSheet>
  );
}
