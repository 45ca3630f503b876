import { MAX_BODY_BYTES } from '../http/body.ts';

/** What one socket, and all of a tenant's together, may cost. */
export interface SocketLimits {
  /** Bytes of one message from the client. */
  messageBytes: number;
  /** How long a client may take to say who it is, in milliseconds. */
  initMs: number;
  /** Between two pings, in milliseconds; who has not answered by the next is gone. */
  keepAliveMs: number;
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
}

export const SOCKET_LIMITS: SocketLimits = {
  messageBytes: MAX_BODY_BYTES,
  initMs: 5_000,
  keepAliveMs: 20_000,
  socketsPerTenant: 10_000,
  operationsPerSocket: 100,
  subscriptionsPerTenant: 20_000,
  bufferedBytes: 1024 * 1024,
  stalledMs: 15_000,
  watchMs: 3_000,
  closingMs: 2_000,
};
