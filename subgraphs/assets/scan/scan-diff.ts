import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { type Judgement, judgementSchema } from './judgement.ts';
import { judgementChanges } from './judgement-changes.ts';
import type { ScanChange, ScanChangeKind } from './scan-diff.type.ts';

/** Two scans by their numbers, the older one first. */
export interface Between {
  older: number;
  newer: number;
}

const rowSchema = z.object({ key: z.string(), asset_id: z.uuid(), before: judgementSchema.nullable(), after: judgementSchema.nullable() });
const countSchema = z.array(z.object({ kind: z.enum(['NEW', 'GONE', 'CHANGED']), n: z.coerce.number() }));

/** What of a judgement is told as a change: neither moments nor the words of scores. */
const told = (judgement: RawBuilder<unknown>): RawBuilder<unknown> => sql`${judgement} - 'latest' - 'scores' || jsonb_build_object(
  'risk', ${judgement}#>'{scores,risk,value}', 'cost', ${judgement}#>'{scores,cost,value}',
  'criticality', ${judgement}#>'{scores,criticality,value}', 'systemOfRecord', ${judgement}#>'{scores,systemOfRecord,value}')`;

/** Applications that are judged otherwise after the one scan than after the other: only what changed in between is looked at. */
const differing = ({ tenantId }: UnitOfWork, { older, newer }: Between): RawBuilder<unknown> => sql`
  select coalesce(o.key, n.key) as key, coalesce(o.asset_id, n.asset_id) as asset_id, o.judgement as before, n.judgement as after,
    case when o.asset_id is null then 'NEW' when n.asset_id is null then 'GONE' else 'CHANGED' end as kind
  from (select * from asset_judgement where tenant_id = ${tenantId}::uuid and from_scan <= ${older} and until_scan > ${older} and until_scan <= ${newer}) o
  full join (select * from asset_judgement where tenant_id = ${tenantId}::uuid and from_scan > ${older} and from_scan <= ${newer}
    and (until_scan is null or until_scan > ${newer})) n on o.asset_id = n.asset_id
  where o.asset_id is null or n.asset_id is null or ${told(sql`o.judgement`)} <> ${told(sql`n.judgement`)}`;

/** How many applications came, went and changed. */
export async function countChanges(unit: UnitOfWork, between: Between): Promise<Record<ScanChangeKind, number>> {
  const { rows } = await sql`select kind, count(*) as n from (${differing(unit, between)}) d group by kind`.execute(unit.sql);
  const counts = { NEW: 0, GONE: 0, CHANGED: 0 };
  for (const { kind, n } of countSchema.parse(rows)) counts[kind] = n;
  return counts;
}

/** Changes in the order of the keys, after one. */
export async function changesAfter(
  unit: UnitOfWork,
  between: Between,
  { kinds, after, limit }: { kinds: readonly ScanChangeKind[]; after: string; limit: number },
): Promise<ScanChange[]> {
  const { rows } = await sql`select key, asset_id, before, after from (${differing(unit, between)}) d
    where kind = any(${[...kinds]}::text[]) and key > ${after} order by key limit ${limit}`.execute(unit.sql);
  return z
    .array(rowSchema)
    .parse(rows)
    .map(({ key, asset_id, before, after: now }) => ({ key, assetId: asset_id, ...changeOf(before, now) }));
}

/** What became of an application between two judgements; null: there was none, or there is none any more. */
export function changeOf(before: Judgement | null, after: Judgement | null): Pick<ScanChange, 'kind' | 'changes'> {
  if (before === null) return { kind: 'NEW', changes: [] };
  if (after === null) return { kind: 'GONE', changes: [] };
  return { kind: 'CHANGED', changes: judgementChanges(before, after) };
}
