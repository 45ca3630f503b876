import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Problem } from '../record-read.ts';

const HEAD_CHARACTERS = 64 * 1024;
const HEAD_BYTES = 4_096;
const MOST_UNPACKED_BYTES = 8 * 1024 ** 3;
/** Text holds tabs, line breaks and form feeds; of other control characters so small a share at most. */
const MOST_CONTROLS = 0.05;

/** A file's text as it comes in, or why it has none. */
export type Opened =
  /** Reading all of the chunks closes it, else `close` does. */
  { kind: 'TEXT'; head: string; chunks: AsyncIterable<string>; close: () => Promise<void> } | Refusal;

interface Refusal {
  kind: 'REFUSED';
  problem: Problem;
  says: string;
}

/** The bytes are not what they say they are: they end too early, or are broken. */
export class BrokenInput extends Error {
  override readonly name = 'BrokenInput';
}

/** Opens bytes as text: gzip is unpacked, a byte order mark left out. What it begins with is read ahead; nothing else is kept. What has no text is closed. */
export async function openText(bytes: AsyncIterable<Uint8Array>): Promise<Opened> {
  const packed = new Ahead(bytes);
  const close = (): Promise<void> => packed.close();
  const opened = await textOf(packed, close);
  if (opened.kind === 'REFUSED') await close();
  return opened;
}

async function textOf(packed: Ahead, close: () => Promise<void>): Promise<Opened> {
  const first = await packed.see(2);
  const plain = first[0] === 0x1f && first[1] === 0x8b ? new Ahead(unpacked(packed.all())) : packed;
  try {
    const problem = problemOf(await plain.see(HEAD_BYTES));
    if (problem !== null) return problem;
    const chunks = decoded(plain.all());
    const read: string[] = [];
    let length = 0;
    while (length < HEAD_CHARACTERS) {
      const { value, done } = await chunks.next();
      if (done === true) break;
      read.push(value);
      length += value.length;
    }
    return { kind: 'TEXT', head: read.join('').slice(0, HEAD_CHARACTERS), chunks: following(read, chunks), close };
  } catch (error) {
    if (error instanceof BrokenInput) return { kind: 'REFUSED', problem: 'BROKEN_ARCHIVE', says: error.message };
    throw error;
  }
}

/** Bytes of which the first can be seen before they are read. */
class Ahead {
  readonly #rest: AsyncIterator<Uint8Array>;
  #seen: Uint8Array[] = [];

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#rest = bytes[Symbol.asyncIterator]();
  }

  /** The first so many bytes, or all where there are fewer. */
  async see(count: number): Promise<Buffer> {
    while (this.#seen.reduce((sum, { length }) => sum + length, 0) < count) {
      const { value, done } = await this.#rest.next();
      if (done === true) break;
      this.#seen.push(value);
    }
    return Buffer.concat(this.#seen).subarray(0, count);
  }

  /** Lets go of the bytes that have not been read. */
  async close(): Promise<void> {
    await this.#rest.return?.();
  }

  async *all(): AsyncGenerator<Uint8Array> {
    yield* this.#seen;
    this.#seen = [];
    yield* { [Symbol.asyncIterator]: () => this.#rest };
  }
}

async function* following(read: readonly string[], chunks: AsyncIterable<string>): AsyncGenerator<string> {
  yield* read;
  yield* chunks;
}

async function* unpacked(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let length = 0;
  try {
    const stream: AsyncIterable<Buffer> = pipeline(Readable.from(bytes), createGunzip(), () => undefined);
    for await (const chunk of stream) {
      length += chunk.length;
      if (length > MOST_UNPACKED_BYTES) throw new BrokenInput('It unpacks to more than 8 GiB.');
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))
      throw new BrokenInput(error.message === 'unexpected end of file' ? 'The archive ends too early.' : 'The archive is broken.', {
        cause: error,
      });
    throw error;
  }
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function problemOf(head: Buffer): Refusal | null {
  if (head.length === 0) return { kind: 'REFUSED', problem: 'EMPTY', says: 'It is empty.' };
  const zeros = [0, 1].map((parity) => head.filter((byte, at) => byte === 0 && at % 2 === parity).length * 2);
  const marked = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const [even = 0, odd = 0] = zeros.map((count) => count / head.length);
  if (marked || (Math.max(even, odd) > 0.4 && Math.min(even, odd) < 0.05))
    return { kind: 'REFUSED', problem: 'WRONG_ENCODING', says: 'It is written in UTF-16; save it as UTF-8.' };
  const controls = head.filter((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c).length;
  if (even + odd > 0 || controls > head.length * MOST_CONTROLS) return { kind: 'REFUSED', problem: 'NOT_TEXT', says: 'It is no text.' };
  return null;
}
