import { Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { ErrorBoundary } from './error-boundary.tsx';
import { loadPage } from './load-page.ts';
import { RequireSession } from './require-session.tsx';
import { Shell } from './shell.tsx';

const LogInPage = loadPage(() => import('../features/session/log-in.page.tsx'));
const RegisterPage = loadPage(() => import('../features/session/register.page.tsx'));
const WelcomePage = loadPage(() => import('../features/session/welcome.page.tsx'));
const ForgotPasswordPage = loadPage(() => import('../features/session/forgot-password.page.tsx'));
const ResetPasswordPage = loadPage(() => import('../features/session/reset-password.page.tsx'));
const InvitationPage = loadPage(() => import('../features/session/invitation.page.tsx'));
const ClosedPage = loadPage(() => import('../features/lifecycle/closed.page.tsx'));
const OverviewPage = loadPage(() => import('../features/overview/overview.page.tsx'));
const AskPage = loadPage(() => import('../features/ask/ask.page.tsx'));
const DashboardsPage = loadPage(() => import('../features/dashboards/dashboards.page.tsx'));
const NewDashboardPage = loadPage(() => import('../features/dashboards/new-dashboard.page.tsx'));
const DashboardPage = loadPage(() => import('../features/dashboards/dashboard.page.tsx'));
const MetricsPlace = loadPage(() => import('../features/metrics/metrics.place.tsx'));
const DiscoverPlace = loadPage(() => import('../features/discover/discover.place.tsx'));
const ConnectPlace = loadPage(() => import('../features/connect/connect.place.tsx'));
const UnifyPlace = loadPage(() => import('../features/unify/unify.place.tsx'));
const ActPlace = loadPage(() => import('../features/act/act.place.tsx'));
const RunPage = loadPage(() => import('../features/runs/run.page.tsx'));
const SettingsPage = loadPage(() => import('../features/settings/settings.page.tsx'));
const HelpPlace = loadPage(() => import('../features/help/help.place.tsx'));
const PlaygroundPage = loadPage(() => import('./playground.page.tsx'));
const DesignPage = loadPage(() => import('../features/design/design.page.tsx'));
const NotFoundPage = loadPage(() => import('./not-found.page.tsx'));

/** Every address of the client. Each page is loaded when it is first needed. */
export function App() {
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <Routes>
          <Route path="login" element={<LogInPage />} />
          <Route path="register" element={<RegisterPage />} />
          <Route path="welcome" element={<WelcomePage />} />
          <Route path="forgot-password" element={<ForgotPasswordPage />} />
          <Route path="reset-password" element={<ResetPasswordPage />} />
          <Route path="invitation" element={<InvitationPage />} />
          <Route path="closed" element={<ClosedPage />} />
          <Route path="playground" element={<PlaygroundPage />} />
          <Route
            element={
              <RequireSession>
                <Shell />
              </RequireSession>
            }
          >
            <Route index element={<OverviewPage />} />
            <Route path="ask" element={<AskPage />} />
            <Route path="dashboards" element={<DashboardsPage />} />
            <Route path="dashboards/new" element={<NewDashboardPage />} />
            <Route path="dashboards/:id" element={<DashboardPage />} />
            <Route path="business-metrics/*" element={<MetricsPlace />} />
            <Route path="assets/*" element={<DiscoverPlace />} />
            <Route path="connections/*" element={<ConnectPlace />} />
            <Route path="ontology/*" element={<UnifyPlace />} />
            <Route path="agents/*" element={<ActPlace />} />
            <Route path="runs" element={<Navigate to="/agents/runs" replace />} />
            <Route path="runs/:id" element={<RunPage />} />
            <Route path="settings/*" element={<SettingsPage />} />
            <Route path="help/*" element={<HelpPlace />} />
            <Route path="design" element={<DesignPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}
