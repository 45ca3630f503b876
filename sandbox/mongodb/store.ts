import { type Document, ObjectId, Timestamp } from 'mongodb';
import { equal } from './order.ts';

/** One change as a change stream tells it. */
export interface Change {
  at: number;
  namespace: string;
  operation: 'insert' | 'replace' | 'delete' | 'drop';
  id: unknown;
}

/** A collection, in the order in which its documents came. */
export class StoredCollection {
  readonly kind: 'collection' | 'view';
  readonly indexes: Document[] = [{ v: 2, key: { _id: 1 }, name: '_id_' }];
  documents: Document[] = [];
  readonly #namespace: string;
  readonly #log: Change[];

  constructor(namespace: string, log: Change[], kind: 'collection' | 'view' = 'collection') {
    this.#namespace = namespace;
    this.#log = log;
    this.kind = kind;
  }

  insert(...documents: Document[]): void {
    for (const document of documents) {
      const stored = '_id' in document ? document : { _id: new ObjectId(), ...document };
      this.documents.push(stored);
      this.#tell('insert', stored['_id']);
    }
  }

  replace(id: unknown, document: Document): void {
    this.documents = this.documents.map((one) => (equal(one['_id'], id) ? { _id: id, ...document } : one));
    this.#tell('replace', id);
  }

  remove(id: unknown): void {
    this.documents = this.documents.filter((one) => !equal(one['_id'], id));
    this.#tell('delete', id);
  }

  index(key: Document): void {
    this.indexes.push({ v: 2, key, name: `${Object.keys(key).join('_')}_1` });
  }

  drop(): void {
    this.#tell('drop', null);
  }

  #tell(operation: Change['operation'], id: unknown): void {
    this.#log.push({ at: (this.#log.at(-1)?.at ?? 0) + 1, namespace: this.#namespace, operation, id });
  }
}

/** All that a stand-in holds: databases, collections, and the log of their changes. */
export class Store {
  readonly log: Change[] = [];
  /** Changes up to here are forgotten: a stream cannot go on before it. */
  forgottenTo = 0;
  readonly #collections = new Map<string, StoredCollection>();

  /** A collection by `database.name`, made when it is not there. */
  collection(namespace: string, kind: 'collection' | 'view' = 'collection'): StoredCollection {
    const known = this.#collections.get(namespace) ?? new StoredCollection(namespace, this.log, kind);
    this.#collections.set(namespace, known);
    return known;
  }

  find(namespace: string): StoredCollection | undefined {
    return this.#collections.get(namespace);
  }

  drop(namespace: string): void {
    this.find(namespace)?.drop();
    this.#collections.delete(namespace);
  }

  databases(): string[] {
    return [...new Set([...this.#collections.keys()].map((namespace) => namespace.slice(0, namespace.indexOf('.'))))];
  }

  of(database: string): [name: string, collection: StoredCollection][] {
    return [...this.#collections].filter(([namespace]) => namespace.startsWith(`${database}.`)).map(([namespace, one]) => [namespace.slice(database.length + 1), one]); // prettier-ignore
  }

  /** Moment of the last change, as servers write it. */
  clock(): Timestamp {
    return Timestamp.fromBits(this.log.at(-1)?.at ?? 1, 1_700_000_000);
  }
}
