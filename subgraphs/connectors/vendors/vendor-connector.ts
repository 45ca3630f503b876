import { extname } from 'node:path';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import type { Screening } from '../../kernel/privacy/screening/screening.ts';
import type { ScreenedPage } from '../privacy/screen-page.ts';
import type { Connector, FoundObject, FoundTable, Page, SourceRef } from '../kit/connector.ts';
import type { ConnectionKind } from '../kit/kinds.ts';
import type { Kit } from '../kit/kit.ts';
import { USUAL_PARALLEL } from './http/connection-state.ts';
import { Session } from './http/session.ts';
import { VendorHttp } from './http/vendor-http.ts';
import { vendorErrors } from './http/vendor.errors.ts';
import { type VendorField, vendorFieldSchema } from './records/field.ts';
import { inferFields } from './records/infer.ts';
import { profileFields } from './records/profile.ts';
import type { JsonRecord } from './records/read-value.ts';
import { toPageRecords } from './records/to-page-record.ts';
import type { Vendor, VendorSession, VendorTable } from './vendor.ts';

const SCREEN = new URL(`../privacy/screen-page.worker${extname(import.meta.url)}`, import.meta.url);

/** Records looked at to know what a table's columns hold. */
const SAMPLE_RECORDS = 2_000;

const settingsSchema = z.record(z.string(), z.unknown());
const planSchema = z.object({ fields: z.array(vendorFieldSchema), count: z.number().nullable(), own: z.unknown().optional() });
const cursorSchema = z.object({ at: z.unknown(), line: z.int().nonnegative() });

/** Asks a vendor for its tables and nothing else. @returns their names. @throws DomainError when the source cannot be read with this secret */
export async function tryVendor(kit: Kit, vendor: Vendor, source: SourceRef, signal: AbortSignal): Promise<string[]> {
  await using session = await openSession(kit, vendor, source, signal);
  const tables = await vendor.tables(session);
  const [first] = tables;
  // Some vendors name their tables without being asked: a first page shows whether the secret opens them.
  if (first !== undefined) await vendor.read(session, first, { from: null, since: null })[Symbol.asyncIterator]().next();
  return tables.map(({ name }) => name);
}

async function openSession(kit: Kit, vendor: Vendor, source: SourceRef, signal: AbortSignal): Promise<VendorSession & AsyncDisposable> {
  const { location, secret, settings, owner = null } = source;
  if (secret === null) throw vendorErrors.VENDOR_SECRET_MISSING({});
  const state = kit.states.of(owner, location, secret, vendor.parallel ?? USUAL_PARALLEL);
  const session = new Session(kit, vendor.auth, { ...source, secret }, state);
  const transport = kit.transportOf(source);
  const http = new VendorHttp({ kit, owner, state, transport, location, session, judge: vendor.judge ?? null });
  return { http, signal, source, settings: settingsSchema.parse(settings ?? {}), [Symbol.asyncDispose]: () => http.close() };
}

/** Makes the connector of a vendor: discovery over its tables, pages that go on at any cursor, typed failures. */
export function vendorConnector(kit: Kit, kind: ConnectionKind, vendor: Vendor): Connector {
  const open = (source: SourceRef, signal: AbortSignal): Promise<VendorSession & AsyncDisposable> =>
    openSession(kit, vendor, source, signal);
  const connector: Connector = {
    kind,
    streams: vendor.parallel ?? USUAL_PARALLEL,
    async discover(source, { signal }) {
      await using session = await open(source, signal);
      const found: FoundObject[] = [];
      const tables = await vendor.tables(session);
      const keys = new Map(tables.map(({ path, key }) => [path, key]));
      for (const table of tables)
        found.push({ path: table.path, name: table.name, found: await discoverTable(vendor, session, table, keys) });
      return found;
    },
    async *pages(source, table, { signal }) {
      await using session = await open(source, signal);
      const { fields, count, own } = planSchema.parse(table.plan);
      const from = table.from === null ? null : cursorSchema.parse(table.from);
      let line = from?.line ?? 0;
      for await (const page of vendor.read(
        session,
        { path: table.path, fields, plan: own },
        { from: from?.at ?? null, since: table.since },
      )) {
        const first = line + 1;
        line += page.records.length;
        yield {
          ...(page.removed === undefined ? {} : { removed: page.removed }),
          ...(await screened(kit.system, await toPageRecords(page.records, fields, table.key, first), table.screening, signal)),
          cursor: { at: page.cursor, line },
          watermark: page.watermark,
          // Without a count nobody knows how far it is: half of what is left each time.
          progress: page.last ? 1 : count === null ? 1 - 0.9 ** Math.ceil(line / 1_000) : Math.min(0.99, line / Math.max(1, count)),
        };
      }
    },
  };
  if (vendor.keys === undefined) return connector;
  return {
    ...connector,
    async *keys(source, table, { signal }) {
      await using session = await open(source, signal);
      yield* vendor.keys?.(session, { path: table.path, plan: planSchema.parse(table.plan).own }) ?? [];
    },
  };
}

/** A page without what may not come in; looked through on a thread. */
async function screened(
  { workers }: Pick<System, 'workers'>,
  page: Pick<Page, 'records' | 'bad'>,
  screening: Screening | null,
  signal: AbortSignal,
): Promise<Pick<Page, 'records' | 'bad' | 'tallies'>> {
  return screening === null ? page : workers.run<object, ScreenedPage>(SCREEN, { page, screening }, { signal });
}

async function discoverTable(
  vendor: Vendor,
  session: VendorSession,
  table: VendorTable,
  keys: ReadonlyMap<string, readonly string[]>,
): Promise<FoundTable> {
  const sample: JsonRecord[] = [];
  let whole = true;
  for await (const page of vendor.read(session, table, { from: null, since: null })) {
    sample.push(...page.records);
    whole = page.last;
    if (page.last || sample.length >= SAMPLE_RECORDS) break;
  }
  const made = table.customAt.flatMap((custom) => inferFields(sample, custom, table.fields));
  const fields: VendorField[] = [...table.fields, ...made];
  const count = table.count ?? (whole ? sample.length : null);
  return {
    kind: 'TABLE',
    columns: await profileFields(fields, sample, whole),
    rowCount: count ?? sample.length,
    quarantinedCount: 0,
    primaryKey: { columns: [...table.key], evidence: ['the vendor documents it as the record’s id'] },
    foreignKeys: fields.flatMap(({ name, references }) => {
      const target = references === null ? undefined : keys.get(references);
      const evidence = ['the vendor documents the reference'];
      return references === null || target === undefined
        ? []
        : [{ columns: [name], targetPath: references, targetColumns: [...target], coverage: 1, evidence }];
    }),
    incremental: table.incremental,
    evidence: [whole ? 'all of its records were looked at' : `its first ${sample.length} records were looked at`],
    plan: { fields, count, ...(table.plan === undefined ? {} : { own: table.plan }) } satisfies z.infer<typeof planSchema>,
    contentHash: null,
  };
}
