import { useState } from 'react';
import { SaveDashboardTemplateDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import type { Editing } from './editing.ts';
import { stateOf } from './inputs.ts';

/** Keeps a dashboard's widgets and places as something to start others from. */
export default function TemplateSheet({ editing, onClose }: { editing: Editing; onClose: () => void }) {
  const run = useRun();
  const [name, setName] = useState(editing.draft.title);
  const [description, setDescription] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async () => {
    setBusy(true);
    const outcome = await run(SaveDashboardTemplateDocument, {
      input: { name: name.trim(), description: description.trim(), state: stateOf(editing) },
    });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.saveDashboardTemplate;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    onClose();
    return notify('success', `“${result.template.name}” is a template`, 'It stands under New dashboard.');
  };
  return (
    <Sheet title="Keep as a template" onClose={onClose}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Name" name="name" required autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        <Field label="What it is for" value={description} onChange={(event) => setDescription(event.target.value)} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Not now</Button>
          <Button type="submit" look="primary" busy={busy} disabled={name.trim() === ''}>
            Keep it
          </Button>
        </div>
      </form>
    </Sheet>
  );
}
