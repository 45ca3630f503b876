import { type RawBuilder, sql } from 'kysely';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { ScanRow } from './scan.entity.ts';

/** The applications of a scan whose keys lie between two, the first left out. */
export interface Part {
  scanId: string;
  number: number;
  /** The moment the scan judges as of. */
  at: Date;
  after: string;
  upTo: string;
}

/** Both tables by the same range of keys, so that neither is looked through for each row of the other. */
const between = (key: RawBuilder<unknown>, { after, upTo }: Part): RawBuilder<unknown> => sql`${key} > ${after} and ${key} <= ${upTo}`;

export const within = ({ tenantId }: UnitOfWork, part: Part): RawBuilder<unknown> =>
  sql`s.tenant_id = ${tenantId}::uuid and s.scan_id = ${part.scanId}::uuid and ${between(sql`s.key`, part)}`;

/** What is known of applications otherwise than before holds from this scan on. */
export async function recordFacts(unit: UnitOfWork, part: Part): Promise<void> {
  const own = within(unit, part);
  await sql`update asset_fact f set until_scan = ${part.number} from scan_asset s where ${own} and s.facts is not null
    and f.tenant_id = s.tenant_id and f.key = s.key and ${between(sql`f.key`, part)} and f.until_scan is null
    and f.from_scan < ${part.number}`.execute(unit.sql);
  await sql`insert into asset_fact (tenant_id, asset_id, from_scan, key, hash, facts)
    select s.tenant_id, s.asset_id, ${part.number}::int, s.key, s.facts_hash, s.facts from scan_asset s where ${own} and s.facts is not null
    on conflict (tenant_id, asset_id, from_scan) do nothing`.execute(unit.sql);
}

/** What is thought of applications otherwise than before holds from this scan on. */
export async function recordJudgements(unit: UnitOfWork, part: Part): Promise<void> {
  const own = within(unit, part);
  await sql`update asset_judgement j set until_scan = ${part.number} from scan_asset s where ${own} and s.judgement is not null
    and j.tenant_id = s.tenant_id and j.key = s.key and ${between(sql`j.key`, part)} and j.until_scan is null
    and j.from_scan < ${part.number}`.execute(unit.sql);
  await sql`insert into asset_judgement (tenant_id, asset_id, from_scan, key, hash, judgement)
    select s.tenant_id, s.asset_id, ${part.number}::int, s.key, s.judgement_hash, s.judgement from scan_asset s where ${own} and s.judgement is not null
    on conflict (tenant_id, asset_id, from_scan) do nothing`.execute(unit.sql);
}

/** The applications themselves, as they are thought of now. */
export async function recordApplications(unit: UnitOfWork, part: Part): Promise<void> {
  await sql`insert into asset (id, tenant_id, kind, name, name_key, search_key, first_seen_at, last_seen_at, last_sequence, facts, key, key_kind,
      admitted, admission, class, activity, governed, external, reasons, scores, risk, cost, criticality)
    select s.asset_id, s.tenant_id, 'APPLICATION', s.key, left(s.key, 200), s.key, ${part.at}::timestamptz,
      coalesce(to_timestamp((j->>'latest')::float8 / 1000), ${part.at}::timestamptz), 0, '{"kind": "APPLICATION"}', s.key, j->>'keyKind',
      (j->>'admitted')::boolean, j->>'admission', j->>'class', j->>'activity', (j->>'governed')::boolean, (j->>'external')::boolean,
      array(select jsonb_array_elements_text(j->'reasons')),
      j->'scores', round((j#>>'{scores,risk,value}')::numeric), round((j#>>'{scores,cost,value}')::numeric),
      round((j#>>'{scores,criticality,value}')::numeric)
    from scan_asset s, lateral (select s.judgement as j) judged where ${within(unit, part)} and s.judgement is not null
    on conflict (id) do update set last_seen_at = excluded.last_seen_at, key_kind = excluded.key_kind, admitted = excluded.admitted,
      admission = excluded.admission, class = excluded.class, activity = excluded.activity, governed = excluded.governed,
      external = excluded.external, reasons = excluded.reasons, scores = excluded.scores, risk = excluded.risk, cost = excluded.cost,
      criticality = excluded.criticality`.execute(unit.sql);
  // What had gone and is back may be thought of as it was before.
  await sql`update asset a set removed_at = null from scan_asset s where ${within(unit, part)}
    and a.tenant_id = s.tenant_id and a.id = s.asset_id and a.removed_at is not null`.execute(unit.sql);
}

/** Applications that a full scan did not meet are gone from it on; they are remembered. */
export async function recordGone(unit: UnitOfWork, { id, number, asOf }: ScanRow): Promise<void> {
  const { tenantId } = unit;
  const unmet = sql`not exists (select 1 from scan_asset s where s.tenant_id = t.tenant_id and s.scan_id = ${id}::uuid and s.key = t.key)`;
  for (const table of ['asset_fact', 'asset_judgement'])
    await sql`update ${sql.table(table)} t set until_scan = ${number} where tenant_id = ${tenantId}::uuid and until_scan is null and ${unmet}`.execute(
      unit.sql,
    );
  await sql`update asset t set removed_at = ${asOf ?? new Date()}::timestamptz
    where tenant_id = ${tenantId}::uuid and kind = 'APPLICATION' and removed_at is null and ${unmet}`.execute(unit.sql);
}
