import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentCheck } from '../../subgraphs/kernel/permissions/check-document.ts';
import type { GatewayContext } from '../context.ts';
import { refusalOf } from './refusal.ts';

/** The first fence: a document that asks for anything the viewer's role does not allow is refused before it is planned. */
export function permissionPlugin(check: DocumentCheck): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, contextValue }) {
          const refusal = check(document, contextValue.viewer);
          if (refusal !== null) throw refusalOf(refusal);
        },
      };
    },
  };
}
