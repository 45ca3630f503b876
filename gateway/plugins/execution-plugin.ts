import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener, type GraphQLResponse } from '@apollo/server';
import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { GatewayContext } from '../context.ts';
import type { FederatedGateway } from '../federation/federated-gateway.ts';
import type { OncePerKey } from '../idempotency/once.ts';
import { secondsOf } from '../limits/limits.errors.ts';
import type { InTurn } from '../limits/in-turn.ts';
import { shown } from '../socket/shown-error.ts';
import { incrementalForm, incrementalResponse } from './incremental-response.ts';

const NO_HEAD = { headers: new HeaderMap() };
/** Tells that a reply is that of an earlier request with the same key. */
const REPLAYED: [name: string, value: string] = ['idempotency-replayed', 'true'];

/** When and how often operations are carried out. */
export interface ExecutionOrder {
  /** Has them wait for their turn; null: nobody waits. */
  inTurn: InTurn | null;
  /** Carries out those with a key once; null: keys are not looked at. */
  once: OncePerKey | null;
}

/**
 * Executes operations at the first chance that Apollo Server gives, which spares a third of what it costs otherwise, and is the only one for a reply
 * in parts. A result with errors goes its long way nevertheless, so that errors are formatted in one place: the executor is asked for it then, and
 * has it already.
 * @param format what callers are shown of an error that comes with a part
 */
export function executionPlugin(
  federated: FederatedGateway,
  format: (error: GraphQLError) => GraphQLFormattedError,
  { inTurn, once }: ExecutionOrder = { inTurn: null, once: null },
): ApolloServerPlugin<GatewayContext> {
  const whole = (context: GatewayContext, result: GatewayExecutionResult): GraphQLResponse | null => {
    const { data = null, errors } = result;
    if (errors === undefined) return { http: NO_HEAD, body: { kind: 'single', singleResult: { data } } };
    federated.keepResult(context, result);
    return null;
  };
  const queued = <T>(context: GatewayContext, work: () => Promise<T>): Promise<T> => (inTurn === null ? work() : inTurn(context, work));

  const listener: GraphQLRequestListener<GatewayContext> = {
    async responseForOperation({ schema, document, operation, source, request, response, contextValue: context }) {
      const asked = { schema, document, request, context };
      try {
        const keyed = once?.run({ operation, source, request, context }, () => queued(context, () => federated.execute(asked))) ?? null;
        if (keyed !== null) {
          const { result, replayed } = await keyed;
          if (replayed) response.http.headers.set(...REPLAYED);
          return whole(context, result);
        }
        const form = incrementalForm(request.http?.headers.get('accept'), document, request.operationName ?? null);
        if (form === null) return whole(context, await queued(context, () => federated.execute(asked)));
        const reply = await queued(context, () => federated.executeInParts(asked));
        return 'deliveries' in reply ? incrementalResponse(reply, form, format) : whole(context, reply);
      } catch (error) {
        if (error instanceof DomainError) return refused(error);
        throw error;
      }
    },
  };
  const listening = Promise.resolve(listener);
  return { requestDidStart: () => listening };
}

/** An operation that is valid and may be asked, and is not carried out nevertheless. */
function refused(error: DomainError): GraphQLResponse {
  const { status, retryAfterMs } = error.extensions;
  const headers = new HeaderMap(retryAfterMs === undefined ? [] : [['retry-after', `${secondsOf(retryAfterMs)}`]]);
  return { http: { status, headers }, body: { kind: 'single', singleResult: { errors: [shown(error).toJSON()] } } };
}
