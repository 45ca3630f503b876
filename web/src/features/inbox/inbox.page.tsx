import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import NotFoundPage from '../../app/not-found.page.tsx';
import { useViewer } from '../../app/viewer.ts';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { SubPages } from '../settings/sub-pages.tsx';
import { InboxList } from './inbox-list.tsx';

const Preferences = lazy(() => import('./preferences.tsx'));
const Channels = lazy(() => import('./channels.tsx'));
const Deliveries = lazy(() => import('./deliveries.tsx'));

const PATH = '/settings/notifications';
const OWN = [
  { to: PATH, label: 'Inbox', end: true },
  { to: `${PATH}/preferences`, label: 'What I hear of' },
];
const COMPANY = [
  { to: `${PATH}/channels`, label: 'Channels' },
  { to: `${PATH}/deliveries`, label: 'Deliveries' },
];

/** What you were told, how you want to be told, and where the company has it sent. */
export default function InboxPage() {
  const channels = useViewer()?.actions.includes('channels.read') ?? false;
  return (
    <Page
      title="Notifications"
      guide="notifications"
      intro="What you were told, how you want to be told, and where the company has it sent."
    >
      <SubPages label="Notifications" pages={channels ? [...OWN, ...COMPANY] : OWN} />
      <Suspense fallback={<Loading label="Loading the page" />}>
        <Routes>
          <Route index element={<InboxList />} />
          <Route path="preferences" element={<Preferences />} />
          {channels ? <Route path="channels" element={<Channels />} /> : null}
          {channels ? <Route path="deliveries" element={<Deliveries />} /> : null}
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Page>
  );
}
