import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { SocketLimits } from './socket-limits.ts';

/** Whether a socket's reader has stopped reading: too much waits for it, or nothing of what waits went out for too long. */
export class ReaderWatch {
  private readonly socket: WebSocket;
  private readonly request: IncomingMessage;
  private readonly limits: SocketLimits;
  private sent = 0;
  private since = Number.POSITIVE_INFINITY;

  constructor(socket: WebSocket, request: IncomingMessage, limits: SocketLimits) {
    this.socket = socket;
    this.request = request;
    this.limits = limits;
  }

  /** Looks once more. @param now milliseconds of a clock that only goes forward */
  isStuck(now: number): boolean {
    const waiting = this.socket.bufferedAmount;
    if (waiting > this.limits.bufferedBytes) return true;
    const sent = this.request.socket.bytesWritten - waiting;
    if (waiting === 0 || sent !== this.sent) {
      this.sent = sent;
      this.since = waiting === 0 ? Number.POSITIVE_INFINITY : now;
    }
    return now - this.since > this.limits.stalledMs;
  }
}
