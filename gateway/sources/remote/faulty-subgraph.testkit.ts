import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What came in. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: { query: string; variables: Record<string, unknown>; operationName?: string };
}

/** How a request is answered, or not. */
export type Behaviour = (request: Received, response: ServerResponse, nth: number) => void;

/** A subgraph that does what a test wants, over real connections. */
export class FaultySubgraph implements AsyncDisposable {
  readonly received: Received[] = [];
  behave: Behaviour = (_request, response) => answer(response, { data: { ok: true } });
  private readonly server = createServer((request, response) => void this.receive(request, response));
  private port = 0;

  static async start(): Promise<FaultySubgraph> {
    const subgraph = new FaultySubgraph();
    await subgraph.listen();
    return subgraph;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql?variant=test`;
  }

  /** Comes up, at the address it had before. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.server.listen(this.port, '127.0.0.1', resolve);
    });
    this.port = (this.server.address() as AddressInfo).port;
  }

  /** Goes away: nobody listens any more, and who is connected is cut off. */
  async die(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.server.listening) await this.die();
  }

  private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const received = { headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Received['body'] };
    this.received.push(received);
    this.behave(received, response, this.received.length);
  }
}

/** Sends JSON, or text as it is. */
export function answer(response: ServerResponse, body: unknown, status = 200, type = 'application/graphql-response+json'): void {
  response.writeHead(status, { 'content-type': type }).end(typeof body === 'string' ? body : JSON.stringify(body));
}
