import { closeSync, openSync, statfsSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { MAX_UNPACKED_BYTES, MIN_FREE_BYTES, UNPACKED_BYTES_AT_LEAST, UNPACKED_BYTES_PER_BYTE } from '../limits.ts';
import { NotUnpacked } from './packing.ts';

const BUFFER_CHARACTERS = 256 * 1024;
const SPECIAL = /[",\n\r]/u;

/** How much may come out of a file: archives that are made to burst never fill the disk. */
export const unpackedLimit = (packedBytes: number): number =>
  Math.min(MAX_UNPACKED_BYTES, Math.max(UNPACKED_BYTES_AT_LEAST, packedBytes * UNPACKED_BYTES_PER_BYTE));

/** Counts what is unpacked of a file. @throws NotUnpacked past the limit */
export function byteMeter(file: string): (bytes: number) => void {
  const limit = unpackedLimit(statSync(file).size);
  let total = 0;
  return (bytes) => {
    total += bytes;
    if (total > limit) throw tooLarge(limit);
  };
}

const tooLarge = (limit: number): NotUnpacked =>
  new NotUnpacked('TOO_LARGE', `more than ${Math.round(limit / 1_048_576).toLocaleString('en-US')} MB come out of it; split it`);

/** Writes a text beside the file it comes from: bytes as they are, or rows as CSV. Synchronous: for worker threads. */
export class TextWriter implements Disposable {
  readonly #file: number;
  readonly #spend: (bytes: number) => void;
  #pending: string[] = [];
  #characters = 0;

  /** @param spend counts what is written @throws NotUnpacked when there is no room on the disk */
  constructor(path: string, spend: (bytes: number) => void) {
    const { bavail, bsize } = statfsSync(dirname(path));
    if (bavail * bsize < MIN_FREE_BYTES) throw new NotUnpacked('TOO_LARGE', 'there is no room on the server’s disk to unpack it');
    this.#file = openSync(path, 'w', 0o600);
    this.#spend = spend;
  }

  bytes(chunk: Uint8Array): void {
    this.#spend(chunk.length);
    writeSync(this.#file, chunk);
  }

  /** One record; null for a blank one. */
  row(cells: readonly string[] | null): void {
    let line = '';
    if (cells !== null) for (let i = 0; i < cells.length; i++) line += (i === 0 ? '' : ',') + quoted(cells[i] ?? '');
    this.#pending.push(line, '\n');
    this.#characters += line.length + 1;
    if (this.#characters >= BUFFER_CHARACTERS) this.#flush();
  }

  #flush(): void {
    if (this.#pending.length === 0) return;
    this.bytes(Buffer.from(this.#pending.join('')));
    this.#pending = [];
    this.#characters = 0;
  }

  /** Everything is on the disk. */
  end(): void {
    this.#flush();
  }

  [Symbol.dispose](): void {
    closeSync(this.#file);
  }
}

const quoted = (cell: string): string =>
  SPECIAL.test(cell) || cell.startsWith(' ') || cell.endsWith(' ') ? `"${cell.replaceAll('"', '""')}"` : cell;
