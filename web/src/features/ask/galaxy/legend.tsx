import type { ConfidenceTier, Domain } from '../../../gql/graphql.ts';
import { classes } from '../../../ui/classes.ts';
import { ConfidenceRing } from '../../../ui/confidence-mark.tsx';
import { TIERS } from '../../../ui/confidence.ts';
import { DOMAIN_WORDS } from './words.ts';
import type { GalaxyNode } from './words.ts';

export interface GalaxyFilter {
  tiers: ReadonlySet<ConfidenceTier>;
  domains: ReadonlySet<Domain>;
}

export const NO_FILTER: GalaxyFilter = { tiers: new Set(), domains: new Set() };

/** True when a node passes; an empty set lets everything pass. The answer always does. */
export function passes(node: GalaxyNode, filter: GalaxyFilter): boolean {
  if (node.orbit === 'CENTRE') return true;
  return (
    (filter.tiers.size === 0 || filter.tiers.has(node.confidence.tier)) && (filter.domains.size === 0 || filter.domains.has(node.domain))
  );
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

const CHIP = 'inline-flex min-h-6 items-center gap-1.5 rounded-full px-1.5 text-xs transition-colors';

/** What the rings and hues mean; each entry shows only its kind when pressed. */
export function Legend({
  nodes,
  filter,
  onFilter,
}: {
  nodes: readonly GalaxyNode[];
  filter: GalaxyFilter;
  onFilter: (filter: GalaxyFilter) => void;
}) {
  const tiers = (['HIGH', 'MEDIUM', 'LOW'] as const).filter((tier) => nodes.some((node) => node.confidence.tier === tier));
  const domains = (Object.keys(DOMAIN_WORDS) as Domain[]).filter((domain) => nodes.some((node) => node.domain === domain));
  const look = (on: boolean) => classes(CHIP, on ? 'bg-accent-soft text-ink' : 'text-muted hover:text-ink');
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-1" role="group" aria-label="Legend and filter of the galaxy">
      {tiers.map((tier) => (
        <button
          key={tier}
          type="button"
          aria-pressed={filter.tiers.has(tier)}
          className={look(filter.tiers.has(tier))}
          onClick={() => onFilter({ ...filter, tiers: toggled(filter.tiers, tier) })}
        >
          <ConfidenceRing tier={tier} size={14} />
          {TIERS[tier].word}
        </button>
      ))}
      <span aria-hidden className="mx-1 h-4 w-px bg-line" />
      {domains.map((domain) => (
        <button
          key={domain}
          type="button"
          aria-pressed={filter.domains.has(domain)}
          className={look(filter.domains.has(domain))}
          onClick={() => onFilter({ ...filter, domains: toggled(filter.domains, domain) })}
        >
          <span aria-hidden className="size-2.5 rounded-full" style={{ background: `var(--${domain.toLowerCase()})` }} />
          {DOMAIN_WORDS[domain]}
        </button>
      ))}
    </div>
  );
}
