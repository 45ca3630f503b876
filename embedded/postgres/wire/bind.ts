import { readString } from './messages.ts';

/** A Bind message taken apart as far as the gateway needs it. */
export interface Bind {
  readonly portal: Buffer;
  readonly statement: string;
  /** Offset of what follows the statement's name. */
  readonly rest: number;
}

export function readBind(bytes: Buffer): Bind {
  const [, afterPortal] = readString(bytes, 5);
  const [statement, rest] = readString(bytes, afterPortal);
  return { portal: bytes.subarray(5, afterPortal), statement, rest };
}

/** The text of the parameter `number` (1-based) of a Bind message; null when NULL or not there. Names of settings are text in either format. */
export function readParameter(bytes: Buffer, bind: Bind, number: number): string | null {
  const formats = bytes.readUInt16BE(bind.rest);
  let at = bind.rest + 2 + 2 * formats;
  const count = bytes.readUInt16BE(at);
  at += 2;
  if (number > count) return null;
  for (let index = 1; index < number; index += 1) at += 4 + Math.max(0, bytes.readInt32BE(at));
  const length = bytes.readInt32BE(at);
  return length < 0 ? null : bytes.toString('utf8', at + 4, at + 4 + length);
}
