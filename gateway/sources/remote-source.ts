import { request as httpRequest } from 'undici';
import { z } from 'zod';
import { assertOutsideUnitOfWork } from '../../subgraphs/kernel/database/unit-guard.ts';
import { commonErrors } from '../../subgraphs/kernel/errors/common.errors.ts';
import { eventStreamSchema } from '../../subgraphs/kernel/events/event-stream.ts';
import { STREAM_PATH } from '../../subgraphs/kernel/federation/serve-subgraph.ts';
import { currentTraceParent, inSpan } from '../../subgraphs/kernel/telemetry/span.ts';
import type { Metrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { VIEWER_HEADER, signViewer } from '../../subgraphs/kernel/viewer/signed-viewer.ts';
import { contextOf, phaseOf, type Source } from './source.ts';

const TIMEOUT_MS = 10_000;

const replySchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.looseObject({ message: z.string() })).optional(),
  /** What a subscription follows, when that was asked. */
  stream: eventStreamSchema.optional(),
});

/** A subgraph over HTTP: the viewer goes along signed; a subgraph that is away gives UNAVAILABLE for its fields only. */
export function remoteSource(name: string, url: string, secret: Uint8Array, metrics: Metrics): Source {
  return {
    name,
    async process(options) {
      const { request } = options;
      const phase = phaseOf(options);
      assertOutsideUnitOfWork('a graph call');
      const end = metrics.subgraphSeconds.startTimer({ subgraph: name });
      try {
        const reply = await inSpan(`subgraph ${name}`, { kind: 'CLIENT', attributes: { 'autonomos.subgraph': name } }, async () => {
          const traceparent = currentTraceParent();
          const { body } = await httpRequest(phase?.kind === 'OPEN' ? new URL(STREAM_PATH, url) : url, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              [VIEWER_HEADER]: signViewer(contextOf(options), secret),
              ...(traceparent === null ? {} : { traceparent }),
            },
            body: JSON.stringify({
              query: request.query,
              variables: request.variables,
              operationName: request.operationName,
              event: phase?.kind === 'EVENT' ? phase.event : undefined,
            }),
            headersTimeout: TIMEOUT_MS,
            bodyTimeout: TIMEOUT_MS,
          });
          return replySchema.parse(await body.json());
        });
        if (phase?.kind === 'OPEN' && reply.stream !== undefined) phase.opened({ kind: 'LOG', stream: reply.stream });
        end({ outcome: reply.errors === undefined ? 'ok' : 'error' });
        return { data: reply.data ?? null, ...(reply.errors === undefined ? {} : { errors: reply.errors }) };
      } catch (cause) {
        end({ outcome: 'unreachable' });
        throw commonErrors.UNAVAILABLE({ what: `The ${name} service` }, { cause });
      }
    },
  };
}
