import { LogOut } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { Link, NavLink } from 'react-router';
import { useLogOut } from '../features/session/use-log-out.ts';
import { WorkspaceSwitcher } from '../features/workspaces/workspace-switcher.tsx';
import { IconButton } from '../ui/button.tsx';
import { classes } from '../ui/classes.ts';
import { Brand } from './brand.tsx';
import { DESTINATIONS } from './navigation.ts';
import type { Destination } from './navigation.ts';
import { usePendingApprovals } from './use-pending-approvals.ts';
import { useViewer } from './viewer.ts';

const History = lazy(async () => ({ default: (await import('../features/ask/history.tsx')).History }));

function Entry({ destination, pending }: { destination: Destination; pending: number }) {
  const { path, label, code, icon: Icon, hint, apart = false } = destination;
  return (
    <NavLink
      to={path}
      end={path === '/'}
      reloadDocument={apart}
      title={hint}
      className={({ isActive }) =>
        classes(
          'flex min-h-10 items-center gap-3 rounded-md px-3 text-base transition-colors',
          isActive ? 'bg-accent-soft font-medium text-ink' : 'text-muted hover:bg-raised hover:text-ink',
        )
      }
    >
      <Icon aria-hidden size={18} strokeWidth={1.75} />
      <span>{label}</span>
      {pending > 0 ? (
        <span className="rounded-full bg-accent px-1.5 text-xs font-semibold text-on-accent">
          {pending}
          <span className="sr-only"> approvals waiting</span>
        </span>
      ) : null}
      {code ? <span className="ml-auto text-xs font-medium tracking-wide text-muted">{code}</span> : null}
    </NavLink>
  );
}

/** Navigation, recent questions and who is logged in; on wide screens only. */
export function Sidebar() {
  const viewer = useViewer();
  const logOut = useLogOut();
  const pending = usePendingApprovals();
  return (
    <aside
      aria-label="Places, recent questions and account"
      className="sticky top-0 hidden h-dvh flex-col border-r border-line bg-surface lg:flex"
    >
      <div className="flex h-14 shrink-0 items-center px-5">
        <Link to="/" aria-label="AutonomOS, to the overview" className="rounded-sm">
          <Brand />
        </Link>
      </div>
      <div className="px-3 pb-2">
        <WorkspaceSwitcher />
      </div>
      <nav aria-label="Main" className="grid gap-0.5 px-3 py-2">
        {DESTINATIONS.map((each) => (
          <Entry key={each.path} destination={each} pending={each.path === '/agents' ? pending : 0} />
        ))}
      </nav>
      <div className="scroll-thin mt-3 min-h-0 flex-1 overflow-y-auto px-3">
        <Suspense fallback={null}>
          <History />
        </Suspense>
      </div>
      {viewer ? (
        <div className="flex items-center gap-3 border-t border-line p-3">
          <Link to="/settings/profile" title="Your profile" className="flex min-w-0 flex-1 items-center gap-3 rounded-md">
            <span
              aria-hidden
              className="grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent"
            >
              {viewer.user.displayName.slice(0, 1).toUpperCase()}
            </span>
            <div className="min-w-0 flex-1 leading-tight">
              <p className="truncate text-sm font-medium">{viewer.user.displayName}</p>
              <p className="truncate text-xs text-muted">{viewer.tenant.demo ? 'Visiting' : viewer.user.email}</p>
            </div>
          </Link>
          <IconButton label="Log out" onClick={() => void logOut()}>
            <LogOut aria-hidden size={16} />
          </IconButton>
        </div>
      ) : null}
    </aside>
  );
}
