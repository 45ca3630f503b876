import { useState } from 'react';
import { useNavigate } from 'react-router';
import { AgentNamesDocument, StartWorkflowDocument } from '../../gql/graphql.ts';
import type { RunMode } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { newRunId } from '../runs/new-run-id.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Choice, Field, TextArea } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { RadioCard } from '../../ui/radio-card.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { useForm } from '../settings/use-form.ts';
import { fieldsOf, startTexts, valuesOf } from './input-fields.ts';

interface StartSheetProps {
  workflow: string;
  title: string;
  version: number;
  definition: unknown;
  /** How it is begun with: dry or live. */
  mode: RunMode;
  onClose: () => void;
}

/** Begins a run of a workflow: as whom, with what, dry or live. Sent twice, it is one run. */
export function StartSheet({ workflow, title, version, definition, mode: first, onClose }: StartSheetProps) {
  const run = useRun();
  const navigate = useNavigate();
  const fields = fieldsOf(definition);
  const [agents] = useGraph(AgentNamesDocument, {}, { policy: 'cache-first' });
  const { form, busy, problem, beside, send, fail, submitting } = useForm(['agentId', 'input', 'workflow']);
  const [id] = useState(() => newRunId());
  const [mode, setMode] = useState<RunMode>(first);
  const [agentId, setAgentId] = useState('');
  const [texts, setTexts] = useState(() => startTexts(fields));
  const nodes = known(agents)?.agents.nodes ?? [];
  const start = async () => {
    const values = valuesOf(fields, texts);
    if (!values.ok) return fail({ code: 'INVALID_INPUT', message: `“${values.field}” cannot be read.`, todo: values.todo, retry: false });
    const started = await send(
      run(StartWorkflowDocument, {
        input: { id, workflow, version, agentId: agentId || (nodes[0]?.id ?? ''), input: values.values, mode },
      }),
      (data) => data.startWorkflow,
    );
    if (!started) return undefined;
    notify('success', mode === 'DRY' ? 'A dry run has begun' : 'A run has begun', title);
    return navigate(`/runs/${started.run.id}`);
  };
  return (
    <Sheet title={`Run: ${title}`} onClose={onClose}>
      <form ref={form} className="grid gap-5" noValidate onSubmit={submitting(start)} data-start-form>
        {problem ? <ProblemNote problem={problem} /> : null}
        <fieldset className="grid gap-2 sm:grid-cols-2">
          <legend className="sr-only">Dry or live</legend>
          <RadioCard
            name="mode"
            label="Dry"
            hint="It reads, and says what it would do. Nothing is changed anywhere."
            checked={mode === 'DRY'}
            onChoose={() => setMode('DRY')}
          />
          <RadioCard
            name="mode"
            label="Live"
            hint="It does what its steps say, as far as it may."
            checked={mode === 'LIVE'}
            onChoose={() => setMode('LIVE')}
          />
        </fieldset>
        <Choice
          label="Agent that does it"
          name="agentId"
          value={agentId || (nodes[0]?.id ?? '')}
          problem={beside['agentId']}
          options={nodes.map((each) => ({ value: each.id, label: each.name }))}
          onChange={(event) => setAgentId(event.target.value)}
        />
        {fields.length === 0 ? <p className="text-muted">It asks for nothing.</p> : null}
        {fields.map((field) => {
          const value = texts[field.name] ?? '';
          const change = (text: string) => setTexts((now) => ({ ...now, [field.name]: text }));
          const label = `${field.name}${field.required ? '' : ' (optional)'}`;
          if (field.type === 'BOOLEAN')
            return (
              <Checkbox
                key={field.name}
                label={label}
                hint={field.description}
                checked={value === 'true'}
                onChange={(event) => change(String(event.target.checked))}
              />
            );
          const shared = { label, name: field.name, value, hint: field.description, spellCheck: false };
          return field.type === 'JSON' ? (
            <TextArea
              key={field.name}
              {...shared}
              className="[&_textarea]:font-mono [&_textarea]:text-sm"
              onChange={(event) => change(event.target.value)}
            />
          ) : (
            <Field
              key={field.name}
              {...shared}
              inputMode={field.type === 'NUMBER' ? 'decimal' : 'text'}
              onChange={(event) => change(event.target.value)}
            />
          );
        })}
        {beside['input'] ? <p className="text-sm text-low">{beside['input']}</p> : null}
        {beside['workflow'] ? <p className="text-sm text-low">{beside['workflow']}</p> : null}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            {mode === 'DRY' ? 'Run it dry' : 'Run it'}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
