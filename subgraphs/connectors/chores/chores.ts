import { startLoop, type Loop } from '../../kernel/outbox/loop.ts';
import type { System } from '../../kernel/system.ts';

/** Something that is looked after every so often, by one process at a time: schedules, drift, health, buses that are listened to. */
export interface Chore {
  /** Identifies it among the processes. */
  name: string;
  everyMs: number;
  /** One round; bounded, and over soon after `signal` aborts. A round that throws is logged and begun again next time. */
  run(signal: AbortSignal): Promise<void>;
}

/** A holder that died lets go after so long; longer than any round should take. */
const LEASE_MS = 10 * 60_000;

/** Runs chores for as long as the process lives. A lease keeps processes from doing the same at once; it is a courtesy, chores are safe without. */
export class Chores {
  readonly #system: System;
  readonly #chores: readonly Chore[];
  readonly #over = new AbortController();
  #loops: Loop[] = [];

  constructor(system: System, chores: readonly Chore[]) {
    this.#system = system;
    this.#chores = chores;
  }

  start(): void {
    this.#loops = this.#chores.map((chore) =>
      startLoop({
        idleMs: chore.everyMs,
        round: () => this.#round(chore),
        failed: (error) => this.#system.logger.warn({ err: error, chore: chore.name }, 'a chore failed; it is begun again'),
      }),
    );
  }

  async stop(): Promise<void> {
    this.#over.abort();
    await Promise.all(this.#loops.map((loop) => loop.stop()));
  }

  async #round(chore: Chore): Promise<false> {
    const lease = await this.#system.locks.acquire(`chore ${chore.name}`, LEASE_MS);
    if (lease === null) return false;
    try {
      await chore.run(this.#over.signal);
    } finally {
      await lease.release();
    }
    return false;
  }
}
