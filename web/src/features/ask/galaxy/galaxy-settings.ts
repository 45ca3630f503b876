import type { ConfidenceTier, Domain, EdgeRelation } from '../../../gql/graphql.ts';
import type { GalaxyEdge, GalaxyNode } from './words.ts';

/** How a galaxy is looked at. It lives in the address, so that a link shows the same. */
export interface GalaxySettings {
  tiers: ReadonlySet<ConfidenceTier>;
  domains: ReadonlySet<Domain>;
  relations: ReadonlySet<EdgeRelation>;
  /** Questions of the planets that stay whatever is filtered. */
  pins: readonly string[];
  /** The question of the planet whose details are open. */
  open: string | null;
}

export const MOST_PINS = 12;

const TIERS: readonly ConfidenceTier[] = ['HIGH', 'MEDIUM', 'LOW'];
const DOMAINS: readonly Domain[] = ['FINANCE', 'GROWTH', 'OPERATIONS', 'PRODUCT', 'PEOPLE'];
const RELATIONS: readonly EdgeRelation[] = ['COMPONENT', 'DRIVER', 'RATIO', 'CORRELATE'];

export const PLAIN: GalaxySettings = { tiers: new Set(), domains: new Set(), relations: new Set(), pins: [], open: null };

function readSet<T extends string>(text: string | null, known: readonly T[]): ReadonlySet<T> {
  const named = new Set(text?.toUpperCase().split(',') ?? []);
  return new Set(known.filter((each) => named.has(each)));
}

/** Reads ?tier=high,low&domain=…&relation=…&pin=…&node=…; what is unknown counts as not given. */
export function readSettings(search: URLSearchParams): GalaxySettings {
  return {
    tiers: readSet(search.get('tier'), TIERS),
    domains: readSet(search.get('domain'), DOMAINS),
    relations: readSet(search.get('relation'), RELATIONS),
    pins: [...new Set(search.getAll('pin').filter(Boolean))].slice(0, MOST_PINS),
    open: search.get('node') || null,
  };
}

/** The settings' parameters, defaults left out. */
export function writeSettings({ tiers, domains, relations, pins, open }: GalaxySettings): Record<string, string | string[]> {
  const list = (set: ReadonlySet<string>) => [...set].join(',').toLowerCase();
  return {
    ...(tiers.size > 0 ? { tier: list(tiers) } : {}),
    ...(domains.size > 0 ? { domain: list(domains) } : {}),
    ...(relations.size > 0 ? { relation: list(relations) } : {}),
    ...(pins.length > 0 ? { pin: [...pins] } : {}),
    ...(open === null ? {} : { node: open }),
  };
}

/** How many filters are set. */
export function filtersOf({ tiers, domains, relations }: GalaxySettings): number {
  return tiers.size + domains.size + relations.size;
}

/** The set with a value more, or less where it has it. */
export function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

const within = <T>(set: ReadonlySet<T>, value: T): boolean => set.size === 0 || set.has(value);

/** The planets that are shown: the answer and the pinned ones always, the others when they pass every kind of filter. */
export function passing(nodes: readonly GalaxyNode[], edges: readonly GalaxyEdge[], settings: GalaxySettings): ReadonlySet<string> {
  const { tiers, domains, relations, pins } = settings;
  const related = new Set(edges.filter(({ relation }) => within(relations, relation)).flatMap(({ from, to }) => [from, to]));
  const passes = (node: GalaxyNode) =>
    within(tiers, node.confidence.tier) && within(domains, node.domain) && (relations.size === 0 || related.has(node.id));
  return new Set(nodes.filter((node) => node.orbit === 'CENTRE' || pins.includes(node.question) || passes(node)).map(({ id }) => id));
}
