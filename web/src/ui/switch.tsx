import { useId } from 'react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { Hinted, hintId } from './hinted.tsx';

interface SwitchProps {
  label: ReactNode;
  hint?: ReactNode;
  on: boolean;
  busy?: boolean;
  disabled?: boolean;
  onChange: (on: boolean) => void;
  /** For tests and styles. */
  name?: string;
}

/** On or off, at once. The word beside it says which: colour and place are not alone. */
export function Switch({ label, hint, on, busy = false, disabled = false, onChange, name }: SwitchProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <Hinted id={id} hint={hint}>
        <span id={id} className="font-medium">
          {label}
        </span>
      </Hinted>
      <button
        type="button"
        role="switch"
        data-switch={name}
        aria-checked={on}
        aria-labelledby={id}
        aria-describedby={hintId(id, hint)}
        aria-busy={busy || undefined}
        disabled={disabled}
        onClick={() => {
          if (!busy) onChange(!on);
        }}
        className="inline-flex min-h-7 shrink-0 items-center gap-2 rounded-md text-sm text-muted disabled:opacity-60"
      >
        <span aria-hidden className="w-6 text-right">
          {on ? 'On' : 'Off'}
        </span>
        <span
          aria-hidden
          className={classes(
            'flex h-6 w-10 items-center rounded-full border p-0.5 transition-colors',
            on ? 'border-accent bg-accent' : 'border-control bg-raised',
          )}
        >
          <span className={classes('size-4.5 rounded-full transition-transform', on ? 'translate-x-4 bg-on-accent' : 'bg-control')} />
        </span>
      </button>
    </div>
  );
}
