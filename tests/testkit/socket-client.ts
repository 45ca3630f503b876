import { createClient, type Client, type FormattedExecutionResult } from 'graphql-ws';
import { WebSocket } from 'ws';

/** What a subscription was told: payloads, and how it ended. */
export interface Told {
  results: FormattedExecutionResult<Record<string, never>>[];
  /** null while it goes on; the errors or the close event it ended with; `complete` when it ended by itself. */
  end: 'complete' | { code?: number; reason?: string; errors?: { message: string; extensions?: Record<string, unknown> }[] } | null;
  /** Ends it from here. */
  stop(): void;
}

export interface SocketClient extends AsyncDisposable {
  follow(query: string, variables?: Record<string, unknown>): Told;
  /** The one result of a query or mutation. */
  ask(query: string, variables?: Record<string, unknown>): Promise<FormattedExecutionResult<Record<string, never>>>;
  /** The one result of whatever is sent as an operation. */
  send(payload: Record<string, unknown>): Promise<FormattedExecutionResult<Record<string, never>>>;
  /** The socket that is open now. */
  socket(): WebSocket | null;
  /** Code and reason with which the last socket was closed. */
  closed(): { code: number; reason: string } | null;
}

/** A client of the gateway over one WebSocket, which gives up at the first failure. */
export function socketClient(url: string, token: string | null, headers: Record<string, string> = {}): SocketClient {
  let open: WebSocket | null = null;
  let closed: { code: number; reason: string } | null = null;
  const opened = (socket: WebSocket): void => {
    open = socket;
  };
  class Socket extends WebSocket {
    constructor(address: string, protocols: string | string[]) {
      super(address, protocols, { headers });
      opened(this);
      this.on('close', (code: number, reason: Buffer) => {
        closed = { code, reason: reason.toString('utf8') };
      });
    }
  }
  const client: Client = createClient({
    url: `${url.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: Socket,
    connectionParams: token === null ? {} : { authorization: `Bearer ${token}` },
    retryAttempts: 0,
    lazy: true,
    onNonLazyError: () => undefined,
  });
  const send: SocketClient['send'] = (payload) =>
    new Promise((resolve, reject) => {
      let result: FormattedExecutionResult<Record<string, never>> = {};
      client.subscribe<Record<string, never>>(payload as never, {
        next: (value) => {
          result = value as never;
        },
        error: (error) => (Array.isArray(error) ? resolve({ errors: error as never }) : reject(error)),
        complete: () => resolve(result),
      });
    });
  return {
    follow(query, variables = {}) {
      const told: Told = { results: [], end: null, stop: () => undefined };
      told.stop = client.subscribe<Record<string, never>>(
        { query, variables },
        {
          next: (result) => void told.results.push(result as never),
          error: (error) => {
            told.end = Array.isArray(error) ? { errors: error as never } : (error as { code: number; reason: string });
          },
          complete: () => {
            told.end ??= 'complete';
          },
        },
      );
      return told;
    },
    ask: (query, variables = {}) => send({ query, variables }),
    send,
    socket: () => open,
    closed: () => closed,
    [Symbol.asyncDispose]: async () => {
      await client.dispose();
      open?.terminate();
    },
  };
}
