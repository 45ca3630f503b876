import { OneApprovalDocument } from '../../gql/graphql.ts';
import { useGraph } from '../../graph/use-graph.ts';
import { Panel } from '../../ui/page.tsx';
import { Loading } from '../../ui/states.tsx';
import { ApprovalCard } from '../agents/approval-card.tsx';

/** What a run waits for, to be decided where one looks at it. */
export function PendingApproval({ id }: { id: string }) {
  const [result, refresh] = useGraph(OneApprovalDocument, { id });
  if (result.state === 'loading') return <Loading label="Loading what it waits for" lines={2} />;
  const approval = result.state === 'ready' ? result.data.approval : null;
  if (!approval) return null;
  return (
    <Panel label="What it waits for" className="!border-medium">
      <ApprovalCard approval={approval} ofRun onDecided={refresh} />
    </Panel>
  );
}
