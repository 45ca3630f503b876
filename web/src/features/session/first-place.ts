import { FirstLookDocument, SwitchWorkspaceDocument } from '../../gql/graphql.ts';
import { askAs } from '../../graph/ask-as.ts';
import type { OpenedSession } from '../../graph/session-store.ts';

/**
 * The session to begin with: somebody whose own workspace is still empty begins in the demo company, where there is one, and sees
 * the product at work. Whatever goes wrong on the way there, they begin in their own.
 */
export async function firstPlace(own: OpenedSession): Promise<OpenedSession> {
  const look = await askAs(own.token, FirstLookDocument, {});
  const demo = look?.workspaces.find((each) => each.demo);
  if (!look || !demo || look.connections.totalCount > 0) return own;
  const entered = await askAs(own.token, SwitchWorkspaceDocument, { tenantId: demo.id });
  return entered?.switchWorkspace.__typename === 'Session' ? entered.switchWorkspace : own;
}
