import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { GatewayContext } from '../context.ts';
import { cappedErrors } from '../door/mask-error.ts';
import { countOperation, countRefused } from '../limits/count-call.ts';
import type { GatewayLimits } from '../limits/gateway-limits.ts';
import { rateRefusal } from '../limits/limits.errors.ts';
import type { CountedCall } from '../limits/ticket.ts';
import { toldLimit } from '../limits/told-limits.ts';
import { shown } from '../socket/shown-error.ts';
import type { CheckedOperation, OperationCheck } from './operation-checks.ts';
import { refusedInput } from './refused-input.ts';
import { refusalOf } from './refusal.ts';

/** An operation that is over, with what it came to. */
export interface FinishedOperation {
  name: string | null;
  kind: 'query' | 'mutation' | 'subscription';
  /** SHA-256 of the document's text; null when there was none. */
  hash: string | null;
  /** Of the first error; null: there was none. */
  code: string | null;
  /** Code of the first problem with a mutation's input; null: there was none, or its caller did not ask for it. */
  refusal: string | null;
  /** As they were sent. */
  variables: Readonly<Record<string, unknown>>;
  durationMs: number;
  /** What it was estimated to cost; null when that was not asked. */
  cost: CheckedOperation['cost'];
  context: GatewayContext;
}

/** Is told of every operation; quick, because it is on every request's way. */
export interface OperationObserver {
  /** An operation begins. @returns told when it is over */
  begin: () => (operation: FinishedOperation) => void;
  /** It is known what is asked. */
  resolved: (kind: string, name: string | null) => void;
}

const NO_VARIABLES = Object.freeze({});
const DONE = Promise.resolve();

type Responding = Parameters<NonNullable<GraphQLRequestListener<GatewayContext>['willSendResponse']>>[0];

/**
 * Everything the door does with an operation, in one plugin, because each costs every request: the checks in their order, of which the first
 * refusal is the reply; what it cost, where that is to be told; no more errors than a reply carries; and the observer.
 */
export function operationPlugin(
  checks: readonly OperationCheck[],
  observer: OperationObserver,
  limits: GatewayLimits | null = null,
): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart({ contextValue }) {
      return new Listener(checks, observer, limits, contextValue);
    },
  };
}

class Listener implements GraphQLRequestListener<GatewayContext> {
  private readonly checks: readonly OperationCheck[];
  private readonly observer: OperationObserver;
  private readonly limits: GatewayLimits | null;
  private readonly context: GatewayContext;
  private readonly started = performance.now();
  private readonly over: (operation: FinishedOperation) => void;
  private checked: CheckedOperation | null = null;

  constructor(checks: readonly OperationCheck[], observer: OperationObserver, limits: GatewayLimits | null, context: GatewayContext) {
    this.checks = checks;
    this.observer = observer;
    this.limits = limits;
    this.context = context;
    this.over = observer.begin();
  }

  didResolveOperation(request: Parameters<NonNullable<GraphQLRequestListener<GatewayContext>['didResolveOperation']>>[0]): Promise<void> {
    const { document, operation, operationName, schema } = request;
    if (operation === undefined) return DONE;
    this.observer.resolved(operation.operation, operationName);
    const variables = request.request.variables ?? NO_VARIABLES;
    const checked: CheckedOperation = { document, operation, operationName, variables, schema, context: this.context, cost: null };
    this.checked = checked;
    const refusal = this.refusalOf(checked);
    const counting = countOperation(this.limits, this.context, operation, refusal === null ? (checked.cost?.estimated ?? null) : null);
    if (counting instanceof Promise) return counting.then((counted) => this.goOn(counted, refusal));
    this.goOn(counting, refusal);
    return DONE;
  }

  willSendResponse(request: Responding): Promise<void> {
    const counting = this.checked === null ? countRefused(this.limits, this.context) : null;
    if (counting instanceof Promise) return counting.then((counted) => this.tell(request, counted));
    this.tell(request, counting);
    return DONE;
  }

  private refusalOf(checked: CheckedOperation): DomainError | null {
    for (const check of this.checks) {
      const refusal = check(checked);
      if (refusal !== null) return refusal;
    }
    return null;
  }

  /** @throws why the operation is not carried out */
  private goOn(counted: CountedCall | null, refusal: DomainError | null): void {
    const limited = counted === null ? null : rateRefusal(counted);
    const why = limited ?? refusal ?? (this.context.ticket === undefined ? null : (this.limits?.admit(this.context) ?? null));
    if (why !== null) throw refusalOf(why);
  }

  /** @param refused how a request was counted of which nobody knows what it asks; null: it is known, or nothing counts it */
  private tell({ response, operation, operationName, queryHash }: Responding, refused: CountedCall | null): void {
    const limited = refused === null ? null : rateRefusal(refused);
    if (limited !== null) {
      response.http.status = limited.extensions.status;
      response.body = { kind: 'single', singleResult: { errors: [shown(limited).toJSON()] } };
    }
    const cost = this.checked?.cost ?? null;
    const result = response.body.kind === 'single' ? response.body.singleResult : response.body.initialResult;
    const { errors } = result;
    if (errors !== undefined) result.errors = cappedErrors(errors);
    if (cost?.told === true) result.extensions = { ...result.extensions, cost: { estimated: cost.estimated, maximum: cost.maximum } };
    const limit = this.context.ticket?.counted ?? null;
    const told = limit === null ? null : toldLimit(limit);
    if (told !== null) result.extensions = { ...result.extensions, rateLimit: told };
    const code = errors?.[0]?.extensions?.['code'];
    this.over({
      name: operationName ?? null,
      kind: operation?.operation ?? 'query',
      hash: queryHash ?? null,
      code: errors === undefined ? null : typeof code === 'string' ? code : 'INTERNAL',
      refusal: operation?.operation === OperationTypeNode.MUTATION ? refusedInput(result.data) : null,
      variables: this.checked?.variables ?? NO_VARIABLES,
      durationMs: performance.now() - this.started,
      cost,
      context: this.context,
    });
  }
}
