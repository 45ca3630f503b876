import type { IncomingMessage } from 'node:http';
import type { ExecutionArgs, GraphQLError } from 'graphql';
import type { WebSocket } from 'ws';
import { CLOSE } from './close-codes.ts';
import { shown, type ShownError } from './shown-error.ts';
import { ReaderWatch } from './slow-readers.ts';
import type { SocketLimits } from './socket-limits.ts';
import type { SocketOperations } from './socket-operations.ts';
import type { SocketSession } from './socket-session.ts';
import { socketErrors } from './socket.errors.ts';

const MAX_TIMER_MS = 2 ** 31 - 1;

/** One socket: who it belongs to, when it has to end, and how. */
export class OpenSocket {
  readonly request: IncomingMessage;
  session: SocketSession | null = null;
  private readonly socket: WebSocket;
  private readonly limits: SocketLimits;
  private readonly reader: ReaderWatch;
  private expiry: NodeJS.Timeout | undefined;
  /** How it is to be closed once everything it follows has been told why. */
  private ending: { code: number; reason: string } | null = null;

  constructor(socket: WebSocket, request: IncomingMessage, limits: SocketLimits) {
    this.socket = socket;
    this.request = request;
    this.limits = limits;
    this.reader = new ReaderWatch(socket, request, limits);
  }

  /** From here on it is this session's; it ends with it. */
  admit(session: SocketSession): void {
    this.session = session;
    this.awaitExpiry();
  }

  /** Timers and the clock do not agree to the millisecond: looks again until the session has really ended. */
  private awaitExpiry(): void {
    const remaining = this.session?.remainingMs ?? null;
    if (remaining === null) return;
    if (remaining === 0) this.check();
    else this.expiry = setTimeout(() => this.awaitExpiry(), Math.min(remaining, MAX_TIMER_MS));
  }

  /** Begins an operation, unless too many are under way. @param underWay this one included */
  async begin(operations: SocketOperations, payload: unknown, underWay: number): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { operationsPerSocket: maximum } = this.limits;
    if (this.session === null) throw new Error('an operation came before the session');
    if (underWay > maximum) return [shown(socketErrors.TOO_MANY_SUBSCRIPTIONS({ maximum, whose: 'A socket' }))];
    return operations.begin(this.session, payload, (reason) => this.told(reason));
  }

  /** Rights have changed or time has run out: what may no longer be followed ends. */
  check(): void {
    const { session } = this;
    const refusal = session?.refusal() ?? null;
    if (session === null) return;
    if (refusal === null) {
      for (const subscription of session.subscriptions) void subscription.check();
      return;
    }
    this.ending = { code: refusal.code === 'FORBIDDEN' ? CLOSE.FORBIDDEN : CLOSE.UNAUTHENTICATED, reason: refusal.code };
    for (const subscription of session.subscriptions) subscription.end(shown(refusal));
    if (session.subscriptions.size === 0) this.close(this.ending.code, this.ending.reason);
  }

  /** An operation has been told that it is over. */
  completed(): void {
    if (this.ending !== null && this.session?.subscriptions.size === 0) this.close(this.ending.code, this.ending.reason);
  }

  /** Looks whether anybody still reads. @param now milliseconds of a clock that only goes forward */
  watch(now: number): void {
    if (this.reader.isStuck(now)) this.close(CLOSE.SLOW_READER, 'SLOW_READER');
  }

  /** Closes, by force when the other side does not answer in time. @returns false, for hooks that refuse by it */
  close(code: number, reason: string): false {
    this.socket.close(code, reason);
    setTimeout(() => this.socket.terminate(), this.limits.closingMs).unref();
    return false;
  }

  /** The connection is no more. */
  gone(): void {
    clearTimeout(this.expiry);
    for (const subscription of this.session?.subscriptions ?? []) void subscription.return();
  }

  private told(reason: ShownError | null): void {
    if (reason?.code === 'SLOW_READER') this.close(CLOSE.SLOW_READER, 'SLOW_READER');
  }
}
