import { PendingApprovalsDocument } from '../gql/graphql.ts';
import { useGraph } from '../graph/use-graph.ts';

/** Approvals that wait for a person; 0 while unknown. */
export function usePendingApprovals(): number {
  const [approvals] = useGraph(PendingApprovalsDocument, {}, { policy: 'cache-first' });
  return approvals.state === 'ready' ? approvals.data.approvals.totalCount : 0;
}
