import { BSON, type Document } from 'mongodb';

const OP_MSG = 2013;
const OP_QUERY = 2004;
const OP_REPLY = 1;
const MAX_MESSAGE_BYTES = 48_000_000;

/** A command as it comes over the wire. */
export interface Request {
  id: number;
  /** An old client’s first greeting: it is answered in the old way. */
  legacy: boolean;
  command: Document;
}

/** Cuts what comes over a connection into messages. MongoDB wire protocol: a header of 16 bytes, then OP_MSG or, for the greeting, OP_QUERY. */
export class Messages {
  #rest: Buffer = Buffer.alloc(0);

  push(chunk: Buffer): Request[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const requests: Request[] = [];
    while (this.#rest.length >= 16) {
      const length = this.#rest.readInt32LE(0);
      if (length < 16 || length > MAX_MESSAGE_BYTES) throw new Error('no message of MongoDB');
      if (this.#rest.length < length) break;
      requests.push(read(this.#rest.subarray(0, length)));
      this.#rest = this.#rest.subarray(length);
    }
    return requests;
  }
}

function read(message: Buffer): Request {
  const id = message.readInt32LE(4);
  const code = message.readInt32LE(12);
  if (code === OP_QUERY) {
    const nameEnd = message.indexOf(0, 20);
    return { id, legacy: true, command: BSON.deserialize(message.subarray(nameEnd + 9), { promoteValues: true }) };
  }
  if (code !== OP_MSG) throw new Error(`operation ${code} is not known`);
  let command: Document = {};
  for (let at = 20; at < message.length;) {
    const kind = message[at] ?? 0;
    const size = message.readInt32LE(at + 1);
    // Bytes that are not copied keep what a command says exactly: numbers with their types.
    if (kind === 0)
      command = {
        ...command,
        ...BSON.deserialize(message.subarray(at + 1, at + 1 + size), { promoteValues: false, promoteBuffers: false }),
      };
    at += 1 + size;
  }
  return { id, legacy: false, command };
}

/** A reply to a request. */
export function replyTo({ id, legacy }: Request, body: Document): Buffer {
  const document = Buffer.from(BSON.serialize(body, { ignoreUndefined: true }));
  const head = legacy ? Buffer.alloc(36) : Buffer.alloc(21);
  head.writeInt32LE(head.length + document.length, 0);
  head.writeInt32LE(id + 1, 4);
  head.writeInt32LE(id, 8);
  head.writeInt32LE(legacy ? OP_REPLY : OP_MSG, 12);
  if (legacy) head.writeInt32LE(1, 32);
  return Buffer.concat([head, document]);
}
