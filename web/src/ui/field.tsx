import { useId } from 'react';
import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { classes } from './classes.ts';

export const CONTROL =
  'w-full rounded-md border border-control bg-surface px-3 min-h-10 text-base text-ink placeholder:text-muted focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-raised disabled:text-muted aria-invalid:border-low';

export type FieldProps = InputHTMLAttributes<HTMLInputElement> & {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  /** Stands at the end of the input, inside it. */
  aside?: ReactNode;
};

interface FrameProps {
  id: string;
  label: string;
  hint: string | undefined;
  problem: string | undefined;
  className: string | undefined;
  children: ReactNode;
}

/** What stands around a control: its label, and its hint or what is wrong with it. */
function Frame({ id, label, hint, problem, className, children }: FrameProps) {
  return (
    <div className={classes('grid content-start gap-1.5', className)}>
      <label htmlFor={id} className="text-sm font-medium text-ink">
        {label}
      </label>
      {children}
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

function describedBy(id: string, hint: string | undefined, problem: string | undefined): string | undefined {
  return problem ? `${id}-problem` : hint ? `${id}-hint` : undefined;
}

/** A labelled text input with its hint and, when refused, what is wrong with it. */
export function Field({ label, hint, problem, className, aside, ...rest }: FieldProps) {
  const id = useId();
  const input = (
    <input
      {...rest}
      id={id}
      aria-invalid={problem ? true : undefined}
      aria-describedby={describedBy(id, hint, problem)}
      className={classes(CONTROL, aside != null && 'pr-11')}
    />
  );
  return (
    <Frame id={id} label={label} hint={hint} problem={problem} className={className}>
      {aside == null ? (
        input
      ) : (
        <div className="relative">
          {input}
          <span className="absolute inset-y-0 right-1 flex items-center">{aside}</span>
        </div>
      )}
    </Frame>
  );
}

type TextAreaProps = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
};

/** A labelled text of several lines, with its hint and, when refused, what is wrong with it. */
export function TextArea({ label, hint, problem, className, rows = 3, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} problem={problem} className={className}>
      <textarea
        {...rest}
        id={id}
        rows={rows}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, hint, problem)}
        className={classes(CONTROL, 'py-2')}
      />
    </Frame>
  );
}

type ChoiceProps = SelectHTMLAttributes<HTMLSelectElement> & {
  label: string;
  hint?: string | undefined;
  problem?: string | undefined;
  options: readonly { value: string; label: string }[];
};

/** A labelled choice of one of a few, with its hint and, when refused, what is wrong with it. */
export function Choice({ label, hint, problem, className, options, ...rest }: ChoiceProps) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} problem={problem} className={className}>
      <select
        {...rest}
        id={id}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, hint, problem)}
        className={CONTROL}
      >
        {options.map((each) => (
          <option key={each.value} value={each.value}>
            {each.label}
          </option>
        ))}
      </select>
    </Frame>
  );
}
