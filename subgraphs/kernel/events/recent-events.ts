import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { DomainEvent } from '../outbox/consumer.ts';
import type { EventSelection } from './event-selection.ts';
import { entryColumns, toDomainEvent, toNumberedEntry } from './numbered-entry.ts';
import { wanted } from './read-outbox.ts';

/** A page of what is kept of a selection, and how much there is of it. */
export interface KeptEvents {
  events: DomainEvent[];
  total: number;
}

/** What is kept of a selection, in order after a number or (backwards) newest first before one; null begins at the respective end. */
export function keptEvents(
  database: Database,
  selection: Omit<EventSelection, 'after'>,
  page: { from: number | null; backwards: boolean; limit: number },
): Promise<KeptEvents> {
  const { from, backwards, limit } = page;
  return database.unitOfWork(selection.tenantId, async ({ sql: db }) => {
    const kept = sql`from outbox_entry where sequence is not null and ${wanted(selection)}`;
    const place = from === null ? sql`true` : backwards ? sql`sequence < ${from}` : sql`sequence > ${from}`;
    const { rows } =
      await sql`select ${entryColumns} ${kept} and ${place} order by sequence ${backwards ? sql`desc` : sql`asc`} limit ${limit}`.execute(
        db,
      );
    const counted = await sql<{ count: string }>`select count(*) as count ${kept}`.execute(db);
    const entries = rows.map(toNumberedEntry).filter((entry) => entry !== null);
    return { events: entries.map(toDomainEvent), total: Number(counted.rows[0]?.count ?? 0) };
  });
}

/**
 * The same of each of many things, by a field of the payload that names one: what is kept of each, in order after a number, in one
 * transaction.
 */
export function keptEventsOfEach(
  database: Database,
  selection: Omit<EventSelection, 'after' | 'match'>,
  by: { field: string; values: readonly string[] },
  page: { from: number | null; limit: number },
): Promise<KeptEvents[]> {
  const asked = sql`unnest(${[...by.values]}::text[]) with ordinality as asked(value, place)`;
  const kept = sql`from outbox_entry where sequence is not null and ${wanted({ ...selection, match: {} })}
    and payload ->> ${sql.lit(by.field)} = asked.value`;
  const after = page.from === null ? sql`true` : sql`sequence > ${page.from}`;
  return database.unitOfWork(selection.tenantId, async ({ sql: db }) => {
    const { rows } = await sql<{ place: string }>`select asked.place, of_it.* from ${asked} cross join lateral (
      select ${entryColumns} ${kept} and ${after} order by sequence limit ${page.limit}) as of_it order by asked.place, of_it.sequence`.execute(
      db,
    );
    const counted = await sql<{
      count: string;
    }>`select (select count(*) ${kept}) as count from ${asked} order by asked.place`.execute(db);
    const found = Map.groupBy(rows, ({ place }) => Number(place));
    return by.values.map((_, index) => {
      const entries = (found.get(index + 1) ?? []).map(toNumberedEntry).filter((entry) => entry !== null);
      return { events: entries.map(toDomainEvent), total: Number(counted.rows[index]?.count ?? 0) };
    });
  });
}
