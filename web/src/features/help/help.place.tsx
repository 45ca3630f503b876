import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import NotFoundPage from '../../app/not-found.page.tsx';

const HelpPage = lazy(() => import('./help.page.tsx'));
const GuidePage = lazy(() => import('./guide.page.tsx'));
const ErrorsPage = lazy(() => import('./errors.page.tsx'));
const ErrorPage = lazy(() => import('./error.page.tsx'));
const ShortcutsPage = lazy(() => import('./shortcuts.page.tsx'));

/** Everything below /help. */
export default function HelpPlace() {
  return (
    <Routes>
      <Route index element={<HelpPage />} />
      <Route path="guides/:slug" element={<GuidePage />} />
      <Route path="errors" element={<ErrorsPage />} />
      <Route path="errors/:code" element={<ErrorPage />} />
      <Route path="shortcuts" element={<ShortcutsPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
