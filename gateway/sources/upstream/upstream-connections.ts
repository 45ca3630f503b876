import type { SubscribePayload } from 'graphql-ws';
import type { GatewayContext, OpenedStream } from '../../context.ts';
import type { RemoteLimits, RemoteSubgraph } from '../remote/remote-subgraph.ts';
import type { SubgraphOperation } from '../source.ts';
import { LINGER_MS, UpstreamConnection } from './upstream-connection.ts';

/** The connections to one subgraph for subscriptions: one for each who asks, so that nobody hears what was meant for somebody else. */
export class UpstreamConnections {
  private readonly subgraph: RemoteSubgraph;
  private readonly limits: RemoteLimits;
  private readonly url: string;
  private readonly connections = new Map<string, UpstreamConnection>();
  private closing = false;

  constructor(subgraph: RemoteSubgraph, limits: RemoteLimits) {
    const url = new URL(subgraph.webSocketUrl ?? subgraph.url);
    url.protocol = url.protocol.replace('http', 'ws');
    this.subgraph = subgraph;
    this.limits = limits;
    this.url = url.href;
  }

  /** What is to be followed on behalf of whoever is in the context; nothing happens before it is. */
  open({ text, name }: SubgraphOperation, variables: Readonly<Record<string, unknown>>, { forwarded }: GatewayContext): OpenedStream {
    const payload: SubscribePayload = { query: text, variables: { ...variables }, ...(name === null ? {} : { operationName: name }) };
    return {
      kind: 'UPSTREAM',
      identity: JSON.stringify([this.url, text, variables]),
      follow: (signal) => {
        const caller = JSON.stringify(forwarded);
        const connection = this.connectionOf(caller, forwarded);
        return connection.follow(payload, signal, () => this.left(caller, connection));
      },
    };
  }

  /** What is followed goes on until it is over by itself; then its connection is closed. */
  close(): void {
    this.closing = true;
    for (const [caller, connection] of this.connections) if (connection.idle) this.end(caller, connection);
  }

  private connectionOf(caller: string, forwarded: Readonly<Record<string, string>>): UpstreamConnection {
    const known = this.connections.get(caller);
    if (known !== undefined) return known;
    const { name, headers = {} } = this.subgraph;
    const { connectMs, maxAnswerBytes, pingMs, reconnectMs, longestReconnectMs, reconnects } = this.limits;
    const made = new UpstreamConnection({
      what: `The ${name} service`,
      url: this.url,
      headers: { ...forwarded, ...headers },
      parameters: forwarded,
      connectMs,
      maxMessageBytes: maxAnswerBytes,
      pingMs,
      reconnect: { firstMs: reconnectMs, longestMs: longestReconnectMs, attempts: reconnects },
    });
    this.connections.set(caller, made);
    return made;
  }

  private left(caller: string, connection: UpstreamConnection): void {
    if (!connection.idle) return;
    if (this.closing) this.end(caller, connection);
    else setTimeout(() => connection.idle && this.end(caller, connection), LINGER_MS).unref();
  }

  private end(caller: string, connection: UpstreamConnection): void {
    if (this.connections.get(caller) === connection) this.connections.delete(caller);
    connection.close();
  }
}
