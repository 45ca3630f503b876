import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { outsideUnitOfWork } from '../database/unit-guard.ts';
import type { Logger } from '../telemetry/logger.ts';
import type { NumberedEntry, TransportListener } from './event-transport.ts';
import { readNumberedPage } from './read-outbox.ts';

const PAGE = 500;
const RETRY_MS = 500;

/**
 * How far this process has heard the log: drops what comes again, and reads from the outbox what a transport may have missed. In order,
 * without holes, whatever the transport does.
 */
export class LogPosition implements TransportListener {
  private readonly deps: { database: Database; logger: Logger; tell: (entry: NumberedEntry) => void };
  private readonly stopping = new AbortController();
  /** The number up to which everything was told. */
  reached = Number.POSITIVE_INFINITY;
  /** STARTING: what comes is in the outbox or comes again; AGAIN: something came while the outbox was read, so it is read once more. */
  private state: 'STARTING' | 'LIVE' | 'READING' | 'AGAIN' = 'STARTING';
  private catchingUp: Promise<void> = Promise.resolve();

  constructor(deps: { database: Database; logger: Logger; tell: (entry: NumberedEntry) => void }) {
    this.deps = deps;
  }

  /** From here on entries after `reached` are told; those that were heard before this call are read once more. */
  start(reached: number): void {
    this.reached = reached;
    this.state = 'LIVE';
    this.gap();
  }

  entries(entries: readonly NumberedEntry[]): void {
    if (this.state === 'LIVE') this.tell(entries);
    else this.gap();
  }

  gap(): void {
    if (this.state === 'STARTING' || this.stopping.signal.aborted) return;
    if (this.state !== 'LIVE') {
      this.state = 'AGAIN';
      return;
    }
    this.state = 'READING';
    this.catchingUp = outsideUnitOfWork(() => this.catchUp());
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.catchingUp;
  }

  private tell(entries: readonly NumberedEntry[]): void {
    for (const entry of entries) {
      if (entry.sequence <= this.reached) continue;
      this.reached = entry.sequence;
      try {
        this.deps.tell(entry);
      } catch (error) {
        this.deps.logger.error({ err: error, eventId: entry.id }, 'an event could not be told to those who follow the log');
      }
    }
  }

  private async catchUp(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      this.state = 'READING';
      try {
        const page = await readNumberedPage(this.deps.database, this.reached, PAGE);
        this.tell(page.entries);
        this.reached = Math.max(this.reached, page.last);
        if (!page.full && !this.again()) {
          this.state = 'LIVE';
          return;
        }
      } catch (error) {
        this.deps.logger.warn({ err: error }, 'the event log could not be read; trying again');
        await pause(RETRY_MS, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      }
    }
  }

  private again(): boolean {
    return this.state === 'AGAIN';
  }
}
