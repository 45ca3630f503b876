import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { ScanRow } from './scan.entity.ts';

const CHUNK = 1_000;

/** The last scan that succeeded. */
export async function lastScan({ em, tenantId }: UnitOfWork): Promise<ScanRow | null> {
  const [scan] = await em.find(ScanRow, { tenantId, status: 'SUCCEEDED' }, { orderBy: { number: 'desc' }, limit: 1 });
  return scan ?? null;
}

const hashSchema = z.object({ key: z.string(), hash: z.string() });

/** What is kept of every application now, by key: its hash. */
export async function keptHashes(unit: UnitOfWork, table: 'asset_fact' | 'asset_judgement'): Promise<Map<string, string>> {
  const { rows } =
    await sql`select key, hash from ${sql.table(table)} where tenant_id = ${unit.tenantId}::uuid and until_scan is null`.execute(unit.sql);
  return new Map(
    z
      .array(hashSchema)
      .parse(rows)
      .map(({ key, hash }) => [key, hash]),
  );
}

/** A part of what a scan is about to record. */
export interface StagedFacts {
  key: string;
  assetId: string;
  hash: string;
  /** As JSON; null: as they were. */
  facts: string | null;
}

/** Keeps gathered facts until they are recorded. Repeating it changes nothing. */
export async function stageFacts(unit: UnitOfWork, scanId: string, rows: readonly StagedFacts[]): Promise<void> {
  const given = JSON.stringify(
    rows.map(({ facts, ...row }) => ({ ...row, facts: facts === null ? null : (JSON.parse(facts) as unknown) })),
  );
  await sql`insert into scan_asset (tenant_id, scan_id, key, asset_id, facts, facts_hash)
    select ${unit.tenantId}::uuid, ${scanId}::uuid, g.key, g."assetId", g.facts, g.hash
    from jsonb_to_recordset(${given}::jsonb) as g (key text, "assetId" uuid, facts jsonb, hash text)
    on conflict (tenant_id, scan_id, key) do update set facts = excluded.facts, facts_hash = excluded.facts_hash`.execute(unit.sql);
}

const applicationSchema = z.object({ key: z.string(), says_hash: z.string().nullable(), owned: z.boolean() });

/** What else is kept of applications that are there: hashes of what is said of them, and which have an owner. */
export async function knownOfApplications(unit: UnitOfWork): Promise<{ knownSays: Map<string, string>; owned: Set<string> }> {
  const { rows } = await sql`select key, says_hash, owner_id is not null as owned from asset
    where tenant_id = ${unit.tenantId}::uuid and kind = 'APPLICATION' and removed_at is null`.execute(unit.sql);
  const known = z.array(applicationSchema).parse(rows);
  return {
    knownSays: new Map(known.flatMap(({ key, says_hash }) => (says_hash === null ? [] : [[key, says_hash]]))),
    owned: new Set(known.flatMap(({ key, owned }) => (owned ? [key] : []))),
  };
}

export interface StagedJudgement {
  key: string;
  assetId: string;
  /** null: as they were. */
  judgement: { hash: string; is: unknown } | null;
  says: { hash: string; is: unknown } | null;
}

/** Keeps judgements, and what else is said, until they are recorded. Repeating it changes nothing. */
export async function stageJudgements(unit: UnitOfWork, scanId: string, rows: readonly StagedJudgement[]): Promise<void> {
  const given = JSON.stringify(
    rows.map(({ key, assetId, judgement, says }) => ({
      key, asset_id: assetId, judgement: judgement?.is, judgement_hash: judgement?.hash, says: says?.is, says_hash: says?.hash,
    })),
  ); // prettier-ignore
  await sql`insert into scan_asset (tenant_id, scan_id, key, asset_id, judgement, judgement_hash, says, says_hash)
    select ${unit.tenantId}::uuid, ${scanId}::uuid, g.key, g.asset_id, g.judgement, g.judgement_hash, g.says, g.says_hash
    from jsonb_to_recordset(${given}::jsonb) as g (key text, asset_id uuid, judgement jsonb, judgement_hash text, says jsonb, says_hash text)
    on conflict (tenant_id, scan_id, key) do update set judgement = excluded.judgement, judgement_hash = excluded.judgement_hash,
      says = excluded.says, says_hash = excluded.says_hash`.execute(unit.sql);
}

/** Facts of every application as the scan has them: gathered anew, or as they were kept. */
export async function factsOfScan(unit: UnitOfWork, { id, mode }: Pick<ScanRow, 'id' | 'mode'>): Promise<unknown[]> {
  const { tenantId } = unit;
  const staged = sql`select 1 from scan_asset s where s.tenant_id = ${tenantId}::uuid and s.scan_id = ${id}::uuid and s.key = f.key`;
  // A full scan keeps only what it met again; an incremental one everything that it does not know better.
  const kept = mode === 'FULL' ? sql`exists (${staged} and s.facts is null)` : sql`not exists (${staged} and s.facts is not null)`;
  const { rows } =
    await sql`select facts from scan_asset where tenant_id = ${tenantId}::uuid and scan_id = ${id}::uuid and facts is not null
    union all select f.facts from asset_fact f where f.tenant_id = ${tenantId}::uuid and f.until_scan is null and ${kept}`.execute(
      unit.sql,
    );
  return factsSchema.parse(rows).map(({ facts }) => facts);
}

/** Facts of every application as they were after a scan, by its number. */
export async function factsAfter(unit: UnitOfWork, number: number): Promise<unknown[]> {
  const { rows } = await sql`select facts from asset_fact where tenant_id = ${unit.tenantId}::uuid
    and from_scan <= ${number} and (until_scan is null or until_scan > ${number})`.execute(unit.sql);
  return factsSchema.parse(rows).map(({ facts }) => facts);
}

/** What was thought of every application after a scan, by its number. */
export async function judgementsAfter(unit: UnitOfWork, number: number): Promise<unknown[]> {
  const { rows } = await sql`select judgement from asset_judgement where tenant_id = ${unit.tenantId}::uuid
    and from_scan <= ${number} and (until_scan is null or until_scan > ${number})`.execute(unit.sql);
  return judgementsSchema.parse(rows).map(({ judgement }) => judgement);
}

const judgementsSchema = z.array(z.object({ judgement: z.unknown() }));
const factsSchema = z.array(z.object({ facts: z.unknown() }));

/** Rows in pieces that one statement takes. */
export function* inChunks<Row>(rows: readonly Row[]): Generator<{ rows: readonly Row[]; done: number }> {
  for (let at = 0; at < rows.length; at += CHUNK) yield { rows: rows.slice(at, at + CHUNK), done: Math.min(1, (at + CHUNK) / rows.length) };
}
