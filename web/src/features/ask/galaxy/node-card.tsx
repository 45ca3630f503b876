import { line as lineShape } from 'd3-shape';
import { Button } from '../../../ui/button.tsx';
import { ConfidenceMark } from '../../../ui/confidence-mark.tsx';
import { formatAgo, formatPercent } from '../../../ui/format.ts';
import { TrendMark } from '../../../ui/trend-mark.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { DOMAIN_WORDS, ORBIT_HINTS, ORBIT_WORDS, RELATIONS } from './words.ts';
import type { GalaxyEdge, GalaxyNode } from './words.ts';

const SPARK = { width: 96, height: 28 };

function Sparkline({ values }: { values: readonly number[] }) {
  if (values.length < 2) return null;
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const path = lineShape<number>()
    .x((_, index) => (index / (values.length - 1)) * SPARK.width)
    .y((value) => SPARK.height - 2 - ((value - low) / span) * (SPARK.height - 4));
  return (
    <svg width={SPARK.width} height={SPARK.height} aria-hidden className="shrink-0">
      <path d={path(values) ?? ''} fill="none" stroke="var(--accent)" strokeWidth="1.75" strokeLinejoin="round" strokeLinecap="round" />
    </svg>
  );
}

interface NodeCardProps {
  node: GalaxyNode;
  edge: GalaxyEdge | null;
  /** On touch a first tap shows this card; the button asks. */
  onAsk: (() => void) | null;
}

/** What a planet says when it is looked at. */
export function NodeCard({ node, edge, onAsk }: NodeCardProps) {
  const now = useNow();
  return (
    <div
      className="panel rise grid w-full max-w-[320px] gap-1.5 bg-surface/95 p-3 text-sm shadow-raised backdrop-blur"
      data-node-card={node.id}
    >
      <div className="flex items-start justify-between gap-3">
        <div className="min-w-0">
          <p className="font-semibold text-ink">{node.label}</p>
          <p className="text-md font-semibold">{node.formattedValue ?? 'No value'}</p>
        </div>
        <Sparkline values={node.sparkline} />
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ConfidenceMark score={node.confidence.score} tier={node.confidence.tier} />
        {node.trend ? <TrendMark trend={node.trend} className="text-sm" /> : null}
      </p>
      <p className="text-xs text-muted">
        {DOMAIN_WORDS[node.domain]} · {ORBIT_WORDS[node.orbit]}: {ORBIT_HINTS[node.orbit].toLowerCase()} · data quality{' '}
        {formatPercent(node.quality, 0)}
        {node.freshness ? ` · data from ${formatAgo(node.freshness, now)}` : ''}
      </p>
      {edge ? (
        <p className="text-xs text-ink">
          <span className="font-medium text-accent">{RELATIONS[edge.relation].word}</span> – {edge.explanation}
        </p>
      ) : null}
      {onAsk ? (
        <Button look="primary" onClick={onAsk} className="mt-1">
          Ask this
        </Button>
      ) : null}
    </div>
  );
}
