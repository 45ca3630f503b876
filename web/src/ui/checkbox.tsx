import { useId } from 'react';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { classes } from './classes.ts';
import { Hinted, hintId } from './hinted.tsx';

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
        aria-describedby={hintId(id, hint)}
        className={classes('shrink-0', hint != null && 'mt-0.5')}
      />
      <Hinted id={id} hint={hint}>
        <label htmlFor={id} className="cursor-pointer leading-5">
          {label}
        </label>
      </Hinted>
    </div>
  );
}
