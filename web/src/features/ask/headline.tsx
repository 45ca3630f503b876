import type { AnswerFieldsFragment } from '../../gql/graphql.ts';
import { formatChange, formatPercent, formatValue } from '../../ui/format.ts';
import { arrowOf, arrowPath, goodWord, trendWord } from '../../ui/trend.ts';

/** The change since the earlier period, in words: "−6% on Q3 2017 (2,982,255)". */
export function deltaText({ delta, unit }: Pick<AnswerFieldsFragment, 'delta' | 'unit'>): string | null {
  if (!delta) return null;
  const change =
    unit === 'PERCENT'
      ? `${delta.absolute >= 0 ? '+' : '−'}${formatPercent(Math.abs(delta.absolute), 1).replace('%', '')} points`
      : delta.relative === null
        ? `${delta.absolute >= 0 ? '+' : '−'}${formatValue(Math.abs(delta.absolute), unit)}`
        : formatChange(delta.relative);
  return `${change} on ${delta.versus} (${formatValue(delta.previousValue, unit)})`;
}

/** The value in large, with where it is going. */
export function Headline({ answer }: { answer: AnswerFieldsFragment }) {
  const delta = deltaText(answer);
  const arrow = answer.trend ? arrowOf(answer.trend) : null;
  const good = answer.trend ? goodWord(answer.trend) : null;
  return (
    <div className="grid gap-1">
      <h2 className="text-md font-medium text-muted" data-answer-label>
        {answer.label}
      </h2>
      {answer.formattedValue === null ? null : (
        <p className="flex items-baseline gap-3 text-2xl font-semibold tracking-tight">
          <span data-answer-value>{answer.formattedValue}</span>
          {arrow ? (
            <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden className="self-center">
              <path d={arrowPath(arrow, 15)} fill="currentColor" />
            </svg>
          ) : null}
        </p>
      )}
      {answer.trend || delta ? (
        <p className="text-base" data-answer-delta>
          {answer.trend ? <span className="font-medium">{trendWord(answer.trend)}</span> : null}
          {answer.trend && delta ? ' · ' : null}
          {delta ? <span>{delta}</span> : null}
          {good ? <span className="text-muted"> · {good}</span> : null}
        </p>
      ) : null}
    </div>
  );
}
