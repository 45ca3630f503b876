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
  EXACT: 'part of it',
  LIKELY: 'moves it',
  HYPOTHESIS: 'may matter',
};

/** Orbits are told apart by their line too: the surer, the more solid. */
export const ORBIT_DASHES: Record<Orbit, string | undefined> = { CENTRE: undefined, EXACT: undefined, LIKELY: '10 6', HYPOTHESIS: '2 6' };

/** Each relation as a word, its meaning, and a line, so that it reads without colour. A driver's line has a diamond in its middle. */
export const RELATIONS: Record<EdgeRelation, { word: string; hint: string; dash: string | undefined; width: number; mark: boolean }> = {
  COMPONENT: { word: 'component', hint: 'is a part of it', dash: undefined, width: 2.75, mark: false },
  DRIVER: { word: 'driver', hint: 'moves it', dash: undefined, width: 1.25, mark: true },
  RATIO: { word: 'ratio', hint: 'is measured against it', dash: '8 5', width: 1.5, mark: false },
  CORRELATE: { word: 'moves together', hint: 'may move with it', dash: '1.5 5', width: 1.75, mark: false },
};

/** Whether a trend goes the way it should: null when it goes nowhere or neither way is better. */
export function isGood(trend: TrendFieldsFragment): boolean | null {
  return trend.goodDirection === 'NEUTRAL' || trend.direction === 'STABLE' ? null : trend.direction === 'IMPROVING';
}

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
