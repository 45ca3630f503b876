/** One message of the PostgreSQL wire protocol (version 3), kept as the bytes that came. */
export interface Message {
  /** Character code of the type byte; 0 for the untyped packet that opens a connection. */
  readonly type: number;
  /** The whole message, header included. */
  readonly bytes: Buffer;
}

/** Thrown when a peer announces a length that no honest client sends. The connection cannot be read any further. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

/** 64 MiB: the longest single message taken from a client. */
export const MAX_MESSAGE_BYTES = 64 * 1024 * 1024;
/** PostgreSQL's own ceiling for the opening packet is 10 000 bytes. */
export const MAX_STARTUP_BYTES = 10_000;

const LENGTH_BYTES = 4;
const EMPTY = Buffer.alloc(0);

/**
 * Cuts a byte stream into messages, however the network chunked it.
 * Chunks are joined only once the message they belong to is complete, so a long message costs one copy, not one per chunk.
 */
export class FrameReader {
  #chunks: Buffer[] = [];
  #buffered = 0;
  #typed = false;
  readonly #maxMessageBytes: number;

  constructor(maxMessageBytes: number = MAX_MESSAGE_BYTES) {
    this.#maxMessageBytes = maxMessageBytes;
  }

  /** Bytes received and not yet handed out. */
  get bufferedBytes(): number {
    return this.#buffered;
  }

  push(chunk: Buffer): void {
    if (chunk.length === 0) return;
    this.#chunks.push(chunk);
    this.#buffered += chunk.length;
  }

  /** From the next message on, messages carry a type byte (that is: the opening packet has been accepted). */
  expectTyped(): void {
    this.#typed = true;
  }

  /** The next complete message, or null until more bytes come. Throws {@link FrameError} on an impossible length. */
  next(): Message | null {
    const header = this.#typed ? 1 + LENGTH_BYTES : LENGTH_BYTES;
    if (this.#buffered < header) return null;
    const head = this.#front(header);
    const length = head.readInt32BE(header - LENGTH_BYTES);
    const max = this.#typed ? this.#maxMessageBytes : MAX_STARTUP_BYTES;
    if (length < LENGTH_BYTES || length > max) throw new FrameError(`message of ${length} bytes refused (limit ${max})`);
    const total = header - LENGTH_BYTES + length;
    if (this.#buffered < total) return null;
    const bytes = this.#take(total);
    return { type: this.#typed ? bytes[0]! : 0, bytes };
  }

  #front(count: number): Buffer {
    const first = this.#chunks[0] ?? EMPTY;
    if (first.length >= count) return first;
    const joined = Buffer.concat(this.#chunks);
    this.#chunks = [joined];
    return joined;
  }

  #take(count: number): Buffer {
    const front = this.#front(count);
    const rest = front.subarray(count);
    if (rest.length > 0) this.#chunks[0] = rest;
    else this.#chunks.shift();
    this.#buffered -= count;
    return front.subarray(0, count);
  }
}
