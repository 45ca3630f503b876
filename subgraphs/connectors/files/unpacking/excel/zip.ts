import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { createInflateRaw } from 'node:zlib';
import { NotUnpacked } from '../packing.ts';

const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  method: number;
  encrypted: boolean;
  packedBytes: number;
  offset: number;
}

/** The parts of a ZIP archive, read by its directory at the end, so that they come in the order in which they are asked for. */
export class ZipArchive {
  readonly #file: string;
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #spend: (bytes: number) => void;

  private constructor(file: string, entries: ReadonlyMap<string, Entry>, spend: (bytes: number) => void) {
    this.#file = file;
    this.#entries = entries;
    this.#spend = spend;
  }

  /** @param spend counts every byte that is unpacked @throws NotUnpacked when it is damaged */
  static async open(file: string, spend: (bytes: number) => void): Promise<ZipArchive> {
    const handle = await open(file);
    try {
      return new ZipArchive(file, await readDirectory(handle), spend);
    } finally {
      await handle.close();
    }
  }

  has(part: string): boolean {
    return this.#entries.has(part);
  }

  /** The text of a part, chunk by chunk. @throws NotUnpacked when it is not there, encrypted or damaged */
  async *text(part: string): AsyncGenerator<string> {
    const entry = this.#entries.get(part);
    if (entry === undefined) throw damaged(`${part} is missing`);
    if (entry.encrypted) throw new NotUnpacked('UNSUPPORTED_FORMAT', 'it is encrypted; save it without a password');
    if (entry.method !== STORED && entry.method !== DEFLATED) throw damaged(`${part} is packed in a way that is not known`);
    const start = await this.#dataOf(entry);
    if (entry.packedBytes === 0) return;
    const source = createReadStream(this.#file, { start, end: start + entry.packedBytes - 1 });
    const inflate = createInflateRaw();
    source.on('error', (error) => inflate.destroy(error));
    const decoder = new TextDecoder();
    try {
      for await (const chunk of entry.method === STORED ? source : source.pipe(inflate)) {
        this.#spend((chunk as Uint8Array).length);
        yield decoder.decode(chunk as Uint8Array, { stream: true });
      }
      yield decoder.decode();
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) throw damaged(error.message);
      throw error;
    } finally {
      source.destroy();
      inflate.destroy();
    }
  }

  async #dataOf({ offset }: Entry): Promise<number> {
    const handle = await open(this.#file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(30), 0, 30, offset);
      if (bytesRead < 30 || buffer.readUInt32LE(0) !== 0x04034b50) throw damaged('a part is not where the directory says');
      return offset + 30 + buffer.readUInt16LE(26) + buffer.readUInt16LE(28);
    } finally {
      await handle.close();
    }
  }
}

async function readDirectory(handle: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await handle.stat();
  const tailBytes = Math.min(size, END_BYTES + MAX_COMMENT_BYTES);
  const tail = Buffer.alloc(tailBytes);
  await handle.read(tail, 0, tailBytes, size - tailBytes);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_BYTES > tail.length) throw damaged('it is cut off');
  const bytes = tail.readUInt32LE(end + 12);
  const offset = tail.readUInt32LE(end + 16);
  if (offset === 0xffffffff || bytes > MAX_DIRECTORY_BYTES || offset + bytes > size) throw damaged('its directory is not readable');
  const directory = Buffer.alloc(bytes);
  await handle.read(directory, 0, bytes, offset);
  const entries = new Map<string, Entry>();
  for (let at = 0; at + 46 <= bytes && directory.readUInt32LE(at) === 0x02014b50;) {
    const nameBytes = directory.readUInt16LE(at + 28);
    const name = directory.toString('utf8', at + 46, at + 46 + nameBytes).replaceAll('\\', '/');
    entries.set(name, {
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0,
      packedBytes: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

const damaged = (why: string): NotUnpacked => new NotUnpacked('UNREADABLE', `it is damaged: ${why}`);
