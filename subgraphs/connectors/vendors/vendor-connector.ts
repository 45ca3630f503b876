import { extname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import type { Screening } from '../../kernel/privacy/screening/screening.ts';
import type { ScreenedPage } from '../privacy/screen-page.ts';
import type { Connector, Page, SourceRef } from '../kit/connector.ts';
import type { ConnectionKind } from '../kit/kinds.ts';
import type { Kit } from '../kit/kit.ts';
import { discoverTables } from './discover-table.ts';
import { Endless, honestPages } from './honest-pages.ts';
import { USUAL_PARALLEL } from './http/connection-state.ts';
import { Session } from './http/session.ts';
import { VendorHttp } from './http/vendor-http.ts';
import { vendorErrors } from './http/vendor.errors.ts';
import { toPageRecords } from './records/to-page-record.ts';
import { withoutFuture } from './records/watermark.ts';
import { RecentRecords } from './recent-records.ts';
import { vendorPlanSchema } from './vendor-plan.ts';
import type { Vendor, VendorSession } from './vendor.ts';

const SCREEN = new URL(`../privacy/screen-page.worker${extname(import.meta.url)}`, import.meta.url);

const settingsSchema = z.record(z.string(), z.unknown());
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
      return discoverTables(vendor, session);
    },
    async *pages(source, table, { signal }) {
      await using session = await open(source, signal);
      const plan = vendorPlanSchema.parse(table.plan);
      const asked = { path: table.path, fields: plan.fields, plan: plan.own };
      const begun = table.from === null ? null : cursorSchema.parse(table.from);
      const recent = new RecentRecords();
      let line = begun?.line ?? 0;
      let kept: unknown = begun?.at ?? null;
      try {
        for await (const { page, told } of honestPages((from) => vendor.read(session, asked, { from, since: table.since }), kept)) {
          const { records, bad } = await toPageRecords(page.records, plan.fields, table.key, line + 1);
          const fresh = { records: recent.fresh(records), bad: recent.fresh(bad.map((one) => ({ ...one, key: null, hash: one.raw }))) };
          const news = fresh.records.length + fresh.bad.length;
          told(news);
          if (news === 0 && (page.removed ?? []).length === 0 && isDeepStrictEqual(page.cursor, kept)) continue;
          kept = page.cursor;
          line += page.records.length;
          yield {
            ...(page.removed === undefined ? {} : { removed: page.removed }),
            ...(await screened(kit.system, { records: fresh.records, bad: fresh.bad.map(badOf) }, table.screening, signal)),
            cursor: { at: page.cursor, line },
            watermark: withoutFuture(page.watermark, Date.now()),
            progress: progressOf(line, plan.count),
          };
        }
      } catch (error) {
        throw error instanceof Endless
          ? vendorErrors.VENDOR_PAGES_ENDLESS({ host: session.http.host, table: table.path }, { cause: error })
          : error;
      }
    },
  };
  if (vendor.keys === undefined) return connector;
  return {
    ...connector,
    async *keys(source, table, { signal }) {
      await using session = await open(source, signal);
      yield* vendor.keys?.(session, { path: table.path, plan: vendorPlanSchema.parse(table.plan).own }) ?? [];
    },
  };
}

/** A page without what may not come in; looked through on a thread. */
export async function screened(
  { workers }: Pick<System, 'workers'>,
  page: Pick<Page, 'records' | 'bad'>,
  screening: Screening | null,
  signal: AbortSignal,
): Promise<Pick<Page, 'records' | 'bad' | 'tallies'>> {
  return screening === null ? page : workers.run<object, ScreenedPage>(SCREEN, { page, screening }, { signal });
}

/** How far it is; without a count nobody knows: a part of what is left each time. The end is told by the pages ending. */
const progressOf = (line: number, count: number | null): number =>
  count === null ? 1 - 0.9 ** Math.ceil(line / 1_000) : Math.min(1, line / Math.max(1, count));

const badOf = ({ line, code, reason, raw }: Page['bad'][number]): Page['bad'][number] => ({ line, code, reason, raw });
