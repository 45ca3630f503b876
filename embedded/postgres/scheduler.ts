import { setImmediate as nextTurn } from 'node:timers/promises';
import { ReplyTooLongError } from './backend.ts';
import type { Backend } from './backend.ts';
import { Listeners } from './listeners.ts';
import type { Replies } from './replies.ts';
import { enterSession } from './session-state.ts';
import type { Session } from './session.ts';
import type { Unit } from './unit.ts';
import { closeStatement, query, sync } from './wire/messages.ts';

export interface SchedulerLimits {
  /** A transaction whose client says nothing for this long is rolled back and its client disconnected. */
  readonly idleInTransactionMs: number;
  /** A client that waits this long for another's transaction to end gets 55P03. */
  readonly lockWaitMs: number;
}

/** The network gets its turn after this much uninterrupted work. */
const TURN_MS = 5;
const SWEEP_MS = 100;

const LOCK_NOT_AVAILABLE = {
  sqlState: '55P03',
  message: 'canceling statement due to lock timeout: another client keeps its transaction open',
  hint: 'The embedded database runs one transaction at a time. Retry; look for code that waits for something else inside a transaction.',
};
const IDLE_IN_TRANSACTION = { sqlState: '25P03', message: 'terminating connection due to idle-in-transaction timeout' };
const ESCAPED = { sqlState: '42501', message: 'the session left its login: connection closed' };
const REPLY_TOO_LONG = {
  sqlState: '54000',
  message: 'the reply is too long for the embedded database',
  hint: 'Read in pages, or through a cursor.',
};
const NO_STATEMENT = { sqlState: '26000', message: 'unnamed prepared statement does not exist' };

/**
 * Decides whose unit the one backend runs next: first come, first served between clients, but a client in a transaction
 * (or in the middle of an extended query) keeps the backend until it is done.
 */
export class Scheduler {
  readonly #backend: Backend;
  readonly #limits: SchedulerLimits;
  readonly #listeners: Listeners;
  readonly #onLost: (error: Error) => void;
  /** Clients with something to do, in order of arrival. */
  readonly #waiting = new Set<Session>();
  /** Work of the gateway's own, for moments without a transaction. */
  readonly #chores: Buffer[][] = [];
  readonly #sweep: NodeJS.Timeout;
  #owner: Session | null = null;
  #ownerActiveAtMs = 0;
  /** Whose settings the backend has. */
  #entered: Session | null = null;
  /** Whose unnamed statement the backend has. */
  #unnamedOf: Session | null = null;
  #running: Promise<void> | null = null;
  #stopping = false;
  unitsRun = 0;

  constructor(backend: Backend, sessions: Set<Session>, limits: SchedulerLimits, onLost: (error: Error) => void) {
    this.#backend = backend;
    this.#limits = limits;
    this.#listeners = new Listeners(sessions);
    this.#onLost = onLost;
    this.#sweep = setInterval(() => this.#enforceLimits(), SWEEP_MS);
  }

  /** The session has a unit to run, or can take replies again. */
  ready(session: Session): void {
    if (session.pending.length === 0 || session.closed) return;
    this.#waiting.add(session);
    this.#start();
  }

  active(session: Session): void {
    if (session === this.#owner) this.#ownerActiveAtMs = performance.now();
  }

  /** A client is gone: its transaction is rolled back, its statements closed, its channels left. */
  leave(session: Session): void {
    this.#waiting.delete(session);
    const names = session.statements.backendNames();
    if (names.length > 0) this.#chores.push([...names.map(closeStatement), sync()]);
    for (const sql of this.#listeners.leave(session)) this.#chores.push([query(sql)]);
    this.#start();
  }

  /** Lets the unit at work finish and runs no further one. Then the backend may be closed. */
  async stop(): Promise<void> {
    clearInterval(this.#sweep);
    this.#stopping = true;
    await this.#running;
  }

  #start(): void {
    if (this.#stopping) return;
    this.#running ??= this.#work()
      .catch((error: unknown) => this.#onLost(error instanceof Error ? error : new Error(String(error))))
      .finally(() => (this.#running = null));
  }

  async #work(): Promise<void> {
    let turnStartedMs = performance.now();
    for (;;) {
      if (this.#owner?.closed) await this.#abandon(this.#owner);
      if (!this.#owner) await this.#doChores();
      const session = this.#next();
      if (!session) return;
      await this.#runNext(session);
      if (performance.now() - turnStartedMs > TURN_MS) {
        await nextTurn();
        turnStartedMs = performance.now();
      }
    }
  }

  #next(): Session | null {
    if (this.#stopping) return null;
    const candidates = this.#owner ? [this.#owner] : this.#waiting;
    for (const session of candidates) if (session.pending.length > 0 && !session.congested) return session;
    return null;
  }

  async #runNext(session: Session): Promise<void> {
    // To the back of the queue, so that nobody with many units in store keeps the others out.
    this.#waiting.delete(session);
    const unit = session.shift()!;
    if (session.pending.length > 0) this.#waiting.add(session);
    await this.#enter(session);
    const replies = await this.#run(session, unit);
    if (replies) await this.#settle(session, unit, replies);
    this.#owner = session.pinned ? session : null;
    this.#ownerActiveAtMs = performance.now();
    if (this.#owner?.closed) await this.#abandon(this.#owner);
    session.answered();
  }

  async #enter(session: Session): Promise<void> {
    if (this.#entered === session) return;
    if (this.#entered && !this.#entered.closed) await this.#entered.settings.save(this.#backend);
    await enterSession(this.#backend, session.login, session.settings);
    this.#entered = session;
  }

  async #run(session: Session, unit: Unit): Promise<Replies | null> {
    const frames = [...unit.frames];
    const borrowed = unit.reusesUnnamed && this.#unnamedOf !== session;
    if (borrowed) {
      if (!unit.reusesUnnamed?.parse) {
        session.terminate(NO_STATEMENT);
        return null;
      }
      frames.unshift(unit.reusesUnnamed.parse);
    }
    if (borrowed || unit.definesUnnamed) this.#unnamedOf = session;
    this.unitsRun += 1;
    try {
      return await this.#backend.run(frames, { dropParseComplete: Boolean(borrowed), dropCopyIn: unit.copyIn, refusal: unit.refusal });
    } catch (error) {
      if (!(error instanceof ReplyTooLongError)) throw error;
      session.terminate(REPLY_TOO_LONG);
      await this.#abandon(session);
      return null;
    }
  }

  async #settle(session: Session, unit: Unit, replies: Replies): Promise<void> {
    if (replies.status) session.status = replies.status;
    session.midPipeline = replies.status === null;
    session.settings.touch(unit.settings);
    session.listenChanges.push(...unit.listenChanges);
    const again = this.#listeners.settle(session, replies);
    if (
      this.#backend.parameters.get('session_authorization') !== session.login ||
      this.#backend.parameters.get('client_encoding') !== 'UTF8'
    ) {
      session.terminate(ESCAPED);
      await this.#abandon(session);
      return;
    }
    session.send(replies.forClient);
    this.#listeners.deliver(replies.notifications);
    for (const sql of again) this.#chores.push([query(sql)]);
  }

  /** Takes the backend from a client that is gone, leaving nothing of it. */
  async #abandon(session: Session): Promise<void> {
    await this.#backend.run([sync(), query('rollback')]);
    session.status = 'I';
    session.midPipeline = false;
    if (this.#owner === session) this.#owner = null;
    this.#entered = null;
    await this.#backend.runSql('close all; reset role; reset all');
  }

  async #doChores(): Promise<void> {
    for (let chore = this.#chores.shift(); chore; chore = this.#chores.shift()) {
      const replies = await this.#backend.run(chore);
      this.#listeners.deliver(replies.notifications);
    }
  }

  #enforceLimits(): void {
    const owner = this.#owner;
    if (!owner || this.#running) return;
    const now = performance.now();
    if (now - this.#ownerActiveAtMs > this.#limits.idleInTransactionMs) {
      owner.terminate(IDLE_IN_TRANSACTION);
      return;
    }
    for (const session of this.#waiting) {
      const head = session.pending[0];
      if (session === owner || !head || now - head.enqueuedAtMs < this.#limits.lockWaitMs) continue;
      session.fail(LOCK_NOT_AVAILABLE);
      if (session.pending.length === 0) this.#waiting.delete(session);
    }
  }
}
