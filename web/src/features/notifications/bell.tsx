import { Bell as BellIcon } from 'lucide-react';
import { lazy, Suspense, useRef } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { FeedProvider, useTenantFeed } from './feed.tsx';

const Popover = lazy(() => import('../../ui/popover.tsx'));
const NotificationPanel = lazy(() => import('./notification-panel.tsx'));
const MOST_COUNTED = 99;

interface BellProps {
  open: boolean;
  onOpen: (open: boolean) => void;
}

/** The bell, and behind it what follows the tenant. Loaded after the first paint. */
export default function Bell(props: BellProps) {
  return (
    <FeedProvider>
      <Button {...props} />
    </FeedProvider>
  );
}

/** The bell with what is new, and the panel it opens. Closing the panel counts as having read it. */
function Button({ open, onOpen }: BellProps) {
  const { unread, markAllRead } = useTenantFeed();
  const button = useRef<HTMLButtonElement>(null);
  const change = (next: boolean) => {
    if (!next) markAllRead();
    onOpen(next);
  };
  return (
    <>
      <IconButton
        ref={button}
        label={unread === 0 ? 'Notifications' : `Notifications, ${unread} new`}
        aria-keyshortcuts="n"
        aria-haspopup="dialog"
        aria-expanded={open}
        className="relative"
        data-bell={unread}
        onClick={() => change(!open)}
      >
        <BellIcon aria-hidden size={18} />
        {unread > 0 ? (
          <span
            aria-hidden
            className="absolute top-0.5 right-0.5 grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 text-xs leading-4 font-semibold text-on-accent"
          >
            {unread > MOST_COUNTED ? `${MOST_COUNTED}+` : unread}
          </span>
        ) : null}
      </IconButton>
      {open ? (
        <Suspense fallback={null}>
          <Popover
            anchor={button}
            label="Notifications"
            align="end"
            className="w-[min(420px,calc(100vw-24px))] overflow-hidden"
            onClose={() => change(false)}
          >
            <NotificationPanel onFollow={() => change(false)} />
          </Popover>
        </Suspense>
      ) : null}
    </>
  );
}
