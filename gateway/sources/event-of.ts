import { OperationTypeNode } from 'graphql';
import type { DomainEvent } from '../../subgraphs/kernel/outbox/consumer.ts';
import type { GatewayContext } from '../context.ts';
import type { SubgraphOperation } from './source.ts';

/** The event that a subscription's field is executed for; null for everything else, also for what other subgraphs add to an event. */
export function eventOf({ kind }: SubgraphOperation, { subscription }: GatewayContext): DomainEvent | null {
  return kind === OperationTypeNode.SUBSCRIPTION && subscription?.kind === 'EVENT' ? subscription.event : null;
}
