import { Rocket } from 'lucide-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../../app/use-may.ts';
import { PublishOntologyDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/states.tsx';

/** Puts the draft in force, with a note on why. */
export function Publish({ disabled, refresh }: { disabled: boolean; refresh: () => void }) {
  const run = useRun();
  const navigate = useNavigate();
  const may = useMay('ontology.publish');
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!may) return <p className="text-sm text-muted">Your role may edit, and somebody else publishes.</p>;
  const publish = async () => {
    setBusy(true);
    setProblem(null);
    const outcome = await run(PublishOntologyDocument, { note: note.trim() || null });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.publishOntology;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    setNote('');
    refresh();
    return notify(
      'success',
      `Version ${result.version.version} is published`,
      'Its tables are brought up to date while people go on asking.',
      {
        label: 'Versions',
        run: () => void navigate('/ontology/edit/versions'),
      },
    );
  };
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (!disabled) void publish();
      }}
    >
      <Field label="Why (for the history)" name="note" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
      {problem ? <ProblemNote problem={problem} /> : null}
      <Button type="submit" look="primary" busy={busy} disabled={disabled} className="justify-self-start" data-publish>
        <Rocket aria-hidden size={15} /> {busy ? 'Publishing…' : 'Publish'}
      </Button>
    </form>
  );
}
