import type { Socket } from 'node:net';
import { Handshake } from './handshake.ts';
import type { Admitted, Verifiers } from './handshake.ts';
import { SessionSettings } from './session-state.ts';
import type { ListenChange } from './sql/inspection.ts';
import { UnitBuilder } from './unit-builder.ts';
import { ProtocolError } from './unit.ts';
import type { Unit } from './unit.ts';
import { FrameError, FrameReader } from './wire/frame.ts';
import type { Message } from './wire/frame.ts';
import { copyInResponse, errorResponse, FRONTEND, readyForQuery } from './wire/messages.ts';
import type { SqlError, TransactionStatus } from './wire/messages.ts';
import { Statements } from './wire/statements.ts';

/** A client that never says who it is goes after this long. */
const HANDSHAKE_MS = 10_000;
/** Units a client may send ahead before its socket is paused. */
const MAX_PENDING_UNITS = 64;
/** 8 MiB: the same, in bytes. */
const MAX_PENDING_BYTES = 8 * 1024 * 1024;

export interface SessionEvents {
  /** Login accepted: gives the start-up replies (parameters, key, ready). */
  admitted(session: Session): Buffer;
  /** A unit was added to `session.pending`, or the client can take replies again. */
  ready(session: Session): void;
  /** Any message: the client is not idle. */
  active(session: Session): void;
  closed(session: Session): void;
}

/** One client's connection: reads its messages into units, holds what PostgreSQL would hold for it. It never touches the backend. */
export class Session {
  readonly id: number;
  readonly pending: Unit[] = [];
  readonly statements: Statements;
  readonly listens = new Set<string>();
  /** LISTEN and UNLISTEN of an open transaction: they count from its commit on. */
  readonly listenChanges: ListenChange[] = [];
  status: TransactionStatus = 'I';
  /** A Flush was answered and the Sync is still to come. */
  midPipeline = false;
  /** The gateway answered for the backend with an error; the client's messages are dropped until its Sync. */
  #skipToSync = false;
  #client: Admitted | null = null;
  #settings = new SessionSettings([]);
  #closed = false;
  #pendingBytes = 0;
  #copyStart: { readonly binary: boolean } | null = null;
  readonly #socket: Socket;
  readonly #events: SessionEvents;
  readonly #reader = new FrameReader();
  readonly #handshake: Handshake;
  readonly #builder: UnitBuilder;
  readonly #deadline: NodeJS.Timeout;

  constructor(id: number, socket: Socket, verifiers: Verifiers, events: SessionEvents) {
    this.id = id;
    this.#socket = socket;
    this.#events = events;
    this.#handshake = new Handshake(verifiers);
    this.statements = new Statements(id);
    this.#builder = new UnitBuilder(this.statements);
    this.#deadline = setTimeout(() => socket.destroy(), HANDSHAKE_MS);
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#receive(chunk));
    socket.on('drain', () => events.ready(this));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#close());
  }

  get login(): string {
    return this.#client?.login ?? '';
  }
  get settings(): SessionSettings {
    return this.#settings;
  }
  get closed(): boolean {
    return this.#closed;
  }
  /** The client does not read its replies: it gets no turn until it does. */
  get congested(): boolean {
    return this.#socket.writableNeedDrain;
  }
  /** Replies and notifications the client has not taken yet. */
  get unreadBytes(): number {
    return this.#socket.writableLength;
  }
  /** Holds the backend: in a transaction, or in the middle of an extended query. */
  get pinned(): boolean {
    return this.status !== 'I' || this.midPipeline;
  }

  send(bytes: readonly Buffer[]): void {
    if (this.#closed || bytes.length === 0) return;
    this.#socket.cork();
    for (const part of bytes) this.#socket.write(part);
    this.#socket.uncork();
  }

  /** Takes the next unit off the queue. */
  shift(): Unit | null {
    const unit = this.pending.shift() ?? null;
    if (unit) this.#pendingBytes -= unit.bytes;
    return unit;
  }

  /** To be called when a unit has been answered: lets a COPY begin and a paused client go on. */
  answered(): void {
    this.#announceCopy();
    if (this.pending.length < MAX_PENDING_UNITS && this.#pendingBytes < MAX_PENDING_BYTES && this.#socket.isPaused()) this.#socket.resume();
  }

  /** Answers the unit at the head of the queue with an error, as the backend would have. */
  fail(error: SqlError): void {
    const unit = this.shift();
    if (!unit) return;
    if (unit.end === 'flush') this.#skipToSync = true;
    this.send(unit.end === 'flush' ? [errorResponse(error)] : [errorResponse(error), readyForQuery(this.status)]);
    this.answered();
  }

  /** Tells the client why and disconnects it. */
  terminate(error: SqlError): void {
    if (this.#closed) return;
    this.#socket.end(errorResponse(error, 'FATAL'));
    this.#socket.destroySoon();
    this.#close();
  }

  #receive(chunk: Buffer): void {
    if (this.#closed) return;
    this.#reader.push(chunk);
    try {
      for (let next = this.#reader.next(); next && !this.#closed; next = this.#reader.next()) this.#take(next);
    } catch (error) {
      this.terminate(asSqlError(error));
      return;
    }
    if (this.#client) this.#events.active(this);
    if (this.pending.length >= MAX_PENDING_UNITS || this.#pendingBytes >= MAX_PENDING_BYTES) this.#socket.pause();
  }

  #take(message: Message): void {
    if (!this.#client) return this.#greet(message);
    if (message.type === FRONTEND.TERMINATE) {
      this.#socket.end();
      return this.#close();
    }
    if (this.#skipToSync) {
      if (message.type !== FRONTEND.SYNC) return undefined;
      this.#skipToSync = false;
      return this.send([readyForQuery(this.status)]);
    }
    const step = this.#builder.take(message);
    if (step?.kind === 'copyStarted') {
      this.#copyStart = { binary: step.binary };
      this.#announceCopy();
    } else if (step?.kind === 'unit') {
      step.unit.enqueuedAtMs = performance.now();
      this.pending.push(step.unit);
      this.#pendingBytes += step.unit.bytes;
      this.#events.ready(this);
    }
  }

  #greet(message: Message): void {
    const step = this.#handshake.take(message);
    if (step.kind === 'hangUp') {
      this.#socket.end();
      return this.#close();
    }
    if (step.kind === 'send') {
      this.send([step.bytes]);
      if (step.typed) this.#reader.expectTyped();
      return undefined;
    }
    clearTimeout(this.#deadline);
    this.#client = step.client;
    this.#settings = new SessionSettings(step.client.settings);
    return this.send([step.bytes, this.#events.admitted(this)]);
  }

  /** CopyInResponse belongs after the replies to everything before it. */
  #announceCopy(): void {
    if (!this.#copyStart || this.pending.length > 0) return;
    this.send([copyInResponse(this.#copyStart.binary)]);
    this.#copyStart = null;
  }

  #close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#deadline);
    this.pending.length = 0;
    this.#events.closed(this);
  }
}

function asSqlError(error: unknown): SqlError {
  if (error instanceof ProtocolError) return { sqlState: error.sqlState, message: error.message };
  if (error instanceof FrameError) return { sqlState: '54000', message: error.message };
  return { sqlState: '08P01', message: error instanceof Error ? error.message : 'malformed message' };
}
