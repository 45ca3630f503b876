import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { EvidencePiece, KeptPiece } from './gather.worker.ts';
import type { ScanRow } from './scan.entity.ts';

const pieceSchema = z.object({ kind: z.enum(['OBSERVED', 'RECORD', 'NAMED']), key: z.string(), body: z.unknown() });

/** What the last scan that succeeded knew: all that an incremental one needs to go on. */
export async function standingEvidence({ sql: db, tenantId }: UnitOfWork): Promise<KeptPiece[]> {
  const { rows } = await sql`select kind, key, body from kept_evidence where tenant_id = ${tenantId}::uuid and standing`.execute(db);
  return z.array(pieceSchema).parse(rows);
}

/** Keeps what a scan gathered until it has succeeded. */
export async function stageEvidence({ sql: db, tenantId }: UnitOfWork, scanId: string, pieces: readonly EvidencePiece[]): Promise<void> {
  const given = JSON.stringify(
    pieces.map(({ body, ...piece }) => ({ ...piece, body: body === null ? null : (JSON.parse(body) as unknown) })),
  );
  await sql`insert into kept_evidence (tenant_id, kind, key, scan_id, standing, body)
    select ${tenantId}::uuid, g.kind, g.key, ${scanId}::uuid, false, nullif(g.body, 'null'::jsonb)
    from jsonb_to_recordset(${given}::jsonb) as g (kind text, key text, body jsonb)`.execute(db);
}

/** Lets go of what a scan gathered and did not come to stand for. */
export async function dropStaged({ sql: db, tenantId }: UnitOfWork, scanId: string): Promise<void> {
  await sql`delete from kept_evidence where tenant_id = ${tenantId}::uuid and scan_id = ${scanId}::uuid and not standing`.execute(db);
}

/** From now on scans go on from what this one gathered: from nothing else after a full one, from what it changed after an incremental one. */
export async function standEvidence({ sql: db, tenantId }: UnitOfWork, { id, mode }: Pick<ScanRow, 'id' | 'mode'>): Promise<void> {
  const own = sql`tenant_id = ${tenantId}::uuid and scan_id = ${id}::uuid and not standing`;
  const replaced = mode === 'FULL' ? sql`true` : sql`(kind, key) in (select kind, key from kept_evidence where ${own})`;
  await sql`delete from kept_evidence where tenant_id = ${tenantId}::uuid and standing and ${replaced}`.execute(db);
  await sql`delete from kept_evidence where ${own} and body is null`.execute(db);
  await sql`update kept_evidence set standing = true where ${own}`.execute(db);
}
