import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { DATABASE_NAME } from './database-name.ts';
import { readReplies } from './replies.ts';
import type { Adjustments, Replies } from './replies.ts';
import { BACKEND, query } from './wire/messages.ts';

/** 256 MiB: the most one unit may answer. PGlite answers in one go, so it all sits in memory; above it the client is cut off. */
export const MAX_REPLY_BYTES = 256 * 1024 * 1024;

const SEARCH_PATH = 'public,extensions';
const UNADJUSTED: Adjustments = { dropParseComplete: false, dropCopyIn: false, refusal: null };

/** Thrown when the backend can no longer be trusted; the process must end, the parent starts another. */
export class BackendLostError extends Error {
  override readonly name = 'BackendLostError';
}

/** Thrown when a unit answered more than {@link MAX_REPLY_BYTES}; the backend itself is well. */
export class ReplyTooLongError extends Error {
  override readonly name = 'ReplyTooLongError';
}

/** Opens PGlite on a folder, or in memory for null. Makes the cluster when the folder is empty. */
export function openDatabase(folder: string | null): Promise<PGlite> {
  return PGlite.create({
    ...(folder === null ? {} : { dataDir: folder }),
    extensions: { vector },
    startParams: PGlite.defaultStartParams.map((parameter) =>
      parameter === 'search_path=public' ? `search_path=${SEARCH_PATH}` : parameter,
    ),
  });
}

/** The one PostgreSQL backend, spoken to in whole units of wire messages. It runs each to its end before anything else in this process. */
export class Backend {
  readonly #database: PGlite;
  /** What PostgreSQL says of itself when a session opens: server_version, client_encoding, DateStyle, … */
  readonly openingParameters: ReadonlyMap<string, string>;
  readonly #parameters: Map<string, string>;

  private constructor(database: PGlite, parameters: ReadonlyMap<string, string>) {
    this.#database = database;
    this.openingParameters = parameters;
    this.#parameters = new Map(parameters);
  }

  /** Opens the one session. From here on PostgreSQL reports changes of settings, session_authorization among them. */
  static async open(database: PGlite): Promise<Backend> {
    const head = Buffer.alloc(8);
    const body = Buffer.from(`user\0postgres\0database\0${DATABASE_NAME}\0\0`);
    head.writeInt32BE(head.length + body.length, 0);
    head.writeInt32BE(0x00030000, 4);
    const output = await exchange(database, Buffer.concat([head, body]));
    return new Backend(database, new Map(readReplies(output, UNADJUSTED).parameters));
  }

  /** The same, as last reported: of whoever has the session. */
  get parameters(): ReadonlyMap<string, string> {
    return this.#parameters;
  }

  async run(frames: readonly Buffer[], adjustments: Adjustments = UNADJUSTED): Promise<Replies> {
    const output = await exchange(this.#database, Buffer.concat(frames));
    const replies = readReplies(output, adjustments);
    if (replies.fatal !== null) throw new BackendLostError(replies.fatal);
    for (const [name, value] of replies.parameters) this.#parameters.set(name, value);
    return replies;
  }

  /** Runs SQL of the gateway's own, as whoever the session is. */
  runSql(sql: string): Promise<Replies> {
    return this.run([query(sql)]);
  }

  /** Writes everything out and ends the session. */
  async close(): Promise<void> {
    await this.#database.close();
  }
}

async function exchange(database: PGlite, bytes: Buffer): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    await database.execProtocolRawStream(bytes, {
      syncToFs: false,
      onRawData: (data) => {
        length += data.length;
        if (length <= MAX_REPLY_BYTES) parts.push(Buffer.from(data));
        else parts.length = 0;
      },
    });
  } catch (error) {
    throw new BackendLostError('the database engine stopped', { cause: error });
  }
  if (length > MAX_REPLY_BYTES) throw new ReplyTooLongError(`more than ${MAX_REPLY_BYTES} bytes`);
  return Buffer.concat(parts, length);
}

/** The values of the first row a query answered with, for the gateway's own questions. */
export function firstRow(replies: Replies): (string | null)[] {
  for (const chunk of replies.forClient) {
    for (let at = 0; at + 5 <= chunk.length; at += 1 + chunk.readInt32BE(at + 1)) {
      if (chunk[at] === BACKEND.DATA_ROW) return readRow(chunk, at + 5);
    }
  }
  return [];
}

function readRow(bytes: Buffer, offset: number): (string | null)[] {
  const row: (string | null)[] = [];
  let at = offset + 2;
  for (let left = bytes.readUInt16BE(offset); left > 0; left -= 1) {
    const length = bytes.readInt32BE(at);
    at += 4;
    row.push(length < 0 ? null : bytes.toString('utf8', at, at + length));
    at += Math.max(0, length);
  }
  return row;
}
