import { useId } from 'react';
import type { InputHTMLAttributes } from 'react';
import { classes } from './classes.ts';

export const CONTROL =
  'w-full rounded-md border border-control bg-surface px-3 min-h-10 text-base text-ink placeholder:text-muted focus-visible:outline-offset-0 aria-invalid:border-low';

type FieldProps = InputHTMLAttributes<HTMLInputElement> & { label: string; hint?: string; problem?: string | undefined };

/** A labelled text input with its hint and, when refused, what is wrong with it. */
export function Field({ label, hint, problem, className, ...rest }: FieldProps) {
  const id = useId();
  const described = problem ? `${id}-problem` : hint ? `${id}-hint` : undefined;
  return (
    <div className={classes('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      <input {...rest} id={id} aria-invalid={problem ? true : undefined} aria-describedby={described} className={CONTROL} />
      {problem ? (
        <p id={`${id}-problem`} className="text-sm text-low">
          {problem}
        </p>
      ) : hint ? (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
