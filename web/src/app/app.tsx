import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { ErrorBoundary } from './error-boundary.tsx';
import { RequireSession } from './require-session.tsx';
import { Shell } from './shell.tsx';

const LogInPage = lazy(() => import('../features/session/log-in.page.tsx'));
const RegisterPage = lazy(() => import('../features/session/register.page.tsx'));
const WelcomePage = lazy(() => import('../features/session/welcome.page.tsx'));
const ForgotPasswordPage = lazy(() => import('../features/session/forgot-password.page.tsx'));
const ResetPasswordPage = lazy(() => import('../features/session/reset-password.page.tsx'));
const InvitationPage = lazy(() => import('../features/session/invitation.page.tsx'));
const ClosedPage = lazy(() => import('../features/lifecycle/closed.page.tsx'));
const OverviewPage = lazy(() => import('../features/overview/overview.page.tsx'));
const AskPage = lazy(() => import('../features/ask/ask.page.tsx'));
const DashboardsPage = lazy(() => import('../features/dashboards/dashboards.page.tsx'));
const NewDashboardPage = lazy(() => import('../features/dashboards/new-dashboard.page.tsx'));
const DashboardPage = lazy(() => import('../features/dashboards/dashboard.page.tsx'));
const MetricsPlace = lazy(() => import('../features/metrics/metrics.place.tsx'));
const AssetsPage = lazy(() => import('../features/assets/assets.page.tsx'));
const ConnectPlace = lazy(() => import('../features/connect/connect.place.tsx'));
const UnifyPlace = lazy(() => import('../features/unify/unify.place.tsx'));
const AgentsPage = lazy(() => import('../features/agents/agents.page.tsx'));
const RunPage = lazy(() => import('../features/runs/run.page.tsx'));
const SettingsPage = lazy(() => import('../features/settings/settings.page.tsx'));
const HelpPage = lazy(() => import('../features/help/help.page.tsx'));
const PlaygroundPage = lazy(() => import('./playground.page.tsx'));
const NotFoundPage = lazy(() => import('./not-found.page.tsx'));

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
            <Route path="assets" element={<AssetsPage />} />
            <Route path="connections/*" element={<ConnectPlace />} />
            <Route path="ontology/*" element={<UnifyPlace />} />
            <Route path="agents" element={<AgentsPage />} />
            <Route path="runs" element={<Navigate to="/agents?tab=runs" replace />} />
            <Route path="runs/:id" element={<RunPage />} />
            <Route path="settings/*" element={<SettingsPage />} />
            <Route path="help" element={<HelpPage />} />
            <Route path="*" element={<NotFoundPage />} />
          </Route>
        </Routes>
      </Suspense>
    </ErrorBoundary>
  );
}
