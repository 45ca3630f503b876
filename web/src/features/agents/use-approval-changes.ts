import { ApprovalChangedDocument } from '../../gql/graphql.ts';
import { useFollow } from '../../graph/use-follow.ts';
import { useLive } from '../../graph/use-live.ts';
import { usePoll } from '../../graph/use-poll.ts';

/** Keeps approvals on screen as they are asked, escalated and decided, by whomever: what is on screen is asked for again. */
export function useApprovalChanges(refresh: () => void): void {
  useFollow(ApprovalChangedDocument, { after: null }, { onEvent: () => undefined, onGap: refresh });
  usePoll(useLive() === 'unavailable', refresh);
}
