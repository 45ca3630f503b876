import { NavLink } from 'react-router';
import { classes } from '../ui/classes.ts';
import { DESTINATIONS } from './navigation.ts';
import { usePendingApprovals } from './use-pending-approvals.ts';

/** The same seven places at the bottom of a small screen, in reach of a thumb. */
export function MobileNav() {
  const pending = usePendingApprovals();
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-20 grid grid-cols-7 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      {DESTINATIONS.filter((each) => !each.beside).map(({ path, label, icon: Icon }) => (
        <NavLink
          key={path}
          to={path}
          end={path === '/'}
          className={({ isActive }) =>
            classes(
              'relative flex h-16 flex-col items-center justify-center gap-1 text-xs tracking-tight',
              isActive ? 'font-semibold text-accent' : 'text-muted',
            )
          }
        >
          <Icon aria-hidden size={20} strokeWidth={1.75} />
          {label}
          {path === '/agents' && pending > 0 ? (
            <span className="absolute top-1.5 left-[calc(50%+6px)] rounded-full bg-accent px-1 text-xs leading-4 font-semibold text-on-accent">
              {pending}
              <span className="sr-only"> approvals waiting</span>
            </span>
          ) : null}
        </NavLink>
      ))}
    </nav>
  );
}
