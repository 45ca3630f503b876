import { WandSparkles } from 'lucide-react';
import { useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { RefineDashboardDocument } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { notify } from '../../ui/notify.ts';
import { ProblemNote } from '../../ui/states.tsx';
import type { Edit, Editing } from './editing.ts';
import { stateOf } from './inputs.ts';
import { refinedDraft } from './refined-draft.ts';
import { refinementsFor } from './refinements.ts';

const MAX_CHARACTERS = 500;
const KEPT_SENTENCES = 50;

interface RefineBoxProps {
  editing: Editing;
  apply: (edit: Edit) => void;
}

type Outcome = { done: string; problems: readonly string[]; at: number };

/** Changes the dashboard as a sentence says. Each sentence is one step to undo, and says what it did. Arrow up brings sentences of before back. */
export default function RefineBox({ editing, apply }: RefineBoxProps) {
  const id = useId();
  const run = useRun();
  const [text, setText] = useState('');
  const [sentences, setSentences] = useState<readonly string[]>([]);
  /** How many sentences back the box is; 0: what is being written. */
  const [back, setBack] = useState(0);
  const [before, setBefore] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { draft, at } = editing;

  const refine = async (sentence: string) => {
    if (sentence === '' || draft.widgets.length === 0) return;
    setBusy(true);
    setProblem(null);
    const came = await run(RefineDashboardDocument, { input: { text: sentence, before, state: stateOf(editing) } });
    setBusy(false);
    if (!came.ok) return setProblem(came.problem);
    const result = came.data.refineDashboard;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    if (result.__typename === 'DashboardConflict') return undefined;
    apply({ kind: 'become', draft: refinedDraft(result), done: result.done });
    setBefore(result.before);
    setText('');
    setBack(0);
    setSentences((now) => [...now.filter((each) => each !== sentence), sentence].slice(-KEPT_SENTENCES));
    setOutcome({ done: result.done, problems: result.problems.map(({ message, todo }) => `${message} ${todo}`.trim()), at: at + 1 });
    return notify('success', result.done, undefined, { label: 'Undo', run: () => apply({ kind: 'go', to: at }) }, 'refined');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    const next = Math.min(sentences.length, Math.max(0, back + by));
    if (by === 0 || next === back) return;
    event.preventDefault();
    setBack(next);
    setText(next === 0 ? '' : (sentences[sentences.length - next] ?? ''));
  };
  const shown = outcome && outcome.at <= at ? outcome : null;
  return (
    <section aria-label="Change it in words" className="grid gap-2.5" data-refine>
      <form
        className="flex gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void refine(text.trim());
        }}
      >
        <label htmlFor={id} className="sr-only">
          What to change
        </label>
        <span className="relative min-w-0 flex-1">
          <WandSparkles aria-hidden size={16} className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-muted" />
          <input
            id={id}
            className={`${CONTROL} pl-9.5`}
            placeholder="Change it in words: make revenue bigger, add churn by segment, only EMEA…"
            autoComplete="off"
            maxLength={MAX_CHARACTERS}
            dir="auto"
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setBack(0);
            }}
            onKeyDown={onKeyDown}
          />
        </span>
        <Button type="submit" busy={busy} className="min-h-10">
          {busy ? 'Changing…' : 'Change'}
        </Button>
      </form>
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="grid min-h-8 content-center gap-1.5" role="status">
        {shown ? (
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm" data-refined={sentences.length}>
            <p className="min-w-0 flex-1">
              <span className="font-medium">{shown.done}</span>
              {shown.problems.map((each) => (
                <span key={each} className="block text-muted">
                  {each}
                </span>
              ))}
            </p>
            <Button look="quiet" className="min-h-8" data-refine-undo onClick={() => apply({ kind: 'go', to: shown.at - 1 })}>
              Undo
            </Button>
          </div>
        ) : (
          <ul className="one-line flex gap-1.5 overflow-x-auto" aria-label="For example">
            {refinementsFor(draft.widgets).map((example) => (
              <li key={example} className="shrink-0">
                <button
                  type="button"
                  className="min-h-8 rounded-full border border-line px-3 text-sm whitespace-nowrap text-muted transition-colors hover:border-control hover:text-ink"
                  onClick={() => void refine(example)}
                >
                  {example}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
