import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Domain, EdgeRelation } from '../../../gql/graphql.ts';
import { classes } from '../../../ui/classes.ts';
import { ConfidenceRing } from '../../../ui/confidence-mark.tsx';
import { TIERS } from '../../../ui/confidence.ts';
import { filtersOf, toggled } from './galaxy-settings.ts';
import type { GalaxySettings } from './galaxy-settings.ts';
import { DOMAIN_WORDS, RELATIONS } from './words.ts';
import type { GalaxyEdge, GalaxyNode } from './words.ts';

const CHIP = 'inline-flex min-h-7 items-center gap-1.5 rounded-full px-1.5 text-xs whitespace-nowrap transition-colors';

function Chip({ on, title, onClick, children }: { on: boolean; title: string; onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-pressed={on}
      title={title}
      className={classes(CHIP, on ? 'bg-accent-soft font-medium text-ink' : 'text-muted hover:bg-raised hover:text-ink')}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

function RelationLine({ relation }: { relation: EdgeRelation }) {
  const { dash, width, mark } = RELATIONS[relation];
  return (
    <svg width="22" height="10" aria-hidden className="shrink-0">
      <path d="M1 5H21" stroke="var(--edge)" strokeWidth={width} strokeDasharray={dash} strokeLinecap="round" />
      {mark ? <path d="M7 5L11 1L15 5L11 9Z" fill="var(--edge)" /> : null}
    </svg>
  );
}

interface LegendProps {
  nodes: readonly GalaxyNode[];
  edges: readonly GalaxyEdge[];
  settings: GalaxySettings;
  /** How many are shown. */
  shown: number;
  onSettings: (settings: GalaxySettings) => void;
}

const Line = () => <span aria-hidden className="mx-1 h-4 w-px bg-line max-sm:hidden" />;

/** What rings, lines and hues mean; each of them also filters. Only what the galaxy has is listed. */
export function Legend({ nodes, edges, settings, shown, onSettings }: LegendProps) {
  const tiers = (['HIGH', 'MEDIUM', 'LOW'] as const).filter((tier) => nodes.some((node) => node.confidence.tier === tier));
  const relations = (Object.keys(RELATIONS) as EdgeRelation[]).filter((relation) => edges.some((edge) => edge.relation === relation));
  const domains = (Object.keys(DOMAIN_WORDS) as Domain[]).filter((domain) => nodes.some((node) => node.domain === domain));
  const filtered = filtersOf(settings) > 0;
  return (
    <div
      className="one-line flex min-w-0 items-center gap-x-0.5 gap-y-1 max-sm:overflow-x-auto max-sm:pr-8 sm:flex-wrap sm:[mask-image:none]"
      role="group"
      aria-label="Legend and filter of the galaxy"
      data-legend={shown}
    >
      {tiers.map((tier) => (
        <Chip
          key={tier}
          on={settings.tiers.has(tier)}
          title={`Only ${TIERS[tier].word.toLowerCase()} confidence`}
          onClick={() => onSettings({ ...settings, tiers: toggled(settings.tiers, tier) })}
        >
          <ConfidenceRing tier={tier} size={14} />
          {TIERS[tier].word}
        </Chip>
      ))}
      {relations.length > 0 ? <Line /> : null}
      {relations.map((relation) => (
        <Chip
          key={relation}
          on={settings.relations.has(relation)}
          title={`Only what ${RELATIONS[relation].hint}`}
          onClick={() => onSettings({ ...settings, relations: toggled(settings.relations, relation) })}
        >
          <RelationLine relation={relation} />
          {RELATIONS[relation].word}
        </Chip>
      ))}
      <Line />
      {domains.map((domain) => (
        <Chip
          key={domain}
          on={settings.domains.has(domain)}
          title={`Only ${DOMAIN_WORDS[domain].toLowerCase()}`}
          onClick={() => onSettings({ ...settings, domains: toggled(settings.domains, domain) })}
        >
          <span aria-hidden className="size-2.5 rounded-full" style={{ background: `var(--${domain.toLowerCase()})` }} />
          {DOMAIN_WORDS[domain]}
        </Chip>
      ))}
      {filtered ? (
        <button
          type="button"
          className={`${CHIP} font-medium text-accent hover:bg-raised`}
          onClick={() => onSettings({ ...settings, tiers: new Set(), domains: new Set(), relations: new Set() })}
        >
          <X aria-hidden size={13} /> All {nodes.length}
        </button>
      ) : null}
    </div>
  );
}
