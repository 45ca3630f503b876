import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { RetentionKind } from '../../kernel/privacy/retention-kind.ts';

const countedSchema = z.tuple([z.object({ n: z.coerce.number() })]);

/** What was known and thought of applications from one scan until another goes with the last scan that shows it; what holds now stays. */
export const versionRetention: RetentionKind = {
  name: 'SCANS',
  within: 'UNIT',
  async count(unit, olderThan) {
    const old = unseen(unit, olderThan);
    const { rows } =
      await sql`select (select count(*) from asset_fact t where ${old}) + (select count(*) from asset_judgement t where ${old}) as n`.execute(
        unit.sql,
      );
    return countedSchema.parse(rows)[0].n;
  },
  async prune(unit, olderThan, limit) {
    const old = unseen(unit, olderThan);
    const facts =
      await sql`delete from asset_fact where ctid = any(array(select t.ctid from asset_fact t where ${old} limit ${limit}))`.execute(
        unit.sql,
      );
    const left = limit - Number(facts.numAffectedRows ?? 0);
    const judgements = await sql`delete from asset_judgement where ctid = any(array(
      select t.ctid from asset_judgement t where ${old} limit ${left}))`.execute(unit.sql);
    return limit - left + Number(judgements.numAffectedRows ?? 0);
  },
};

/** Versions `t` that are over and were of no scan that is kept, or will be. */
function unseen({ tenantId }: UnitOfWork, olderThan: Date): RawBuilder<unknown> {
  return sql`t.tenant_id = ${tenantId}::uuid and t.until_scan is not null and not exists (select 1 from scan s where s.tenant_id = t.tenant_id
    and s.number >= t.from_scan and s.number < t.until_scan and s.finished_at >= ${olderThan.toISOString()}::timestamptz)
    and exists (select 1 from scan later where later.tenant_id = t.tenant_id and later.number >= t.until_scan and later.status = 'SUCCEEDED')`;
}
