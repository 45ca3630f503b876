import { FolderOpen } from 'lucide-react';
import { Navigate, useSearchParams } from 'react-router';
import { ConnectorCatalogueDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { ConnectorGrid } from '../connectors/connector-grid.tsx';
import { DemoNote } from '../workspaces/demo-note.tsx';
import { FlowSteps } from './flow-steps.tsx';
import { UploadPanel } from './upload-panel.tsx';

/** Addresses of the former forms lead to the wizard. */
const FORMER: Readonly<Record<string, string>> = {
  server: '/connections/new/files?from=server',
  postgres: '/connections/new/postgres',
  vendor: '/connections/catalogue',
};

/** The first step: where the data come from. Files can be dropped at once; everything else has a wizard of its own. */
export default function ConnectPage() {
  const [search] = useSearchParams();
  const [result, refresh] = useGraph(ConnectorCatalogueDocument, {}, { policy: 'cache-first' });
  const former = FORMER[search.get('from') ?? ''];
  if (former !== undefined) return <Navigate to={former} replace />;
  const others = (known(result)?.connectors ?? []).filter((each) => each.kind !== 'FILES');
  return (
    <Page
      title="Connect data"
      guide="files"
      intro="Types, dates, keys and links between tables are found by themselves. Nothing at the source is ever changed."
    >
      <DemoNote />
      <FlowSteps at={0} />
      <section aria-label="Files of yours" className="grid gap-3">
        <UploadPanel />
        <ButtonLink look="quiet" to="/connections/new/files?from=server" className="justify-self-center">
          <FolderOpen aria-hidden size={16} /> Or take a folder on the server
        </ButtonLink>
      </section>
      <h2 className="text-md font-semibold">Or connect a system</h2>
      {result.state === 'loading' ? <Loading label="Loading the catalogue" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {others.length > 0 ? <ConnectorGrid connectors={others} /> : null}
    </Page>
  );
}
