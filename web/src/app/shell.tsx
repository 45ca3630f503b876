import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { FeedProvider } from '../features/notifications/feed.tsx';
import { DemoBanner } from '../features/workspaces/demo-banner.tsx';
import { Loading } from '../ui/states.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { MobileNav } from './mobile-nav.tsx';
import { Sidebar } from './sidebar.tsx';
import { useTheme } from './theme.ts';
import { TopBar } from './top-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { useViewer } from './viewer.ts';

const Palette = lazy(() => import('./palette.tsx'));
const ShortcutSheet = lazy(() => import('./shortcut-sheet.tsx'));
const AccountSheet = lazy(() => import('./account-sheet.tsx'));
const FrozenNote = lazy(() => import('../features/lifecycle/frozen-note.tsx'));
const Toasts = lazy(() => import('./toasts.tsx'));

export type Overlay = 'none' | 'palette' | 'shortcuts' | 'account' | 'notifications';

/** The frame around every page: navigation, top bar, overlays and the keyboard. */
export function Shell() {
  const [overlay, setOverlay] = useState<Overlay>('none');
  const [toasts, setToasts] = useState(false);
  const { toggle } = useTheme();
  const viewer = useViewer();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const close = useCallback(() => setOverlay('none'), []);

  useShortcuts(
    useCallback(
      (command) => {
        switch (command.kind) {
          case 'palette':
          case 'shortcuts':
          case 'notifications':
            setOverlay((now) => (now === command.kind ? 'none' : command.kind));
            return;
          case 'theme':
            toggle();
            return;
          case 'ask': {
            const box = document.querySelector<HTMLInputElement>('[data-ask-box]');
            if (box) box.focus();
            else void navigate('/ask');
            return;
          }
          case 'go':
            void navigate(command.path);
        }
      },
      [navigate, toggle],
    ),
  );

  // Toasts are not needed for the first paint.
  useEffect(() => {
    const timer = window.setTimeout(() => setToasts(true), 1000);
    return () => window.clearTimeout(timer);
  }, []);

  return (
    <FeedProvider>
      <div className="min-h-dvh lg:grid lg:grid-cols-[232px_minmax(0,1fr)]">
        <a
          href="#main"
          className="sr-only z-50 rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the content
        </a>
        <Sidebar />
        <div className="flex min-h-dvh min-w-0 flex-col pb-16 lg:pb-0">
          <TopBar overlay={overlay} onOpen={setOverlay} />
          <DemoBanner />
          <Suspense fallback={null}>{viewer?.tenant.status === 'FROZEN' ? <FrozenNote /> : null}</Suspense>
          <main id="main" tabIndex={-1} className="min-w-0 flex-1">
            <ErrorBoundary resetKey={pathname}>
              <Suspense fallback={<Loading label="Loading the page" className="p-6" />}>
                <Outlet />
              </Suspense>
            </ErrorBoundary>
          </main>
        </div>
        <MobileNav />
        <Suspense fallback={null}>
          {overlay === 'palette' ? <Palette onClose={close} onOpen={setOverlay} /> : null}
          {overlay === 'shortcuts' ? <ShortcutSheet onClose={close} /> : null}
          {overlay === 'account' ? <AccountSheet onClose={close} /> : null}
          {toasts ? <Toasts /> : null}
        </Suspense>
      </div>
    </FeedProvider>
  );
}
