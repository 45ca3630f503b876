import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Database } from '../database/database.ts';
import { startLoop } from '../outbox/loop.ts';
import type { Logger } from '../telemetry/logger.ts';
import { waitingEntry, type JournalEntry, type WaitingEntry } from './journal-entry.ts';
import type { JournalKey } from './journal-key.ts';
import { OwnIds } from './own-ids.ts';
import { Spill } from './spill.ts';
import { writeRequests, type RequestWriter } from './write-requests.ts';

/** Entries that wait in memory; the oldest of more go to the spill. */
const MAX_WAITING = 5_000;
/** How many go there at once. */
const SPILLED = 1_000;
/** Entries taken at once. */
const BATCH = 2_000;
/** Tenants whose entries are written side by side. */
const SIDE_BY_SIDE = 3;
const PAUSE_MS = 200;
/** Times a tenant's entries are tried while others' are written; then something is wrong with them. */
const MAX_ATTEMPTS = 5;

/** Where requests are noted. Noting one takes a microsecond or two and waits for nothing. */
export interface Journal {
  record(entry: JournalEntry): void;
  /** Resolves when what was recorded before is in the database, or cannot be written there now. */
  settled(): Promise<void>;
  /** Writes what waits, to the database or else to the spill. */
  close(): Promise<void>;
}

export interface JournalOptions {
  database: Database;
  logger: Logger;
  key: JournalKey;
  clock: () => Date;
  /** The spill is a folder in it. */
  dataFolder: string;
}

/**
 * Writes entries in the background, in batches, a transaction a tenant. While the database is away they wait in memory, then in files of this
 * machine, from where they are written when it is back, also by the next process. When there is no room there either, each is a line of the log.
 */
export function openJournal(options: JournalOptions): Journal {
  const writer = new Writer(options);
  const loop = startLoop({ round: () => writer.round(), idleMs: PAUSE_MS, failed: (err) => options.logger.error({ err }, 'the journal') });
  return {
    record: (entry) => writer.add(waitingEntry(entry, randomUUID())),
    settled: () => writer.settled(),
    async close() {
      await loop.stop();
      await writer.settled();
      writer.spillAll();
    },
  };
}

class Writer {
  private readonly logger: Logger;
  private readonly target: RequestWriter;
  private readonly spill: Spill;
  private readonly attempts = new Map<string, number>();
  private waiting: WaitingEntry[] = [];
  /** Something is in files; so it may be after a crash. */
  private spilled = true;
  private running: Promise<boolean> | null = null;

  constructor({ database, logger, key, clock, dataFolder }: JournalOptions) {
    this.logger = logger;
    this.target = { database, key, clock, ownIds: new OwnIds() };
    this.spill = new Spill(join(dataFolder, 'journal-spill'));
  }

  add(entry: WaitingEntry): void {
    this.waiting.push(entry);
    if (this.waiting.length > MAX_WAITING) this.toSpill(this.waiting.splice(0, SPILLED));
  }

  spillAll(): void {
    if (this.waiting.length > 0) this.toSpill(this.waiting.splice(0));
  }

  /** One at a time. */
  round(): Promise<boolean> {
    this.running ??= this.write().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  async settled(): Promise<void> {
    await this.running;
    while (await this.round());
  }

  /** @returns whether something was written and more may wait */
  private async write(): Promise<boolean> {
    const batch = this.waiting.splice(0, BATCH);
    const written = await this.writeAll(batch, false);
    if (written < batch.length) return false;
    if (this.spilled) await this.replay();
    return batch.length > 0;
  }

  private async writeAll(batch: readonly WaitingEntry[], again: boolean): Promise<number> {
    let written = 0;
    const failed: { tenantId: string; entries: readonly WaitingEntry[]; error: unknown }[] = [];
    const open = [...Map.groupBy(batch, (entry) => entry.tenantId)];
    const lane = async (): Promise<void> => {
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        const [tenantId, entries] = next;
        try {
          await writeRequests(this.target, tenantId, entries, again || this.attempts.has(tenantId));
          this.attempts.delete(tenantId);
          written += entries.length;
        } catch (error) {
          failed.push({ tenantId, entries, error });
        }
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
    for (const { tenantId, entries, error } of failed) {
      // Only where the database is there for others is it the entries' own fault.
      const attempts = (this.attempts.get(tenantId) ?? 0) + (written > 0 || (await this.answers()) ? 1 : 0);
      this.attempts.set(tenantId, attempts);
      if (attempts <= MAX_ATTEMPTS) this.waiting.unshift(...entries);
      else this.toLog(entries, 'journal entries cannot be written; they are only here', error);
    }
    return written;
  }

  private async replay(): Promise<void> {
    const replayed = await this.spill.drain(async (entries) => {
      for (let from = 0; from < entries.length; from += BATCH) {
        const batch = entries.slice(from, from + BATCH);
        if ((await this.writeAll(batch, true)) < batch.length)
          throw new Error('the journal could not be replayed to its end; it is tried again');
      }
    });
    this.spilled = false;
    if (replayed > 0) this.logger.info({ replayed }, 'journal entries that had waited were written');
  }

  private async answers(): Promise<boolean> {
    return this.target.database.ping().then(
      () => true,
      () => false,
    );
  }

  private toSpill(entries: readonly WaitingEntry[]): void {
    this.spilled = true;
    if (!this.spill.keep(entries)) this.toLog(entries, 'the journal is full; entries are only here');
  }

  private toLog(entries: readonly WaitingEntry[], message: string, err?: unknown): void {
    for (const { tenantId, row } of entries) this.logger.error({ tenantId, entry: row, err }, message);
  }
}
