import { EyeOff } from 'lucide-react';
import type { AnswerFieldsFragment } from '../../gql/graphql.ts';
import { deltaText } from '../../ui/delta.ts';
import { splitValue } from '../../ui/split-value.ts';
import { arrowOf, arrowPath, goodWord, trendWord } from '../../ui/trend.ts';

/** The value in large, with where it is going. */
export function Headline({ answer }: { answer: AnswerFieldsFragment }) {
  const delta = deltaText(answer);
  const arrow = answer.trend ? arrowOf(answer.trend) : null;
  const { number, unit } = splitValue(answer.formattedValue ?? '');
  const good = answer.trend ? goodWord(answer.trend) : null;
  return (
    <div className="grid gap-1">
      <h2 className="text-md font-medium text-muted" data-answer-label>
        {answer.label}
      </h2>
      {answer.formattedValue === null ? null : (
        <p className="flex flex-wrap items-baseline gap-x-3 text-2xl font-semibold tracking-tight">
          <span data-answer-value>
            {number}
            {unit ? <span className="text-md font-medium text-muted"> {unit}</span> : null}
          </span>
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
      {answer.limitedBy.length > 0 ? (
        <p className="flex items-center gap-1.5 text-sm text-muted" data-limited>
          <EyeOff aria-hidden size={14} /> Of what your role sees: {answer.limitedBy.join(', ')}
        </p>
      ) : null}
    </div>
  );
}
