import type { Domain, EdgeRelation, GalaxyFieldsFragment, Orbit, TrendFieldsFragment } from '../../../gql/graphql.ts';
import { TIERS } from '../../../ui/confidence.ts';
import { formatPercent } from '../../../ui/format.ts';
import { trendWord } from '../../../ui/trend.ts';

export type GalaxyNode = GalaxyFieldsFragment['nodes'][number];
export type GalaxyEdge = GalaxyFieldsFragment['edges'][number];

export const DOMAIN_WORDS: Record<Domain, string> = {
  FINANCE: 'Finance',
  GROWTH: 'Growth',
  OPERATIONS: 'Operations',
  PRODUCT: 'Product',
  PEOPLE: 'People',
};

export const ORBIT_WORDS: Record<Orbit, string> = { CENTRE: 'The answer', EXACT: 'Exact', LIKELY: 'Likely', HYPOTHESIS: 'Hypothesis' };

export const ORBIT_HINTS: Record<Orbit, string> = {
  CENTRE: 'What you asked',
  EXACT: 'Part of the answer itself',
  LIKELY: 'Probably moves it',
  HYPOTHESIS: 'May matter',
};

/** Each relation as a word and as a line, so that it reads without colour. */
export const RELATIONS: Record<EdgeRelation, { word: string; dash: string | undefined; width: number }> = {
  COMPONENT: { word: 'component', dash: undefined, width: 2 },
  DRIVER: { word: 'driver', dash: undefined, width: 1.25 },
  RATIO: { word: 'ratio', dash: '7 4', width: 1.25 },
  CORRELATE: { word: 'moves together', dash: '1.5 4', width: 1.5 },
};

/** A planet in one sentence, for its accessible name; `value` and `lines` are what is written on it. */
export function describeNode(node: GalaxyNode, value: string, lines: readonly string[]): string {
  const written = lines.join(' ');
  const trend: TrendFieldsFragment | null = node.trend;
  return [
    // What is written on the planet comes first, as it is written: so it can be called by voice.
    `${value} ${written}`.trim(),
    written === node.label ? null : node.label,
    trend ? trendWord(trend) : null,
    `${TIERS[node.confidence.tier].word.toLowerCase()} confidence ${formatPercent(node.confidence.score, 0)}`,
    node.orbit === 'CENTRE' ? 'the answer' : `${ORBIT_WORDS[node.orbit].toLowerCase()} relation`,
  ]
    .filter(Boolean)
    .join(', ');
}
