import type { ConfidenceTier } from '../gql/graphql.ts';
import { classes } from './classes.ts';
import { TIERS, tierOf } from './confidence.ts';
import { formatPercent } from './format.ts';

/** The confidence ring in small: solid, dashed or dotted by tier, filled as far as the score goes. */
export function ConfidenceRing({ tier, size = 18 }: { tier: ConfidenceTier; size?: number }) {
  const look = TIERS[tier];
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden className="shrink-0">
      <circle
        cx="10"
        cy="10"
        r="7.5"
        fill="none"
        stroke={look.stroke}
        strokeWidth="2.5"
        strokeDasharray={look.dash}
        strokeLinecap={look.cap}
      />
      <circle cx="10" cy="10" r="2.6" fill={look.stroke} />
    </svg>
  );
}

type MarkProps = { score: number; tier?: ConfidenceTier; long?: boolean; className?: string };

/** Confidence in full: ring, word and percentage. */
export function ConfidenceMark({ score, tier = tierOf(score), long = false, className }: MarkProps) {
  const look = TIERS[tier];
  return (
    <span data-confidence={tier} className={classes('inline-flex items-center gap-1.5 whitespace-nowrap', className)}>
      <ConfidenceRing tier={tier} />
      <span className={classes('text-sm font-medium', look.text)}>
        {look.word}
        {long ? ' confidence' : ''} {formatPercent(score, 0)}
      </span>
    </span>
  );
}
