import type { ApolloServerPlugin } from '@apollo/server';
import type { Journal, JournalEntry } from '../../subgraphs/kernel/journal/journal.ts';
import type { Logger } from '../../subgraphs/kernel/telemetry/logger.ts';
import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { nameSpan } from '../../subgraphs/kernel/telemetry/span.ts';
import type { GatewayContext } from '../context.ts';
import { cappedErrors } from '../door/mask-error.ts';

/** Measures every operation, journals the changes people make, and keeps replies to three errors. */
export function observationPlugin(deps: {
  metrics: Metrics;
  journal: Journal;
  logger: Logger;
  clock: () => Date;
}): ApolloServerPlugin<GatewayContext> {
  return {
    async requestDidStart() {
      const started = performance.now();
      return {
        async didResolveOperation({ operation, operationName }) {
          nameSpan(`${operation?.operation ?? 'query'} ${operationName ?? 'anonymous'}`);
        },
        async willSendResponse({ response, operation, operationName, contextValue }) {
          if (response.body.kind !== 'single') return;
          const { errors } = response.body.singleResult;
          if (errors !== undefined) response.body.singleResult.errors = cappedErrors(errors);
          const durationMs = performance.now() - started;
          const kind: JournalEntry['kind'] = operation?.operation ?? 'query';
          const code = errors?.[0]?.extensions?.['code'];
          const outcome = errors === undefined ? 'ok' : typeof code === 'string' ? code : 'INTERNAL';
          deps.metrics.operationSeconds.observe({ kind, outcome: errors === undefined ? 'ok' : 'error' }, durationMs / 1_000);
          const { viewer, requestId, subscription } = contextValue;
          // A subscription is one line when it is opened; its events would be thousands.
          const level = subscription?.kind === 'EVENT' ? 'debug' : 'info';
          deps.logger[level]({ requestId, operation: operationName, kind, outcome, durationMs }, 'operation');
          if (kind !== 'mutation' || viewer.kind === 'anonymous') return;
          deps.journal.record({
            tenantId: viewer.tenantId,
            userId: viewer.userId,
            requestId,
            operation: operationName ?? 'anonymous',
            kind,
            outcome,
            durationMs,
            at: deps.clock(),
          });
        },
      };
    },
  };
}
