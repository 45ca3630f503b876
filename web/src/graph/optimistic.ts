import { gql } from 'urql';
import type { Cache, OptimisticMutationConfig, UpdateResolver, Variables } from '@urql/exchange-graphcache';
import type {
  ChangeMemberRoleMutationVariables,
  DecideApprovalMutationVariables,
  MarkNotificationsReadMutationVariables,
} from '../gql/graphql.ts';

const READ = gql`
  fragment ReadNotification on Notification {
    id
    readAt
  }
`;
const UNREAD = gql`
  query Unread {
    unreadNotifications
  }
`;

/** How an approval stands after each decision. */
const DECIDED = { APPROVE: 'APPROVED', EDIT: 'APPROVED', RESPOND: 'RESPONDED', REJECT: 'REJECTED' } as const;

/** Which notifications; null: all. */
function idsOf(args: Variables): readonly string[] | null {
  const { ids } = args as unknown as MarkNotificationsReadMutationVariables;
  return ids == null ? null : [ids].flat().map(String);
}

/**
 * What is on screen at once, before the server has answered: decisions, roles, what has been read. When the server refuses, or cannot be reached,
 * the cache takes it back by itself; whoever sent it says so.
 */
export const optimistic: OptimisticMutationConfig = {
  decideApproval: (args) => {
    const { id, decision, comment = null } = args as unknown as DecideApprovalMutationVariables;
    const status = DECIDED[decision];
    return { __typename: 'ApprovalDecided', approval: { __typename: 'Approval', id, status, comment } };
  },
  changeMemberRole: (args) => {
    const { userId: id, role } = args as unknown as ChangeMemberRoleMutationVariables;
    return { __typename: 'User', id, role };
  },
  markNotificationsRead: (args) => idsOf(args)?.length ?? 0,
};

/** The ids of all notifications that are listed somewhere. */
function listed(cache: Cache): string[] {
  return cache.inspectFields('Query').flatMap(({ fieldName, fieldKey }) => {
    const list = fieldName === 'notifications' ? cache.resolve('Query', fieldKey) : null;
    const nodes = typeof list === 'string' ? cache.resolve(list, 'nodes') : null;
    const ids = Array.isArray(nodes) ? nodes.map((node) => (typeof node === 'string' ? cache.resolve(node, 'id') : null)) : [];
    return ids.filter((id) => typeof id === 'string');
  });
}

/** Notifications that have been read are read in every list and counted no more; the reply says how many they were, not which. */
export const markRead: UpdateResolver = (_result, args, cache) => {
  const ids = idsOf(args);
  const readAt = new Date().toISOString();
  for (const id of new Set(listed(cache)))
    if (ids === null || ids.includes(id)) cache.writeFragment(READ, { __typename: 'Notification', id, readAt });
  cache.updateQuery({ query: UNREAD }, (now: { unreadNotifications: number } | null) =>
    now ? { unreadNotifications: ids === null ? 0 : Math.max(0, now.unreadNotifications - ids.length) } : now,
  );
};
