import { Crosshair, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, IconButton } from '../../../ui/button.tsx';
import { ConfidenceMark } from '../../../ui/confidence-mark.tsx';
import { formatAgo, formatPercent } from '../../../ui/format.ts';
import { TrendMark } from '../../../ui/trend-mark.tsx';
import { goodWord } from '../../../ui/trend.ts';
import { FRESHNESS_WORDS, freshnessOf } from './freshness.ts';
import { sparkPath } from './spark-path.ts';
import { DOMAIN_WORDS, ORBIT_HINTS, ORBIT_WORDS, RELATIONS } from './words.ts';
import type { GalaxyEdge, GalaxyNode } from './words.ts';

const SPARK = { width: 92, height: 32 };
const MOST_REASONS = 2;

function Sparkline({ values }: { values: readonly number[] }) {
  const spark = sparkPath(values, SPARK.width - 6, SPARK.height - 6);
  if (!spark) return null;
  return (
    <svg width={SPARK.width} height={SPARK.height} aria-hidden className="shrink-0">
      <g transform="translate(3 3)">
        <path d={spark.area} fill="var(--accent)" opacity="0.14" />
        <path d={spark.line} fill="none" stroke="var(--accent)" strokeWidth="1.75" strokeLinejoin="round" strokeLinecap="round" />
        <circle cx={spark.end.x} cy={spark.end.y} r="2.5" fill="var(--accent)" />
      </g>
    </svg>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt className="w-20 shrink-0 text-muted">{name}</dt>
      <dd className="line-clamp-3 min-w-0" title={typeof children === 'string' ? children : undefined}>
        {children}
      </dd>
    </div>
  );
}

interface NodeCardProps {
  node: GalaxyNode;
  edge: GalaxyEdge | null;
  now: Date;
  /** Set while the card is held open: puts the planet in the middle. */
  onCentre: (() => void) | null;
  onClose: () => void;
  actions?: ReactNode;
}

/** What a planet says when it is looked at; held open, also why it is believed, where it comes from and what can be done with it. */
export function NodeCard({ node, edge, now, onCentre, onClose, actions }: NodeCardProps) {
  const held = onCentre !== null;
  const freshness = freshnessOf(node.freshness, now);
  const good = node.trend ? goodWord(node.trend) : null;
  return (
    <div
      className="panel rise scroll-thin grid max-h-[min(480px,70dvh)] w-full gap-2 overflow-y-auto bg-surface/95 p-3.5 text-sm shadow-raised backdrop-blur sm:w-[320px]"
      data-node-card={node.id}
      data-held={held || undefined}
    >
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p dir="auto" className="line-clamp-3 font-medium text-muted [overflow-wrap:anywhere]">
            {node.label}
          </p>
          <p className="text-lg font-semibold tracking-tight">{node.formattedValue ?? 'No value'}</p>
        </div>
        <span className="flex shrink-0 items-start gap-1">
          <Sparkline values={node.sparkline} />
          {held ? (
            <IconButton label="Close the details" className="-mt-2 -mr-2 size-8" onClick={onClose}>
              <X aria-hidden size={15} />
            </IconButton>
          ) : null}
        </span>
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ConfidenceMark score={node.confidence.score} tier={node.confidence.tier} />
        {node.trend ? (
          <span>
            <TrendMark trend={node.trend} className="text-sm" />
            {good ? <span className="text-muted"> · {good}</span> : null}
          </span>
        ) : null}
      </p>
      {edge ? (
        <p className="[overflow-wrap:anywhere]">
          <span className="font-medium text-accent">{RELATIONS[edge.relation].word}</span> – {edge.explanation}
        </p>
      ) : null}
      <dl className="grid gap-0.5 border-t border-line pt-2 text-xs">
        <Fact name="Orbit">
          {ORBIT_WORDS[node.orbit]}: {ORBIT_HINTS[node.orbit]}
        </Fact>
        <Fact name="Part of">{DOMAIN_WORDS[node.domain]}</Fact>
        <Fact name="Data quality">{formatPercent(node.quality, 0)} whole</Fact>
        {node.freshness && freshness ? (
          <Fact name="Freshness">
            {FRESHNESS_WORDS[freshness]}, from {formatAgo(node.freshness, now)}
          </Fact>
        ) : null}
        {held && node.confidence.reasons.length > 0 ? (
          <Fact name="Because">
            {node.confidence.reasons
              .slice(0, MOST_REASONS)
              .map(({ text }) => text)
              .join('; ')}
          </Fact>
        ) : null}
      </dl>
      {held ? (
        <div className="sticky -bottom-3.5 -mb-3.5 grid gap-2 bg-surface pb-3.5">
          {actions}
          <Button look="primary" onClick={onCentre} data-recentre>
            <Crosshair aria-hidden size={15} /> Put it in the middle
          </Button>
        </div>
      ) : (
        <p className="text-xs text-muted max-sm:hidden">
          {node.orbit === 'CENTRE' ? 'What you asked' : 'Click or Enter for details, again to put it in the middle'}
        </p>
      )}
    </div>
  );
}
