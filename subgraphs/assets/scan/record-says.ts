import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { applicationIdOf } from '../asset/asset-id.ts';
import { keepFindings } from '../finding/keep-findings.ts';
import { type Part, within } from './record-part.ts';
import { saysSchema } from './says.ts';

const rowsSchema = z.array(z.object({ asset_id: z.uuid(), says: saysSchema }));

/** What is said of applications otherwise than before: findings, who may own them, and what they have to do with each other. */
export async function recordSays(unit: UnitOfWork, part: Part): Promise<void> {
  const { tenantId, sql: db } = unit;
  const own = sql`${within(unit, part)} and s.says is not null`;
  const said = rowsSchema.parse((await sql`select s.asset_id, s.says from scan_asset s where ${own}`.execute(db)).rows);
  if (said.length === 0) return;
  const ids = said.map(({ asset_id }) => asset_id);
  const found = said.flatMap(({ asset_id, says }) => says.findings.map((each) => ({ ...each, assetId: asset_id })));
  await keepFindings(unit, ids, found, part.at);
  await sql`delete from owner_suggestion where tenant_id = ${tenantId}::uuid and asset_id = any(${ids}::uuid[])`.execute(db);
  const owners = said.flatMap(({ asset_id, says }) => says.owners.map((owner, position) => ({ asset_id, position, ...owner })));
  await sql`insert into owner_suggestion (tenant_id, asset_id, position, who, source, confidence, tied, says, record)
    select ${tenantId}::uuid, g.* from jsonb_to_recordset(${JSON.stringify(owners)}::jsonb) as g (asset_id uuid, position int, who text, source text,
      confidence double precision, tied boolean, says text, record text)`.execute(db);
  await sql`delete from asset_relation where tenant_id = ${tenantId}::uuid and from_id = any(${ids}::uuid[])`.execute(db);
  const relations = said.flatMap(({ asset_id, says }) =>
    says.relations.map(({ to, ...relation }, position) => ({
      ...relation, from_id: asset_id, position, to_id: to === null ? null : applicationIdOf(tenantId, to),
    })),
  ); // prettier-ignore
  await sql`insert into asset_relation (tenant_id, from_id, position, kind, to_id, name, count, says, record)
    select ${tenantId}::uuid, g.* from jsonb_to_recordset(${JSON.stringify(relations)}::jsonb) as g (from_id uuid, position int, kind text, to_id uuid,
      name text, count int, says text, record text)`.execute(db);
  await sql`update asset a set says_hash = s.says_hash from scan_asset s where ${own} and a.tenant_id = s.tenant_id and a.id = s.asset_id`.execute(
    db,
  );
}

/** What was said of applications that are gone holds no more. */
export async function forgetSays({ tenantId, sql: db }: UnitOfWork, at: Date): Promise<void> {
  const gone = sql`(select id from asset where tenant_id = ${tenantId}::uuid and kind = 'APPLICATION' and removed_at is not null)`;
  await sql`update finding set present = false, status = 'RESOLVED', resolved_at = coalesce(resolved_at, ${at}::timestamptz)
    where tenant_id = ${tenantId}::uuid and present and asset_id in ${gone}`.execute(db);
  await sql`delete from owner_suggestion where tenant_id = ${tenantId}::uuid and asset_id in ${gone}`.execute(db);
  await sql`delete from asset_relation where tenant_id = ${tenantId}::uuid and from_id in ${gone}`.execute(db);
  await sql`update asset set says_hash = null where tenant_id = ${tenantId}::uuid and says_hash is not null and id in ${gone}`.execute(db);
}
