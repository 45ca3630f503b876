import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { UnitOfWork } from '../database/unit-of-work.ts';
import { PERSONAL_DATA_TYPES, type PersonalDataType } from '../personal-data/finding.ts';
import type { FindingSource, PolicyAction } from './privacy.entity.ts';

/** Types that are about many things besides persons: they are told of only where a policy names them. */
const SELDOM_PERSONAL: ReadonlySet<PersonalDataType> = new Set([
  'URL',
  'DATE_TIME',
  'AGE',
  'TITLE',
  'LOCATION',
  'NATIONALITY',
  'ORGANIZATION',
]);

/** What is looked for where nothing is said about a type. */
export const TELLING_TYPES: ReadonlySet<PersonalDataType> = new Set(PERSONAL_DATA_TYPES.filter((type) => !SELDOM_PERSONAL.has(type)));

/** Personal data of one type in one place. */
export interface FoundThere {
  source: FindingSource;
  /** The connection's id; null for what is no connection. */
  sourceId: string | null;
  sourceName: string;
  objectId: string | null;
  objectName: string | null;
  columnName: string | null;
  type: PersonalDataType;
  count: number;
  estimated: boolean;
  confidence: number;
  action: PolicyAction;
}

/**
 * Keeps the report up to date. `how`: REPLACE, the numbers are those of all that is there now; ADD, of what just came in beside it.
 * What was not known there is told as an event.
 */
export async function recordFindings(unit: UnitOfWork, found: readonly FoundThere[], how: 'REPLACE' | 'ADD', now: Date): Promise<void> {
  for (const each of found) {
    if (each.count === 0 || each.action === 'ALLOW') continue;
    const counted = how === 'REPLACE' ? sql`excluded.value_count` : sql`personal_data_finding.value_count + excluded.value_count`;
    const { rows } = await sql<{ known: boolean }>`
      insert into personal_data_finding (id, tenant_id, source_kind, source_id, source_name, object_id, object_name, column_name, type, value_count,
        estimated, confidence, action, first_seen_at, last_seen_at)
      values (${randomUUID()}, ${unit.tenantId}::uuid, ${each.source}, ${each.sourceId ?? ''}, ${each.sourceName}, ${each.objectId}::uuid,
        ${each.objectName ?? ''}, ${each.columnName ?? ''}, ${each.type}, ${each.count}, ${each.estimated}, ${each.confidence}, ${each.action},
        ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz)
      on conflict (tenant_id, source_kind, source_id, object_name, column_name, type) do update set
        source_name = excluded.source_name, object_id = excluded.object_id, value_count = ${counted}, estimated = excluded.estimated,
        confidence = excluded.confidence, action = excluded.action, last_seen_at = excluded.last_seen_at
      returning xmax::text <> '0' as known`.execute(unit.sql);
    if (rows[0]?.known === true) continue;
    const { source, sourceId, sourceName, objectName, columnName, type, action, count } = each;
    unit.emit('accounts.personal-data-found', { sourceKind: source, sourceId, sourceName, objectName, columnName, type, action, count });
  }
}
