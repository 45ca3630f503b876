import type { GoodDirection } from '../../gql/graphql.ts';
import type { Arrow } from '../../ui/trend.ts';

interface Moved {
  delta: { absolute: number } | null;
  goodDirection: GoodDirection;
}

/** Which way a number went, and whether that is good ("better", "worse"); a metric without a good direction has no word. Pure. */
export function moveOf({ delta, goodDirection }: Moved): { arrow: Arrow | null; word: string | null } {
  if (delta === null) return { arrow: null, word: null };
  if (delta.absolute === 0) return { arrow: 'flat', word: null };
  const up = delta.absolute > 0;
  const word = goodDirection === 'NEUTRAL' ? null : up === (goodDirection === 'UP') ? 'better' : 'worse';
  return { arrow: up ? 'up' : 'down', word };
}
