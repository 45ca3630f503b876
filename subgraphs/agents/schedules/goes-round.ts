import { sql } from 'kysely';
import { z } from 'zod';
import type { UnitOfWork } from '../../kernel/database/unit-of-work.ts';
import type { ScheduleRow } from './schedule.entity.ts';

/** Runs in a row, each of which changed something within an hour before the next, after which nobody believes in chance. */
export const MAX_ROUNDS = 20;
const WITHIN_MS = 3_600_000;
/** What changes something, as governance counts: 3 changes, 4 takes away. */
const CHANGES = 3;

const countSchema = z.object({ rounds: z.coerce.number().int() });

/**
 * Whether a schedule that waits for something keeps bringing it about itself: each of its latest runs did something that changes, and was followed
 * within the hour by what begins the next. Counted since somebody last changed or resumed the schedule.
 */
export async function goesRound({ sql: db, tenantId }: UnitOfWork, { id, timing, updatedAt }: ScheduleRow, now: Date): Promise<boolean> {
  if (timing !== 'EVENT') return false;
  const { rows } = await sql`select count(*) as rounds
    from (
      select id, fired_at, lead(fired_at, 1, ${now}::timestamptz) over (order by fired_at, id) as followed_at
      from (
        select id, fired_at from agent_firing
        where tenant_id = ${tenantId}::uuid and schedule_id = ${id}::uuid and status = 'STARTED' and fired_at > ${updatedAt}
        order by fired_at desc, id desc limit ${MAX_ROUNDS}
      ) as latest
    ) as begun
    where followed_at - fired_at <= make_interval(secs => ${WITHIN_MS / 1_000})
      and exists (select from governance_decision d where d.tenant_id = ${tenantId}::uuid and d.run_id = begun.id
        and d.complexity >= ${CHANGES} and d.verdict not in ('DENY', 'TRAIN'))`.execute(db);
  return countSchema.parse(rows[0]).rounds >= MAX_ROUNDS;
}
