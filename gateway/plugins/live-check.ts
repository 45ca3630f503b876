import { OperationTypeNode } from 'graphql';
import { flagErrors } from '../../subgraphs/kernel/flags/flags.errors.ts';
import type { Flags } from '../../subgraphs/kernel/flags/flags.ts';
import type { OperationCheck } from './operation-checks.ts';

/** Refuses subscriptions in tenants that have them switched off; also asked for every event, so that those under way end with the next one. */
export function liveCheck(flags: Pick<Flags, 'isOn'>): OperationCheck {
  return ({ operation, context: { viewer } }) =>
    operation.operation === OperationTypeNode.SUBSCRIPTION && viewer.kind === 'user' && !flags.isOn(viewer.tenantId, 'live-updates')
      ? flagErrors.FEATURE_OFF({ feature: 'live-updates' })
      : null;
}
