import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { type Identifier, IdentifierKind, digestOf, normalised } from './subject/identifier.ts';
import { isTellingKey, nationalDigits } from './subject/text-matcher.ts';

/** Someone who was forgotten, as landing knows them: a keyed hash, and how long what was hashed is. */
export interface ErasedIdentifier {
  digest: string;
  kind: IdentifierKind;
  /** Characters of what was hashed: only texts of this length are hashed and compared. */
  size: number;
  /** Records about them do not come in at all. */
  wholeRow: boolean;
}

const rowSchema = z.object({ digest: z.string(), kind: z.enum(IdentifierKind), size: z.int(), whole_row: z.boolean() });

/** The forms of an identifier on the list: a telephone's with and without the country's code, a key's together with the table it is of. */
function formsOf(identifier: Identifier): string[] {
  const form = normalised(identifier);
  if (identifier.kind === 'PHONE') return [...new Set([form, nationalDigits(form)])];
  if (identifier.kind !== 'KEY') return [form];
  const own = keyForm(identifier.table ?? '', form);
  return isTellingKey(form) ? [own, keyForm('', form)] : [own];
}

/** A key as it is hashed: with the table it is of, or '' for one that names its record anywhere. */
export const keyForm = (table: string, key: string): string => `${table.toLowerCase()}\0${key}`;

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
  const forms = identifiers.flatMap((identifier) => formsOf(identifier).map((form) => ({ kind: identifier.kind, form })));
  for (const { kind, form } of forms)
    await sql`insert into erased_identifier (tenant_id, digest, kind, size, whole_row, request_id)
      values (${unit.tenantId}::uuid, ${digestOf(key, kind, form)}, ${kind}, ${form.length}, ${wholeRow}, ${requestId}::uuid)
      on conflict (tenant_id, digest) do update set whole_row = erased_identifier.whole_row or excluded.whole_row`.execute(unit.sql);
  return forms.length;
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
export async function ingressVersion(unit: Pick<UnitOfWork, 'sql' | 'tenantId'>): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select pg_advisory_xact_lock_shared(hashtextextended(${landingLock(unit.tenantId)}, 0)),
      (select count(*) || ' ' || coalesce(max(created_at)::text, '') from erased_identifier where tenant_id = ${unit.tenantId}::uuid) || ' ' ||
      (select count(*) || ' ' || coalesce(max(updated_at)::text, '') from personal_data_policy where tenant_id = ${unit.tenantId}::uuid) as version`.execute(
    unit.sql,
  );
  return rows[0]?.version ?? '';
}

const landingLock = (tenantId: string): string => `landing ${tenantId}`;
