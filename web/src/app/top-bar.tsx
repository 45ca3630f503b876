import { Bell as BellIcon, CircleHelp, Moon, Search, Sun, UserRound } from 'lucide-react';
import { Suspense } from 'react';
import { Link } from 'react-router';
import { IconButton } from '../ui/button.tsx';
import { Brand } from './brand.tsx';
import { loadPage } from './load-page.ts';
import type { Overlay } from './shell.tsx';
import { useTheme } from './theme.ts';

const Bell = loadPage(() => import('../features/notifications/bell.tsx'));

/** The bar at the top: the command palette, shortcuts, theme and, on small screens, the account. */
export function TopBar({ overlay, onOpen }: { overlay: Overlay; onOpen: (overlay: Overlay) => void }) {
  const { theme, toggle } = useTheme();
  return (
    <header className="sticky top-0 z-20 flex h-14 items-center gap-1 border-b border-line bg-bg/90 px-4 backdrop-blur-md sm:px-6">
      <Link to="/" aria-label="AutonomOS, to the overview" className="rounded-sm lg:hidden">
        <Brand />
      </Link>
      <button
        type="button"
        onClick={() => onOpen('palette')}
        aria-keyshortcuts="Meta+K Control+K"
        className="hidden min-h-9 w-full max-w-sm items-center gap-2.5 rounded-md border border-control bg-surface px-3 text-base text-muted transition-colors hover:text-ink sm:inline-flex lg:ml-0"
      >
        <Search aria-hidden size={16} />
        Ask, or go anywhere
        <kbd className="ml-auto">⌘K</kbd>
      </button>
      <div className="ml-auto flex items-center gap-0.5">
        <IconButton label="Search and commands" className="sm:hidden" onClick={() => onOpen('palette')}>
          <Search aria-hidden size={18} />
        </IconButton>
        <IconButton label="Keyboard shortcuts" className="max-sm:hidden" onClick={() => onOpen('shortcuts')}>
          <CircleHelp aria-hidden size={18} />
        </IconButton>
        <IconButton label={theme === 'dark' ? 'Switch to the light theme' : 'Switch to the dark theme'} onClick={toggle} data-theme-toggle>
          {theme === 'dark' ? <Sun aria-hidden size={18} /> : <Moon aria-hidden size={18} />}
        </IconButton>
        <Suspense
          fallback={
            <IconButton label="Notifications">
              <BellIcon aria-hidden size={18} />
            </IconButton>
          }
        >
          <Bell open={overlay === 'notifications'} onOpen={(open) => onOpen(open ? 'notifications' : 'none')} />
        </Suspense>
        <IconButton label="Account and recent questions" className="lg:hidden" onClick={() => onOpen('account')}>
          <UserRound aria-hidden size={18} />
        </IconButton>
      </div>
    </header>
  );
}
