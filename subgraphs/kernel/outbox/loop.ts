import { outsideUnitOfWork } from '../database/unit-guard.ts';

/** Work that goes on for as long as the process lives. */
export interface Loop {
  /** Has the next round begin now, or right after the one that runs. */
  wake(): void;
  /** Begins no further round; resolves when the one that runs is over. */
  stop(): Promise<void>;
}

/**
 * Runs rounds one after the other: the next at once when the last one did something or somebody woke the loop, else after `idleMs`. A round that
 * throws is told to `failed` and counts as one that did nothing.
 */
export function startLoop(options: { round: () => Promise<boolean>; idleMs: number; failed: (error: unknown) => void }): Loop {
  let stopped = false;
  let woken = false;
  let rouse: () => void = () => undefined;
  const wake = (): void => {
    woken = true;
    rouse();
  };
  const sleep = (): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, options.idleMs);
      rouse = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const run = async (): Promise<void> => {
    while (!stopped) {
      woken = false;
      const busy = await options.round().catch((error: unknown) => {
        options.failed(error);
        return false;
      });
      if (!busy && !woken && !stopped) await sleep();
    }
  };
  const finished = outsideUnitOfWork(run);
  return {
    wake,
    async stop() {
      stopped = true;
      wake();
      await finished;
    },
  };
}
