import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import NotFoundPage from '../../app/not-found.page.tsx';
import { Page } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { SubPages } from '../settings/sub-pages.tsx';
import { Report } from './report.tsx';

const Policies = lazy(() => import('./policies.tsx'));
const Retention = lazy(() => import('./retention.tsx'));
const Consents = lazy(() => import('./consents.tsx'));
const Forget = lazy(() => import('./forget.tsx'));
const ForgetRequest = lazy(() => import('./forget-request.tsx'));
const PersonExports = lazy(() => import('./person-exports.tsx'));

const PATH = '/settings/privacy';
const PAGES = [
  { to: PATH, label: 'What was found', end: true },
  { to: `${PATH}/policies`, label: 'Policies' },
  { to: `${PATH}/retention`, label: 'Retention' },
  { to: `${PATH}/consents`, label: 'Consents' },
  { to: `${PATH}/forget`, label: 'Forget a person' },
  { to: `${PATH}/persons`, label: 'Hand out a person’s data' },
];

/** Personal data: what there is, what happens to it, for how long, and what people may ask for. */
export default function PrivacyPage() {
  return (
    <Page
      title="Privacy"
      guide="privacy"
      intro="Personal data: what was found, what happens to it, how long it stays, and what people may ask for."
    >
      <SubPages label="Privacy" pages={PAGES} />
      <Suspense fallback={<Loading label="Loading the page" />}>
        <Routes>
          <Route index element={<Report />} />
          <Route path="policies" element={<Policies />} />
          <Route path="retention" element={<Retention />} />
          <Route path="consents" element={<Consents />} />
          <Route path="forget" element={<Forget />} />
          <Route path="forget/:id" element={<ForgetRequest />} />
          <Route path="persons" element={<PersonExports />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Page>
  );
}
