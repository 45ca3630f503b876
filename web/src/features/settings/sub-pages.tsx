import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { classes } from '../../ui/classes.ts';

/** The parts of one page of the settings, each with an address of its own, as a row of links. */
export function SubPages({
  label,
  pages,
}: {
  label: string;
  pages: readonly { to: string; label: string; end?: boolean; mark?: ReactNode }[];
}) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const here = row.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (here && row.current) row.current.scrollLeft = here.offsetLeft - (row.current.clientWidth - here.offsetWidth) / 2;
  });
  return (
    <nav ref={row} aria-label={label} className="scroll-thin -mx-4 flex gap-6 overflow-x-auto border-b border-line px-4 sm:mx-0 sm:px-0">
      {pages.map(({ to, label: text, end = false, mark }) => (
        <NavLink
          key={to}
          to={to}
          end={end}
          className={({ isActive }) =>
            classes(
              'inline-flex min-h-10 items-center gap-2 border-b-2 px-1 text-base whitespace-nowrap transition-colors',
              isActive ? 'border-accent font-medium text-ink' : 'border-transparent text-muted hover:text-ink',
            )
          }
        >
          {text}
          {mark}
        </NavLink>
      ))}
    </nav>
  );
}
