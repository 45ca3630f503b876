import { Plus } from 'lucide-react';
import { DashboardsDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { plural } from '../../ui/format.ts';
import { Page } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { useState } from 'react';
import { DashboardCard } from './dashboard-card.tsx';
import { Sentences } from './sentences.tsx';

const PAGE = 24;
const MAX_SHOWN = 480;

/** Every saved dashboard, last changed first. */
export default function DashboardsPage() {
  const [first, setFirst] = useState(PAGE);
  const [dashboards, refresh] = useGraph(DashboardsDocument, { first, after: null });
  const shown =
    dashboards.state === 'ready' ? dashboards.data.dashboards : dashboards.state === 'loading' ? dashboards.previous?.dashboards : null;
  const nodes = shown?.nodes ?? [];
  return (
    <Page
      title="Dashboards"
      code="NLQ"
      intro="Numbers that belong together, on today’s data. Made from one sentence, changed by hand, kept for everybody in your company."
      actions={
        <ButtonLink look="primary" to="/dashboards/new">
          <Plus aria-hidden size={16} /> New dashboard
        </ButtonLink>
      }
    >
      {dashboards.state === 'loading' && !shown ? <Loading label="Loading the dashboards" /> : null}
      {dashboards.state === 'failed' ? <ProblemNote problem={dashboards.problem} onRetry={refresh} /> : null}
      {nodes.length > 0 ? (
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3" aria-label="Dashboards">
          {nodes.map((dashboard) => (
            <DashboardCard key={dashboard.id} dashboard={dashboard} />
          ))}
        </ul>
      ) : null}
      {shown && nodes.length < shown.totalCount && first < MAX_SHOWN ? (
        <Button className="justify-self-center" onClick={() => setFirst((count) => count + PAGE)}>
          Show more of {plural(shown.totalCount, 'dashboard')}
        </Button>
      ) : null}
      {dashboards.state === 'ready' && nodes.length === 0 ? (
        <section className="grid gap-4" data-state="empty">
          <div className="grid gap-1">
            <h2 className="text-md font-semibold">No dashboard is kept yet</h2>
            <p className="text-muted">Start with one of these sentences, or write your own. Nothing is kept until you say so.</p>
          </div>
          <Sentences />
        </section>
      ) : null}
    </Page>
  );
}
