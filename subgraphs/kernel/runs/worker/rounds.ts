import type { Logger } from '../../telemetry/logger.ts';

/** Something done again and again, never twice at a time. */
export interface Round {
  everyMs: number;
  do: () => Promise<void>;
}

export interface Rounds {
  /** Waits for what is being done. */
  stop(): Promise<void>;
}

/** Does each of them every so often, the first time after one interval; one that fails is done again at its next time. */
export function startRounds(logger: Logger, rounds: readonly Round[]): Rounds {
  const running = new Map<Round, Promise<void>>();
  const timers = rounds.map((round) =>
    setInterval(() => {
      if (running.has(round)) return;
      const done = round
        .do()
        .catch((error: unknown) => logger.warn({ err: error }, 'runs could not be looked after; trying again'))
        .finally(() => running.delete(round));
      running.set(round, done);
    }, round.everyMs),
  );
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}
