import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { TelemetryFeedCount } from './telemetry-feed.type.ts';

const number = z.coerce.number();
const rowsSchema = z.array(z.object({ feed_id: z.uuid(), files: number, read: number, taken: number, kept: number, refused: number }));

/** What the last scan that succeeded counted of these feeds; of a file that it did not read again, what the scan counted that did. */
export async function feedCounts({ sql: db, tenantId }: UnitOfWork, ids: readonly string[]): Promise<Map<string, TelemetryFeedCount>> {
  const count = (name: string): ReturnType<typeof sql> => sql`coalesce(sum((c.n ->> ${sql.lit(name)})::bigint), 0) as ${sql.id(name)}`;
  const { rows } =
    await sql`select f.feed_id, count(distinct f.position) as files, ${count('read')}, ${count('taken')}, ${count('kept')}, ${count('refused')}
    from (select id from scan where tenant_id = ${tenantId}::uuid and status = 'SUCCEEDED' order by number desc limit 1) last
    join scan_file f on f.tenant_id = ${tenantId}::uuid and f.scan_id = last.id and f.feed_id = any(${[...ids]}::uuid[])
    left join lateral (select r.lists from scan_file r join scan s on s.id = r.scan_id and s.tenant_id = r.tenant_id
      where r.tenant_id = f.tenant_id and r.feed_id = f.feed_id and r.name = f.name and r.checksum = f.checksum and r.read_again
        and s.status = 'SUCCEEDED' order by s.number desc limit 1) r on true
    left join lateral jsonb_array_elements(r.lists) c(n) on true
    group by f.feed_id`.execute(db);
  return new Map(rowsSchema.parse(rows).map(({ feed_id, ...counts }) => [feed_id, Object.assign(new TelemetryFeedCount(), counts)]));
}
