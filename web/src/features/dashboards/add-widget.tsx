import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { WidgetResultDocument } from '../../gql/graphql.ts';
import type { Persona, WidgetResultQuery } from '../../gql/graphql.ts';
import type { Problem } from '../../graph/problem.ts';
import { useRun } from '../../graph/use-graph.ts';
import { ProblemNote } from '../../ui/states.tsx';
import { AskBox } from '../ask/ask-box.tsx';
import { dashboardPath } from './addresses.ts';
import { placeFor } from './arrange.ts';
import type { Draft, DraftWidget } from './draft.ts';
import { kindFor } from './kinds.ts';

type Declined = Extract<WidgetResultQuery['ask'], { __typename: 'Declined' }>;
type Whole = Extract<WidgetResultQuery['ask'], { __typename: 'Dashboard' }>;
type State =
  | { state: 'idle' | 'asking' }
  | { state: 'failed'; problem: Problem }
  | { state: 'declined'; declined: Pick<Declined, 'text' | 'suggestions'> }
  | { state: 'whole'; whole: Whole };

interface AddWidgetProps {
  draft: Draft;
  persona: Persona | null;
  onAdd: (widget: DraftWidget) => void;
}

function newWidget(
  draft: Draft,
  persona: Persona | null,
  answer: Extract<WidgetResultQuery['ask'], { __typename: 'Answer' }>,
): DraftWidget {
  const kind = kindFor(answer);
  const { question, label } = answer;
  return {
    id: `new-${crypto.randomUUID()}`,
    title: kind === 'KPI' ? label : question.charAt(0).toUpperCase() + question.slice(1),
    kind,
    question,
    layout: placeFor(kind, draft.widgets),
    operation: { query: WidgetResultDocument.toString(), variables: { question, persona }, operationName: 'WidgetResult' },
    view: null,
  };
}

/** One more widget, by asking for it in plain English. */
export default function AddWidget({ draft, persona, onAdd }: AddWidgetProps) {
  const run = useRun();
  const [state, setState] = useState<State>({ state: 'idle' });
  const [added, setAdded] = useState(0);
  const ask = async (question: string) => {
    setState({ state: 'asking' });
    const outcome = await run(WidgetResultDocument, { question, persona });
    if (!outcome.ok) return setState({ state: 'failed', problem: outcome.problem });
    const result = outcome.data.ask;
    if (result.__typename === 'Declined') return setState({ state: 'declined', declined: result });
    if (result.__typename === 'Clarification')
      return setState({ state: 'declined', declined: { text: result.text, suggestions: result.choices.map((choice) => choice.question) } });
    if (result.__typename === 'Dashboard') return setState({ state: 'whole', whole: result });
    onAdd(newWidget(draft, persona, result));
    setState({ state: 'idle' });
    return setAdded((count) => count + 1);
  };
  return (
    <section aria-label="Add a widget" data-add-widget className="grid gap-3 rounded-lg border border-dashed border-line p-4">
      <h3 className="flex items-center gap-2 text-sm font-medium text-muted">
        <Plus aria-hidden size={15} /> Add a widget: ask for what is missing
      </h3>
      <AskBox
        key={added}
        name="Question of the new widget"
        verb="Add"
        placeholder="For example: revenue by month"
        question=""
        busy={state.state === 'asking'}
        onAsk={(question) => void ask(question)}
      />
      {state.state === 'failed' ? <ProblemNote problem={state.problem} /> : null}
      {state.state === 'declined' ? (
        <div role="alert" className="grid gap-2">
          <p>{state.declined.text}</p>
          <ul className="flex flex-wrap gap-2" aria-label="Questions to ask instead">
            {state.declined.suggestions.map((suggestion) => (
              <li key={suggestion}>
                <button
                  type="button"
                  className="min-h-8 rounded-full border border-line bg-surface px-3 py-1 text-sm transition-colors hover:border-control hover:bg-raised"
                  onClick={() => void ask(suggestion)}
                >
                  {suggestion}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {state.state === 'whole' ? (
        <p role="alert">
          That is a dashboard of its own:{' '}
          <Link to={dashboardPath(state.whole.id)} className="text-accent underline underline-offset-3">
            {state.whole.title}
          </Link>
        </p>
      ) : null}
    </section>
  );
}
