import type { Viewer } from '../subgraphs/kernel/viewer/viewer.ts';

/** What travels with a request through the gateway. */
export interface GatewayContext {
  viewer: Viewer;
  requestId: string;
  /** The caller holds the owner key of this embedded server. */
  localOwner: boolean;
}
