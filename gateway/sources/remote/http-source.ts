import { GraphQLError } from 'graphql';
import { Pool } from 'undici';
import { assertOutsideUnitOfWork } from '../../../subgraphs/kernel/database/unit-guard.ts';
import { commonErrors } from '../../../subgraphs/kernel/errors/common.errors.ts';
import { eventStreamSchema } from '../../../subgraphs/kernel/events/event-stream.ts';
import { STREAM_PATH } from '../../../subgraphs/kernel/federation/serve-subgraph.ts';
import type { Metrics } from '../../../subgraphs/kernel/telemetry/metrics.ts';
import { currentTraceParent, inSpan } from '../../../subgraphs/kernel/telemetry/span.ts';
import { VIEWER_HEADER, signViewer } from '../../../subgraphs/kernel/viewer/signed-viewer.ts';
import type { GatewayContext } from '../../context.ts';
import { eventOf } from '../event-of.ts';
import type { SubgraphOperation, SubgraphSource } from '../subgraph-source.ts';
import { readAnswer, type Answer } from './read-answer.ts';

const DEFAULT_TIMEOUT_MS = 10_000;

/** A subgraph behind HTTP. */
export interface RemoteSubgraph {
  name: string;
  url: string;
  /** Signs the viewer for subgraphs of ours; null: somebody else's, which gets the forwarded headers instead. */
  viewerSecret: Uint8Array | null;
  /** Sent with every fetch. */
  headers?: Readonly<Record<string, string>>;
  /** For the whole answer. */
  timeoutMs?: number;
}

/** A subgraph over HTTP: while it is away its fields are UNAVAILABLE, and nobody else's. */
export function httpSource(subgraph: RemoteSubgraph, metrics: Metrics): SubgraphSource {
  const { name } = subgraph;
  const url = new URL(subgraph.url);
  const pool = new Pool(url.origin, { connections: 64, pipelining: 1 });
  const timeout = subgraph.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const ask = (path: string, body: object, context: GatewayContext): Promise<Answer> =>
    inSpan(`subgraph ${name}`, { kind: 'CLIENT', attributes: { 'autonomos.subgraph': name } }, async () => {
      assertOutsideUnitOfWork('a graph call');
      const end = metrics.subgraphSeconds.startTimer({ subgraph: name });
      try {
        const reply = await pool.request({
          path,
          method: 'POST',
          headers: await headersOf(subgraph, context),
          body: JSON.stringify(body),
          headersTimeout: timeout,
          bodyTimeout: timeout,
        });
        const answer = readAnswer(await reply.body.text());
        if (answer === null) throw new Error(`answered ${reply.statusCode} with something that is no GraphQL answer`);
        end({ outcome: answer.errors.length === 0 ? 'ok' : 'error' });
        return answer;
      } catch (cause) {
        end({ outcome: 'unreachable' });
        throw commonErrors.UNAVAILABLE({ what: `The ${name} service` }, { cause });
      }
    });
  return {
    name,
    async fetch(operation, variables, context) {
      const event = eventOf(operation, context);
      return ask(`${url.pathname}${url.search}`, { ...bodyOf(operation, variables), ...(event === null ? {} : { event }) }, context);
    },
    async open(operation, variables, context) {
      const { stream, errors } = await ask(STREAM_PATH, bodyOf(operation, variables), context);
      const [error] = errors;
      if (error !== undefined)
        throw new GraphQLError(error.message, error.extensions === undefined ? {} : { extensions: error.extensions });
      return { kind: 'LOG', stream: eventStreamSchema.parse(stream) };
    },
    close: () => pool.close(),
  };
}

function bodyOf({ text, name }: SubgraphOperation, variables: Readonly<Record<string, unknown>>): object {
  return { query: text, variables, ...(name === null ? {} : { operationName: name }) };
}

async function headersOf(subgraph: RemoteSubgraph, context: GatewayContext): Promise<Record<string, string>> {
  const traceparent = currentTraceParent();
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    ...subgraph.headers,
    ...(subgraph.viewerSecret === null
      ? { ...context.forwarded, 'x-request-id': context.requestId }
      : { [VIEWER_HEADER]: await signViewer(context, subgraph.viewerSecret) }),
    ...(traceparent === null ? {} : { traceparent }),
  };
}
