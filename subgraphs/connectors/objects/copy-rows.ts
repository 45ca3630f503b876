import { contentHash } from './content-hash.ts';

/** Columns of raw_record that a load brings; the others have their defaults. */
export const COPY_COLUMNS = 'object_id, data, record_key, ordinal, content_hash, sync_id, changed_sync_id';

const FIELDS = 7;
const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const FIRST_BYTES = 1024 * 1024;
const JSONB_VERSION = 1;
/** What a row has besides its data and its key, at most. */
const ROW_BYTES = 192;
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
  #buffer: Buffer<ArrayBuffer>;
  #at = 0;
  #dataAt = 0;
  #keyAt = 0;
  /** Number of fields, then the object's id with its length. */
  readonly #head: Buffer;
  /** The sync's id twice, each with its length. */
  readonly #tail: Buffer;
  rows = 0;

  /** @param spare memory that is written into; null: new one */
  constructor({ objectId, syncId }: CopyInto, spare: ArrayBuffer | null = null) {
    this.#buffer = spare === null ? Buffer.allocUnsafeSlow(FIRST_BYTES) : Buffer.from(spare);
    this.#at = SIGNATURE.copy(this.#buffer);
    this.#head = Buffer.concat([Buffer.from([0, FIELDS]), uuidField(objectId)]);
    this.#tail = Buffer.concat([uuidField(syncId), uuidField(syncId)]);
  }

  /** @param data JSON text @param hash in ASCII */
  add(key: string, ordinal: number, data: string, hash: string): void {
    const at = this.begin(BYTES_PER_UNIT * (key.length + data.length));
    const keyAt = this.endData(at + this.#buffer.write(data, at));
    this.#end(keyAt + this.#buffer.write(key, keyAt), ordinal, hash);
  }

  /** Where rows are written; another one after `begin`. */
  get buffer(): Buffer {
    return this.#buffer;
  }

  /** Begins a row whose data and key, so many bytes at most, somebody else writes into the buffer. One that is not ended is overwritten. @returns where its data goes */
  begin(bytes: number): number {
    this.#reserve(ROW_BYTES + bytes);
    this.#dataAt = this.#at + copyBytes(this.#head, this.#buffer, this.#at) + 5;
    return this.#dataAt;
  }

  /** @param end of the row's data @returns where its key goes */
  endData(end: number): number {
    const dataAt = this.#dataAt;
    this.#buffer.writeInt32BE(end - dataAt + 1, dataAt - 5);
    this.#buffer[dataAt - 1] = JSONB_VERSION;
    this.#keyAt = end + 4;
    return this.#keyAt;
  }

  /** @param end of the row's key */
  end(end: number, ordinal: number): void {
    this.#end(end, ordinal, contentHash(this.#buffer.subarray(this.#dataAt, this.#keyAt - 4)));
  }

  #end(end: number, ordinal: number, hash: string): void {
    const buffer = this.#buffer;
    buffer.writeInt32BE(end - this.#keyAt, this.#keyAt - 4);
    buffer.writeInt32BE(8, end);
    buffer.writeInt32BE(Math.floor(ordinal / 2 ** 32), end + 4);
    buffer.writeUInt32BE(ordinal >>> 0, end + 8);
    let at = end + 12;
    buffer.writeInt32BE(hash.length, at);
    at += 4;
    for (let i = 0; i < hash.length; i++) buffer[at++] = hash.charCodeAt(i);
    this.#at = at + copyBytes(this.#tail, buffer, at);
    this.rows++;
  }

  /** Everything that was added, with the end of the load. Nothing can be added after it. */
  close(): Uint8Array<ArrayBuffer> {
    this.#reserve(2);
    this.#buffer.writeInt16BE(-1, this.#at);
    return this.#buffer.subarray(0, this.#at + 2);
  }

  #reserve(bytes: number): void {
    if (this.#at + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.#buffer.length * 2, this.#at + bytes));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}

/** For the few bytes of which there are many: a call of the engine's own copy costs more. */
function copyBytes(from: Buffer, to: Buffer, at: number): number {
  for (let i = 0; i < from.length; i++) to[at + i] = from[i] ?? 0;
  return from.length;
}

const uuidField = (id: string): Buffer => Buffer.concat([Buffer.from([0, 0, 0, 16]), Buffer.from(id.replaceAll('-', ''), 'hex')]);
