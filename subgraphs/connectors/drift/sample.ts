import { sql } from 'kysely';
import { z } from 'zod';
import type { System } from '../../kernel/system.ts';
import type { Connector, FoundTable, SourceRef } from '../kit/connector.ts';
import { readRecord } from '../repairs/read-page.ts';
import { type SourceRecord, textOf } from '../repairs/apply-rule.ts';
import type { ReadingRule } from '../repairs/rules.ts';
import type { Screening } from '../../kernel/privacy/screening/screening.ts';
import { type Pair, pairByContent } from './pairs.ts';

/** Records of the source that are compared with what has landed. */
const SAMPLE_RECORDS = 1_500;
const MIN_PAIRS = 5;

const landedSchema = z.object({ record_key: z.string(), data: z.record(z.string(), z.unknown()) });

/** What is sampled of one table. */
export interface ToSample {
  objectId: string;
  path: string;
  table: FoundTable;
  /** Stable columns of its key; null when its content names a record. */
  key: string[] | null;
  rules: readonly ReadingRule[];
  columns: readonly string[];
  screening: Screening | null;
}

/** Records of both times, and those that are the same one. */
export interface Sample {
  before: SourceRecord[];
  after: SourceRecord[];
  pairs: Pair[];
}

/** Reads the first records of a table at its source, and what landed of the same ones. Nothing of it is kept. @throws what the connector throws */
export async function sampleTable(
  system: System,
  tenantId: string,
  from: { connector: Connector; source: SourceRef; signal: AbortSignal },
  wanted: ToSample,
): Promise<Sample> {
  const { path, table, rules, columns, screening } = wanted;
  const names = new Set(table.columns.map(({ name }) => name));
  const ruled = new Map(rules.map((rule) => [rule.column, rule]));
  const atSource = wanted.key?.map((column) => (names.has(column) ? column : (ruled.get(column)?.from[0] ?? column))) ?? null;
  const keyed = atSource !== null && atSource.every((name) => names.has(name));
  const key = keyed ? atSource : null;
  const read: { key: string | null; record: SourceRecord }[] = [];
  const toRead = { path, plan: table.plan, key, from: null, since: null, screening: screening === null ? null : { ...screening, key } };
  for await (const page of from.connector.pages(from.source, toRead, { signal: from.signal })) {
    for (const record of page.records.slice(0, SAMPLE_RECORDS - read.length)) {
      const own = readRecord(rules, columns, JSON.parse(record.data) as SourceRecord);
      if (typeof own !== 'string') read.push({ key: record.key, record: own });
    }
    if (read.length >= SAMPLE_RECORDS) break;
  }
  const after = read.map(({ record }) => record);
  const landed = await landedOf(system, tenantId, wanted.objectId, keyed ? read.flatMap((one) => one.key ?? []) : null);
  const before = [...landed.values()];
  const byKey = read.flatMap((one): Pair[] => {
    const was = one.key === null ? undefined : landed.get(one.key);
    return was === undefined ? [] : [{ before: was, after: one.record }];
  });
  if (byKey.length >= MIN_PAIRS) return { before, after, pairs: byKey };
  const unchanged = columns.filter((name) => [after, before].every((side) => side.some((record) => Object.hasOwn(record, name))));
  const byContent = pairByContent(before, after, unchanged);
  return {
    before,
    after,
    pairs: byContent.length >= MIN_PAIRS ? byContent : byNewKey(landed, after, new Set(before.flatMap((record) => Object.keys(record)))),
  };
}

/** Records of which a new field holds the key under which they landed. */
function byNewKey(landed: ReadonlyMap<string, SourceRecord>, after: readonly SourceRecord[], known: ReadonlySet<string>): Pair[] {
  let best: Pair[] = [];
  for (const name of Object.keys(after[0] ?? {})) {
    if (known.has(name)) continue;
    const pairs = after.flatMap((record): Pair[] => {
      const was = landed.get(textOf(record[name]));
      return was === undefined ? [] : [{ before: was, after: record }];
    });
    if (pairs.length > best.length) best = pairs;
  }
  return best.length >= MIN_PAIRS && best.length >= after.length / 2 ? best : [];
}

/** Records of an object as they landed: those of these keys, or the first ones. */
function landedOf({ database }: System, tenantId: string, objectId: string, keys: string[] | null): Promise<Map<string, SourceRecord>> {
  return database.unitOfWork(tenantId, (unit) =>
    unit.asTenant(async (db) => {
      const which = keys === null ? sql`true` : sql`record_key = any(${keys}::text[])`;
      const { rows } =
        await sql`select record_key, data from raw_record where object_id = ${objectId}::uuid and removed_at is null and ${which}
        order by ordinal limit ${SAMPLE_RECORDS}`.execute(db);
      return new Map(rows.map((row) => landedSchema.parse(row)).map(({ record_key: key, data }) => [key, data]));
    }),
  );
}
