import { MAX_BODY_BYTES } from '../http/body.ts';

/** What one socket, and all of a tenant's together, may cost. Who belongs to no tenant is counted with everybody at the same address. */
export interface SocketLimits {
  /** Bytes of one message from the client. */
  messageBytes: number;
  /** Messages a second that a client may send for long; twice as many at once. */
  messagesPerSecond: number;
  /** How long a client may take to say who it is, in milliseconds. */
  initMs: number;
  /** Between two pings, in milliseconds; who has not answered by the next is gone. */
  keepAliveMs: number;
  /** How long a socket may be open with no operation under way, in milliseconds. */
  idleMs: number;
  socketsPerTenant: number;
  /** Operations under way, subscriptions among them. */
  operationsPerSocket: number;
  subscriptionsPerTenant: number;
  /** Bytes that may wait for a slow reader. */
  bufferedBytes: number;
  /** How long something may wait while nothing of it is read, in milliseconds. */
  stalledMs: number;
  /** How often readers are looked after, in milliseconds. */
  watchMs: number;
  /** How long a socket that was told to close may take to, in milliseconds. */
  closingMs: number;
  /** How long queries and mutations under way may take when the gateway stops, in milliseconds. */
  finishMs: number;
  /** Sockets sent elsewhere in a second when the gateway stops, so that the others are not stormed. */
  leavingPerSecond: number;
  /** However many there are, the last one is sent within this many milliseconds. */
  leavingMs: number;
}

export const SOCKET_LIMITS: SocketLimits = {
  messageBytes: MAX_BODY_BYTES,
  messagesPerSecond: 5_000,
  initMs: 5_000,
  keepAliveMs: 20_000,
  idleMs: 10 * 60_000,
  socketsPerTenant: 10_000,
  operationsPerSocket: 100,
  subscriptionsPerTenant: 20_000,
  bufferedBytes: 1024 * 1024,
  stalledMs: 15_000,
  watchMs: 3_000,
  closingMs: 2_000,
  finishMs: 5_000,
  leavingPerSecond: 1_000,
  leavingMs: 5_000,
};
