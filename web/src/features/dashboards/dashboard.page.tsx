import { LayoutDashboard } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useParams } from 'react-router';
import { SavedDashboardDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, ProblemNote } from '../../ui/states.tsx';
import { DashboardWaiting } from './waiting.tsx';

// It comes while the dashboard is asked for, and the page says so meanwhile.
const loadView = () => import('./dashboard-view.tsx');
void loadView().catch(() => undefined);
const DashboardView = lazy(loadView);

/** One saved dashboard (or an unsaved one by its id), on today's data. */
export default function DashboardPage() {
  const { id = '' } = useParams();
  const [found, refresh] = useGraph(SavedDashboardDocument, { id });
  const dashboard = found.state === 'ready' ? found.data.dashboard : null;
  return (
    <Page title={dashboard?.title ?? 'Dashboard'} hideHeading className="content-start">
      {found.state === 'loading' ? <DashboardWaiting label="Opening the dashboard" /> : null}
      {found.state === 'failed' ? <ProblemNote problem={found.problem} onRetry={refresh} /> : null}
      {dashboard ? (
        <Suspense fallback={<DashboardWaiting label="Opening the dashboard" />}>
          <DashboardView key={dashboard.id} dashboard={dashboard} />
        </Suspense>
      ) : null}
      {found.state === 'ready' && !dashboard ? (
        <Empty
          icon={LayoutDashboard}
          title="There is no such dashboard"
          actions={
            <ButtonLink look="primary" to="/dashboards">
              To the dashboards
            </ButtonLink>
          }
        >
          The link may be old, or somebody deleted it.
        </Empty>
      ) : null}
    </Page>
  );
}
