import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Company, companyAsOf } from '../../../sandbox/company/company.ts';
import { ACCESS, vendorsOfCompany } from '../../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/http/server.ts';
import { loadConfig } from '../../kernel/config/config.ts';
import { createWorkerPool } from '../../kernel/worker/worker-pool.ts';
import { createKit } from '../kit/kit.ts';
import type { Connector, FoundTable, Page, SourceRef, TableToRead } from '../kit/connector.ts';
import { EXPECTED } from './expected-records.testkit.ts';
import { vendorConnector } from './vendor-connector.ts';
import { VENDORS, type VendorKind } from './vendors.ts';

/** What every connector of a vendor has to do, whoever the vendor is. */

const kit = createKit({ topology: 'embedded', config: loadConfig({}), workers: createWorkerPool() });
const options = { signal: new AbortController().signal };
/** So often a request is refused, so that the whole suite runs among refusals. */
const LIMIT_EVERY = 9;
let sandbox: Sandbox;
let company: Company;

beforeAll(async () => {
  company = companyAsOf(new Date());
  sandbox = await startSandbox({ vendors: vendorsOfCompany(company), port: 0, limitEvery: LIMIT_EVERY, retryAfter: 0.02 });
});
afterAll(() => sandbox.close());

const sourceOf = (kind: VendorKind, secret: string = ACCESS[kind].secret): SourceRef => ({
  location: `${sandbox.url}/${ACCESS[kind].path}`,
  secret,
  settings: null,
});

interface Discovered {
  connector: Connector;
  tables: { path: string; found: FoundTable }[];
}

async function discover(kind: VendorKind): Promise<Discovered> {
  const connector = vendorConnector(kit, kind, VENDORS[kind].vendor);
  const tables = (await connector.discover(sourceOf(kind), options)).flatMap(({ path, found }) =>
    found.kind === 'TABLE' ? [{ path, found }] : [],
  );
  return { connector, tables };
}

async function pagesOf(
  { connector }: Discovered,
  kind: VendorKind,
  table: Discovered['tables'][number],
  read: Partial<TableToRead> = {},
): Promise<Page[]> {
  const { path, found } = table;
  const asked = {
    path,
    plan: JSON.parse(JSON.stringify(found.plan)),
    key: found.primaryKey?.columns ?? null,
    from: null,
    since: null,
    screening: null,
    ...read,
  };
  return allOf(connector.pages(sourceOf(kind), asked, options));
}

async function allOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

const recordsIn = (pages: readonly Page[]): string[] => pages.flatMap((page) => page.records.map(({ key, hash }) => `${key} ${hash}`));

describe.each(Object.keys(VENDORS) as VendorKind[])('%s', (kind) => {
  let known: Discovered;
  const whole = new Map<string, Page[]>();
  beforeAll(async () => {
    known = await discover(kind);
    for (const table of known.tables) whole.set(table.path, await pagesOf(known, kind, table));
  });

  test('every record of every table comes once, under its key, although requests are refused now and then', () => {
    const counted = Object.fromEntries([...whole].map(([path, pages]) => [path, new Set(recordsIn(pages)).size]));
    expect(counted).toEqual(EXPECTED[kind](company));
    for (const pages of whole.values()) expect(pages.flatMap(({ bad }) => bad)).toEqual([]);
    for (const pages of whole.values())
      expect(new Set(pages.flatMap(({ records }) => records.map(({ key }) => key))).size).toBe(recordsIn(pages).length);
    expect(sandbox.requests().limited).toBeGreaterThan(0);
  });

  test('a read that goes on at the cursor of any page gives exactly what comes after it', async () => {
    for (const table of known.tables) {
      const pages = whole.get(table.path) ?? [];
      for (const at of new Set([0, Math.floor(pages.length / 2), pages.length - 2].filter((n) => n >= 0 && n < pages.length - 1))) {
        const rest = await pagesOf(known, kind, table, { from: JSON.parse(JSON.stringify(pages[at]?.cursor)) });
        expect(recordsIn(rest)).toEqual(recordsIn(pages.slice(at + 1)));
      }
    }
  });

  test('what is read incrementally gives nothing old again but what shares the last moment, and its keys are those of all records', async () => {
    for (const table of known.tables.filter(({ found }) => found.incremental !== null)) {
      const pages = whole.get(table.path) ?? [];
      const again = await pagesOf(known, kind, table, { since: pages.at(-1)?.watermark });
      expect(recordsIn(again).length).toBeLessThan(Math.max(2, recordsIn(pages).length));
      expect(recordsIn(pages)).toEqual(expect.arrayContaining(recordsIn(again)));
      if (known.connector.keys === undefined) continue;
      const read = {
        path: table.path,
        plan: table.found.plan,
        key: table.found.primaryKey?.columns ?? null,
        from: null,
        since: null,
        screening: null,
      };
      const keys = (await allOf(known.connector.keys(sourceOf(kind), read, options))).flat();
      expect(keys.toSorted()).toEqual(pages.flatMap(({ records }) => records.map(({ key }) => String(key))).toSorted());
    }
  });

  test('discovery tells types, keys and references of the columns, and the same ones each time', async () => {
    for (const { found } of known.tables) {
      expect(found.primaryKey?.columns.every((name) => found.columns.some((column) => column.name === name))).toBe(true);
      for (const key of found.foreignKeys) expect(known.tables.map(({ path }) => path)).toContain(key.targetPath);
    }
    const types = ({ tables }: Discovered): unknown =>
      tables.map(({ path, found }) => [path, found.columns.map(({ name, type }) => [name, type])]);
    expect(types(await discover(kind))).toEqual(types(known));
  });

  test('a wrong secret, and none, are told as such', async () => {
    const connector = vendorConnector(kit, kind, VENDORS[kind].vendor);
    const read = (secret: string | null): Promise<unknown> =>
      connector.discover({ ...sourceOf(kind), secret }, options).then((found) => {
        throw new Error(`it found ${found.length} objects`);
      });
    await expect(read('wrong')).rejects.toMatchObject({ code: 'VENDOR_SECRET_REFUSED' });
    await expect(read('wrong:secret')).rejects.toMatchObject({ code: 'VENDOR_SECRET_REFUSED' });
    await expect(read(null)).rejects.toMatchObject({ code: 'VENDOR_SECRET_MISSING' });
  });

  test('a read ends with the signal’s reason', async () => {
    const abort = new AbortController();
    const [table] = known.tables;
    const read = async (): Promise<void> => {
      const asked = { path: table?.path ?? '', plan: table?.found.plan, key: null, from: null, since: null, screening: null };
      for await (const page of known.connector.pages(sourceOf(kind), asked, { signal: abort.signal })) {
        expect(page.records.length).toBeGreaterThan(0);
        abort.abort(new Error('stopping'));
      }
      abort.signal.throwIfAborted();
    };
    await expect(read()).rejects.toThrow('stopping');
  });
});

test('a vendor that is away is told as unreachable; another program in its place as no such vendor', async () => {
  const { connector } = await discover('STRIPE');
  await expect(connector.discover({ ...sourceOf('STRIPE'), location: 'http://127.0.0.1:9' }, options)).rejects.toMatchObject({
    code: 'VENDOR_UNREACHABLE',
  });
  await expect(connector.discover({ ...sourceOf('STRIPE'), location: `${sandbox.url}/zendesk` }, options)).rejects.toMatchObject({
    code: expect.stringMatching(/^VENDOR_(?:SECRET_REFUSED|REPLY_UNKNOWN)$/u),
  });
});

test('amounts in cents, moments in seconds and percentages in points land as what they are', async () => {
  const stripe = await discover('STRIPE');
  const values = async (kind: VendorKind, known: Discovered, path: string): Promise<Record<string, unknown>[]> => {
    const table = known.tables.find((one) => one.path === path);
    const pages = table === undefined ? [] : await pagesOf(known, kind, table);
    return pages.flatMap(({ records }) => records.map(({ data }) => JSON.parse(data) as Record<string, unknown>));
  };
  const sum = (rows: readonly Record<string, unknown>[], column: string): number =>
    rows.reduce((total, row) => total + Number(row[column]), 0);
  const invoices = await values('STRIPE', stripe, 'invoices');
  expect(sum(invoices, 'total')).toBeCloseTo(company.invoices.reduce((total, one) => total + one.subtotal + one.tax, 0) / 100, 2);
  expect(invoices[0]?.['created']).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/u);
  const salesforce = await discover('SALESFORCE');
  const opportunities = await values('SALESFORCE', salesforce, 'Opportunity');
  expect(new Set(opportunities.map((one) => one['Probability']))).toEqual(new Set([0, 0.1, 0.2, 0.45, 0.7, 1]));
  const netsuite = await discover('NETSUITE');
  const expenses = await values('NETSUITE', netsuite, 'transactionline');
  expect(sum(expenses, 'amount')).toBeCloseTo(
    company.costs.reduce((total, one) => total + one.amount, 0),
    2,
  );
  expect(sum(expenses, 'budget_amount')).toBeCloseTo(
    company.costs.reduce((total, one) => total + (one.budget ?? 0), 0),
    2,
  );
});
