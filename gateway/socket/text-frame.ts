const TEXT = 0x81;
/** Lengths up to the first are in the second byte itself; it says by these codes that two or eight more bytes hold it. */
const [IN_PLACE, IN_TWO, IN_EIGHT] = [125, 126, 127] as const;
const MAX_IN_TWO = 0xffff;

/**
 * One text message of a server as RFC 6455 frames it (5.2), in one piece of memory and so in one write. What the parts of thousands of messages
 * have in common is shared.
 * @param head @param tail the two parts of the message, UTF-8
 */
export function textFrame(head: Buffer, tail: Buffer): Buffer {
  const length = head.length + tail.length;
  const start = length <= IN_PLACE ? 2 : length <= MAX_IN_TWO ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = TEXT;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = IN_TWO;
    frame[2] = length >> 8;
    frame[3] = length & 0xff;
  } else {
    frame[1] = IN_EIGHT;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(head, start);
  frame.set(tail, start + head.length);
  return frame;
}
