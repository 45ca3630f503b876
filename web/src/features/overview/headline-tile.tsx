import { Link } from 'react-router';
import { askPath } from '../../app/navigation.ts';
import type { HeadlineFieldsFragment, Persona } from '../../gql/graphql.ts';
import { Sparkline } from '../../ui/charts/sparkline.tsx';
import { ConfidenceRing } from '../../ui/confidence-mark.tsx';
import { TIERS } from '../../ui/confidence.ts';
import { changeText } from '../../ui/delta.ts';
import { formatPercent } from '../../ui/format.ts';
import { arrowPath } from '../../ui/trend.ts';
import { moveOf } from './move.ts';
import { periodWords, shortValue } from './headline-words.ts';

/** A number of the first row: its value, how it has moved and whether that is good, its course; it leads to its answer. */
export function HeadlineTile({ headline, persona }: { headline: HeadlineFieldsFragment; persona: Persona | null }) {
  const { label, question, value, formattedValue, delta, unit, sparkline, confidence, period } = headline;
  const change = changeText({ delta, unit });
  const { arrow, word } = moveOf(headline);
  return (
    <li
      className="panel relative grid grid-rows-[auto_auto_auto_1fr] content-start gap-1 overflow-hidden p-4 transition-colors hover:border-control"
      data-headline={headline.metric.name}
    >
      <div className="flex items-center justify-between gap-2">
        <h3 className="min-w-0 truncate text-sm text-muted" title={label}>
          <Link to={askPath(question, persona ? { persona } : {})} className="after:absolute after:inset-0">
            {label}
          </Link>
        </h3>
        <span
          title={`${TIERS[confidence.tier].word} confidence, ${formatPercent(confidence.score, 0)}`}
          className="inline-flex items-center gap-1"
        >
          <ConfidenceRing tier={confidence.tier} size={16} />
          <span className="sr-only">
            {TIERS[confidence.tier].word} confidence, {formatPercent(confidence.score, 0)}
          </span>
        </span>
      </div>
      <p className="truncate text-xl font-semibold tracking-tight" title={formattedValue}>
        {shortValue(value, formattedValue)}
      </p>
      <p className="flex min-w-0 items-center gap-1.5 text-sm">
        {change && arrow ? (
          <>
            <svg width="10" height="10" viewBox="-6 -6 12 12" aria-hidden className="shrink-0">
              <path d={arrowPath(arrow, 10)} fill="currentColor" />
            </svg>
            <span className="font-medium whitespace-nowrap">{change}</span>
            <span className="truncate text-muted">
              {word ? `${word}, ` : ''}on {periodWords(delta?.versus ?? '')}
            </span>
          </>
        ) : (
          <span className="truncate text-muted">{period === null ? 'as it stands' : periodWords(period)}</span>
        )}
      </p>
      {sparkline.length > 1 ? (
        <Sparkline points={sparkline.map((y, x) => ({ x, y }))} className="mt-2 h-9" />
      ) : (
        <span className="mt-2 h-9 self-end border-b border-dashed border-line" aria-hidden />
      )}
    </li>
  );
}
