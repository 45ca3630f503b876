import { Undo2, WandSparkles } from 'lucide-react';
import { useId, useState } from 'react';
import { RefineDashboardDocument } from '../../gql/graphql.ts';
import type { RefineDashboardQuery } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { problemOfRefusal } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { Button } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { ProblemNote } from '../../ui/states.tsx';
import { stateOf } from './editing.ts';
import type { Draft, Editing } from './editing.ts';

const MAX_CHARACTERS = 500;
const KEPT_SENTENCES = 20;
const EXAMPLES = ['add revenue by month', 'make the first chart bigger', 'this year only', 'compare with the year before'];

type Refined = Extract<RefineDashboardQuery['refineDashboard'], { __typename: 'RefinedDashboard' }>;

/** One sentence and what it did. */
interface Said {
  text: string;
  done: string;
  problems: readonly string[];
  /** How many steps could be undone before it: it is the last one while there is one more. */
  depth: number;
}

interface RefineBoxProps {
  editing: Editing;
  onRefine: (draft: Draft) => void;
  onUndo: () => void;
}

/** The draft that a refinement makes: widgets that were there keep the ids they have on this screen. */
export function refinedDraft({ dashboard, changes }: Pick<Refined, 'changes'> & { dashboard: { title: string } }): Draft {
  return {
    title: dashboard.title,
    widgets: changes.map(({ was, widget: { id, title, kind, question, operation, view, layout } }) => ({
      id: was ?? id,
      title,
      kind,
      question,
      operation,
      view,
      layout: { x: layout.x, y: layout.y, w: layout.w, h: layout.h },
    })),
  };
}

/** Changes the dashboard as a sentence says. Each sentence is one step to undo, and says what it did. */
export default function RefineBox({ editing, onRefine, onUndo }: RefineBoxProps) {
  const id = useId();
  const run = useRun();
  const [text, setText] = useState('');
  const [said, setSaid] = useState<readonly Said[]>([]);
  const [before, setBefore] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const { draft, past } = editing;
  const latest = said.at(-1);
  const refine = async (sentence: string) => {
    if (sentence === '' || draft.widgets.length === 0) return;
    setBusy(true);
    setProblem(null);
    const outcome = await run(RefineDashboardDocument, {
      input: { text: sentence, before, state: stateOf(editing) },
    });
    setBusy(false);
    if (!outcome.ok) return setProblem(outcome.problem);
    const result = outcome.data.refineDashboard;
    if (result.__typename === 'InputRefused') return setProblem(problemOfRefusal(result.problems));
    if (result.__typename === 'DashboardConflict') return undefined;
    onRefine(refinedDraft(result));
    setBefore(result.before);
    setText('');
    const problems = result.problems.map(({ message, todo }) => `${message} ${todo}`.trim());
    return setSaid((now) => [...now, { text: sentence, done: result.done, problems, depth: past.length }].slice(-KEPT_SENTENCES));
  };
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
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </span>
        <Button type="submit" busy={busy} className="min-h-10">
          {busy ? 'Changing…' : 'Change'}
        </Button>
      </form>
      {problem ? <ProblemNote problem={problem} /> : null}
      {said.length === 0 ? (
        <ul className="flex flex-wrap gap-1.5" aria-label="For example">
          {EXAMPLES.map((example) => (
            <li key={example}>
              <button
                type="button"
                className="min-h-8 rounded-full border border-line px-3 text-sm text-muted transition-colors hover:border-control hover:text-ink"
                onClick={() => setText(example)}
              >
                {example}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {latest ? (
        <div
          className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 rounded-lg bg-accent-soft px-4 py-2.5"
          data-refined={said.length}
        >
          <div className="grid min-w-0 gap-0.5" role="status">
            <p>{latest.done}</p>
            {latest.problems.map((each) => (
              <p key={each} className="text-sm text-muted">
                {each}
              </p>
            ))}
          </div>
          {past.length > latest.depth ? (
            <Button
              look="quiet"
              data-refine-undo
              onClick={() => {
                onUndo();
                setSaid((now) => now.slice(0, -1));
              }}
            >
              <Undo2 aria-hidden size={15} /> Undo
            </Button>
          ) : null}
        </div>
      ) : null}
      {said.length > 1 ? (
        <details>
          <summary className="cursor-pointer text-sm text-muted hover:text-ink">What was changed so far ({said.length})</summary>
          <ol className="mt-1.5 grid list-decimal gap-1 pl-6 text-sm">
            {said.map(({ text: sentence, done, depth }) => (
              <li key={`${depth} ${sentence}`}>
                “{sentence}” <span className="text-muted">– {done}</span>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </section>
  );
}
