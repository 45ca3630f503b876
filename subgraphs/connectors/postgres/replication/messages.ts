/** What a message of the logical decoding says, as far as keys go. Values are texts; null is none. */
export type ReplicationMessage =
  | { kind: 'BEGIN'; commit: bigint }
  | { kind: 'RELATION'; oid: number; schema: string; table: string; columns: string[] }
  | { kind: 'ROW'; oid: number; before: (string | null)[] | null; after: (string | null | undefined)[] | null }
  | { kind: 'TRUNCATE'; oids: number[] }
  | { kind: 'OTHER' };

/** Reads a message of PostgreSQL's plugin pgoutput, version 1. Source: PostgreSQL documentation, “Logical Replication Message Formats”. */
export function readMessage(bytes: Buffer): ReplicationMessage {
  const reader = new Reader(bytes);
  switch (reader.letter()) {
    case 'B':
      return { kind: 'BEGIN', commit: reader.int64() };
    case 'R': {
      const oid = reader.int32();
      const schema = reader.text();
      const table = reader.text();
      reader.skip(1);
      const columns: string[] = [];
      for (let left = reader.int16(); left > 0; left--) {
        reader.skip(1);
        columns.push(reader.text());
        reader.skip(8);
      }
      return { kind: 'RELATION', oid, schema: schema === '' ? 'pg_catalog' : schema, table, columns };
    }
    case 'I': {
      const oid = reader.int32();
      reader.skip(1);
      return { kind: 'ROW', oid, before: null, after: reader.row() };
    }
    case 'U': {
      const oid = reader.int32();
      let before: ReturnType<Reader['row']> | null = null;
      if (reader.letter() !== 'N') {
        before = reader.row();
        reader.skip(1);
      }
      return { kind: 'ROW', oid, before: known(before), after: reader.row() };
    }
    case 'D': {
      const oid = reader.int32();
      reader.skip(1);
      return { kind: 'ROW', oid, before: known(reader.row()), after: null };
    }
    case 'T': {
      const count = reader.int32();
      reader.skip(1);
      return { kind: 'TRUNCATE', oids: Array.from({ length: count }, () => reader.int32()) };
    }
    default:
      return { kind: 'OTHER' };
  }
}

const known = (row: readonly (string | null | undefined)[] | null): (string | null)[] | null => row?.map((cell) => cell ?? null) ?? null;

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  letter(): string {
    return String.fromCodePoint(this.#bytes[this.#at++] ?? 0);
  }

  skip(bytes: number): void {
    this.#at += bytes;
  }

  int16(): number {
    this.#at += 2;
    return this.#bytes.readUInt16BE(this.#at - 2);
  }

  int32(): number {
    this.#at += 4;
    return this.#bytes.readUInt32BE(this.#at - 4);
  }

  int64(): bigint {
    this.#at += 8;
    return this.#bytes.readBigUInt64BE(this.#at - 8);
  }

  text(): string {
    const end = this.#bytes.indexOf(0, this.#at);
    const text = this.#bytes.toString('utf8', this.#at, end);
    this.#at = end + 1;
    return text;
  }

  /** The cells of a row; undefined for one that is stored apart and did not change. */
  row(): (string | null | undefined)[] {
    return Array.from({ length: this.int16() }, () => {
      const kind = this.letter();
      if (kind === 'n') return null;
      if (kind === 'u') return undefined;
      const length = this.int32();
      this.#at += length;
      return this.#bytes.toString('utf8', this.#at - length, this.#at);
    });
  }
}
