import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A program that is told of notifications, over real HTTP. */
export interface Receiver extends AsyncDisposable {
  url: string;
  received: Received[];
  /** What it does with a request, the first being 1. */
  behave: (response: ServerResponse, count: number) => void;
}

export async function startReceiver(behave: Receiver['behave'] = (response) => void response.writeHead(204).end()): Promise<Receiver> {
  const received: Received[] = [];
  const receiver = { behave };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      received.push({ headers: request.headers, body });
      receiver.behave(response, received.length);
      return null;
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/very-secret-path`,
    received,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
