import { ArrowRight, GitFork } from 'lucide-react';
import { Link, useNavigate } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import type { ClarificationFieldsFragment } from '../../gql/graphql.ts';
import { Panel } from '../../ui/page.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { Interpretation } from './interpretation.tsx';

const MOST_KEYS = 9;

/** A question back: what was asked means several things, and each can be chosen by a click or its number. */
export function ClarificationView({
  clarification: { question, text, choices, interpretation },
  extra,
}: {
  clarification: ClarificationFieldsFragment;
  extra: Record<string, string>;
}) {
  const navigate = useNavigate();
  useKeys(
    Object.fromEntries(
      choices.slice(0, MOST_KEYS).map((choice, index) => [String(index + 1), () => void navigate(askPath(choice.question, extra))]),
    ),
  );
  return (
    <Panel label="A question back" className="mx-auto w-full max-w-[860px] sm:p-8">
      <div className="grid gap-5" data-clarification>
        <div className="flex gap-4">
          <span className="grid size-11 shrink-0 place-items-center rounded-full bg-accent-soft text-accent">
            <GitFork aria-hidden size={20} />
          </span>
          <div className="grid gap-1">
            <h2 className="text-lg font-semibold">Which do you mean?</h2>
            <p className="text-md">{text}</p>
          </div>
        </div>
        <ol className="grid gap-2 sm:grid-cols-2" aria-label="What it can mean">
          {choices.map((choice, index) => (
            <li key={choice.question}>
              <Link
                to={askPath(choice.question, extra)}
                data-choice={index + 1}
                className="flex h-full min-h-14 items-center gap-3 rounded-lg border border-control px-4 py-2.5 transition-colors hover:bg-raised"
              >
                {index < MOST_KEYS ? <kbd aria-hidden>{index + 1}</kbd> : null}
                <span className="grid min-w-0 flex-1">
                  <span className="font-medium">{choice.label}</span>
                  {choice.label === choice.question ? null : <span className="text-sm text-muted">{choice.question}</span>}
                </span>
                <ArrowRight aria-hidden size={16} className="shrink-0 text-muted" />
              </Link>
            </li>
          ))}
        </ol>
        {interpretation.length > 0 ? (
          <section className="grid gap-2 border-t border-line pt-5">
            <h3 className="text-sm font-medium text-muted">How the question was read</h3>
            <Interpretation tokens={interpretation} question={question} />
          </section>
        ) : null}
      </div>
    </Panel>
  );
}
