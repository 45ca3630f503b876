import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import { DomainError } from '../../subgraphs/kernel/errors/domain-error.ts';
import type { Admission } from '../door/admission.ts';
import { callerOf } from '../door/client-address.ts';
import { readJson } from '../http/body.ts';
import { httpErrors } from '../http/http.errors.ts';
import type { Route } from '../http/routes.ts';
import { noted } from '../limits/count-call.ts';
import type { GatewayLimits } from '../limits/gateway-limits.ts';
import { rateRefusal } from '../limits/limits.errors.ts';
import { newTicket } from '../limits/ticket.ts';
import type { RunOperation } from '../socket/run-operation.ts';

export interface McpRouteOptions {
  admission: Admission;
  run: RunOperation;
  proxies: number;
  limits: GatewayLimits | null;
}

const UNKNOWN = 401;

/**
 * The graph for programs that speak the Model Context Protocol, at /mcp: with an API key (or a session), its scopes, and the limits and costs of the door.
 */
export function mcpRoute({ admission, run, proxies, limits }: McpRouteOptions): Route {
  return {
    method: 'ANY',
    path: '/mcp',
    async handle(request, response) {
      const { method = 'GET' } = request;
      if (method !== 'POST') {
        response.setHeader('allow', 'POST');
        throw httpErrors.METHOD_NOT_ALLOWED({ method });
      }
      const caller = callerOf(request, proxies);
      const { context } = await admission(caller)
        .then((admitted) => {
          if (admitted.context.viewer.kind === 'anonymous') throw commonErrors.UNAUTHENTICATED({});
          return admitted;
        })
        .catch(async (error: unknown) => {
          // Whoever guesses keys is counted for their address.
          const guessing = error instanceof DomainError && error.extensions.status === UNKNOWN;
          const call = await noted(limits?.failure({ clientAddress: caller.address }, guessing ? 'WRITE' : 'READ') ?? null, newTicket());
          throw (call === null ? null : rateRefusal(call)) ?? error;
        });
      const call = await noted(limits?.route(context, 'READ') ?? null, newTicket());
      const refusal = call === null ? null : rateRefusal(call);
      if (refusal !== null) throw refusal;
      const body = await readJson(request);
      // Loaded when it is first needed: most installations never do.
      const { serveMcp } = await import('./serve-mcp.ts');
      await serveMcp(request, response, body, {
        policies: context.grants.policies,
        run: ({ query, variables, idempotencyKey }) =>
          run(
            {
              query,
              variables: { ...variables },
              operationName: null,
              extensions: idempotencyKey === null ? null : { idempotencyKey },
              documentId: null,
            },
            { ...context, ticket: newTicket() },
          ),
      });
    },
  };
}
