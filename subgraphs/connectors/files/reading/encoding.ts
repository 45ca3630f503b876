import { isAscii, isUtf8 } from 'node:buffer';

/** `utf-8` stands for "UTF-8, and windows-1252 for each line that is not valid UTF-8". */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const LINE_FEED = 0x0a;
/** A block without a line break is decoded once it is this long. */
const MAX_CARRY_BYTES = 64 * 1024;
/** UTF-16 without a mark is guessed from no fewer pairs of bytes. */
const MIN_PAIRS = 8;
const windows1252 = new TextDecoder('windows-1252');

/** The encoding a file starts with: its byte order mark, else UTF-16 when every other byte of the head is nearly always zero, else UTF-8. */
export function sniffEncoding(head: Buffer): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(head.length, 4096) >> 1;
  if (pairs < MIN_PAIRS) return 'utf-8';
  let evenZeros = 0;
  let oddZeros = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (head[2 * pair] === 0) evenZeros++;
    if (head[2 * pair + 1] === 0) oddZeros++;
  }
  if (oddZeros > pairs * 0.4 && evenZeros < pairs * 0.05) return 'utf-16le';
  if (evenZeros > pairs * 0.4 && oddZeros < pairs * 0.05) return 'utf-16be';
  return 'utf-8';
}

/** Turns bytes into text as they come. Bytes that are not valid UTF-8 fall back to windows-1252 line by line, and are counted. */
export class LineDecoder {
  readonly encoding: Encoding;
  #carry: Buffer = Buffer.alloc(0);
  #utf16: InstanceType<typeof TextDecoder> | null;
  #started: boolean;
  #utf16Held = 0;
  #utf8Seen = false;
  #windows1252Lines = 0;

  /** `started` = the bytes do not begin with the file's first: there is no byte order mark to leave out. */
  constructor(encoding: Encoding, started = false) {
    this.encoding = encoding;
    this.#started = started;
    this.#utf16 = encoding === 'utf-8' ? null : new TextDecoder(encoding);
  }

  /** The text of the next bytes; may hold some back until the line, or the character, is complete. */
  push(chunk: Buffer): string {
    if (this.#utf16) {
      const text = this.#utf16.decode(chunk, { stream: true });
      const mark = !this.#started && sniffEncoding(chunk.subarray(0, 2)) !== 'utf-8' ? 2 : 0;
      this.#started = true;
      // The decoder keeps half a character to itself.
      this.#utf16Held += chunk.length - mark - text.length * 2;
      return text;
    }
    const bytes = this.#carry.length > 0 ? Buffer.concat([this.#carry, chunk]) : chunk;
    let cut = bytes.lastIndexOf(LINE_FEED) + 1;
    if (cut === 0 && bytes.length >= MAX_CARRY_BYTES) cut = characterBoundary(bytes);
    this.#carry = bytes.subarray(cut);
    return this.#decode(bytes.subarray(0, cut));
  }

  /** What was held back, at the end of the file. */
  end(): string {
    if (this.#utf16) return this.#utf16.decode();
    const rest = this.#carry;
    this.#carry = Buffer.alloc(0);
    return this.#decode(rest);
  }

  /** Bytes taken in but not decoded yet. */
  get heldBack(): number {
    return this.#utf16 ? this.#utf16Held : this.#carry.length;
  }

  /** How many bytes the last `text` was decoded from; null when that cannot be told. */
  bytesOf(text: string): number | null {
    if (text === '') return 0;
    if (this.#utf16) return text.length * 2;
    if (this.#windows1252Lines === 0) return Buffer.byteLength(text);
    return this.#utf8Seen ? null : text.length;
  }

  /** What people should know of how the text was decoded. */
  evidence(): string[] {
    if (this.#utf16) return [`encoded in ${this.encoding.toUpperCase()}`];
    const lines = this.#windows1252Lines;
    if (lines === 0) return [];
    if (!this.#utf8Seen) return ['encoded in windows-1252'];
    return [`mixes encodings: ${lines} ${lines === 1 ? 'line is' : 'lines are'} not UTF-8 and read as windows-1252`];
  }

  #decode(bytes: Buffer): string {
    let block = bytes;
    if (!this.#started && block.length > 0) {
      this.#started = true;
      if (block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf) block = block.subarray(3);
    }
    if (isAscii(block)) return block.toString('latin1');
    if (isUtf8(block)) {
      this.#utf8Seen = true;
      return block.toString('utf8');
    }
    return this.#decodeLines(block);
  }

  #decodeLines(block: Buffer): string {
    const lines: string[] = [];
    for (let start = 0; start < block.length;) {
      const feed = block.indexOf(LINE_FEED, start);
      const end = feed < 0 ? block.length : feed + 1;
      const line = block.subarray(start, end);
      if (isUtf8(line)) {
        if (!isAscii(line)) this.#utf8Seen = true;
        lines.push(line.toString('utf8'));
      } else {
        this.#windows1252Lines++;
        lines.push(windows1252.decode(line));
      }
      start = end;
    }
    return lines.join('');
  }
}

/** Where the last complete UTF-8 character of the bytes ends (the end itself when they are no UTF-8). */
function characterBoundary(bytes: Buffer): number {
  for (let back = 1; back <= 3; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}
