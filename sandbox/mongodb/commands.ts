import { type Document, Long } from 'mongodb';
import { openChanges } from './change-stream.ts';
import { CommandError, type Cursor } from './cursor.ts';
import { compare } from './order.ts';
import { fits, projected, sorted } from './query.ts';
import type { Store } from './store.ts';

const FIRST_BATCH = 101;
let cursors = 0;

/** The commands that readers of data use; a connection’s cursors are its own. */
export class Commands {
  readonly #store: Store;
  readonly #replicaSet: boolean;
  readonly #cursors = new Map<string, Cursor>();

  constructor(store: Store, replicaSet: boolean) {
    this.#store = store;
    this.#replicaSet = replicaSet;
  }

  /** @throws CommandError */
  run(name: string, command: Document): Document {
    const database = String(command['$db']);
    switch (name) {
      case 'ping':
      case 'endSessions':
      case 'killCursors':
        return { ok: 1 };
      case 'listDatabases':
        return { databases: this.#store.databases().map((one) => ({ name: one })), ok: 1 };
      case 'listCollections': {
        const filter = (command['filter'] ?? {}) as Document;
        const found = this.#store.of(database).map(([one, { kind }]): Document => ({ name: one, type: kind }));
        return this.#answer(`${database}.$cmd.listCollections`, listCursor(found.filter((one) => fits(one, filter))), command);
      }
      case 'listIndexes':
        return this.#answer(
          `${database}.${String(command[name])}`,
          listCursor(this.#store.find(`${database}.${String(command[name])}`)?.indexes ?? []),
          command,
        );
      case 'count':
        return { n: this.#store.find(`${database}.${String(command[name])}`)?.documents.length ?? 0, ok: 1 };
      case 'find':
        return this.#answer(`${database}.${String(command[name])}`, this.#find(`${database}.${String(command[name])}`, command), command);
      case 'aggregate':
        return this.#answer(
          `${database}.${String(command[name])}`,
          this.#aggregate(`${database}.${String(command[name])}`, command),
          command['cursor'] as Document,
        );
      case 'getMore': {
        const cursor = this.#cursors.get(String(command[name]));
        if (cursor === undefined) throw new CommandError(43, 'cursor id not found');
        return this.#batch(String(command[name]), cursor, sizeOf(command, 1000), 'nextBatch');
      }
      default:
        throw new CommandError(59, `no such command: '${name}'`);
    }
  }

  #find(namespace: string, command: Document): Cursor {
    const collection = this.#store.find(namespace);
    const min = command['min'] as Document | undefined;
    if (min !== undefined && command['hint'] === undefined) throw new CommandError(51173, 'min needs a hint');
    if (collection?.kind === 'view' && command['hint'] !== undefined) throw new CommandError(2, 'a view has no index');
    let documents = (collection?.documents ?? []).filter((document) => fits(document, (command['filter'] ?? {}) as Document));
    if (min !== undefined) documents = documents.filter((document) => compare(document['_id'], min['_id']) >= 0);
    documents = sorted(documents, command['sort'] as Document | undefined).map((document) =>
      projected(document, command['projection'] as Document | undefined),
    );
    const skip = Number(String(command['skip'] ?? 0));
    const limit = Number(String(command['limit'] ?? 0));
    return listCursor(documents.slice(skip, limit === 0 ? undefined : skip + limit));
  }

  #aggregate(namespace: string, { pipeline }: Document): Cursor {
    const [first, ...rest] = pipeline as Document[];
    if (first !== undefined && '$changeStream' in first) {
      if (!this.#replicaSet) throw new CommandError(40573, 'The $changeStream stage is only supported on replica sets');
      return openChanges(this.#store, namespace, first['$changeStream'] as Document);
    }
    let documents = [...(this.#store.find(namespace)?.documents ?? [])];
    for (const stage of first === undefined ? [] : [first, ...rest]) documents = applied(stage, documents);
    return listCursor(documents);
  }

  #answer(namespace: string, cursor: Cursor, options: Document | undefined): Document {
    const id = String(++cursors);
    this.#cursors.set(id, { ...cursor, namespace });
    const { cursor: answer, ...rest } = this.#batch(id, { ...cursor, namespace }, sizeOf(options, FIRST_BATCH), 'firstBatch');
    return { cursor: answer, ...rest };
  }

  #batch(id: string, cursor: Cursor, count: number, field: 'firstBatch' | 'nextBatch'): Document {
    const { documents, end, token } = cursor.next(count);
    if (end) this.#cursors.delete(id);
    return {
      cursor: {
        id: Long.fromString(end ? '0' : id),
        ns: cursor.namespace,
        [field]: documents,
        ...(token === undefined ? {} : { postBatchResumeToken: token }),
      },
      operationTime: this.#store.clock(),
      ok: 1,
    };
  }
}

const sizeOf = (options: Document | undefined, usual: number): number => Number(String(options?.['batchSize'] ?? usual));

function listCursor(documents: readonly Document[]): Cursor {
  let at = 0;
  return {
    namespace: '',
    next(count) {
      const batch = documents.slice(at, at + count);
      at += batch.length;
      return { documents: batch, end: at >= documents.length };
    },
  };
}

function applied(stage: Document, documents: Document[]): Document[] {
  const [[name, value] = ['', undefined]] = Object.entries(stage);
  switch (name) {
    case '$match':
      return documents.filter((document) => fits(document, value as Document));
    case '$sample':
      return spread(documents, Number(String((value as Document)['size'])));
    case '$limit':
      return documents.slice(0, Number(String(value)));
    case '$group':
      return documents.length === 0 ? [] : [{ _id: 1, n: documents.length }];
    case '$count':
      return documents.length === 0 ? [] : [{ [String(value)]: documents.length }];
    default:
      throw new CommandError(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
}

/** Some documents from everywhere: the same ones each time. */
function spread(documents: Document[], size: number): Document[] {
  const step = Math.max(1, documents.length / size);
  return Array.from({ length: Math.min(size, documents.length) }, (_, i) => documents[Math.floor(i * step)] ?? {});
}
