import { closeSync, openSync, readSync } from 'node:fs';
import { CHUNK_BYTES } from '../limits.ts';

/**
 * The bytes of a file from a place on, chunk by chunk. Synchronous on purpose: it runs in worker threads only, where nothing else waits.
 * It ends before byte `to`. Each chunk is a fresh buffer, so that what is kept of one chunk is not overwritten by the next.
 */
export function* readBytes(path: string, chunkBytes = CHUNK_BYTES, from = 0, to = Infinity): Generator<Buffer> {
  const file = openSync(path, 'r');
  let at = from;
  try {
    while (at < to) {
      const wanted = Math.min(chunkBytes, to - at);
      const chunk = Buffer.allocUnsafeSlow(wanted);
      const length = readSync(file, chunk, 0, wanted, at);
      if (length === 0) return;
      at += length;
      yield length === wanted ? chunk : chunk.subarray(0, length);
    }
  } finally {
    closeSync(file);
  }
}

/** The first bytes of a file, at most `bytes` of them, and whether that was all. */
export function readHead(path: string, bytes: number): { head: Buffer; complete: boolean } {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(bytes + 1);
    let length = 0;
    while (length < head.length) {
      const read = readSync(file, head, length, head.length - length, null);
      if (read === 0) break;
      length += read;
    }
    return { head: head.subarray(0, Math.min(length, bytes)), complete: length <= bytes };
  } finally {
    closeSync(file);
  }
}
