import { signSession } from '../../subgraphs/kernel/viewer/session-token.ts';
import { viewerHeaders } from '../../subgraphs/kernel/viewer/signed-viewer.ts';
import type { Viewer } from '../../subgraphs/kernel/viewer/viewer.ts';
import type { TestSystem } from '../testkit/test-system.ts';

/** Somebody who asks, by the headers that say who. */
export interface Asker {
  name: string;
  /** At the public door. */
  gateway: Readonly<Record<string, string>>;
  /** At a subgraph; made for each request, because a gateway's signature is short-lived. */
  subgraph: () => Readonly<Record<string, string>>;
}

/** Somebody who says nothing of who they are. */
export const NOBODY: Asker = { name: 'nobody', gateway: {}, subgraph: () => ({}) };

/** A viewer as the product itself lets them be known: by a session at the public door, by the gateway's signature at a subgraph. */
export async function asViewer(viewer: Viewer, { system: { secrets, clock } }: TestSystem): Promise<Asker> {
  if (viewer.kind === 'anonymous') return NOBODY;
  const { token } = await signSession(viewer, secrets.session, clock());
  return {
    name: `${viewer.role} of ${viewer.tenantId}`,
    gateway: { authorization: `Bearer ${token}` },
    subgraph: () =>
      viewerHeaders({ viewer, requestId: 'isolation', clientAddress: null, clientAgent: null, localOwner: false }, secrets.viewer),
  };
}
