import { SearchX } from 'lucide-react';
import { useParams } from 'react-router';
import { ConnectorFormsDocument } from '../../gql/graphql.ts';
import { known } from '../../graph/known.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Badge } from '../../ui/badge.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { BackLink } from '../connect/back-link.tsx';
import { FlowSteps } from '../connect/flow-steps.tsx';
import { DemoNote } from '../workspaces/demo-note.tsx';
import { wizardPath } from './connector-card.tsx';
import { FilesWizard } from './files-wizard.tsx';
import { ConnectorSign } from './sign.tsx';
import { SourceWizard } from './source-wizard.tsx';
import { VerifiedMark } from './connector-card.tsx';

/** The wizard for one kind of source, which is in the address. */
export default function WizardPage() {
  const { kind = '' } = useParams();
  const [result, refresh] = useGraph(ConnectorFormsDocument, {}, { policy: 'cache-first' });
  const data = known(result);
  const connector = data?.connectors.find((each) => wizardPath(each.kind).endsWith(`/${kind}`)) ?? null;
  return (
    <>
      <BackLink to="/connections/new" className="!max-w-[960px]">
        All connectors
      </BackLink>
      <Page title={connector ? `Connect ${connector.label}` : 'Connect'} intro={connector?.description} className="!max-w-[960px]">
        <DemoNote />
        <FlowSteps at={0} />
        {result.state === 'loading' && data === null ? <Loading label="Loading the form" /> : null}
        {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
        {data && !connector ? (
          <Empty icon={SearchX} title="There is no such connector" actions={<ButtonLink to="/connections/new">All connectors</ButtonLink>}>
            Nothing that this server can read from is called “{kind}”.
          </Empty>
        ) : null}
        {data && connector ? (
          <>
            <div className="flex items-start gap-3">
              <ConnectorSign category={connector.category} />
              <div className="grid gap-0.5">
                <span className="flex flex-wrap items-center gap-2">
                  <VerifiedMark verified={connector.verified} verification={connector.verification} />
                  {connector.capabilities.incremental ? <Badge>only what is new</Badge> : null}
                  {connector.capabilities.deletes ? <Badge>notices deletions</Badge> : null}
                  {connector.capabilities.live ? <Badge>live</Badge> : null}
                </span>
                <span className="text-sm text-muted">{connector.verification}</span>
              </div>
            </div>
            {connector.kind === 'FILES' ? <FilesWizard /> : <SourceWizard key={connector.kind} connector={connector} fabric={data} />}
          </>
        ) : null}
      </Page>
    </>
  );
}
