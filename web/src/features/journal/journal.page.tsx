import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import NotFoundPage from '../../app/not-found.page.tsx';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { SubPages } from '../settings/sub-pages.tsx';
import { Requests } from './requests.tsx';

const Changes = lazy(() => import('./changes.tsx'));
const Verify = lazy(() => import('./verify.tsx'));

const PATH = '/settings/journal';
const PAGES = [
  { to: PATH, label: 'What was asked', end: true },
  { to: `${PATH}/changes`, label: 'What changed' },
  { to: `${PATH}/verify`, label: 'Verify' },
];

/** Every request and every change, kept so that nobody can alter them unnoticed. */
export default function JournalPage() {
  return (
    <Page
      title="Journal"
      guide="journal"
      intro="Every request and every change: who, what, when, and what came of it. Nobody can alter it unnoticed."
    >
      <SubPages label="Journal" pages={PAGES} />
      <Suspense fallback={<Loading label="Loading the page" />}>
        <Routes>
          <Route index element={<Requests />} />
          <Route path="changes" element={<Changes />} />
          <Route path="verify" element={<Verify />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Page>
  );
}
