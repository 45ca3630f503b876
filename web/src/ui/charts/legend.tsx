import { useId } from 'react';
import { classes } from '../classes.ts';
import { Patterns, Swatch } from './swatch.tsx';
import type { SeriesChoice } from './use-series.ts';

/** What each colour, form and pattern stands for. A click hides and shows a series, a double click or Shift shows it alone. */
export function Legend({ choice, form }: { choice: SeriesChoice; form: 'line' | 'area' }) {
  const scope = useId();
  const shown = new Set(choice.shown.map(({ key }) => key));
  return (
    <div role="group" aria-label="Series" className="flex max-h-19 flex-wrap gap-x-1 gap-y-0.5 overflow-y-auto" data-legend>
      <svg aria-hidden width="0" height="0" className="absolute">
        <Patterns looks={choice.all.map(({ look }) => look)} scope={scope} />
      </svg>
      {choice.all.map(({ key, label, look }) => (
        <button
          key={key}
          type="button"
          aria-pressed={shown.has(key)}
          title={`${label}: click to show or hide, Shift and click to show it alone`}
          onClick={(event) => (event.shiftKey ? choice.only(key) : choice.toggle(key))}
          onDoubleClick={() => choice.only(key)}
          onPointerEnter={() => choice.light(key)}
          onPointerLeave={() => choice.light(null)}
          onFocus={() => choice.light(key)}
          onBlur={() => choice.light(null)}
          className={classes(
            'inline-flex min-h-6 max-w-60 items-center gap-2 rounded-md px-1.5 text-sm transition-colors hover:bg-raised',
            shown.has(key) ? 'text-ink' : 'text-muted line-through',
          )}
        >
          <span className={classes('flex', !shown.has(key) && 'opacity-35')}>
            <Swatch look={look} form={form} scope={scope} />
          </span>
          <span className="truncate" dir="auto">
            {label}
          </span>
        </button>
      ))}
    </div>
  );
}
