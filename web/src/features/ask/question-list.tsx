import { ArrowUpRight } from 'lucide-react';
import { Link } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import { classes } from '../../ui/classes.ts';

interface QuestionListProps {
  questions: readonly string[];
  label: string;
  /** Kept in the address of the next question (view, persona). */
  extra?: Record<string, string>;
  /** One line that scrolls sideways, instead of several. */
  oneLine?: boolean;
}

const NOTHING: Record<string, string> = {};

/** Questions to ask with one click, as chips. */
export function QuestionList({ questions, label, extra = NOTHING, oneLine = false }: QuestionListProps) {
  if (questions.length === 0) return null;
  return (
    <ul className={classes('flex gap-2', oneLine ? 'one-line -m-1 overflow-x-auto p-1 pr-8' : 'flex-wrap')} aria-label={label}>
      {questions.map((question) => (
        <li key={question} className={oneLine ? 'shrink-0' : 'min-w-0'}>
          <Link
            to={askPath(question, extra)}
            data-question={question}
            className="inline-flex min-h-8 max-w-full items-center gap-1.5 rounded-full border border-line bg-surface px-3 py-1 text-sm text-ink transition-colors hover:border-control hover:bg-raised"
          >
            {question}
            <ArrowUpRight aria-hidden size={13} className="shrink-0 text-muted" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
