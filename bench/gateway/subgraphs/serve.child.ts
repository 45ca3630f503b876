import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { SUBGRAPHS } from './all.ts';
import { executorOf, type SubgraphRequest } from './execute.ts';

/** Replies that one process keeps; queries of a benchmark are few. */
const MOST_KEPT = 5_000;
/** Longer than any gateway waits for its turn: none of them meets a connection that is just being closed. */
const KEEP_ALIVE_MS = 15 * 60_000;

/** `serve.child.ts <subgraph> <port>`: answers POST at any path. */
const [name, port] = process.argv.slice(2);
const subgraph = SUBGRAPHS.find((candidate) => candidate.name === name);
if (subgraph === undefined) throw new Error(`no subgraph ${name}`);
const execute = executorOf(subgraph);
/*
 * The same question has the same answer here, so it is worked out once: what is measured is the gateway, and the subgraphs,
 * which share its machine, should not be what it waits for.
 */
const kept = new Map<string, Buffer>();
let asked = 0;

createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => void answer(request, response)).listen(Number(port), '127.0.0.1');

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') {
    response.end(JSON.stringify({ asked }));
    return;
  }
  asked += 1;
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => void reply(Buffer.concat(chunks).toString('utf8'), response));
}

async function reply(text: string, response: ServerResponse): Promise<void> {
  const known = kept.get(text);
  if (known !== undefined) return send(response, 200, known);
  try {
    const request = JSON.parse(text) as SubgraphRequest;
    const body = Buffer.from(JSON.stringify(await execute(request)));
    if (kept.size < MOST_KEPT && !/^\s*mutation\b/.test(request.query)) kept.set(text, body);
    send(response, 200, body);
  } catch (error) {
    send(response, 400, Buffer.from(JSON.stringify({ errors: [{ message: String(error) }] })));
  }
}

function send(response: ServerResponse, status: number, body: Buffer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length });
  response.end(body);
}
