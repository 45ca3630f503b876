import type { IncomingMessage } from 'node:http';
import type { ExecutionArgs, GraphQLError } from 'graphql';
import type { WebSocket } from 'ws';
import { CLOSE } from './close-codes.ts';
import type { Headcount } from './headcount.ts';
import { MessageBudget } from './message-budget.ts';
import { Outgoing } from './outgoing.ts';
import { shown, type ShownError } from './shown-error.ts';
import { ReaderWatch } from './slow-readers.ts';
import type { SocketLimits } from './socket-limits.ts';
import type { SocketOperations } from './socket-operations.ts';
import type { SocketSession } from './socket-session.ts';
import { socketErrors } from './socket.errors.ts';
import type { Turns } from './turns.ts';

const MAX_TIMER_MS = 2 ** 31 - 1;

/** An operation as it comes. */
export interface Asked {
  id: string;
  payload: unknown;
  /** Operations under way, this one included. */
  underWay: number;
}

/** One socket: who it belongs to, when it has to end, and how. */
export class OpenSocket {
  readonly request: IncomingMessage;
  session: SocketSession | null = null;
  private readonly socket: WebSocket;
  private readonly limits: SocketLimits;
  private readonly reader: ReaderWatch;
  private readonly outgoing: Outgoing;
  private readonly budget: MessageBudget;
  private expiry: NodeJS.Timeout | undefined;
  /** Operations under way, and since when there have been none. */
  private underWay = 0;
  private idleSince: number;
  private pingAt: number;
  private ponged = true;
  /** Resolves when what was sent has left, while it has not. */
  private room: Promise<void> | null = null;
  /** How it is to be closed once everything that has to be told has been. */
  private ending: { code: number; reason: string } | null = null;

  constructor(socket: WebSocket, request: IncomingMessage, { limits, turns }: { limits: SocketLimits; turns: Turns }) {
    const now = performance.now();
    this.socket = socket;
    this.request = request;
    this.limits = limits;
    this.reader = new ReaderWatch(socket, request, limits);
    this.outgoing = new Outgoing(socket, request.socket, turns);
    this.budget = new MessageBudget(limits.messagesPerSecond, now);
    this.idleSince = now;
    this.pingAt = now + limits.keepAliveMs;
    socket.on('pong', () => {
      this.ponged = true;
    });
  }

  /** From here on it is this session's; it ends with it. @returns whether there is room for one more of it */
  admit(session: SocketSession, headcount: Headcount): boolean {
    if (this.socket.readyState !== this.socket.OPEN || !headcount.enter(session.capKey)) return false;
    this.socket.once('close', () => headcount.leave(session.capKey));
    this.session = session;
    this.awaitExpiry();
    return true;
  }

  /** Sends a message, unless it is closed already. @returns when there is room for more; null: there is */
  send(message: string): Promise<void> | null {
    if (this.socket.readyState !== this.socket.OPEN) return null;
    this.outgoing.flush();
    this.socket.send(message);
    return this.roomForMore();
  }

  /** Sends what an operation came to. @param head the message up to its payload @param tail its payload and end */
  private next(head: Buffer, tail: Buffer): Promise<void> | null {
    if (this.socket.readyState !== this.socket.OPEN) return null;
    this.outgoing.push(head, tail);
    return this.roomForMore();
  }

  private roomForMore(): Promise<void> | null {
    const { socket } = this.request;
    if (!socket.writableNeedDrain) return null;
    this.room ??= new Promise((resolve) => {
      const left = (): void => {
        socket.off('drain', left);
        socket.off('close', left);
        this.room = null;
        resolve();
      };
      socket.on('drain', left);
      socket.on('close', left);
    });
    return this.room;
  }

  /** Whether the client may send one more message; else it is closed. */
  mayAsk(): boolean {
    if (this.socket.readyState !== this.socket.OPEN) return false;
    return this.budget.take(performance.now()) || this.close(CLOSE.TOO_MANY, 'TOO_MANY_MESSAGES');
  }

  /** Begins an operation, unless too many are under way. */
  async begin(operations: SocketOperations, { id, payload, underWay }: Asked): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const { operationsPerSocket: maximum } = this.limits;
    if (this.session === null) throw new Error('an operation came before the session');
    if (underWay > maximum) return [shown(socketErrors.TOO_MANY_SUBSCRIPTIONS({ maximum, whose: 'A socket' }))];
    // The close that comes has the client ask again, elsewhere.
    if (this.ending?.code === CLOSE.GOING_AWAY) return new Promise(() => undefined);
    const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
    this.underWay += 1;
    const begun = await operations.begin(this.session, payload, {
      send: (tail) => this.next(head, tail),
      over: (reason) => this.told(reason),
    });
    // graphql-ws tells of the end of what has begun, and of nothing else.
    if (!('rootValue' in begun)) this.completed();
    return begun;
  }

  /** An operation is over, and is told so right after this. */
  completed(): void {
    this.underWay -= 1;
    if (this.underWay === 0) this.idleSince = performance.now();
    if (this.ending !== null) setImmediate(() => this.closeWhenTold());
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
    this.closeWhenTold();
  }

  /** Sends the client elsewhere. Queries and mutations under way are answered first; what is followed goes on where the client comes back. */
  retire(): void {
    this.ending ??= { code: CLOSE.GOING_AWAY, reason: 'GOING_AWAY' };
    this.closeWhenTold();
    setTimeout(() => this.close(CLOSE.GOING_AWAY, 'GOING_AWAY'), this.limits.finishMs).unref();
  }

  /** Looks whether anybody is still there, reads, and wants something. @param now milliseconds of a clock that only goes forward */
  watch(now: number): void {
    if (this.reader.isStuck(now)) this.close(CLOSE.SLOW_READER, 'SLOW_READER');
    else if (this.underWay === 0 && now - this.idleSince > this.limits.idleMs) this.close(CLOSE.IDLE, 'IDLE');
    else if (now >= this.pingAt) {
      this.pingAt = now + this.limits.keepAliveMs;
      if (!this.ponged) return this.socket.terminate();
      this.ponged = false;
      if (this.socket.readyState === this.socket.OPEN) this.socket.ping();
    }
  }

  /** Closes, by force when the other side does not answer in time. @returns false, for hooks that refuse by it */
  close(code: number, reason: string): false {
    if (this.socket.readyState !== this.socket.OPEN) return false;
    this.outgoing.flush();
    this.socket.close(code, reason);
    setTimeout(() => this.socket.terminate(), this.limits.closingMs).unref();
    return false;
  }

  /** The connection is no more. */
  gone(): void {
    this.outgoing.drop();
    clearTimeout(this.expiry);
    for (const subscription of this.session?.subscriptions ?? []) void subscription.return();
  }

  /** Timers and the clock do not agree to the millisecond: looks again until the session has really ended. */
  private awaitExpiry(): void {
    const remaining = this.session?.remainingMs ?? null;
    if (remaining === null) return;
    if (remaining === 0) this.check();
    else this.expiry = setTimeout(() => this.awaitExpiry(), Math.min(remaining, MAX_TIMER_MS));
  }

  private closeWhenTold(): void {
    if (this.ending === null) return;
    const followed = this.session?.subscriptions.size ?? 0;
    const waiting = this.ending.code === CLOSE.GOING_AWAY ? this.underWay - followed : followed;
    if (waiting <= 0) this.close(this.ending.code, this.ending.reason);
  }

  private told(reason: ShownError | null): void {
    if (reason?.code === 'SLOW_READER') this.close(CLOSE.SLOW_READER, 'SLOW_READER');
  }
}
