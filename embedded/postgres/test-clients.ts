import pg from 'pg';
import type { EmbeddedPostgres } from './embedded-postgres.ts';

/** A connected client that a test need not close: `await using`. */
export type TestClient = pg.Client & AsyncDisposable;

/** Connects as a login. Errors of a dying connection are the test's business only through its queries. */
export async function connect(database: EmbeddedPostgres, login: string, config: pg.ClientConfig = {}): Promise<TestClient> {
  const client = new pg.Client({ connectionString: database.urlFor(login), ...config });
  client.on('error', () => {});
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end().catch(() => {}) });
}

/** SQLSTATE of a promise that must fail, or the code of a network error. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
  }
  throw new Error('expected a failure');
}

interface WireConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(reason: string): void;
}

/** The least a COPY needs of `pg`: submits a statement, sends what is given, collects what comes. */
export class Copy {
  readonly #text: string;
  readonly #chunks: readonly string[];
  readonly #fail: string | null;
  readonly #received: Buffer[] = [];
  #tag = '';
  #finish: (outcome: { tag: string; received: string }) => void = () => {};
  #refuse: (error: Error) => void = () => {};
  readonly done: Promise<{ tag: string; received: string }>;

  constructor(text: string, chunks: readonly string[] = [], fail: string | null = null) {
    this.#text = text;
    this.#chunks = chunks;
    this.#fail = fail;
    this.done = new Promise((resolve, reject) => {
      this.#finish = resolve;
      this.#refuse = reject;
    });
  }

  static run(
    client: pg.Client,
    text: string,
    chunks: readonly string[] = [],
    fail: string | null = null,
  ): Promise<{ tag: string; received: string }> {
    const copy = new Copy(text, chunks, fail);
    client.query(copy as unknown as pg.Submittable);
    return copy.done;
  }

  submit(connection: WireConnection): void {
    connection.query(this.#text);
  }
  handleCopyInResponse(connection: WireConnection): void {
    for (const chunk of this.#chunks) connection.sendCopyFromChunk(Buffer.from(chunk));
    if (this.#fail === null) connection.endCopyFrom();
    else connection.sendCopyFail(this.#fail);
  }
  handleCopyData(message: { chunk: Buffer }): void {
    this.#received.push(Buffer.from(message.chunk));
  }
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleCommandComplete(message: { text: string }): void {
    this.#tag = message.text;
  }
  handleError(error: Error): void {
    this.#refuse(error);
  }
  handleReadyForQuery(): void {
    this.#finish({ tag: this.#tag, received: Buffer.concat(this.#received).toString() });
  }
}
