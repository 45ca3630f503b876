import type { Plan } from '../../subgraphs/kernel/limits/plans.ts';
import type { GatewayContext } from '../context.ts';
import type { FairGate, GateTenant } from './fair-gate.ts';

/** Carries out an operation when its turn has come. @throws TENANT_BUSY */
export type InTurn = <T>(context: GatewayContext, work: () => Promise<T>) => Promise<T>;

const NOBODY: GateTenant = { id: '', weight: 1 };

/** Turns by tenant, those who are nobody being one. What subscriptions tell of is not kept waiting: it is bounded by who follows. */
export function inTurnThrough(gate: FairGate, planOf: (tenantId: string) => Plan): InTurn {
  return (context, work) => {
    const { viewer, subscription } = context;
    if (subscription?.kind === 'EVENT' || subscription?.kind === 'PAYLOAD') return work();
    return gate.run(viewer.kind === 'user' ? { id: viewer.tenantId, weight: planOf(viewer.tenantId).weight } : NOBODY, work);
  };
}
