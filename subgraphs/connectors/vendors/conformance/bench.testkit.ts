import type { FailurePlan } from '../../../../sandbox/failures/failure.ts';
import type { SandboxVendor } from '../../../../sandbox/http/reply.ts';
import { type Sandbox, startSandbox } from '../../../../sandbox/http/server.ts';
import { loadConfig } from '../../../kernel/config/config.ts';
import { createWorkerPool } from '../../../kernel/worker/worker-pool.ts';
import type { Connector, FoundObject, FoundTable, Page, SourceRef, TableToRead } from '../../kit/connector.ts';
import type { ConnectionKind } from '../../kit/kinds.ts';
import { createKit } from '../../kit/kit.ts';
import { nothingKept } from '../../kit/secret-keeper.ts';
import { vendorConnector } from '../vendor-connector.ts';
import type { ConformanceCase } from './case.testkit.ts';

/** Failures are tried again at once here: the suite tries what happens, not how long it takes. */
const RETRY_MS = 2;
const workers = createWorkerPool();

export interface KnownTable {
  path: string;
  found: FoundTable;
}

/** A connector and the server it reads, for one test. */
export interface Bench extends AsyncDisposable {
  sandbox: Sandbox;
  /** Days can go by. */
  grows: boolean;
  connector: Connector;
  source(secret?: string | null): SourceRef;
  objects(): Promise<FoundObject[]>;
  tables(): Promise<KnownTable[]>;
  pages(table: KnownTable, read?: Partial<TableToRead>): AsyncIterable<Page>;
  keys(table: KnownTable): Promise<Set<string> | null>;
}

/** Serves the vendor, changed by `over`, and opens its connector. */
export async function openBench(
  of: ConformanceCase,
  { failures, over = (vendor) => vendor }: { failures?: FailurePlan; over?: (vendor: SandboxVendor) => SandboxVendor } = {},
): Promise<Bench> {
  const { sandbox: served, growth } = of.serve();
  const sandbox = await startSandbox({ vendors: [over(served)], port: 0, growth, ...(failures === undefined ? {} : { failures }) });
  const connector = vendorConnector(
    createKit({ topology: 'embedded', config: loadConfig({}), workers }, nothingKept, RETRY_MS),
    of.kind as ConnectionKind,
    of.vendor,
  );
  const { signal } = new AbortController();
  const source = (secret: string | null = of.secret): SourceRef => ({
    location: `${sandbox.url}/${served.name}`,
    secret,
    settings: of.settings ?? null,
  });
  const asked = ({ path, found }: KnownTable, read: Partial<TableToRead> = {}): TableToRead => ({
    path, plan: JSON.parse(JSON.stringify(found.plan)), key: found.primaryKey?.columns ?? null, from: null, since: null, screening: null, ...read,
  }); // prettier-ignore
  const objects = (): Promise<FoundObject[]> => connector.discover(source(), { signal });
  return {
    sandbox,
    grows: growth !== null,
    connector,
    source,
    objects,
    tables: async () => (await objects()).flatMap(({ path, found }) => (found.kind === 'TABLE' ? [{ path, found }] : [])),
    pages: (table, read) => connector.pages(source(), asked(table, read), { signal }),
    async keys(table) {
      if (connector.keys === undefined) return null;
      const all = new Set<string>();
      for await (const some of connector.keys(source(), asked(table), { signal })) for (const key of some) all.add(key);
      return all;
    },
    [Symbol.asyncDispose]: () => sandbox.close(),
  };
}

/** Keys that were lost, that are not at the source, and whose content is not that of the source. */
export interface Faults {
  lost: string[];
  foreign: string[];
  older: string[];
}
const SHOWN = 5;

/** What has landed of a table: its records by key, as the last page had them. */
export class Landed {
  readonly records = new Map<string, string>();
  readonly bad: string[] = [];
  cursors: unknown[] = [];
  watermark: unknown = null;
  /** Records that came once more with the same content. */
  repeated = 0;

  take(page: Page): void {
    for (const { key, hash } of page.records) {
      if (this.records.get(String(key)) === hash) this.repeated += 1;
      this.records.set(String(key), hash);
    }
    for (const key of page.removed ?? []) this.records.delete(key);
    this.bad.push(...page.bad.map(({ code }) => code));
    this.cursors.push(JSON.parse(JSON.stringify(page.cursor)));
    this.watermark = page.watermark;
  }

  async all(pages: AsyncIterable<Page>): Promise<this> {
    for await (const page of pages) this.take(page);
    return this;
  }

  /** What differs from how it should be: some keys of each kind. */
  faults({ records: wanted }: Landed): Faults {
    const { records } = this;
    const keys = [...wanted.keys()];
    const some = (list: string[]): string[] => list.slice(0, SHOWN);
    return {
      lost: some(keys.filter((key) => !records.has(key))),
      foreign: some([...records.keys()].filter((key) => !wanted.has(key))),
      older: some(keys.filter((key) => records.has(key) && records.get(key) !== wanted.get(key))),
    };
  }
}
