import type { ButtonHTMLAttributes, Ref } from 'react';
import { Link } from 'react-router';
import type { LinkProps } from 'react-router';
import { classes } from './classes.ts';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

const SHAPE =
  'inline-flex items-center justify-center gap-2 rounded-md px-3.5 min-h-9 text-base font-medium whitespace-nowrap transition-colors disabled:opacity-60 disabled:cursor-not-allowed aria-disabled:opacity-60';
const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-control text-ink hover:bg-raised',
  quiet: 'text-muted hover:text-ink hover:bg-raised',
  danger: 'border border-low text-low hover:bg-low-soft',
};

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: ButtonLook;
  busy?: boolean;
  ref?: Ref<HTMLButtonElement> | undefined;
};

/** A button; `busy` keeps it focusable (so the focus is not lost) but inert. */
export function Button({ look = 'secondary', busy = false, className, onClick, type = 'button', ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      className={classes(SHAPE, LOOKS[look], className)}
    />
  );
}

/** A link that looks like a button. */
export function ButtonLink({ look = 'secondary', className, ...rest }: LinkProps & { look?: ButtonLook }) {
  return <Link {...rest} className={classes(SHAPE, LOOKS[look], className)} />;
}

type IconButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { label: string; ref?: Ref<HTMLButtonElement> };

/** A square button with an icon alone; `label` is its name for everyone who does not see the icon, and its tooltip. */
export function IconButton({ label, className, type = 'button', ...rest }: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={classes(
        'inline-flex size-9 items-center justify-center rounded-md text-muted transition-colors hover:bg-raised hover:text-ink disabled:opacity-50',
        className,
      )}
    />
  );
}
