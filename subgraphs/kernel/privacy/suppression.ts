import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { type Identifier, type IdentifierKind, IdentifierKind as Kinds, digestOf, normalised } from './subject/identifier.ts';

/** Someone who was forgotten, as landing knows them: a keyed hash, and how long what was hashed is. */
export interface ErasedIdentifier {
  digest: string;
  kind: IdentifierKind;
  /** Characters of the normalised identifier: only texts of this length are hashed. */
  size: number;
  /** Records about them do not come in at all. */
  wholeRow: boolean;
}

const rowSchema = z.object({ digest: z.string(), kind: z.enum(Kinds), size: z.int(), whole_row: z.boolean() });

/** The normal form of an identifier on the list; a key together with the table it is of. */
export const suppressedForm = (identifier: Identifier): string =>
  identifier.kind === 'KEY' ? `${(identifier.table ?? '').toLowerCase()}\0${normalised(identifier)}` : normalised(identifier);

/**
 * Puts identifiers on the list of those who must not come back. Waits for pages that are just landing: what lands after this has seen the list.
 * @returns how many there are
 */
export async function suppress(
  unit: UnitOfWork,
  identifiers: readonly Identifier[],
  { key, requestId, wholeRow }: { key: Uint8Array; requestId: string; wholeRow: boolean },
): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${landingLock(unit.tenantId)}, 0))`.execute(unit.sql);
  for (const identifier of identifiers) {
    const form = suppressedForm(identifier);
    await sql`insert into erased_identifier (tenant_id, digest, kind, size, whole_row, request_id)
      values (${unit.tenantId}::uuid, ${digestOf(key, identifier.kind, form)}, ${identifier.kind}, ${form.length}, ${wholeRow}, ${requestId}::uuid)
      on conflict (tenant_id, digest) do update set whole_row = erased_identifier.whole_row or excluded.whole_row`.execute(unit.sql);
  }
  return identifiers.length;
}

/** Everybody who must not come back. */
export async function readSuppressed(unit: UnitOfWork): Promise<ErasedIdentifier[]> {
  const { rows } = await sql`select digest, kind, size, whole_row from erased_identifier where tenant_id = ${unit.tenantId}::uuid`.execute(
    unit.sql,
  );
  return rows.map((row) => rowSchema.parse(row)).map(({ whole_row: wholeRow, ...each }) => ({ ...each, wholeRow }));
}

/**
 * What landing goes by, as one text: it changes with every policy and everybody who is forgotten. Asked within the transaction that lands a page, it keeps
 * the list from growing until that is committed.
 */
export async function ingressVersion(unit: UnitOfWork): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select pg_advisory_xact_lock_shared(hashtextextended(${landingLock(unit.tenantId)}, 0)),
      (select count(*) || ' ' || coalesce(max(created_at)::text, '') from erased_identifier where tenant_id = ${unit.tenantId}::uuid) || ' ' ||
      (select count(*) || ' ' || coalesce(max(updated_at)::text, '') from personal_data_policy where tenant_id = ${unit.tenantId}::uuid) as version`.execute(
    unit.sql,
  );
  return rows[0]?.version ?? '';
}

const landingLock = (tenantId: string): string => `landing ${tenantId}`;
