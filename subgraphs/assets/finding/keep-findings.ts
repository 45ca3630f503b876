import { sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type Found, findingIdOf, RANK } from './found.ts';

export interface FoundOn extends Found {
  assetId: string;
}

/**
 * Brings what was found on these assets together with what was known: what is new is opened, what is known keeps what people decided, what comes back
 * is opened again, and what is gone is resolved. The same look again changes nothing.
 */
export async function keepFindings(unit: UnitOfWork, assetIds: readonly string[], found: readonly FoundOn[], at: Date): Promise<void> {
  const { tenantId, sql: db } = unit;
  const rows = found.map(({ assetId, severity, ...each }) => ({
    ...each, id: findingIdOf(tenantId, assetId, each.code, each.about), asset_id: assetId, severity, rank: RANK[severity],
  })); // prettier-ignore
  await sql`update finding set present = false, status = 'RESOLVED', resolved_at = coalesce(resolved_at, ${at}::timestamptz)
    where tenant_id = ${tenantId}::uuid and asset_id = any(${[...assetIds]}::uuid[]) and (present or status <> 'RESOLVED') and not id = any(${rows.map(({ id }) => id)}::uuid[])`.execute(
    db,
  );
  await sql`insert into finding (id, tenant_id, asset_id, code, about, severity, rank, title, detail, remedy, evidence, present, status, first_seen_at,
      last_seen_at, opened_at, times_opened)
    select id, ${tenantId}::uuid, asset_id, code, about, severity, rank, title, detail, remedy, evidence, true, 'OPEN', ${at}::timestamptz,
      ${at}::timestamptz, ${at}::timestamptz, 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g (id uuid, asset_id uuid, code text, about text, severity text, rank smallint,
      title text, detail text, remedy text, evidence jsonb)
    on conflict (id) do update set severity = excluded.severity, rank = excluded.rank, title = excluded.title, detail = excluded.detail,
      remedy = excluded.remedy, evidence = excluded.evidence, present = true, last_seen_at = excluded.last_seen_at`.execute(db);
  await reopen(unit, assetIds, at);
  await sql`update asset set findings_kept = true where tenant_id = ${tenantId}::uuid and id = any(${[...assetIds]}::uuid[]) and not findings_kept`.execute(
    db,
  );
}

/** Opens what is still found although it was resolved, or was accepted until before this moment or when it was less grave. @param assetIds null: of all applications */
export async function reopen({ tenantId, sql: db }: UnitOfWork, assetIds: readonly string[] | null, at: Date): Promise<void> {
  const on =
    assetIds === null
      ? sql`asset_id in (select id from asset where tenant_id = ${tenantId}::uuid and kind = 'APPLICATION')`
      : sql`asset_id = any(${[...assetIds]}::uuid[])`;
  await sql`update finding set status = 'OPEN', opened_at = ${at}::timestamptz, times_opened = times_opened + 1, resolved_at = null,
      accepted_until = null, accepted_rank = null
    where tenant_id = ${tenantId}::uuid and present and ${on}
      and (status = 'RESOLVED' or (status = 'ACCEPTED' and (accepted_until <= ${at}::timestamptz or rank < accepted_rank)))`.execute(db);
}
