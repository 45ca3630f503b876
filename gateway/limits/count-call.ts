import type { OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { Counting, GatewayLimits } from './gateway-limits.ts';
import type { CountedCall, Ticket } from './ticket.ts';

type MaybeCounted = CountedCall | null | Promise<CountedCall | null>;

/** Counts an operation that carries a ticket, once, and notes it there. @param cost as it was estimated; null: not known @returns null: nothing counts it */
export function countOperation(
  limits: GatewayLimits | null,
  context: GatewayContext,
  operation: OperationDefinitionNode,
  cost: number | null,
): MaybeCounted {
  const { ticket } = context;
  return limits === null || ticket === undefined ? null : noted(limits.operation(context, operation, cost), ticket);
}

/** Counts a request of which nobody knows what it asks, because it is wrong in itself. */
export function countRefused(limits: GatewayLimits | null, context: GatewayContext): MaybeCounted {
  const { ticket } = context;
  return limits === null || ticket === undefined ? null : noted(limits.route(context, 'READ'), ticket);
}

/** Notes on a ticket what was counted. */
export function noted(counting: Counting | null, ticket: Ticket): MaybeCounted {
  if (counting === null) return null;
  const { kind, drawn } = counting;
  const note = (known: Awaited<typeof drawn>): CountedCall => (ticket.counted = { kind, drawn: known });
  return drawn instanceof Promise ? drawn.then(note) : note(drawn);
}
