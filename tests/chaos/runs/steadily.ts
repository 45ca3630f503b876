import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 250;
/** As long as a database may be away: its recovery on a busy machine. */
const PATIENCE_MS = 60_000;

/** Does what can be done twice until it succeeds: the database may be away for a while. @throws the last error */
export async function steadily<T>(work: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(PAUSE_MS);
    }
  }
}
