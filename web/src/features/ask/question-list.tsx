import { ArrowUpRight } from 'lucide-react';
import { Link } from 'react-router';
import { askPath } from '../../app/navigation.ts';

interface QuestionListProps {
  questions: readonly string[];
  label: string;
  /** Kept in the address of the next question (view, persona). */
  extra?: Record<string, string>;
}

/** Questions to ask with one click, as chips. */
export function QuestionList({ questions, label, extra = {} }: QuestionListProps) {
  if (questions.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-2" aria-label={label}>
      {questions.map((question) => (
        <li key={question} className="min-w-0">
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
