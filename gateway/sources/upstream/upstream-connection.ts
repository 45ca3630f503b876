import { setTimeout as rest } from 'node:timers/promises';
import { createClient, type Client, type SubscribePayload } from 'graphql-ws';
import { WebSocket, type ClientOptions } from 'ws';
import { backoffMs } from '../../../subgraphs/kernel/backoff.ts';
import { socketErrors } from '../../socket/socket.errors.ts';
import { readResult } from '../read-result.ts';
import type { FetchResult } from '../source.ts';
import { readRefusal } from './read-refusal.ts';
import { UpstreamQueue } from './upstream-queue.ts';

/** A connection over which nothing is followed is kept that long, for whoever comes back. */
export const LINGER_MS = 3_000;

/** How a subgraph is connected for subscriptions. */
export interface UpstreamOptions {
  /** As callers are told: `The prices service`. */
  what: string;
  url: string;
  /** Of the handshake; those of the caller also go along as the parameters of the connection. */
  headers: Readonly<Record<string, string>>;
  parameters: Readonly<Record<string, string>>;
  connectMs: number;
  maxMessageBytes: number;
  /** Between pings; a connection that leaves one unanswered until the next is given up. */
  pingMs: number;
  /** Between attempts to connect again, and how many there are. */
  reconnect: { firstMs: number; longestMs: number; attempts: number };
}

/** One connection over which a subgraph tells what its subscriptions follow. It is made when something is followed, and again when it is lost. */
export class UpstreamConnection {
  private readonly options: UpstreamOptions;
  private readonly client: Client;
  /** Who is followed, and whether the subgraph had been reached for it. */
  private readonly followers = new Map<UpstreamQueue, { reached: boolean; lost: boolean }>();
  private connected = false;
  private connects = 0;
  private unanswered: NodeJS.Timeout | undefined;

  constructor(options: UpstreamOptions) {
    const { reconnect, connectMs } = options;
    const backoff = { firstMs: reconnect.firstMs, longestMs: reconnect.longestMs, spread: 0.5 };
    this.options = options;
    this.client = createClient({
      // A subgraph that closes in good order again and again is not connected any faster than one that fails.
      url: async () => {
        if (this.connects++ > 0) await rest(backoffMs(1, backoff), null, { ref: false });
        return options.url;
      },
      webSocketImpl: webSocketWith({
        headers: options.headers,
        handshakeTimeout: connectMs,
        maxPayload: options.maxMessageBytes,
        perMessageDeflate: false,
      }),
      ...(Object.keys(options.parameters).length === 0 ? {} : { connectionParams: { ...options.parameters } }),
      connectionAckWaitTimeout: connectMs,
      lazyCloseTimeout: LINGER_MS,
      keepAlive: options.pingMs,
      retryAttempts: reconnect.attempts,
      retryWait: (attempt) => rest(backoffMs(attempt + 1, backoff), undefined, { ref: false }),
      shouldRetry: () => true,
      on: {
        connected: () => this.reached(),
        closed: () => this.lost(),
        ping: (received) => {
          if (!received) this.unanswered = setTimeout(() => this.client.terminate(), options.pingMs).unref();
        },
        pong: (received) => {
          if (received) clearTimeout(this.unanswered);
        },
      },
    });
  }

  get idle(): boolean {
    return this.followers.size === 0;
  }

  /** Follows a subscription until it is over, the signal says so, or the subgraph cannot be reached any more. @param over called once, then */
  follow(payload: SubscribePayload, signal: AbortSignal, over: () => void): AsyncIterableIterator<FetchResult> {
    const { what } = this.options;
    let unsubscribe = (): void => undefined;
    const leave = (): void => void queue.return();
    const queue = new UpstreamQueue(() => {
      signal.removeEventListener('abort', leave);
      this.followers.delete(queue);
      unsubscribe();
      over();
    });
    this.followers.set(queue, { reached: this.connected, lost: false });
    unsubscribe = this.client.subscribe<unknown>(payload, {
      next: (sent) => {
        const result = readResult(sent);
        if (result === null) queue.finish(socketErrors.SUBSCRIPTION_INTERRUPTED({ what }));
        else queue.push(result);
      },
      error: (cause) => queue.finish(readRefusal(cause) ?? socketErrors.SUBSCRIPTION_INTERRUPTED({ what }, { cause })),
      complete: () => queue.finish(),
    });
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    return queue;
  }

  close(): void {
    clearTimeout(this.unanswered);
    void this.client.dispose();
  }

  /** Whoever was followed before is told that something may be missing. */
  private reached(): void {
    this.connected = true;
    const { message, extensions } = socketErrors.SUBSCRIPTION_INTERRUPTED({ what: this.options.what });
    for (const [queue, follower] of this.followers) {
      if (follower.lost) queue.push({ data: null, errors: [{ message, extensions: { ...extensions } }] });
      follower.reached = true;
      follower.lost = false;
    }
  }

  private lost(): void {
    this.connected = false;
    clearTimeout(this.unanswered);
    for (const follower of this.followers.values()) follower.lost = follower.reached;
  }
}

function webSocketWith(options: ClientOptions): new (...args: never[]) => WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, options);
    }
  };
}
