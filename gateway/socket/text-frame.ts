const TEXT = 0x81;
/** Lengths up to the first are in the second byte itself; it says by these codes that two or eight more bytes hold it. */
const [IN_PLACE, IN_TWO, IN_EIGHT] = [125, 126, 127] as const;
const MAX_IN_TWO = 0xffff;

/**
 * One text message of a server as RFC 6455 frames it (5.2): a head, a body and an end in one piece of memory and so in one write. The
 * body, in UTF-8, is often shared by thousands of messages whose heads differ.
 */
export function textFrame(head: string, body: Buffer, end: string): Buffer {
  const headBytes = Buffer.byteLength(head);
  const length = headBytes + body.length + Buffer.byteLength(end);
  const start = length <= IN_PLACE ? 2 : length <= MAX_IN_TWO ? 4 : 10;
  const frame = Buffer.allocUnsafe(start + length);
  frame[0] = TEXT;
  if (start === 2) frame[1] = length;
  else if (start === 4) {
    frame[1] = IN_TWO;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = IN_EIGHT;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(head, start);
  body.copy(frame, start + headBytes);
  frame.write(end, start + headBytes + body.length);
  return frame;
}
