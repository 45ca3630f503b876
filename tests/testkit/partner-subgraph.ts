import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { compose } from '../../schema/print/compose.ts';

const requestSchema = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish() });

/** A subgraph that somebody else wrote: plain HTTP and graphql-ws, nothing of ours in it. */
export interface PartnerSubgraph extends AsyncDisposable {
  name: string;
  sdl: string;
  url: string;
  /** Headers of the requests it was sent, the newest last. */
  heard: IncomingHttpHeaders[];
  /** Cuts off whoever follows something. */
  cut(): void;
}

export interface PartnerOptions {
  /** How long it thinks about each request, in milliseconds. */
  thinksMs?: number;
}

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires", "@authenticated", "@requiresScopes", "@policy", "@tag", "@inaccessible"])\n';

/** Serves a subgraph on a port of its own. @param resolvers by type and field, `__resolveReference` among them */
export async function servePartner(
  name: string,
  definitions: string,
  resolvers: Readonly<Record<string, unknown>>,
  { thinksMs = 0 }: PartnerOptions = {},
): Promise<PartnerSubgraph> {
  const sdl = LINK + definitions;
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]);
  const heard: IncomingHttpHeaders[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { query, variables } = requestSchema.parse(await json(request));
    if (thinksMs > 0) await sleep(thinksMs);
    const result = await graphql({ schema, source: query, variableValues: variables ?? {} });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  };
  const server = createServer((request, response) => {
    heard.push(request.headers);
    void answer(request, response);
  });
  const sockets = new WebSocketServer({ server, path: '/graphql' });
  useServer({ schema }, sockets);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    name,
    sdl,
    url: `http://127.0.0.1:${port}/graphql`,
    heard,
    cut() {
      for (const socket of sockets.clients) socket.terminate();
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => void server.close(resolve));
    },
  };
}

/** The supergraph of these subgraphs. */
export function supergraphOf(...subgraphs: readonly Pick<PartnerSubgraph, 'name' | 'sdl' | 'url'>[]): string {
  return compose(subgraphs).supergraphSdl;
}
