import { hash } from 'node:crypto';
import { DomainError } from '../../kernel/errors/domain-error.ts';
import type { FoundObject, FoundTable } from '../kit/connector.ts';
import { honestPages } from './honest-pages.ts';
import { RecentRecords } from './recent-records.ts';
import type { VendorField } from './records/field.ts';
import { inferFields } from './records/infer.ts';
import { profileFields } from './records/profile.ts';
import type { JsonRecord } from './records/read-value.ts';
import { settleFields } from './records/settle-fields.ts';
import type { VendorPlan } from './vendor-plan.ts';
import type { Vendor, VendorSession, VendorTable } from './vendor.ts';

/** Records looked at to know what a table's columns hold. */
const SAMPLE_RECORDS = 2_000;
/** What one table may be refused for while the others are read. */
const ONE_TABLE_ONLY = new Set(['VENDOR_FORBIDDEN', 'TABLE_GONE']);

/** All tables of a vendor; one that may not be read is told as left out. @throws DomainError when none may be */
export async function discoverTables(vendor: Vendor, session: VendorSession): Promise<FoundObject[]> {
  const tables = await vendor.tables(session);
  const keys = new Map(tables.map(({ path, key }) => [path, key]));
  const found: FoundObject[] = [];
  let refused: DomainError | null = null;
  for (const table of tables) {
    const { path, name } = table;
    try {
      found.push({ path, name, found: await discoverTable(vendor, session, table, keys) });
    } catch (error) {
      if (!(error instanceof DomainError) || !ONE_TABLE_ONLY.has(error.code)) throw error;
      refused ??= error;
      found.push({ path, name, found: { kind: 'SKIPPED', code: error.code, reason: `${error.message} ${error.extensions.todo}` } });
    }
  }
  if (refused !== null && found.every((one) => one.found.kind === 'SKIPPED')) throw refused;
  return found;
}

async function discoverTable(
  vendor: Vendor,
  session: VendorSession,
  table: VendorTable,
  keys: ReadonlyMap<string, readonly string[]>,
): Promise<FoundTable> {
  const { sample, whole } = await sampleOf(vendor, session, table);
  const settled = settleFields(table.fields, sample, { sparse: table.sparse === true, customAt: table.customAt.map(({ at }) => at) });
  const fields: VendorField[] = [...settled, ...table.customAt.flatMap((custom) => inferFields(sample, custom, settled))];
  const names = new Set(fields.map(({ name }) => name));
  const count = table.count ?? (whole ? sample.length : null);
  return {
    kind: 'TABLE',
    columns: await profileFields(fields, sample, whole),
    rowCount: count ?? sample.length,
    quarantinedCount: 0,
    primaryKey:
      table.key.length > 0 && table.key.every((name) => names.has(name))
        ? { columns: [...table.key], evidence: ['the vendor documents it as the record’s id'] }
        : null,
    foreignKeys: fields.flatMap(({ name, references }) => {
      const target = references === null ? undefined : keys.get(references);
      const evidence = ['the vendor documents the reference'];
      return references === null || target === undefined
        ? []
        : [{ columns: [name], targetPath: references, targetColumns: [...target], coverage: 1, evidence }];
    }),
    incremental: table.incremental !== null && names.has(table.incremental) ? table.incremental : null,
    evidence: [whole ? 'all of its records were looked at' : `its first ${sample.length} records were looked at`],
    plan: { fields, count, ...(table.plan === undefined ? {} : { own: table.plan }) } satisfies VendorPlan,
    contentHash: null,
  };
}

/** The first records; `whole`: there are no more. */
async function sampleOf(vendor: Vendor, session: VendorSession, table: VendorTable): Promise<{ sample: JsonRecord[]; whole: boolean }> {
  const sample: JsonRecord[] = [];
  const recent = new RecentRecords();
  for await (const { page, told } of honestPages((from) => vendor.read(session, table, { from, since: null }), null)) {
    const fresh = recent.fresh(
      page.records.map((record) => ({ record, key: null, hash: hash('sha256', JSON.stringify(record), 'base64url') })),
    );
    told(fresh.length);
    sample.push(...fresh.map(({ record }) => record));
    if (sample.length >= SAMPLE_RECORDS) return { sample, whole: false };
  }
  return { sample, whole: true };
}
