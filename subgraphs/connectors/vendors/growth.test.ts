import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../../sandbox/company/calendar.ts';
import { companyAsOf } from '../../../sandbox/company/company.ts';
import { type LiveCompany, liveCompany } from '../../../sandbox/company/live-company.ts';
import { ACCESS, vendorsOfCompany } from '../../../sandbox/halyard.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/http/server.ts';
import { loadConfig } from '../../kernel/config/config.ts';
import { createWorkerPool } from '../../kernel/worker/worker-pool.ts';
import type { FoundTable, Page, SourceRef } from '../kit/connector.ts';
import { createKit } from '../kit/kit.ts';
import { vendorConnector } from './vendor-connector.ts';
import { VENDORS, type VendorKind } from './vendors.ts';

/** What a company becomes in some weeks is the same read by what changed as read whole. */

const DAYS = 25;
const kit = createKit({ topology: 'embedded', config: loadConfig({}), workers: createWorkerPool() });
const options = { signal: new AbortController().signal };
let live: LiveCompany;
let sandbox: Sandbox;

beforeAll(async () => {
  live = liveCompany(companyAsOf(addDays(new Date(), -DAYS - 2)));
  sandbox = await startSandbox({ vendors: vendorsOfCompany(live), port: 0, growth: live });
});
afterAll(() => sandbox.close());

interface Table {
  path: string;
  found: FoundTable;
}

const sourceOf = (kind: VendorKind): SourceRef => ({ location: `${sandbox.url}/${ACCESS[kind].path}`, secret: ACCESS[kind].secret, settings: null }); // prettier-ignore
const connectorOf = (kind: VendorKind): ReturnType<typeof vendorConnector> => vendorConnector(kit, kind, VENDORS[kind].vendor);

async function tablesOf(kind: VendorKind): Promise<Table[]> {
  const found = await connectorOf(kind).discover(sourceOf(kind), options);
  return found.flatMap((one) => (one.found.kind === 'TABLE' ? [{ path: one.path, found: one.found }] : []));
}

async function read(kind: VendorKind, { path, found }: Table, since: unknown): Promise<Page[]> {
  const pages: Page[] = [];
  const asked = { path, plan: found.plan, key: found.primaryKey?.columns ?? null, from: null, since, screening: null };
  for await (const page of connectorOf(kind).pages(sourceOf(kind), asked, options)) pages.push(page);
  return pages;
}

/** Records by key after pages in their order. */
function stateAfter(pages: readonly Page[], before: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const state = new Map(before);
  for (const { records, removed = [] } of pages) {
    for (const key of removed) state.delete(key);
    for (const { key, data } of records) state.set(key ?? '', data);
  }
  return state;
}

/** Some keys of records that are not the same in both. */
const differences = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key)).slice(0, 5);

describe('a company that grows', () => {
  const kinds = Object.keys(VENDORS) as VendorKind[];
  const before = new Map<string, { pages: Page[]; table: Table }>();
  let changed = 0;
  let gone = 0;
  beforeAll(async () => {
    for (const kind of kinds) for (const table of await tablesOf(kind)) before.set(`${kind} ${table.path}`, { table, pages: await read(kind, table, null) }); // prettier-ignore
    sandbox.controls.advance(DAYS);
  }, 120_000);

  test.each(kinds)('%s: what changed and went, put on what there was, is what there is', { timeout: 120_000 }, async (kind) => {
    for (const [name, { pages, table }] of before) {
      if (!name.startsWith(`${kind} `) || table.found.incremental === null) continue;
      const known = stateAfter(pages);
      const news = await read(kind, table, JSON.parse(JSON.stringify(pages.at(-1)?.watermark)));
      let state = stateAfter(news, known);
      const connector = connectorOf(kind);
      if (connector.keys !== undefined) {
        const there = new Set<string>();
        for await (const page of connector.keys(sourceOf(kind), { path: table.path, plan: table.found.plan, key: table.found.primaryKey?.columns ?? null, from: null, since: null, screening: null }, options)) for (const key of page) there.add(key); // prettier-ignore
        state = new Map([...state].filter(([key]) => there.has(key)));
      }
      const whole = stateAfter(await read(kind, table, null));
      expect({ [name]: differences(state, whole) }).toEqual({ [name]: [] });
      changed += news.reduce((sum, { records }) => sum + records.length, 0);
      gone += [...known.keys()].filter((key) => !whole.has(key)).length;
    }
  });

  test('there was something to see, and something went', () => {
    expect(changed).toBeGreaterThan(500);
    expect(gone).toBeGreaterThan(10);
  });
});
