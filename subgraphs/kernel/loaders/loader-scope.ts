import DataLoader from 'dataloader';

const MAX_BATCH = 500;

/** Loads many ids at once; the result has one entry per id, in order, null where there is none. */
export type BatchLoad<Id, Value> = (ids: readonly Id[]) => Promise<(Value | null)[]>;

/** Loaders that live as long as one request to a subgraph: they batch, remember, and never cross viewers. */
export class LoaderScope {
  private readonly loaders = new Map<string, DataLoader<string, unknown>>();

  /** The loader of this name in this request, made on first use. */
  get<Value>(name: string, load: BatchLoad<string, Value>): DataLoader<string, Value | null> {
    const known = this.loaders.get(name);
    if (known !== undefined) return known as DataLoader<string, Value | null>;
    const loader = new DataLoader<string, Value | null>((ids) => load(ids), { maxBatchSize: MAX_BATCH });
    this.loaders.set(name, loader);
    return loader;
  }

  /** The same for things that are at hand already, each known by its id, so that more can be read of them. */
  getOf<Item, Value>(name: string, idOf: (item: Item) => string, load: BatchLoad<Item, Value>): DataLoader<Item, Value | null, string> {
    const known = this.loaders.get(name);
    if (known !== undefined) return known as unknown as DataLoader<Item, Value | null, string>;
    const loader = new DataLoader<Item, Value | null, string>((items) => load(items), { maxBatchSize: MAX_BATCH, cacheKeyFn: idOf });
    this.loaders.set(name, loader as unknown as DataLoader<string, unknown>);
    return loader;
  }

  /** After a write: what is read from now on is read anew. */
  forget(): void {
    this.loaders.clear();
  }
}

/** Puts rows in the order of the ids asked for, null where a row is missing. */
export function inOrder<Row>(ids: readonly string[], rows: readonly Row[], idOf: (row: Row) => string): (Row | null)[] {
  const byId = new Map(rows.map((row) => [idOf(row), row]));
  return ids.map((id) => byId.get(id) ?? null);
}
