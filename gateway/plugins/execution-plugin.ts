import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener } from '@apollo/server';
import type { GatewayContext } from '../context.ts';
import type { FederatedGateway } from '../federation/federated-gateway.ts';

const NO_HEAD = { headers: new HeaderMap() };

/**
 * Executes operations at the first chance that Apollo Server gives, which spares a third of what it costs otherwise. A result with errors goes
 * its long way nevertheless, so that errors are formatted in one place: the executor is asked for it then, and has it already.
 */
export function executionPlugin(federated: FederatedGateway): ApolloServerPlugin<GatewayContext> {
  const listener: GraphQLRequestListener<GatewayContext> = {
    async responseForOperation({ schema, document, request, contextValue: context }) {
      const result = await federated.execute({ schema, document, request, context });
      const { data = null, errors } = result;
      if (errors === undefined) return { http: NO_HEAD, body: { kind: 'single', singleResult: { data } } };
      federated.keepResult(context, result);
      return null;
    },
  };
  const listening = Promise.resolve(listener);
  return { requestDidStart: () => listening };
}
