import { Equal, EqualNot } from 'lucide-react';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Weights, formatWeight } from '../../ui/charts/weights.tsx';
import { classes } from '../../ui/classes.ts';
import { formatMoment, formatPercent } from '../../ui/format.ts';
import { PairValues } from './pair-values.tsx';
import type { Pair } from './pair-values.tsx';
import { PAIR_STATUSES } from './words.ts';

interface PairCardProps {
  pair: Pair;
  labels: ReadonlyMap<string, string>;
  current: boolean;
  may: boolean;
  onCurrent: () => void;
  onDecide: (same: boolean) => void;
}

/** Two records that may be one: side by side, with what speaks for it and against it; folded until it is the current one. */
export function PairCard({ pair, labels, current, may, onCurrent, onDecide }: PairCardProps) {
  const { word, tone } = PAIR_STATUSES[pair.status];
  const title = `${pair.a?.title ?? '?'} · ${pair.b?.title ?? '?'}`;
  return (
    <li
      className={classes('panel min-w-0', current && '!border-accent')}
      data-pair={pair.id}
      data-current={current || undefined}
      data-status={pair.status}
    >
      <button
        type="button"
        aria-expanded={current}
        onClick={onCurrent}
        className="flex w-full flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-lg px-4 py-3 text-left"
      >
        <span className="font-medium">{title}</span>
        <span className="flex items-center gap-2.5 text-sm text-muted">
          {pair.probability === null ? null : <span>{formatPercent(pair.probability, 0)} likely the same</span>}
          {pair.weight === null ? null : <span className="font-mono text-xs">{formatWeight(pair.weight)}</span>}
          <Badge tone={tone}>{word}</Badge>
        </span>
      </button>
      {current ? (
        <div className="grid gap-5 border-t border-line p-4">
          <div className="grid items-start gap-6 2xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <PairValues pair={pair} labels={labels} />
            {pair.comparisons.length > 0 && pair.weight !== null ? (
              <Weights
                caption={`What speaks for ${title} being one, in bits`}
                total={pair.weight}
                weights={pair.comparisons
                  .filter(({ level }) => level !== 'MISSING')
                  .toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight))
                  .map((each) => ({ name: each.label, weight: each.weight, sentence: each.sentence ?? '' }))}
              />
            ) : null}
          </div>
          <div className="flex flex-wrap items-center gap-2">
            {may && pair.status !== 'MATCH' ? (
              <Button look="primary" onClick={() => onDecide(true)} data-same>
                <Equal aria-hidden size={16} /> The same <kbd>a</kbd>
              </Button>
            ) : null}
            {may && pair.status !== 'NON_MATCH' ? (
              <Button onClick={() => onDecide(false)} data-different>
                <EqualNot aria-hidden size={16} /> Different <kbd>r</kbd>
              </Button>
            ) : null}
            {pair.decidedBy ? (
              <p className="text-sm text-muted">
                {pair.decidedBy.displayName}, {formatMoment(pair.decidedAt)}
              </p>
            ) : null}
          </div>
        </div>
      ) : null}
    </li>
  );
}
