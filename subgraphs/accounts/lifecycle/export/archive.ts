import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const BLOCK = 512;
const pack = promisify(gzip);

/** One file of an archive, packed by itself: packed files one after the other are one archive (`.tar.gz`). */
export interface PackedFile {
  data: Buffer;
  /** Of its content, unpacked. */
  bytes: number;
  sha256: string;
}

/** @param name at most 100 bytes */
export async function packFile(name: string, content: Buffer, modifiedAt: Date): Promise<PackedFile> {
  const padding = Buffer.alloc((BLOCK - (content.length % BLOCK)) % BLOCK);
  const data = await pack(Buffer.concat([header(name, content.length, modifiedAt), content, padding]));
  return { data, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

/** What an archive ends with. */
export function packEnd(): Promise<Buffer> {
  return pack(Buffer.alloc(2 * BLOCK));
}

/** The head of a file as POSIX.1-1988 (ustar) has it. */
function header(name: string, size: number, modifiedAt: Date): Buffer {
  const block = Buffer.alloc(BLOCK);
  const put = (text: string, offset: number, length: number): void => void block.write(text, offset, length, 'ascii');
  const octal = (value: number, offset: number, length: number): void =>
    put(`${value.toString(8).padStart(length - 1, '0')}\0`, offset, length);
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for an archive`);
  block.write(name, 0, 100, 'utf8');
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(Math.floor(modifiedAt.getTime() / 1_000), 136, 12);
  put('        ', 148, 8);
  put('0', 156, 1);
  put('ustar\0', 257, 6);
  put('00', 263, 2);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 8);
  return block;
}
