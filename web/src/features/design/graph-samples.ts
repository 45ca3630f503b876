import type { ConfidenceTier, Domain, EdgeRelation, GalaxyFieldsFragment, Orbit } from '../../gql/graphql.ts';
import type { DrawnEdge, DrawnNode, Hue } from '../../ui/graph/drawing.ts';

const DOMAINS: readonly Domain[] = ['FINANCE', 'GROWTH', 'OPERATIONS', 'PRODUCT', 'PEOPLE'];
const ORBITS: readonly Orbit[] = ['EXACT', 'LIKELY', 'HYPOTHESIS'];
const RELATIONS: readonly EdgeRelation[] = ['COMPONENT', 'DRIVER', 'RATIO', 'CORRELATE'];
const NAMES = [
  'Net revenue',
  'Gross margin',
  'Win rate',
  'Open pipeline',
  'Churned accounts',
  'Support tickets',
  'Average deal size',
  'Headcount cost',
];
const LONG = `A number whose name goes on and on ${'and on '.repeat(52)}`.slice(0, 400);
const RIGHT_TO_LEFT = 'إجمالي الإيرادات السنوية';
const LEAST_PLANETS_FOR_BAD_NAMES = 6;

type Node = GalaxyFieldsFragment['nodes'][number];

/** A number between 0 and 1 that is always the same for the same place. */
function steady(at: number): number {
  const value = Math.sin(at * 12.9898) * 43_758.5453;
  return value - Math.floor(value);
}

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

function tierOf(score: number): ConfidenceTier {
  return score >= 0.8 ? 'HIGH' : score >= 0.5 ? 'MEDIUM' : 'LOW';
}

function node(at: number, label: string, orbit: Orbit): Node {
  const score = orbit === 'CENTRE' ? 0.94 : 0.35 + steady(at + 1) * 0.64;
  const value = Math.round(steady(at + 2) * 9_000_000) / 10;
  const change = steady(at + 3) - 0.5;
  return {
    id: orbit === 'CENTRE' ? 'centre' : `sample:${at}`,
    label,
    question: `${label} ${at}`,
    orbit,
    domain: pick(DOMAINS, Math.floor(steady(at + 4) * 5)),
    unit: 'NUMBER',
    value,
    formattedValue: value.toLocaleString('en-US'),
    quality: 0.5 + steady(at + 5) * 0.5,
    freshness: null,
    sparkline: Array.from({ length: 12 }, (_, index) => 10 + steady(at * 31 + index) * 10),
    period: null,
    sameConditions: true,
    trend: { direction: change > 0 ? 'IMPROVING' : 'DECLINING', change, goodDirection: 'UP' },
    confidence: { score, tier: tierOf(score), reasons: [] },
  };
}

/** A galaxy of so many planets, two of them with names nobody wishes for. */
export function sampleGalaxy(planets: number): GalaxyFieldsFragment {
  const bad = planets >= LEAST_PLANETS_FOR_BAD_NAMES;
  const nodes = Array.from({ length: planets }, (_, at) =>
    node(
      at + 1,
      bad && at === 2 ? LONG : bad && at === 4 ? RIGHT_TO_LEFT : `${pick(NAMES, at)}${at < NAMES.length ? '' : ` ${at}`}`,
      pick(ORBITS, at),
    ),
  );
  return {
    nodes: [node(0, 'Sample answer', 'CENTRE'), ...nodes],
    edges: nodes.map(({ id }, at) => ({
      from: 'centre',
      to: id,
      relation: pick(RELATIONS, at),
      explanation: 'A sample relation.',
      correlation: null,
    })),
  };
}

const HUES: readonly Hue[] = ['finance', 'growth', 'operations', 'product', 'people'];
const GROUPS = 9;

/** A graph of so many nodes in a few groups, each node with a line to one before it and some across. */
export function sampleGraph(count: number): { nodes: DrawnNode[]; edges: DrawnEdge[] } {
  const nodes = Array.from({ length: count }, (_, at): DrawnNode => {
    const group = at % GROUPS;
    const label = at === 3 ? LONG : at === 5 ? RIGHT_TO_LEFT : `Table ${at + 1}`;
    return {
      id: `n${at}`,
      label,
      detail: `Group ${group + 1}`,
      group: `Group ${group + 1}`,
      hue: pick(HUES, group),
      description: `${label}, group ${group + 1}`,
    };
  });
  const edges = nodes.slice(GROUPS).flatMap((_, index): DrawnEdge[] => {
    const at = index + GROUPS;
    const before = Math.floor((steady(at) * at) / GROUPS) * GROUPS + (at % GROUPS);
    const own = { id: `e${at}`, from: `n${at}`, to: `n${Math.min(before, at - GROUPS)}`, label: '' };
    return at % 23 === 0 ? [own, { id: `x${at}`, from: `n${at}`, to: `n${Math.floor(steady(at + 9) * at)}`, label: '' }] : [own];
  });
  return { nodes, edges };
}
