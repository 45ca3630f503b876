import { Boxes } from 'lucide-react';
import { useParams } from 'react-router';
import { ConnectionProposalDocument, ProposalProgressDocument } from '../../gql/graphql.ts';
import { useGraph, useRun } from '../../graph/use-graph.ts';
import { useLive } from '../../graph/use-live.ts';
import { usePoll } from '../../graph/use-poll.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Empty, Loading, ProblemNote } from '../../ui/states.tsx';
import { FlowSteps } from '../connect/flow-steps.tsx';
import { Published } from './published.tsx';
import { Publishing } from './publishing.tsx';
import { Review } from './review.tsx';

/** From the proposal to the published model of one connection. */
export default function MappingPage() {
  const { id = '' } = useParams();
  const run = useRun();
  const [result, refresh] = useGraph(ConnectionProposalDocument, { connectionId: id });
  const connection = result.state === 'ready' ? result.data.connection : null;
  const proposal = connection?.mappingProposal ?? null;
  const missing = connection !== null && proposal === null;
  const live = useLive();
  const gaveUp = usePoll(live === 'unavailable' && (missing || proposal?.status === 'PUBLISHING'), async () => {
    if (proposal) await run(ProposalProgressDocument, { id: proposal.id });
    else await run(ConnectionProposalDocument, { connectionId: id });
  });
  const done = proposal?.status === 'PUBLISHED';

  return (
    <Page
      title={connection ? `Mapping of ${connection.name}` : 'Mapping'}
      intro={
        proposal?.status === 'PROPOSED'
          ? 'What each table and column means to the business. Change what is wrong; the rest is taken as proposed.'
          : null
      }
      className="pb-28"
    >
      <FlowSteps at={done ? 3 : 2} />
      {result.state === 'loading' ? <Loading label="Loading the mapping" lines={6} /> : null}
      {result.state === 'failed' ? <ProblemNote problem={result.problem} onRetry={refresh} /> : null}
      {result.state === 'ready' && !connection ? (
        <Empty icon={Boxes} title="There is no such connection" actions={<ButtonLink to="/connections">All connections</ButtonLink>}>
          It may have been removed.
        </Empty>
      ) : null}
      {missing && !gaveUp ? (
        <p role="status" className="text-muted" data-state="waiting">
          The tables are being read and matched. The proposal appears here by itself.
        </p>
      ) : null}
      {gaveUp ? (
        <ProblemNote
          problem={{
            code: 'STILL_WORKING',
            message: 'This takes unusually long.',
            todo: 'It goes on by itself; look again later.',
            retry: true,
          }}
          onRetry={refresh}
        />
      ) : null}
      {proposal?.status === 'PUBLISHING' ? <Publishing /> : null}
      {done && proposal ? <Published proposal={proposal} /> : null}
      {proposal?.status === 'FAILED' && proposal.problem ? <ProblemNote problem={{ ...proposal.problem, retry: false }} /> : null}
      {proposal ? (
        <Review
          key={proposal.id}
          proposal={proposal}
          skipped={connection?.objects.nodes.filter((each) => each.status === 'SKIPPED') ?? []}
          onAccepted={refresh}
        />
      ) : null}
    </Page>
  );
}
