import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** With the one kept before it, the log takes at most twice this. */
const MAX_LOG_BYTES = 32 * 1024 * 1024;

/** Where the log of a data folder's server is. */
export function logFileOf(dataFolder: string): string {
  return join(dataFolder, 'server.log');
}

/**
 * The server's log file: appended to, and moved aside as `server.log.1` when it has grown large.
 * A line that cannot be written (the disk is full) is dropped: logging must not end the server.
 */
export class ServerLog {
  readonly #file: string;
  readonly #maxBytes: number;
  #descriptor: number;
  #bytes: number;

  constructor(dataFolder: string, maxBytes = MAX_LOG_BYTES) {
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
    this.#file = logFileOf(dataFolder);
    this.#maxBytes = maxBytes;
    this.#descriptor = openSync(this.#file, 'a', 0o600);
    this.#bytes = fstatSync(this.#descriptor).size;
  }

  write(line: string): void {
    try {
      if (this.#bytes > this.#maxBytes) this.#rotate();
      this.#bytes += writeSync(this.#descriptor, line);
    } catch {
      // Dropped, see above.
    }
  }

  #rotate(): void {
    renameSync(this.#file, `${this.#file}.1`);
    closeSync(this.#descriptor);
    this.#descriptor = openSync(this.#file, 'a', 0o600);
    this.#bytes = 0;
  }
}
