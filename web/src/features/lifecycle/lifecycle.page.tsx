import { useViewer } from '../../app/viewer.ts';
import { TenantStandingDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Page } from '../../ui/page.tsx';
import { Loading, ProblemNote } from '../../ui/states.tsx';
import { ClosePanel } from './close-panel.tsx';
import { ExportPanel } from './export-panel.tsx';
import { FreezePanel } from './freeze-panel.tsx';

/** The workspace as a whole: frozen, taken out, closed. */
export default function LifecyclePage() {
  const actions = useViewer()?.actions ?? [];
  const [result, refresh] = useGraph(TenantStandingDocument, {});
  const tenant = result.state === 'ready' ? result.data.tenant : null;
  return (
    <Page title="Lifecycle" intro="Your workspace as a whole: hold it still, take everything out, or close it for good.">
      {result.state === 'loading' ? <Loading label="Loading how the workspace stands" /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {tenant && actions.includes('tenant.freeze') ? <FreezePanel tenant={tenant} onChange={refresh} /> : null}
      {actions.includes('tenant.export') ? <ExportPanel /> : null}
      {tenant && actions.includes('tenant.close') ? <ClosePanel name={tenant.name} /> : null}
    </Page>
  );
}
