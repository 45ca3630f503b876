import type { TrendFieldsFragment } from '../gql/graphql.ts';
import { arrowOf, arrowPath, trendWord } from './trend.ts';

/** A trend in ink: the arrow says where it went, the word whether that is good. */
export function TrendMark({ trend, className = '' }: { trend: TrendFieldsFragment; className?: string }) {
  return (
    <span data-trend={trend.direction} className={`inline-flex items-center gap-1.5 whitespace-nowrap text-ink ${className}`}>
      <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden>
        <path d={arrowPath(arrowOf(trend), 10)} fill="currentColor" />
      </svg>
      {trendWord(trend)}
    </span>
  );
}
