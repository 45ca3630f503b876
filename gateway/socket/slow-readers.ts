import type { IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import type { SocketLimits } from './socket-limits.ts';

/** Whether a socket's reader has stopped reading: nothing of what waits for it went out since the last look, and it is much, or has been long. */
export class ReaderWatch {
  private readonly socket: WebSocket;
  private readonly request: IncomingMessage;
  private readonly limits: SocketLimits;
  private sent = 0;
  private since = 0;

  constructor(socket: WebSocket, request: IncomingMessage, limits: SocketLimits) {
    this.socket = socket;
    this.request = request;
    this.limits = limits;
  }

  /** Looks once more. Whoever reads, however slowly, is never stuck. @param now milliseconds of a clock that only goes forward */
  isStuck(now: number): boolean {
    const waiting = this.socket.bufferedAmount;
    const sent = this.request.socket.bytesWritten - waiting;
    if (waiting === 0 || sent !== this.sent) {
      this.sent = sent;
      this.since = now;
      return false;
    }
    return waiting > this.limits.bufferedBytes || now - this.since > this.limits.stalledMs;
  }
}
