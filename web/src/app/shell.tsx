import { Suspense, useCallback, useEffect, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { Announcer } from './announcer.tsx';
import { noteDemo, wasDemo } from './demo-place.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { loadPage } from './load-page.ts';
import { MobileNav } from './mobile-nav.tsx';
import { PageSkeleton } from './page-skeleton.tsx';
import { Sidebar } from './sidebar.tsx';
import { useTheme } from './theme.ts';
import { TopBar } from './top-bar.tsx';
import { usePlaces } from './use-places.ts';
import { useShortcuts } from './use-shortcuts.ts';
import { useViewer } from './viewer.ts';

const Palette = loadPage(() => import('./palette.tsx'));
const ShortcutSheet = loadPage(() => import('./shortcut-sheet.tsx'));
const AccountSheet = loadPage(() => import('./account-sheet.tsx'));
const DemoBanner = loadPage(() => import('../features/workspaces/demo-banner.tsx'));
const FrozenNote = loadPage(() => import('../features/lifecycle/frozen-note.tsx'));
const Toasts = loadPage(() => import('./toasts.tsx'));
const ConnectionBanner = loadPage(() => import('./connection-banner.tsx'));

export type Overlay = 'none' | 'palette' | 'shortcuts' | 'account' | 'notifications';

const LATER_MS = 1_000;
const DEMO_PLACE = <div className="h-[53px] border-b border-line bg-medium-soft" />;

/** The frame around every page: navigation, top bar, overlays and the keyboard. */
export function Shell() {
  const [overlay, setOverlay] = useState<Overlay>('none');
  const [later, setLater] = useState(false);
  const { toggle } = useTheme();
  const viewer = useViewer();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const demo = viewer ? viewer.tenant.demo : wasDemo();
  useEffect(() => {
    if (viewer) noteDemo(viewer.tenant.demo);
  }, [viewer]);
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

  usePlaces();
  // Not needed for the first paint.
  useEffect(() => {
    const timer = window.setTimeout(() => {
      setLater(true);
      // Without a connection it would have to be there already.
      void import('./palette.tsx').catch(() => null);
    }, LATER_MS);
    return () => window.clearTimeout(timer);
  }, []);

  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[232px_minmax(0,1fr)]">
      <a
        href="#main"
        onClick={(event) => {
          // A step in the history would be one page too many.
          event.preventDefault();
          document.querySelector<HTMLElement>('#main')?.focus();
        }}
        className="sr-only z-50 rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to the content
      </a>
      <Sidebar />
      <div className="flex min-h-dvh min-w-0 flex-col pb-16 lg:pb-0">
        <TopBar overlay={overlay} onOpen={setOverlay} />
        {demo ? <Suspense fallback={DEMO_PLACE}>{viewer ? <DemoBanner /> : DEMO_PLACE}</Suspense> : null}
        <Suspense fallback={null}>
          <ConnectionBanner />
        </Suspense>
        <Suspense fallback={null}>{viewer?.tenant.status === 'FROZEN' ? <FrozenNote /> : null}</Suspense>
        <main id="main" tabIndex={-1} className="min-w-0 flex-1">
          <ErrorBoundary resetKey={pathname}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <MobileNav />
      <Announcer />
      <Suspense fallback={null}>
        {overlay === 'palette' ? <Palette onClose={close} onOpen={setOverlay} /> : null}
        {overlay === 'shortcuts' ? <ShortcutSheet onClose={close} /> : null}
        {overlay === 'account' ? <AccountSheet onClose={close} /> : null}
        {later ? <Toasts /> : null}
      </Suspense>
    </div>
  );
}
