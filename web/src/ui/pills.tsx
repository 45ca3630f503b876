import { NavLink } from 'react-router';
import { classes } from './classes.ts';

/** Links to the parts of one page, below the row of tabs that led to it. */
export function Pills({ label, pages }: { label: string; pages: readonly { to: string; label: string; end?: boolean }[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-1.5">
      {pages.map(({ to, label: text, end = false }) => (
        <NavLink
          key={to}
          to={to}
          end={end}
          className={({ isActive }) =>
            classes(
              'inline-flex min-h-8 items-center rounded-full border px-3.5 text-sm transition-colors',
              isActive ? 'border-accent bg-accent-soft font-medium text-ink' : 'border-line text-muted hover:text-ink',
            )
          }
        >
          {text}
        </NavLink>
      ))}
    </nav>
  );
}
