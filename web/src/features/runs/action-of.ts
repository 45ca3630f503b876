import type { RunFieldsFragment } from '../../gql/graphql.ts';
import type { Step } from './run-state.ts';

/** What a person can do so that a step goes on; null when it does by itself. A mapping that is proposed can be accepted before anybody asks. */
export function actionOf(run: RunFieldsFragment, step: Step): { to: string; label: string } | null {
  const { connection, approval } = run;
  const mapping = step.key === 'MAP' && step.status === 'RUNNING';
  if (step.status !== 'WAITING' && !mapping) return null;
  if (connection?.mappingProposal?.status === 'PROPOSED')
    return { to: `/connections/${connection.id}/mapping`, label: 'Review the mapping' };
  return approval?.status === 'PENDING' ? { to: '/agents', label: 'Decide' } : null;
}
