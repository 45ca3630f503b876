import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { DocumentNode } from 'graphql';
import type { GatewayContext } from '../../gateway/context.ts';
import { createEngine } from '../../gateway/engine/engine.ts';
import { loadSupergraph } from '../../gateway/engine/supergraph.ts';
import { httpSource } from '../../gateway/sources/remote/http-source.ts';
import { ANONYMOUS } from '../../subgraphs/kernel/viewer/viewer.ts';
import { createMetrics } from '../../subgraphs/kernel/telemetry/metrics.ts';
import { parse } from './root-packages.ts';

/** `engine.child.ts <supergraph file> <configuration> <port>`: the engine behind Node's HTTP server, with no door at all: what the door costs is the rest. */
const [file = '', , port] = process.argv.slice(2);
const supergraph = loadSupergraph(readFileSync(file, 'utf8'));
const metrics = createMetrics({ processMetrics: true });
const sources = new Map([...supergraph.subgraphs].map(([name, url]) => [name, httpSource({ name, url, viewerSecret: null }, metrics)]));
const engine = createEngine({ supergraph, sources });
const documents = new Map<string, DocumentNode>();
const context: GatewayContext = {
  viewer: ANONYMOUS,
  requestId: 'bench',
  localOwner: false,
  clientAddress: null,
  clientAgent: null,
  subscription: null,
  grants: { key: '', role: 'PUBLIC', authenticated: false, scopes: new Set(), policies: new Set() },
  forwarded: {},
};

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => void answer(Buffer.concat(chunks).toString('utf8'), response));
}).listen(Number(port), '127.0.0.1');

async function answer(body: string, response: ServerResponse): Promise<void> {
  const { query } = JSON.parse(body) as { query: string };
  const document = documents.get(query) ?? parse(query);
  documents.set(query, document);
  const { data } = await engine.respond({ document, operationName: null, variables: {}, context, permitted: null });
  const text = `{"data":${data?.text ?? 'null'}}`;
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}
