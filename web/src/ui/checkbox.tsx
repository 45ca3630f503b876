import { useId } from 'react';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { classes } from './classes.ts';

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & { label: ReactNode; hint?: ReactNode };

/** Yes or no, with its words; they belong to what can be pressed. */
export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div className={classes('flex min-h-6 gap-2.5', hint ? 'items-start' : 'items-center', className)}>
      <input
        {...rest}
        id={id}
        type="checkbox"
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={classes('shrink-0', hint != null && 'mt-0.5')}
      />
      <div className="grid gap-0.5">
        <label htmlFor={id} className="cursor-pointer leading-5">
          {label}
        </label>
        {hint ? (
          <span id={`${id}-hint`} className="text-sm text-muted">
            {hint}
          </span>
        ) : null}
      </div>
    </div>
  );
}
