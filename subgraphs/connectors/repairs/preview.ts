import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { Pair } from '../drift/pairs.ts';
import { type SourceRecord, applyRule, valueOf } from './apply-rule.ts';
import type { StoredChange } from './repair.entity.ts';
import type { ReadingRule } from './rules.ts';

const MAX_RECORDS = 20;
const MAX_TEXT_CHARACTERS = 300;

/** A record as it landed and as a repair would have it; only the columns that change. */
export interface RepairPreview {
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
}

/** What a repair would do to records of both times; of a column nobody can read yet, what the likeliest fields hold. */
export function previewOf(pairs: readonly Pair[], rules: readonly ReadingRule[], changes: readonly StoredChange[]): RepairPreview[] {
  const byColumn = new Map(rules.map((rule) => [rule.column, rule]));
  return pairs.slice(0, MAX_RECORDS).map(({ before, after }) => ({
    before: Object.fromEntries(changes.map(({ column }) => [column, shown(before[column])])),
    after: Object.fromEntries(
      changes.flatMap(({ column, candidates }): [string, unknown][] => {
        const rule = byColumn.get(column);
        if (rule !== undefined) return [[column, shown(readOf(rule, after))]];
        return candidates.map((path) => [path, shown(valueOf(after, path))]);
      }),
    ),
  }));
}

function readOf(rule: ReadingRule, record: SourceRecord): unknown {
  const value = applyRule(rule, record);
  return typeof value === 'symbol' ? null : value;
}

const shown = (value: unknown): unknown =>
  value === undefined
    ? null
    : typeof value === 'string' && value.length > MAX_TEXT_CHARACTERS
      ? `${value.slice(0, MAX_TEXT_CHARACTERS)}…`
      : value;

/** Keeps a preview in the tenant's schema. */
export function keepPreview(unit: UnitOfWork, repairId: string, objectId: string, preview: readonly RepairPreview[]): Promise<void> {
  return unit.asTenant(async (db) => {
    for (const [position, { before, after }] of preview.entries())
      await sql`insert into repair_preview (repair_id, object_id, position, before, after) values
        (${repairId}::uuid, ${objectId}::uuid, ${position}, ${before === null ? null : JSON.stringify(before)}::jsonb, ${JSON.stringify(after)}::jsonb)
        on conflict (repair_id, position) do nothing`.execute(db);
  });
}

const rowSchema = z.object({ before: z.record(z.string(), z.unknown()).nullable(), after: z.record(z.string(), z.unknown()) });

/** The preview of a repair. */
export function readPreview(unit: UnitOfWork, repairId: string): Promise<RepairPreview[]> {
  return unit.asTenant(async (db) => {
    const { rows } = await sql`select before, after from repair_preview where repair_id = ${repairId}::uuid order by position`.execute(db);
    return rows.map((row) => rowSchema.parse(row));
  });
}
