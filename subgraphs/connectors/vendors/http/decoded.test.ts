import { brotliCompressSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodedText } from './decoded.ts';

const bytes = (buffer: Uint8Array): ArrayBuffer => new Uint8Array(buffer).buffer;
const TEXT = JSON.stringify({ data: [['é', '1']] });

test('a body that comes compressed is read as it was meant', async () => {
  expect(await decodedText(bytes(gzipSync(TEXT)), 'gzip', 1_000)).toBe(TEXT);
  expect(await decodedText(bytes(brotliCompressSync(TEXT)), ' BR ', 1_000)).toBe(TEXT);
  expect(await decodedText(bytes(Buffer.from(TEXT)), undefined, 1_000)).toBe(TEXT);
});

test('one that is cut off, or far larger than it looks, is refused', async () => {
  const whole = gzipSync('x'.repeat(100_000));
  await expect(decodedText(bytes(whole), 'gzip', 1_000)).rejects.toThrow(/larger than/iu);
  await expect(decodedText(bytes(whole.subarray(0, 40)), 'gzip', 1_000_000)).rejects.toThrow(/unexpected end/iu);
});
