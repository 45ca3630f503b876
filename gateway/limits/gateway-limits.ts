import { Kind, OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { Drawn } from '../../subgraphs/kernel/limits/bucket.ts';
import type { RateLimiter } from '../../subgraphs/kernel/limits/rate-limiter.ts';
import { drawsOf, type Counted, type RateKind } from '../../subgraphs/kernel/limits/rates.ts';
import type { UsageMeter } from '../../subgraphs/kernel/limits/usage-meter.ts';
import type { GatewayContext } from '../context.ts';

/** Estimated cost that one token buys; nearly everything our own client asks costs less. */
export const COST_PER_TOKEN = 5_000;

export interface LimitsOptions {
  limiter: RateLimiter;
  /** What tenants use is counted here; null: nobody is known. */
  usage: UsageMeter | null;
  /** Whether anybody is refused for coming too often. */
  enforced: boolean;
  /** Fields of Subscription with which people watch how the server does: they are not counted. */
  monitoring: ReadonlySet<string>;
}

/** What the door counts, and against what. */
export interface GatewayLimits {
  /** Takes what an operation costs, once per operation. @param cost as it was estimated; null: not known @returns null when nothing counts it */
  operation(context: GatewayContext, operation: OperationDefinitionNode, cost: number | null): Counting | null;
  /** Takes one for a request that was refused before it was known what it asks. */
  failure(context: Pick<GatewayContext, 'clientAddress'>, kind: RateKind): Counting | null;
  /** Takes one for a request at another address than the graph's. */
  route(context: GatewayContext, kind: RateKind): Counting | null;
  /** Why the tenant may ask nothing more; null while it may, and one more is noted then. */
  admit(context: GatewayContext): DomainError | null;
}

export interface Counting {
  kind: RateKind;
  drawn: Drawn | Promise<Drawn>;
}

/** Counts against the limits of the product. */
export function createGatewayLimits({ limiter, usage, enforced, monitoring }: LimitsOptions): GatewayLimits {
  const take = (who: Counted, kind: RateKind, cost: number): Counting | null =>
    enforced ? { kind, drawn: limiter.take(drawsOf(who, kind, cost)) } : null;
  const taken = (context: GatewayContext, kind: RateKind, cost: number): Counting | null => {
    const { viewer, localOwner, clientAddress: address } = context;
    // Whoever holds the owner key is the machine itself, at its command line: nobody locks it out.
    if (localOwner) return null;
    return take({ user: viewer.kind === 'user' ? viewer : null, address }, kind, cost);
  };
  return {
    operation(context, operation, cost) {
      if (isMonitoring(operation, monitoring)) return null;
      const kind = operation.operation === OperationTypeNode.MUTATION ? 'WRITE' : 'READ';
      return taken(context, kind, tokensFor(cost ?? 0));
    },
    failure: ({ clientAddress: address }, kind) => take({ user: null, address }, kind, 1),
    route: (context, kind) => taken(context, kind, 1),
    admit({ viewer }) {
      if (usage === null || viewer.kind === 'anonymous') return null;
      const error = usage.excess(viewer.tenantId, 'REQUESTS');
      if (error === null) usage.count(viewer.tenantId, 'REQUESTS', 1);
      return error;
    },
  };
}

/** Tokens that an operation takes. @param cost as it was estimated */
export function tokensFor(cost: number): number {
  return Math.max(1, Math.ceil(cost / COST_PER_TOKEN));
}

function isMonitoring({ operation, selectionSet }: OperationDefinitionNode, monitoring: ReadonlySet<string>): boolean {
  if (operation !== OperationTypeNode.SUBSCRIPTION) return false;
  return selectionSet.selections.every((selection) => selection.kind === Kind.FIELD && monitoring.has(selection.name.value));
}
