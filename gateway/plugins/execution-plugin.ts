import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener, type GraphQLResponse } from '@apollo/server';
import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import type { GatewayContext } from '../context.ts';
import type { FederatedGateway } from '../federation/federated-gateway.ts';
import { incrementalForm, incrementalResponse } from './incremental-response.ts';

const NO_HEAD = { headers: new HeaderMap() };

/**
 * Executes operations at the first chance that Apollo Server gives, which spares a third of what it costs otherwise, and is the only one for a reply
 * in parts. A result with errors goes its long way nevertheless, so that errors are formatted in one place: the executor is asked for it then, and
 * has it already.
 * @param format what callers are shown of an error that comes with a part
 */
export function executionPlugin(
  federated: FederatedGateway,
  format: (error: GraphQLError) => GraphQLFormattedError,
): ApolloServerPlugin<GatewayContext> {
  const whole = (context: GatewayContext, result: GatewayExecutionResult): GraphQLResponse | null => {
    const { data = null, errors } = result;
    if (errors === undefined) return { http: NO_HEAD, body: { kind: 'single', singleResult: { data } } };
    federated.keepResult(context, result);
    return null;
  };
  const listener: GraphQLRequestListener<GatewayContext> = {
    async responseForOperation({ schema, document, request, contextValue: context }) {
      const asked = { schema, document, request, context };
      const form = incrementalForm(request.http?.headers.get('accept'), document, request.operationName ?? null);
      if (form === null) return whole(context, await federated.execute(asked));
      const reply = await federated.executeInParts(asked);
      return 'deliveries' in reply ? incrementalResponse(reply, form, format) : whole(context, reply);
    },
  };
  const listening = Promise.resolve(listener);
  return { requestDidStart: () => listening };
}
