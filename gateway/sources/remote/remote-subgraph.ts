/** A subgraph behind HTTP, and how patient the gateway is with it. */
export interface RemoteSubgraph {
  name: string;
  url: string;
  /** Signs the viewer for subgraphs of ours; null: somebody else's, which gets the forwarded headers instead. */
  viewerSecret: Uint8Array | null;
  /** Sent with every fetch. */
  headers?: Readonly<Record<string, string>>;
  /** Where its subscriptions are followed; null or absent: at `url`, over a WebSocket. */
  webSocketUrl?: string | null;
  /** For the whole answer, attempts and rests between them included. */
  timeoutMs?: number;
  /** The same for mutations, which are not tried again; `timeoutMs` when left out. */
  mutationTimeoutMs?: number;
  limits?: Partial<RemoteLimits>;
}

/** Bounds of the fetches from one subgraph. */
export interface RemoteLimits {
  /** Until a connection stands. */
  connectMs: number;
  /** Until an attempt's headers are there; never longer than the whole answer may take. */
  headersMs: number;
  /** Connections that are open side by side; more fetches wait for one. */
  connections: number;
  /** A connection nobody uses is closed after that long, unless the subgraph says otherwise. */
  keepAliveMs: number;
  /** Longer answers are refused. */
  maxAnswerBytes: number;
  /** How often a query is tried again that came to nothing. */
  retries: number;
  /** Failures in a row after which fetches are refused at once, until one is let through to try. */
  failuresToOpen: number;
  /** The first and the longest time for which they are. */
  openMs: number;
  longestOpenMs: number;
  /** Between pings of a WebSocket; one that leaves a ping unanswered until the next is made anew. */
  pingMs: number;
  /** The first and the longest rest before a WebSocket is made anew, and how often that is tried in a row. */
  reconnectMs: number;
  longestReconnectMs: number;
  reconnects: number;
  /**
   * Whether equal queries that are under way at the same time are asked once, each caller reading the one answer; a mutation that comes between
   * parts them. Null: for subgraphs that are not ours. Ours may be told of a change by another gateway, whose caller then reads here.
   */
  joinEqual: boolean | null;
}

export const DEFAULT_TIMEOUT_MS = 10_000;

export const REMOTE_LIMITS: RemoteLimits = {
  connectMs: 3_000,
  headersMs: Number.POSITIVE_INFINITY,
  connections: 128,
  keepAliveMs: 30_000,
  maxAnswerBytes: 64 * 1024 * 1024,
  retries: 2,
  failuresToOpen: 5,
  openMs: 500,
  longestOpenMs: 15_000,
  pingMs: 15_000,
  reconnectMs: 250,
  longestReconnectMs: 15_000,
  reconnects: 12,
  joinEqual: null,
};
