import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import type { Unit } from '../../gql/graphql.ts';
import { IconButton } from '../../ui/button.tsx';
import { CONTROL } from '../../ui/field.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { ChangeKind, SupposedChange } from './what-if-address.ts';

/** The slider reaches so many percent either way; farther goes the number beside it. */
const REACH_PERCENT = 50;
/** A value's slider reaches from nought to so many times what it is. */
const REACH_TIMES = 2;
const STEPS = 200;

interface WhatIfChangeProps {
  change: SupposedChange;
  label: string;
  unit: Unit;
  /** What it is now; null while nobody knows. */
  original: number | null;
  written: string | null;
  onChange: (change: SupposedChange) => void;
  onRemove: () => void;
}

/** One driver that is supposed to change: a slider, a number, and whether that is percent or its new value. Shares are shown as percent. */
export function WhatIfChange({ change, label, unit, original, written, onChange, onRemove }: WhatIfChangeProps) {
  const id = useId();
  const { kind, amount } = change;
  const scale = kind === 'to' && unit === 'PERCENT' ? 100 : 1;
  const most = kind === 'percent' ? REACH_PERCENT : Math.max(1, Math.abs((original ?? amount) || 1) * REACH_TIMES * scale);
  const least = kind === 'percent' ? -REACH_PERCENT : original !== null && original < 0 ? -most : 0;
  const shown = Math.round(amount * scale * 1e6) / 1e6;
  const sign = kind === 'percent' || unit === 'PERCENT' ? '%' : '';
  const set = (text: string) => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value)) onChange({ ...change, amount: value / scale });
  };
  const turn = (next: ChangeKind) => onChange({ ...change, kind: next, amount: next === 'percent' ? 10 : (original ?? 0) });
  return (
    <li className="grid gap-2.5 rounded-lg border border-line p-3.5" data-change={change.metric}>
      <div className="flex items-start justify-between gap-2">
        <div className="min-w-0">
          <label htmlFor={id} className="font-medium">
            {label}
          </label>
          <p className="text-sm text-muted">{written === null ? ' ' : `now ${written}`}</p>
        </div>
        <IconButton label={`Leave ${label} as it is`} className="-mt-1 -mr-1 size-8" onClick={onRemove}>
          <Trash2 aria-hidden size={15} />
        </IconButton>
      </div>
      <input
        type="range"
        aria-label={`${label}, slider`}
        aria-valuetext={`${shown}${sign}`}
        className="h-6 w-full accent-accent"
        min={least}
        max={most}
        step={kind === 'percent' ? 1 : (most - least) / STEPS}
        value={Math.min(most, Math.max(least, shown))}
        onChange={(event) => set(event.target.value)}
      />
      <div className="flex items-center gap-2">
        <span className="relative w-32">
          <input
            key={kind}
            id={id}
            type="number"
            step="any"
            className={`${CONTROL} pr-8`}
            value={shown}
            onChange={(event) => set(event.target.value)}
          />
          <span aria-hidden className="pointer-events-none absolute inset-y-0 right-3 grid place-items-center text-muted">
            {sign}
          </span>
        </span>
        <Segments
          label={`How ${label} changes`}
          value={kind}
          options={[
            { value: 'percent', label: 'percent' },
            { value: 'to', label: 'value' },
          ]}
          onChange={turn}
        />
      </div>
    </li>
  );
}
