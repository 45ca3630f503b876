import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { ModelEntity } from '../../../../schema/events/semantic-model.ts';
import type { TenantTables } from '../../../kernel/tenancy/landing.ts';
import type { ResolvableRecord } from '../engine/types.ts';
import type { RecordReader } from '../store/records.ts';

/** Records that a model is learned from, at most. */
export const MAX_SAMPLE = 40_000;
const PAGE_ROWS = 1_000;
/** Records that share this many first letters of their title are taken together, so that the sample holds the same things more than once. */
const PREFIX = 4;

/** Reads page by page; each page is a transaction of its own. */
export type InTenant = <T>(work: (db: Kysely<TenantTables>) => Promise<T>) => Promise<T>;

/**
 * Records to learn from: all of a small type; of a large one about half by chance (ids are hashes, so a stretch of them is a sample), and half by the
 * beginnings of their titles, without which a sample of one in a hundred would hold one in ten thousand of the pairs.
 */
export async function sampleOf(
  inTenant: InTenant,
  entity: ModelEntity,
  reader: RecordReader,
  records: number,
  signal: AbortSignal,
): Promise<ResolvableRecord[]> {
  const title = entity.attributes.find(({ name }) => name === entity.titleAttribute);
  const share = Math.min(1, MAX_SAMPLE / Math.max(1, records));
  const parts = title === undefined || share === 1 ? 1 : 2;
  const found = new Map<string, ResolvableRecord>();
  const buckets = Math.max(1, Math.round(parts / share));
  const conditions = [
    ...(share === 1 ? [sql`true`] : [sql`('x' || left(md5(e.id::text), 7))::bit(28)::int % ${sql.lit(buckets)} = 0`]),
    ...(parts === 1 || title === undefined
      ? []
      : [sql`abs(hashtext(lower(left(${sql.id('e', title.column)}::text, ${sql.lit(PREFIX)})))) % ${sql.lit(buckets)} = 0`]),
  ];
  for (const condition of conditions) {
    const most = found.size + Math.ceil(MAX_SAMPLE / conditions.length);
    for (let after: string | null = null; found.size < most;) {
      signal.throwIfAborted();
      const from: string | null = after;
      const where: RawBuilder<unknown> = sql`${condition} ${from === null ? sql`` : sql`and e.id > ${from}::uuid`}`;
      const page: ResolvableRecord[] = await inTenant((db) => reader.where(db, where, PAGE_ROWS));
      for (const record of page) found.set(record.id, record);
      after = page.at(-1)?.id ?? null;
      if (page.length < PAGE_ROWS) break;
    }
  }
  return [...found.values()].slice(0, MAX_SAMPLE);
}
