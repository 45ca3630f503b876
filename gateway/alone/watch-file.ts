import { watch, type FSWatcher } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** After the first sign of a change; whoever writes a file does so in several steps. */
const SETTLE_MS = 100;
/** Where changes are not told (network folders, some containers), they are seen by then. */
const POLL_MS = 2_000;

/**
 * Follows a file's text. `changed` is told each text that is another than the last, `failed` what kept it from being read, once in a row. A file
 * that is replaced, as editors and mounted volumes do, is followed like one that is written.
 * @param text what is known of it
 * @returns ends it
 */
export function watchFile(
  path: string,
  text: string,
  told: { changed: (text: string) => void; failed: (error: unknown) => void },
): () => void {
  let known = text;
  let mark = '';
  let failing = false;
  let settling: NodeJS.Timeout | undefined;
  let looking = false;
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      const { mtimeMs, size, ino } = await stat(path);
      const seen = `${mtimeMs} ${size} ${ino}`;
      if (seen === mark) return;
      const now = await readFile(path, 'utf8');
      mark = seen;
      failing = false;
      if (now === known) return;
      known = now;
      told.changed(now);
    } catch (error) {
      if (!failing) told.failed(error);
      failing = true;
    } finally {
      looking = false;
    }
  };
  const soon = (): void => {
    clearTimeout(settling);
    settling = setTimeout(() => void look(), SETTLE_MS);
  };
  const watcher = watcherOf(dirname(path), soon);
  const poll = setInterval(() => void look(), POLL_MS);
  return () => {
    clearTimeout(settling);
    clearInterval(poll);
    watcher?.close();
  };
}

function watcherOf(folder: string, changed: () => void): FSWatcher | null {
  try {
    const watcher = watch(folder, changed);
    // Looking now and then is enough where the system does not tell.
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return null;
  }
}
