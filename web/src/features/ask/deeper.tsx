import { lazy, Suspense, useState } from 'react';
import type { AnswerFieldsFragment } from '../../gql/graphql.ts';
import { Link } from 'react-router';
import { classes } from '../../ui/classes.ts';
import { Loading } from '../../ui/states.tsx';
import { whatIfPath } from '../metrics/what-if-address.ts';

const Why = lazy(() => import('./why.tsx'));
const Anomalies = lazy(() => import('./anomalies.tsx'));
const Forecast = lazy(() => import('./forecast.tsx'));
const Opinion = lazy(() => import('./opinion.tsx'));

const PARTS = [
  { value: 'why', label: 'Why did it move?' },
  { value: 'unusual', label: 'What is unusual?' },
  { value: 'forecast', label: 'What comes next?' },
  { value: 'opinion', label: 'What does the model say?' },
] as const;
type PartName = (typeof PARTS)[number]['value'];

function partAsked(asks: AnswerFieldsFragment['asks']): PartName | null {
  if (asks === 'WHY') return 'why';
  if (asks === 'ANOMALIES') return 'unusual';
  return asks === 'FORECAST' ? 'forecast' : null;
}

/** A number looked at more closely. Each part is computed when it is opened; what the question asked for is open from the start. */
export function Deeper({ answer }: { answer: AnswerFieldsFragment }) {
  const [open, setOpen] = useState<PartName | null>(partAsked(answer.asks));
  const parts = answer.series.length < 2 ? [] : PARTS;
  if (answer.value === null || (parts.length === 0 && answer.metric === null)) return null;
  return (
    <section className="grid gap-3 border-t border-line pt-4" aria-label="A closer look" data-deeper={open ?? ''}>
      <div className="flex flex-wrap gap-1.5">
        {parts.map(({ value, label }) => (
          <button
            key={value}
            type="button"
            aria-expanded={open === value}
            data-deeper-open={value}
            onClick={() => setOpen(open === value ? null : value)}
            className={classes(
              'inline-flex min-h-8 items-center rounded-full border px-3 text-sm transition-colors',
              open === value ? 'border-accent bg-accent-soft font-medium' : 'border-line text-muted hover:text-ink',
            )}
          >
            {label}
          </button>
        ))}
        {answer.metric ? (
          <Link
            to={whatIfPath(answer.metric.name)}
            data-what-if
            className="inline-flex min-h-8 items-center rounded-full border border-line px-3 text-sm text-muted transition-colors hover:text-ink"
          >
            What if … ?
          </Link>
        ) : null}
      </div>
      <Suspense fallback={<Loading label="Loading" lines={3} />}>
        {open === 'why' ? <Why answer={answer} /> : null}
        {open === 'unusual' ? <Anomalies answer={answer} /> : null}
        {open === 'forecast' ? <Forecast answer={answer} /> : null}
        {open === 'opinion' ? <Opinion answerId={answer.id} /> : null}
      </Suspense>
    </section>
  );
}
