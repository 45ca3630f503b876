import { EXIT } from '../exit-codes.mjs';

/** One Ctrl-C may reach us twice, from the terminal and through the launcher; what comes later than this is meant as a second one. */
const SAME_SIGNAL_MS = 1000;

/**
 * Resolves with the reason once this process is told to stop: a signal, or its launcher is gone.
 * A second signal ends the process at once.
 */
export function stopSignal(): Promise<string> {
  return new Promise((resolve) => {
    let first: number | null = null;
    const stop = (reason: string): void => {
      if (first === null) {
        first = Date.now();
        resolve(reason);
      } else if (Date.now() - first > SAME_SIGNAL_MS) {
        process.stderr.write('autonomos: told to stop again, ending at once\n');
        process.exit(EXIT.FAILED);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
    process.once('disconnect', () => stop('the launcher ended'));
  });
}
