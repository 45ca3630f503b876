import { EXIT } from '../exit-codes.mjs';

/** One Ctrl-C may reach us twice, from the terminal and through the launcher; what comes later than this is meant as a second one. */
const SAME_SIGNAL_MS = 1000;

/** What is still open this long after everything was closed does not keep the process alive. */
const LINGER_MS = 5000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface StopSignal {
  /** Resolves with the reason once this process is told to stop: a signal, or its launcher is gone. */
  told: Promise<string>;
  /** To be called when everything is closed: lets the process end. */
  done(): void;
}

/** Listens for being told to stop. Being told a second time ends the process at once. */
export function listenForStop(): StopSignal {
  const { promise, resolve } = Promise.withResolvers<string>();
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
  const onDisconnect = (): void => stop('the launcher ended');
  for (const signal of SIGNALS) process.on(signal, stop);
  process.on('disconnect', onDisconnect);
  return {
    told: promise,
    done() {
      process.off('disconnect', onDisconnect);
      // An open channel to the launcher would keep this process alive for ever.
      if (process.connected) process.disconnect();
      setTimeout(() => process.exit(), LINGER_MS).unref();
    },
  };
}
