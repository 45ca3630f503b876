import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FrameError, FrameReader } from './frame.ts';
import { message } from './messages.ts';

const messages = fc.array(fc.tuple(fc.integer({ min: 33, max: 126 }), fc.uint8Array({ maxLength: 300 })), { maxLength: 20 });

describe('FrameReader', () => {
  it('gives the same messages however the bytes are cut', () =>
    fc.assert(
      fc.property(messages, fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 50 }), (specification, sizes) => {
        const sent = specification.map(([type, body]) => message(type, Buffer.from(body)));
        const stream = Buffer.concat(sent);
        const reader = new FrameReader();
        reader.expectTyped();
        const seen: Buffer[] = [];
        for (let at = 0, turn = 0; at < stream.length; turn += 1) {
          const size = sizes[turn % sizes.length]!;
          reader.push(stream.subarray(at, at + size));
          at += size;
          for (let next = reader.next(); next; next = reader.next()) {
            expect(next.type).toBe(next.bytes[0]);
            seen.push(Buffer.from(next.bytes));
          }
        }
        expect(seen).toEqual(sent);
        expect(reader.bufferedBytes).toBe(0);
      }),
    ));

  it('refuses a length over the limit before its bytes arrive', () => {
    const reader = new FrameReader(100);
    reader.expectTyped();
    reader.push(Buffer.from([0x51, 0, 0, 1, 0]));
    expect(() => reader.next()).toThrow(FrameError);
  });
  it('refuses a length that is less than itself', () => {
    const reader = new FrameReader();
    reader.push(Buffer.from([0, 0, 0, 3]));
    expect(() => reader.next()).toThrow(FrameError);
  });
});
