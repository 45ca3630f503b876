/** Columns of raw_record that a load brings; the others have their defaults. */
export const COPY_COLUMNS = 'object_id, record_key, ordinal, data, content_hash, sync_id, changed_sync_id';

const FIELDS = 7;
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const FIRST_BYTES = 1024 * 1024;
/** What a thread keeps to write the next load into: new memory for each would cost more than the writing. */
const MAX_KEPT_BYTES = 16 * 1024 * 1024;
let kept: Buffer | null = null;
const JSONB_VERSION = 1;
/** Worst case of a character in UTF-8. */
const BYTES_PER_UNIT = 3;

/** What all rows of a load have in common. */
export interface CopyInto {
  objectId: string;
  syncId: string;
}

/**
 * Rows of raw_record in PostgreSQL's binary COPY format: lengths instead of separators, so that neither side looks at every character.
 * Source: the PostgreSQL manual, COPY, binary format.
 */
export class CopyRows {
  #buffer: Buffer;
  #at = 0;
  /** Number of fields, then the object's id with its length. */
  readonly #head: Buffer;
  /** The sync's id twice, each with its length. */
  readonly #tail: Buffer;
  rows = 0;

  constructor({ objectId, syncId }: CopyInto) {
    this.#buffer = kept ?? Buffer.allocUnsafeSlow(FIRST_BYTES);
    kept = null;
    this.#at = SIGNATURE.copy(this.#buffer);
    this.#head = Buffer.concat([Buffer.from([0, FIELDS]), uuidField(objectId)]);
    this.#tail = Buffer.concat([uuidField(syncId), uuidField(syncId)]);
  }

  /** @param data JSON text @param hash in ASCII */
  add(key: string, ordinal: number, data: string, hash: string): void {
    this.#reserve(128 + this.#tail.length + BYTES_PER_UNIT * (key.length + data.length));
    const buffer = this.#buffer;
    let at = this.#at;
    at += this.#head.copy(buffer, at);
    const keyBytes = buffer.write(key, at + 4);
    buffer.writeInt32BE(keyBytes, at);
    at += 4 + keyBytes;
    buffer.writeInt32BE(8, at);
    buffer.writeInt32BE(Math.floor(ordinal / 2 ** 32), at + 4);
    buffer.writeUInt32BE(ordinal >>> 0, at + 8);
    at += 12;
    const dataBytes = buffer.write(data, at + 5);
    buffer.writeInt32BE(dataBytes + 1, at);
    buffer[at + 4] = JSONB_VERSION;
    at += 5 + dataBytes;
    const hashBytes = buffer.write(hash, at + 4, 'latin1');
    buffer.writeInt32BE(hashBytes, at);
    at += 4 + hashBytes;
    this.#at = at + this.#tail.copy(buffer, at);
    this.rows++;
  }

  /** Everything that was added, with the end of the load, in memory of its own. Nothing can be added after it. */
  end(): Uint8Array<ArrayBuffer> {
    this.#reserve(2);
    this.#buffer.writeInt16BE(-1, this.#at);
    const all = Buffer.allocUnsafeSlow(this.#at + 2);
    this.#buffer.copy(all, 0, 0, all.length);
    if (this.#buffer.length <= MAX_KEPT_BYTES) kept = this.#buffer;
    return all;
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#buffer.length * 2, this.#at + bytes));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}

const uuidField = (id: string): Buffer => Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from(id.replaceAll('-', ''), 'hex')]);
