import { request as httpRequest } from 'undici';
import { z } from 'zod';
import { assertOutsideUnitOfWork } from '../../subgraphs/kernel/database/unit-guard.ts';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import { currentTraceParent, inSpan } from '../../subgraphs/kernel/telemetry/span.ts';
import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { VIEWER_HEADER, signViewer } from '../../subgraphs/kernel/viewer/signed-viewer.ts';
import { contextOf, type Source } from './source.ts';

const TIMEOUT_MS = 10_000;

const replySchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
});

/** A subgraph over HTTP: the viewer goes along signed; a subgraph that is away gives UNAVAILABLE for its fields only. */
export function remoteSource(name: string, url: string, secret: Uint8Array, metrics: Metrics): Source {
  return {
    name,
    async process(options) {
      const { request } = options;
      assertOutsideUnitOfWork('a graph call');
      const end = metrics.subgraphSeconds.startTimer({ subgraph: name });
      try {
        const reply = await inSpan(`subgraph ${name}`, { kind: 'CLIENT', attributes: { 'autonomos.subgraph': name } }, async () => {
          const traceparent = currentTraceParent();
          const { body } = await httpRequest(url, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              [VIEWER_HEADER]: await signViewer(contextOf(options), secret),
              ...(traceparent === null ? {} : { traceparent }),
            },
            body: JSON.stringify({ query: request.query, variables: request.variables, operationName: request.operationName }),
            headersTimeout: TIMEOUT_MS,
            bodyTimeout: TIMEOUT_MS,
          });
          return replySchema.parse(await body.json());
        });
        end({ outcome: reply.errors === undefined ? 'ok' : 'error' });
        return reply as never;
      } catch (cause) {
        end({ outcome: 'unreachable' });
        throw commonErrors.UNAVAILABLE({ what: `The ${name} service` }, { cause });
      }
    },
  };
}
