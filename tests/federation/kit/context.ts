import type { GatewayContext } from '../../../gateway/context.ts';
import { ANONYMOUS } from '../../../subgraphs/kernel/viewer/viewer.ts';

/** The context of one request of nobody in particular. */
export function testContext(subscription: GatewayContext['subscription'] = null): GatewayContext {
  const grants = { key: 'nobody', role: 'PUBLIC', authenticated: false, scopes: new Set<string>(), policies: new Set<string>() };
  return {
    viewer: ANONYMOUS,
    requestId: 'test',
    localOwner: false,
    clientAddress: null,
    clientAgent: null,
    subscription,
    grants,
    forwarded: {},
  };
}
