import { sql } from 'kysely';
import type { ColumnType } from '../../../schema/events/discovered-schema.ts';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import { stableId } from '../stable-id.ts';

/** A column that was, or was not, an attribute. */
export interface Lesson {
  readonly object: string;
  readonly field: string;
  readonly words: string;
  readonly type: ColumnType | null;
  readonly entity: string;
  readonly attribute: string;
  readonly canonical: boolean;
  readonly accepted: boolean;
  readonly score: number;
}

/** A pair as somebody knows it: a field of a source, an attribute, and how far they are the same, 0…1. */
export type KnownPair = Pick<Lesson, 'object' | 'field' | 'entity' | 'attribute' | 'canonical' | 'score'>;

export interface LessonSource {
  readonly origin: 'DECISION' | 'IMPORT';
  readonly connectionId: string | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
}

/** Rows a statement writes. */
const AT_ONCE = 400;
/** Longer names are cut: they are compared by their words. */
const MOST_NAME = 200;
const MOST_TIMES = 1_000_000;

/**
 * Keeps lessons, each once with how often it was learnt. A later decision about the same column takes the place of the opposite one: somebody who
 * changes their mind is not held to the first.
 */
export async function keepLessons(unit: UnitOfWork, lessons: readonly Lesson[], source: LessonSource): Promise<void> {
  const { tenantId } = unit;
  const rows = new Map<string, ReturnType<typeof rowOf>>();
  for (const lesson of lessons) {
    const row = rowOf(tenantId, lesson, source);
    if (row.words !== '') rows.set(row.id, row);
  }
  const all = [...rows.values()];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    const batch = JSON.stringify(all.slice(from, from + AT_ONCE));
    await sql`delete from past_mapping old using jsonb_to_recordset(${batch}::jsonb)
      as fresh (opposite uuid) where old.tenant_id = ${tenantId} and old.id = fresh.opposite`.execute(unit.sql);
    await sql`insert into past_mapping (id, tenant_id, origin, connection_id, object, field, words, type, entity, attribute, canonical,
        accepted, score, times, decided_by, decided_at)
      select id, tenant_id, origin, connection_id, object, field, words, type, entity, attribute, canonical, accepted, score, 1, decided_by, decided_at
      from jsonb_to_recordset(${batch}::jsonb) as fresh (id uuid, tenant_id uuid, origin text, connection_id uuid, object text, field text, words text,
        type text, entity text, attribute text, canonical boolean, accepted boolean, score double precision, decided_by uuid, decided_at timestamptz)
      on conflict (id) do update set times = least(past_mapping.times + 1, ${MOST_TIMES}), score = excluded.score, object = excluded.object,
        connection_id = excluded.connection_id, decided_by = excluded.decided_by, decided_at = excluded.decided_at`.execute(unit.sql);
  }
}

function rowOf(tenantId: string, lesson: Lesson, source: LessonSource) {
  const id = (accepted: boolean): string =>
    stableId(tenantId, source.origin, lesson.entity, lesson.attribute, lesson.words.slice(0, MOST_NAME), String(accepted));
  return {
    id: id(lesson.accepted),
    opposite: id(!lesson.accepted),
    tenant_id: tenantId,
    origin: source.origin,
    connection_id: source.connectionId,
    object: lesson.object.slice(0, MOST_NAME),
    field: lesson.field.slice(0, MOST_NAME),
    words: lesson.words.slice(0, MOST_NAME),
    type: lesson.type,
    entity: lesson.entity,
    attribute: lesson.attribute,
    canonical: lesson.canonical,
    accepted: lesson.accepted,
    score: lesson.score,
    decided_by: source.decidedBy,
    decided_at: source.decidedAt.toISOString(),
  };
}
